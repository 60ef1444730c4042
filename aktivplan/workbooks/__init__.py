"""Spreadsheet files: what the bytes are, what is safe to open, and the sheets of cells in them. Knows nothing of plans."""
