"""What there is to tell somebody: findings, and the places they point at. Knows no workbook."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from aktivplan.codes import CATALOGUE, Severity
from aktivplan.i18n import Translator
from aktivplan.pickling import PickledByPosition

_LONGEST_QUOTE = 60
Argument = str | int | float | date


def column_letters(column: int) -> str:
    """Column 1 as "A", 27 as "AA"; "" for what is no column."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


class Place(NamedTuple):
    """File, sheet, row and column, as Excel shows them. Rows and columns count from 1; 0 is "none"."""

    file: str = ""
    sheet: str = ""
    row: int = 0
    column: int = 0

    def __reduce__(self) -> tuple[type[Place], tuple[object, ...]]:
        """Pickled faster than a tuple by itself."""
        return Place, tuple(self)

    @property
    def cell(self) -> str:
        """As in "C14"; "14" or "C" where only one of them is known, "" where neither is."""
        return column_letters(self.column) + (str(self.row) if self.row else "")

    def at(self, *, row: int | None = None, column: int | None = None) -> Place:
        """The same sheet, another row or column."""
        return Place(
            self.file,
            self.sheet,
            self.row if row is None else row,
            self.column if column is None else column,
        )


@dataclass(frozen=True, slots=True, order=True)
class Finding(PickledByPosition):
    """One thing to tell somebody: a code of the catalogue, where, and what to fill the text with."""

    place: Place
    code: str
    unit: str = ""
    record: str = ""
    arguments: tuple[tuple[str, Argument], ...] = ()

    @property
    def severity(self) -> Severity:
        """What the catalogue says of the code."""
        return CATALOGUE[self.code].severity

    def text(self, t: Translator) -> str:
        """What is wrong and what to do, in the translator's language."""
        return self._filled(CATALOGUE[self.code].message, t)

    def told_to_unit(self, t: Translator, place: Place) -> str:
        """The same as it is said to the unit itself, in a corrected copy of its answer, where it is about that place."""
        code = CATALOGUE[self.code]
        former = (("former", self.place.sheet),)
        moved = Finding(place, self.code, self.unit, self.record, (*self.arguments, *former))
        return moved._filled(code.to_unit or code.message, t)

    def _filled(self, message: str, t: Translator) -> str:
        place = self.place
        # A cell that the sheet does not have (its column is gone) is told by its row.
        cell = place.cell if place.column or not place.row else t("row {row}", row=place.row)
        filled = dict(self.arguments) | {"cell": cell, "sheet": place.sheet}
        return t(message, **filled)


def finding(code: str, place: Place, *, unit: str = "", record: str = "", **arguments: Argument) -> Finding:
    """A finding with its arguments by name. KeyError for a code that the catalogue does not have."""
    CATALOGUE[code]
    return Finding(place, code, unit, record, tuple(sorted(arguments.items())))


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether any of them is an error."""
    return any(one.severity is Severity.ERROR for one in findings)


def quoted(text: str) -> str:
    """The beginning of a text, on one line, as an argument of a finding."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_QUOTE else line[: _LONGEST_QUOTE - 1].rstrip() + "…"
