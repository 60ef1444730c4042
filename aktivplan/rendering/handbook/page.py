"""The page's measures, in the units Word counts in: twentieths of a point, and EMU for pictures."""

from __future__ import annotations

TWIPS_PER_CM = 567
EMU_PER_CM = 360_000

PAGE_WIDTH, PAGE_HEIGHT = 11_906, 16_838
"""A4, upright."""
SIDE_MARGIN = 1_080
TOP_MARGIN, BOTTOM_MARGIN = 1_420, 1_300
HEADER_DISTANCE, FOOTER_DISTANCE = 680, 620
TEXT_WIDTH = PAGE_WIDTH - 2 * SIDE_MARGIN
"""What a table may take up."""
CELL_MARGIN = 90
"""Between a cell's edge and its text, left and right."""
