"""The user's own Word file that the handbook is made of: opened, looked through, taken over. Knows no record."""
