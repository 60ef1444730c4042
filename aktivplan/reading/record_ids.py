"""The ids of a table's rows: the printed ones where they hold, the next free ones elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from aktivplan.definition.models import Table
from aktivplan.findings import Finding, Place, finding
from aktivplan.forms.layout import record_id, record_number

_NO_UNIT = "?"


@dataclass(frozen=True, slots=True)
class PrintedId:
    """What stands in a row's first column."""

    text: str
    place: Place
    """Its cell; the row alone where the column is gone."""
    filled_in: bool
    """Whether anything else stands in the row."""


def give_ids(
    unit: str, table: Table, rows: Sequence[PrintedId]
) -> tuple[tuple[str, ...], tuple[Finding, ...]]:
    """One id for each filled-in row, in order, and what is to be said of ids that did not hold.

    A printed id holds for the first row that has it. The others get numbers after the highest printed one, so
    that the number of a row that was deleted is not given to another.
    """
    code = unit or _NO_UNIT
    numbers = [record_number(row.text, code, table) for row in rows]
    holders = _first_holders(rows, numbers)
    free = max((number for number in numbers if number), default=0)
    ids: list[str] = []
    findings: list[Finding] = []
    for row, number in zip(rows, numbers, strict=True):
        if not row.filled_in:
            continue
        if number is not None and holders[number] is row:
            ids.append(record_id(code, table, number))
            continue
        free += 1
        ids.append(record_id(code, table, free))
        findings.extend(_said(row, unit, ids[-1], None if number is None else holders[number]))
    return tuple(ids), tuple(findings)


def _first_holders(rows: Iterable[PrintedId], numbers: Iterable[int | None]) -> dict[int, PrintedId]:
    holders: dict[int, PrintedId] = {}
    for row, number in zip(rows, numbers, strict=True):
        if number is not None and row.filled_in:
            holders.setdefault(number, row)
    return holders


def _said(row: PrintedId, unit: str, given: str, first: PrintedId | None) -> Iterable[Finding]:
    if first is not None:
        yield finding(
            "record-id-duplicate",
            row.place,
            unit=unit,
            record=given,
            value=row.text,
            first=first.place.row,
            given=given,
        )
    elif row.text and unit:
        yield finding("record-id-foreign", row.place, unit=unit, record=given, value=row.text, given=given)
