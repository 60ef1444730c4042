"""What a workbook holds once it has been read: sheets of cells. Data only."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum, auto

from aktivplan.workbooks.number_formats import Shown


@dataclass(frozen=True, slots=True)
class NoValue:
    """A cell that gives no value: an error such as "#REF!", or a formula ("=A1+B1") that was never calculated."""

    shown: str

    @property
    def is_error(self) -> bool:
        """Whether it is an error, and not a formula without a result."""
        return self.shown.startswith("#")


Cell = str | float | bool | date | datetime | time | timedelta | NoValue
"""What stands in a cell; an empty one is ""."""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of cells as Excel counts them, from 1, all four included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. ``rows[0][0]`` is cell A1, whatever stands there."""

    name: str
    visible: bool
    rows: list[list[Cell]]
    merged: tuple[Area, ...] = ()
    """Merged cells; the value stands in each area's first cell, the others are empty."""
    hidden_rows: Collection[int] = frozenset()
    """Rows that are hidden, by a filter too; from 1."""
    hidden_columns: Collection[int] = frozenset()
    """Columns that are hidden, from 1."""
    shown: Mapping[tuple[int, int], Shown] = field(default_factory=dict)
    """By row and column, what a number is shown as where its value does not tell: percent, or month and year alone."""

    def cell(self, row: int, column: int) -> Cell:
        """The cell by Excel's row and column, from 1; "" beyond the edge."""
        if 0 < row <= len(self.rows) and 0 < column <= len(self.rows[row - 1]):
            return self.rows[row - 1][column - 1]
        return ""


class Carried(StrEnum):
    """What a workbook may carry besides cells. It is told, and never run, followed or copied."""

    MACROS = auto()
    EXTERNAL_LINKS = auto()
    DDE = auto()
    EMBEDDED_OBJECTS = auto()


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets that were read, in the workbook's order."""

    sheets: tuple[Sheet, ...]
    saved: datetime | None
    """When a program last saved it, by the file's own account (UTC)."""
    carries: frozenset[Carried] = frozenset()


class ReadingError(Exception):
    """The content is no workbook that can be read: a finding's code, and the arguments of its text."""

    def __init__(self, code: str, **arguments: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.told = tuple(sorted(arguments.items()))
