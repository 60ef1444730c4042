"""Merged cells: what stands under them is not there. Knows no format."""

from __future__ import annotations

from collections.abc import Sequence

from aktivplan.workbooks.limits import MOST_CELLS
from aktivplan.workbooks.sheets import Area, Cell, ReadingError


def clear_covered(rows: Sequence[list[Cell]], merged: Sequence[Area]) -> None:
    """Empty all cells of each area but its first: nobody sees what a program has left in them.

    Raises:
        ReadingError: file-damaged, where so many areas lie on each other that no program has written them.
    """
    left = MOST_CELLS
    for area in merged:
        for number in range(area.first_row, min(area.last_row, len(rows)) + 1):
            row = rows[number - 1]
            first = area.first_column - (number != area.first_row)
            last = min(area.last_column, len(row))
            if first < last:
                row[first:last] = [""] * (last - first)
            left -= 1 + max(last - first, 0)
        if left < 0:
            raise ReadingError("file-damaged")
