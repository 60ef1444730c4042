"""Time expressions: text to Period. Knows nothing of workbooks."""
