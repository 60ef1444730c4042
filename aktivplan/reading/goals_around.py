"""The goal that a table of a unit's own making stands under: in a title above it, or in the sheet's name."""

from __future__ import annotations

from dataclasses import dataclass

from aktivplan.findings import column_letters
from aktivplan.reading.columns import FoundTable
from aktivplan.reading.values import ValueReader
from aktivplan.records import Value


@dataclass(frozen=True, slots=True)
class GoalAround:
    """A goal that holds for rows which do not name it."""

    value: Value
    where: str
    """The cell, or the name of the sheet, that says so."""


def goal_around(found: FoundTable, reader: ValueReader) -> GoalAround | None:
    """The only goal that the titles name, or else the sheet's name; None if there is none, or more than one."""
    if found.goal is not None and found.goal.text:
        told = reader.read(found.goal.text, 0)
        where = f"{column_letters(found.goal.column)}{found.goal.row}"
        return GoalAround(told, where) if isinstance(told.parsed, str) else None
    titles = [
        GoalAround(reader.read(found.sheet.cell(row, column), 0), f"{column_letters(column)}{row}")
        for row, column in found.titles
    ]
    named = {one.value.parsed: one for one in titles if isinstance(one.value.parsed, str)}
    if len(named) == 1:
        return next(iter(named.values()))
    value = reader.read(found.sheet.name, 0)
    return GoalAround(value, found.sheet.name) if not named and isinstance(value.parsed, str) else None
