"""A record's values as the form's cells hold them. Knows no workbook."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from aktivplan.definition.models import Field, Plan, Table, Unit
from aktivplan.definition.terms import FieldType
from aktivplan.forms.layout import PREPARED_ROWS, record_id, record_number
from aktivplan.forms.sheet import Content
from aktivplan.i18n import Translator
from aktivplan.records import Record, Value

_SPARE_ROWS = 10
"""Empty rows that stand ready even below many records."""
_NUMBERS = frozenset({FieldType.NUMBER, FieldType.MONEY, FieldType.PERCENT})
_PLAIN_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)([.,][0-9]+)?")
_FIRST_YEAR = 1901
"""Excel knows no dates before 1900, and counts that year's wrong."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table's sheet: its printed id, and its record if it has one."""

    id: str
    record: Record | None


def rows_of(unit: Unit, table: Table, records: Sequence[Record]) -> tuple[Row, ...]:
    """The records in their order, then empty rows with the numbers that follow the highest one."""
    filled = [Row(record.id, record) for record in records]
    highest = max((record_number(row.id, unit.code, table) or 0 for row in filled), default=0)
    spare = max(PREPARED_ROWS - len(filled), _SPARE_ROWS)
    empty = (
        Row(record_id(unit.code, table, number), None) for number in range(highest + 1, highest + spare + 1)
    )
    return (*filled, *empty)


def content(plan: Plan, field: Field, value: Value, t: Translator) -> Content:
    """What the cell holds: dates and numbers as such, a goal by its label, all else as it was written."""
    match value.parsed:
        case bool() as answer:
            return t("Yes") if answer else t("No")
        case date() as day if field.type is FieldType.DATE and day.year >= _FIRST_YEAR:
            return day
        case int() | float() as number if math.isfinite(number):
            return number
        case str() as goal if field.type is FieldType.GOAL and goal in plan.goals_by_id:
            return plan.goals_by_id[goal].label
        case _:
            return value.text


def as_written(field: Field, value: Value) -> Content:
    """What the cell holds in a corrected copy: exactly what the unit wrote.

    A date or a number is one only where it was written as nothing else; all that had to be interpreted stays text.
    """
    match value.parsed:
        case date() as day if field.type is FieldType.DATE and value.text == day.isoformat():
            return day if day.year >= _FIRST_YEAR else value.text
        case int() | float() as number if field.type in _NUMBERS:
            share = field.type is FieldType.PERCENT
            plain = _PLAIN_NUMBER.fullmatch(value.text.removesuffix(" %") if share else value.text)
            written = float(plain.group().replace(",", ".")) if plain else math.nan
            return number if math.isclose(written, number * 100 if share else number) else value.text
        case _:
            return value.text
