"""Mail: what messages say, how they are made and sent, and what comes back. Knows no order of steps."""
