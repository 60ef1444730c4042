"""What lies among the answers, and the isolated processes that read it."""
