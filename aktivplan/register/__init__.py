"""What a plan folder remembers between runs: what was sent to whom, what came, and what became of it (SQLite)."""
