"""Figures: what stands in them (plain data), and how they are drawn. Knows no document."""
