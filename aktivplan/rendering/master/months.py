"""The months that stand to the right of a table's columns: cells with bars or numbers, most of them empty.

Empty cells are not written at all: there may be half a million of them. Bars are conditional formats.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from aktivplan.edition import Stretch
from aktivplan.findings import column_letters
from aktivplan.forms.layout import KEY_ROW
from aktivplan.i18n import Translator
from aktivplan.rendering.master.texts import markup

WIDTH = 6.5
"""Of a month's column, in characters."""
Entry = tuple[int, str | int]
"""Which month, from 0, and its sign or number."""


@dataclass(frozen=True, slots=True)
class Days:
    """Where a row's first and last day stand, and what they are, as letters of columns."""

    first: str
    last: str
    kind: str
    """Where it stands what the row's time is, in a word."""
    broken: str
    """The word for a time with gaps."""
    signs: str
    """What stands in each month of a bar that the days do not tell: of a time with gaps, or without any day."""

    def has_bar(self, month: str, row: int, step: int) -> str:
        """The formula that is true in the months of a row's bar."""
        return f'IF({self.goes_by_signs(row)},{month}{row}<>"",{self.under_way(month, row, step)})'

    def goes_by_signs(self, row: int | str) -> str:
        """The formula that is true where the row's bar goes by the signs in it."""
        return f'OR(${self.kind}{row}="{self.broken}",COUNT(${self.first}{row}:${self.last}{row})=0)'

    def is_due(self, row: int) -> str:
        """The formula that is true where the row has a last day alone."""
        return f'AND(${self.first}{row}="",${self.last}{row}<>"")'

    def under_way(self, month: str, row: int | str, step: int) -> str:
        """The formula that is true in the months from the first day to the last.

        Without a last day: in every month from the first; without a first one: in the month of the last.
        """
        first, last = f"${self.first}{row}", f"${self.last}{row}"
        begun = f'IF({first}="",{last},{first})<EDATE({month}${KEY_ROW},{step})'
        return f'AND(COUNT({first}:{last})>0,{begun},OR({last}="",{last}>={month}${KEY_ROW}))'


@dataclass(frozen=True, slots=True)
class Months:
    """The months, or quarters or years where there would be too many, and what stands in them."""

    first_days: tuple[date, ...]
    headings: tuple[str, ...]
    step: int
    """How many months each column holds."""
    entries: Sequence[Sequence[Entry]]
    """Of each row, from left to right."""
    days: Days | None = None
    """Of rows with bars; None where the cells hold numbers."""


def months_of(
    stretches: Sequence[Stretch], entries: Sequence[Sequence[Entry]], t: Translator, days: Days | None = None
) -> Months:
    """The stretches of an edition as columns."""
    first_days = tuple(one.first for one in stretches)
    headings = tuple(_heading(one, t) for one in stretches)
    return Months(first_days, headings, stretches[0].months, entries, days)


def stretch_word(stretch: Stretch, t: Translator) -> str:
    """What a stretch is called: "mars 2027", "jan – mars 2027", "2027"."""
    if stretch.months == 12 and stretch.first.month == 1:
        return str(stretch.first.year)
    if stretch.months == 1:
        return t.date(stretch.first, "LLLL y")
    return f"{_short(stretch.first, t)} – {t.date(stretch.last, 'LLL y')}"


def _heading(stretch: Stretch, t: Translator) -> str:
    """The same in a narrow column: "mar 27"."""
    if stretch.months > 1:
        return stretch_word(stretch, t)
    return f"{_short(stretch.first, t)} {stretch.first:%y}"


def _short(day: date, t: Translator) -> str:
    return t.month(day.month, "LLL").rstrip(".")


def month_cells(months: Months, before: int, style: str, rows: Sequence[int], first_row: int) -> list[str]:
    """The cells of some rows as XML: of the table's, the first of which is ``first_row`` on the sheet.

    ``before`` is the number of columns to their left.
    """
    letters = [column_letters(before + number) for number in range(1, len(months.headings) + 1)]
    written: dict[Entry, str] = {}
    cells = []
    for row in rows:
        entries = months.entries[row - first_row]
        for entry in entries:
            if entry not in written:
                written[entry] = _cell(months, letters[entry[0]], style, entry[1])
        cells.append("".join([written[entry].replace(_ROW, str(row)) for entry in entries]))
    return cells


_ROW = "{row}"
"""Stands for the row's number in a cell that is written once for all rows."""


def _cell(months: Months, letters: str, style: str, shown: str | int) -> str:
    start = f'<c r="{letters}{_ROW}" s="{style}"'
    if isinstance(shown, int) or months.days is None:
        return f"{start}><v>{shown}</v></c>"
    days = months.days
    by_signs = shown in days.signs
    holds = days.goes_by_signs(_ROW) if by_signs else days.under_way(letters, _ROW, months.step)
    formula = markup(f'IF({holds},"{shown}","")')
    return f'{start} t="str"><f>{formula}</f><v>{shown}</v></c>'
