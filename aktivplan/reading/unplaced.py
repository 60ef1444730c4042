"""What a unit wrote outside every table: titles and notes on sheets of its own making. Kept, and listed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aktivplan.findings import Finding, Place, finding, quoted
from aktivplan.i18n import Translator
from aktivplan.reading.cells import is_blank, text_of
from aktivplan.reading.columns import FoundTable
from aktivplan.records import Leftover
from aktivplan.workbooks.sheets import Sheet

_MOST_NAMED = 8
_MOST_OF_A_SHEET = 500
"""Cells kept of a sheet that belongs to no table: enough for notes, and not for a register of thousands of rows."""


def title_leftovers(found: FoundTable, used: Iterable[str], file: str, t: Translator) -> Iterator[Leftover]:
    """The texts above a table that is none of the form's, but those that told its goal."""
    told = set(used)
    for row, column in found.titles:
        place = Place(file, found.sheet.name, row, column)
        if place.cell not in told:
            yield Leftover(place, "", text_of(found.sheet.cell(row, column), t))


def sheet_leftovers(sheet: Sheet, file: str, t: Translator) -> tuple[Leftover, ...]:
    """The cells of a sheet that belongs to no table, at most so many."""
    kept = []
    for row, cells in enumerate(sheet.rows, start=1):
        for column, cell in enumerate(cells, start=1):
            if not is_blank(cell):
                kept.append(Leftover(Place(file, sheet.name, row, column), "", text_of(cell, t)))
                if len(kept) == _MOST_OF_A_SHEET:
                    return tuple(kept)
    return tuple(kept)


def kept_findings(around: Iterable[Leftover], unit: str) -> Iterator[Finding]:
    """One for every sheet with texts around its cells to fill in."""
    by_sheet: dict[str, list[Leftover]] = {}
    for one in around:
        by_sheet.setdefault(one.place.sheet, []).append(one)
    for kept in by_sheet.values():
        cells = ", ".join(one.place.cell for one in kept[:_MOST_NAMED]) + (
            " …" if len(kept) > _MOST_NAMED else ""
        )
        yield finding("texts-kept", kept[0].place, unit=unit, cells=cells, value=quoted(kept[0].text))


def sheet_finding(sheet: Sheet, kept: int, unit: str, file: str) -> Finding:
    """What is said of such a sheet."""
    filled = sum(not is_blank(cell) for cells in sheet.rows for cell in cells)
    place = Place(file, sheet.name)
    if filled > kept:
        return finding("sheet-extra-long", place, unit=unit, count=filled, kept=kept)
    return finding("sheet-extra", place, unit=unit)
