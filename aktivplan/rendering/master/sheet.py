"""What a sheet of the master workbook holds, before any workbook library sees it: columns and their values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Any

from aktivplan.definition.models import Field
from aktivplan.palette import ACCENT, Tone
from aktivplan.rendering.master.months import Months
from aktivplan.rendering.master.texts import plain

_LONGEST_HEADING = 240
_RESERVED = "history"
"""A name that Excel keeps for itself."""


class Kind(Enum):
    """How a column's values are shown. None is an empty cell; a text stands as it is in a column of any kind."""

    TEXT = auto()
    """Wrapped text."""
    WORD = auto()
    """A short text on one line."""
    COUNT = auto()
    """A whole number."""
    COVER = auto()
    """A whole number that shows 0 as the word for a gap."""
    NUMBER = auto()
    MONEY = auto()
    PERCENT = auto()
    DATE = auto()
    TIME = auto()
    """Date and time of day, UTC."""
    PLACE = auto()
    """A `Place`: the name of its file, linked to its cell."""
    RECORD = auto()
    """A `Record`: its id, linked to its row in the workbook."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What a word gets where it stands in a cell: a sign before it, and a colour. The cell holds the word alone."""

    word: str
    tone: Tone
    sign: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading and looks."""

    heading: str
    kind: Kind = Kind.TEXT
    key: str = ""
    """What the hidden row above the headings says, so that the column is found again; "" says nothing."""
    input: Field | None = None
    """The leaders' field that is filled in here; None in columns that are only read."""
    marks: tuple[Mark, ...] = ()
    width: float = 0.0
    """In characters; 0 until `sizes.sized` has given it one by what stands in it."""
    bars: bool = False
    """Whether numbers are drawn as bars, too."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with one table; where it has no rows there is no table."""

    key: str
    """Names the table in the workbook; letters, digits and underscores."""
    name: str
    title: str
    about: str
    """One sentence under the title: what the sheet shows, or why it is empty."""
    columns: tuple[Column, ...] = ()
    cells: tuple[Sequence[Any], ...] = ()
    """The values of each column."""
    months: Months | None = None
    """What stands to the right of the columns."""
    frozen: int = 1
    """How many columns stay in view."""
    colour: str = ACCENT
    """Of the sheet's tab."""

    @property
    def rows(self) -> int:
        """How many rows the table has."""
        return len(self.cells[0]) if self.cells else 0

    @property
    def width(self) -> int:
        """How many columns the table has, months included."""
        return len(self.columns) + (len(self.months.headings) if self.months else 0)


def tabled(
    filled: Iterable[tuple[Column, Sequence[Any]]],
) -> tuple[tuple[Column, ...], tuple[Sequence[Any], ...]]:
    """Columns and their values, each with the other; equal headings are told apart by a number."""
    columns: list[Column] = []
    values: list[Sequence[Any]] = []
    for column, cells in filled:
        heading = _unlike(column.heading, [one.heading for one in columns])
        columns.append(replace(column, heading=heading))
        values.append(cells)
    return tuple(columns), tuple(values)


def _unlike(heading: str, taken: Iterable[str]) -> str:
    """The heading as Excel's tables allow it: not empty, and unlike every other, whatever its case."""
    folded = {one.casefold() for one in taken}
    wanted = " ".join(plain(heading).split())[:_LONGEST_HEADING] or "–"
    candidate, number = wanted, 1
    while candidate.casefold() in folded:
        number += 1
        candidate = f"{wanted} ({number})"
    return candidate


def sheet_names(wanted: Sequence[str]) -> tuple[str, ...]:
    """The names as a workbook allows them: at most 31 characters, no two alike."""
    taken: dict[str, str] = {_RESERVED: ""}
    for name in wanted:
        candidate, number = plain(name)[:31].strip("' ") or "–", 1
        while candidate.casefold() in taken:
            number += 1
            ending = f" ({number})"
            candidate = name[: 31 - len(ending)].strip("' ") + ending
        taken[candidate.casefold()] = candidate
    return tuple(name for name in taken.values() if name)
