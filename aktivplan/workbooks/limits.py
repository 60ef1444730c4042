"""How much of a file is opened at most. Data only."""

from __future__ import annotations

MEBIBYTE = 1024 * 1024

MOST_UNPACKED = 256 * MEBIBYTE
"""Bytes that all parts of a package hold together, unpacked."""
MOST_IN_A_PART = 128 * MEBIBYTE
"""Bytes that one part of a package holds, unpacked."""
MOST_PARTS = 2_000
"""Parts of a package, folders among them."""
LEAST_RATIO = 0.005
"""Packed size by unpacked size, of a part that unpacks to more than `RATIO_FROM`."""
RATIO_FROM = MEBIBYTE
"""Bytes; below this a part may be packed as tightly as it likes."""

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
"""XFD1048576, where a sheet ends."""
MOST_ROWS = 200_000
"""Rows of all sheets together, from each sheet's first to its last with a value."""
MOST_CELLS = 2_000_000
"""Cells of all sheets together: from A1 to the last row and column with a value, empty ones among them."""
MOST_TEXT = 64 * MEBIBYTE
"""Bytes of text in all cells together; one text may stand in many cells."""
