"""A sheet that lists something: a band with its title, lines of text, headings with hidden keys, rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from xlsxwriter.format import Format

from aktivplan.findings import Place
from aktivplan.forms.form import Form
from aktivplan.forms.room import row_height
from aktivplan.forms.sheet import Sheet

_TITLE_HEIGHT, _LINE_HEIGHT, _AIR = 33, 21, 5
"""In points."""


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column: its hidden key, what stands over it, and its width in characters (0: the column is hidden)."""

    key: str
    heading: str
    width: int


@dataclass(frozen=True, slots=True)
class ListCell:
    """What stands in a cell of a row, how it looks, and where it leads to if it is a link."""

    text: str
    look: Format
    target: Place | None = None


class ListSheet:
    """A list in the making: title, lines, headings, rows, in that order."""

    def __init__(self, form: Form, sheet: Sheet, columns: Sequence[ListColumn]) -> None:
        self._form, self._sheet, self._columns = form, sheet, columns
        self._row = 1
        for index, column in enumerate(columns, start=1):
            if column.width:
                sheet.width(index, column.width)
            else:
                sheet.hide_column(index)

    @property
    def next_row(self) -> int:
        """The row that is written next."""
        return self._row

    def title(self, text: str) -> None:
        """The title on its band."""
        width = sum(1 for column in self._columns if column.width)
        self._sheet.band(self._row, width, self._form.styles.title, height=_TITLE_HEIGHT)
        self._sheet.text(self._row, 1, text, self._form.styles.title)
        self._row += 1

    def line(self, text: str, *, strong: bool = False) -> None:
        """A short text that runs on over the columns to its right."""
        look = self._form.styles.tally if strong else self._form.styles.lead
        self._sheet.height(self._row, _LINE_HEIGHT)
        self._sheet.text(self._row, 1, text, look)
        self._row += 1

    def headings(self) -> None:
        """The hidden keys, and the headings below them, which stay in view."""
        for index, column in enumerate(self._columns, start=1):
            self._sheet.text(self._row, index, column.key)
            if column.width:
                self._sheet.text(self._row + 1, index, column.heading, self._form.styles.heading)
        self._sheet.hide_row(self._row)
        shown = [(column.heading, float(column.width)) for column in self._columns if column.width]
        self._sheet.fit(self._row + 1, row_height(shown, air=_AIR))
        self._row += 2

    def row(self, cells: Sequence[ListCell]) -> None:
        """One row, as high as its texts need."""
        for index, cell in enumerate(cells, start=1):
            if cell.target:
                go = self._form.t(
                    "Go to {cell} on the sheet {sheet}", cell=cell.target.cell, sheet=cell.target.sheet
                )
                self._sheet.link(self._row, index, cell.target, cell.text, cell.look, go)
            else:
                self._sheet.text(self._row, index, cell.text, cell.look)
        texts = [
            (cell.text, float(column.width))
            for cell, column in zip(cells, self._columns, strict=True)
            if column.width
        ]
        self._sheet.fit(self._row, row_height(texts, air=_AIR))
        self._row += 1

    def finish(self, colour: str, *, heading_row: int) -> None:
        """Keep the headings in view, select the first cell, and fit the sheet to a page's width."""
        self._sheet.freeze(heading_row + 1, 1)
        self._sheet.select(1, 1)
        self._sheet.tab(colour, grid=False)
        self._sheet.print_on_a4(self._form.footer, landscape=True, repeated_row=heading_row)
