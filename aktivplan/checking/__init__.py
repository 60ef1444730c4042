"""The rules that records and plans are held against."""
