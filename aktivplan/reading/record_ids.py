"""The ids of a table's rows: the printed ones where they hold, the next free ones elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from aktivplan.definition.models import Table
from aktivplan.findings import Finding, Place, finding
from aktivplan.forms.layout import LAST_ROW, record_id, record_number
from aktivplan.reading.folding import fold

_NO_UNIT = "?"


class PrintedId(NamedTuple):
    """What stands in a row's first column."""

    text: str
    row: Place
    column: int
    """0 where the column is gone."""
    filled_in: bool
    """Whether anything else stands in the row."""

    @property
    def place(self) -> Place:
        """Its cell; the row alone where the column is gone."""
        return self.row.at(column=self.column)


class RowId(NamedTuple):
    """The id that a row has got."""

    text: str
    printed: bool
    """Whether it stands in the row, and was not given while reading."""


def give_ids(
    unit: str, table: Table, rows: Sequence[PrintedId]
) -> tuple[tuple[RowId, ...], tuple[Finding, ...]]:
    """One id for each filled-in row, in order, and what is to be said of ids that did not hold.

    A printed id holds for the first row that has it; "BUF 3" or "3" holds as well, unless another row has that id
    as it was printed. The others get numbers after the highest there is, so that the number of a row that was
    deleted is not given to another.
    """
    numbering = _Numbering(unit, table, rows)
    ids: list[RowId] = []
    findings: list[Finding] = []
    for position, row in enumerate(rows):
        if row.filled_in:
            given = numbering.give(position)
            ids.append(given)
            if not given.printed:
                findings.extend(numbering.said(position, given.text))
    return tuple(ids), (*numbering.interpreted(), *findings)


class _Numbering:
    """Knows what every row's first column says, and which number is free."""

    def __init__(self, unit: str, table: Table, rows: Sequence[PrintedId]) -> None:
        self._unit, self._table, self._rows = unit, table, rows
        self._code = unit or _NO_UNIT
        exact = [self._printed(row) if row.filled_in else None for row in rows]
        self._loose = {
            position
            for position, row in enumerate(rows)
            if exact[position] is None and row.filled_in and self._meant(row.text)
        }
        self._numbers = exact
        for position in self._loose:
            self._numbers[position] = self._meant(rows[position].text)
        self._holders = self._first_holders()
        self._given = 0

    def give(self, position: int) -> RowId:
        """The row's own id if it holds, or the next free one."""
        number = self._numbers[position]
        if number is not None and self._holders[number] == position:
            return RowId(record_id(self._code, self._table, number), printed=True)
        self._given += 1
        return RowId(record_id(self._code, self._table, self._highest + self._given), printed=False)

    def said(self, position: int, given: str) -> Iterator[Finding]:
        """That the row's own id did not hold."""
        row, number = self._rows[position], self._numbers[position]
        told = {"unit": self._unit, "record": given, "value": row.text, "given": given}
        if number is not None and self._holders[number] != position:
            first = self._rows[self._holders[number]].place.row
            yield finding("record-id-duplicate", row.place, first=first, **told)
        elif number is None and row.text and self._unit:
            yield finding("record-id-foreign", row.place, **told)

    def interpreted(self) -> Iterator[Finding]:
        """That ids were read which are written otherwise than they were printed: once, with an example."""
        read = [one for one in sorted(self._loose) if self._holders.get(self._numbers[one] or 0) == one]
        if read:
            example = self._rows[read[0]]
            given = record_id(self._code, self._table, self._numbers[read[0]] or 0)
            count = len(read)
            yield finding(
                "record-ids-read",
                example.place,
                unit=self._unit,
                value=example.text,
                given=given,
                count=count,
            )

    @cached_property
    def _highest(self) -> int:
        """The highest number that stands in any row; most forms have no row without a number."""
        unused = (self._printed(row) for row in self._rows if not row.filled_in)
        return max((number for number in (*self._numbers, *unused) if number), default=0)

    def _printed(self, row: PrintedId) -> int | None:
        return record_number(row.text, self._code, self._table) if row.text else None

    @cached_property
    def _loosely(self) -> re.Pattern[str]:
        """A number of this unit and table as people write it; most forms hold none."""
        code, letters = re.escape(fold(self._code)), re.escape(fold(self._table.code))
        return re.compile(rf"(?:{code}[\s-]*{letters}[\s-]*)?(\d{{1,6}})")

    def _meant(self, text: str) -> int | None:
        """The number in "buf 3", "BUF–A03" or "3"; None for what is no number of this unit and table."""
        match = self._loosely.fullmatch(fold(text)) if text and self._unit else None
        number = int(match.group(1)) if match else 0
        return number if 0 < number <= LAST_ROW else None

    def _first_holders(self) -> dict[int, int]:
        holders: dict[int, int] = {}
        by_print: Iterable[int] = range(len(self._rows))
        if self._loose:
            by_print = sorted(by_print, key=lambda one: one in self._loose)
        for position in by_print:
            number = self._numbers[position]
            if number is not None and self._rows[position].filled_in:
                holders.setdefault(number, position)
        return holders
