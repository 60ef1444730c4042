"""What hinders people in tables: each table is looked at while it is walked through, and judged when it ends."""

from __future__ import annotations

from aktivplan.linting.contrast import Around
from aktivplan.linting.events import CellOpens, RowOpens, Section, TableOpens
from aktivplan.linting.telling import Telling

_MOST_COLUMNS = 6
_BEYOND_MARGINS = 240
"""Twips that a table may be wider than the text: Word lets the margins of its cells stand outside."""
Arounds = dict[tuple[str, str], dict[tuple[str, bool, bool], Around]]
"""By the style and shading of a table, and then by the shading of a cell, whether it stands in the first row, in the first column."""
_NO_SHADE = ("", "auto", "FFFFFF")


class OpenTable:
    """A table that has begun and not ended. ``around`` is what stands behind the present cell."""

    def __init__(self, number: int, opens: TableOpens, arounds: Arounds) -> None:
        self.number = number
        self.opens = opens
        self.row = self.column = 0
        self.around = Around()
        self.filled = False
        """Whether the present cell has anything in it."""
        self.empty_paragraphs = 0
        """In the present cell, before anything else in it."""
        self._arounds = arounds.setdefault((opens.style, opens.fill), {})
        self._reach = 0
        self._first_reach = 0
        self._columns = 0
        self._heads = False
        self._merged = False
        self._splits = False

    def row_opens(self, row: RowOpens) -> None:
        """The next row."""
        self.row += 1
        self.column, self._reach = 0, row.skipped
        if self.row == 1:
            self._heads = row.heads
        self._splits = self._splits or not row.whole
        self._merged = self._merged or bool(row.skipped)

    def row_closes(self) -> None:
        """The present row is over."""
        if self.row == 1:
            self._first_reach = self._reach
        elif self._reach != self._first_reach:
            self._merged = True
        self._columns = max(self._columns, self.column)

    def cell_opens(self, cell: CellOpens) -> None:
        """The next cell."""
        self.column += 1
        self._reach += cell.span
        if cell.merged or cell.span > 1:
            self._merged = True
        self.filled, self.empty_paragraphs = False, 0
        opens = self.opens
        key = (cell.fill, opens.first_row and self.row == 1, opens.first_column and self.column == 1)
        around = self._arounds.get(key)
        if around is None:
            fill, in_first_row, in_first_column = key
            around = Around(fill, opens.fill, opens.style, in_first_row, in_first_column)
            self._arounds[key] = around
        self.around = around

    def blank_cell_closes(self, telling: Telling) -> None:
        """The present cell is over, and there is nothing in it."""
        code = "cell-blank" if self.around.cell_fill in _NO_SHADE else "colour-alone"
        where = {"table": self.number, "line": self.row, "position": self.column}
        telling.tell_in((self.row, self.column), code, where)

    def closes(self, telling: Telling) -> None:
        """The table is over."""
        number = self.number
        if not self._heads:
            telling.tell("table-without-heading", table=number)
        elif not self.opens.first_row:
            telling.tell("table-first-row", table=number)
        if self._merged:
            telling.tell("table-merged", table=number)
        if self._columns > _MOST_COLUMNS:
            telling.tell("table-many-columns", table=number, count=self._columns, limit=_MOST_COLUMNS)
        if not self.opens.titled:
            telling.tell("table-untitled", table=number)
        if self._splits:
            telling.tell("rows-split", table=number)

    def is_wider_than(self, section: Section) -> bool:
        """Whether it stands out over the section's margins."""
        text_width = section.page - section.left - section.right
        if text_width <= 0:
            return False
        opens = self.opens
        width = opens.width or (0 if opens.percent else sum(opens.grid))
        width = max(width, round(text_width * opens.percent / 100))
        return width + max(0, opens.indent) > text_width + _BEYOND_MARGINS
