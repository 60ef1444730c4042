"""What is known of a sheet before or beside its values, whatever the format. Data, and how a sheet is made of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from aktivplan.workbooks.merging import clear_covered
from aktivplan.workbooks.number_formats import Shown
from aktivplan.workbooks.sheets import Area, Cell, Sheet

Position = tuple[int, int]
"""Row and column, from 1."""


@dataclass(frozen=True, slots=True)
class Extent:
    """How far a sheet reaches: the last row and column with a value, 0 if there is none."""

    rows: int
    columns: int


@dataclass(frozen=True, slots=True)
class Looks:
    """What a sheet's cells look like, apart from their values."""

    merged: tuple[Area, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    shown: Mapping[Position, Shown] = field(default_factory=dict)


def make_sheet(
    name: str, rows: list[list[Cell]], looks: Looks, mended: Iterable[tuple[Position, Cell]], *, visible: bool
) -> Sheet:
    """The sheet, with the ``mended`` cells in the place of what stands in ``rows``.

    Raises:
        ReadingError: file-damaged, where more cells are merged than there can be.
    """
    for (row, column), cell in mended:
        rows.extend([] for _missing in range(row - len(rows)))
        cells = rows[row - 1]
        cells.extend("" for _missing in range(column - len(cells)))
        cells[column - 1] = cell
    clear_covered(rows, looks.merged)
    width = max(map(len, rows), default=0)
    return Sheet(
        name,
        visible,
        rows,
        looks.merged,
        frozenset(row for row in looks.hidden_rows if row <= len(rows)),
        frozenset(column for column in looks.hidden_columns if column <= width),
        looks.shown,
    )
