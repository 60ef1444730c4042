"""Where everything stands in a unit's workbook. The writer writes by it and the reader reads by it.

Knows the definition and the form's own words, and no workbook library.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from aktivplan.definition.models import Field, FieldType, Plan, Table
from aktivplan.i18n import Translator

META_SHEET = "_aktivplan"
"""Hidden sheet with name and value in columns A and B: see `MetaKey`."""
LISTS_SHEET = "_lists"
"""Hidden sheet with one choice list a column, its name in row 1."""
ROUND_PLANNING = "planning"

TITLE_ROW, HELP_ROW, COMPLETE_ROW, KEY_ROW, HEADING_ROW, FIRST_ROW = 1, 2, 3, 4, 5, 6
"""Rows of a table's sheet: title, help, how many rows are complete, hidden keys, headings, first record."""
PREPARED_ROWS = 30
"""Rows that stand ready with a printed record id; the table grows as people type below them."""

ID_KEY = "id"
"""The key of the first column, which holds the printed record ids."""

START_LABEL_COLUMN, START_VALUE_COLUMN, START_KEY_COLUMN = 1, 2, 4
"""Columns of the first sheet: what is asked, the answer, and (hidden) its key."""
KEY_UNIT, KEY_MANAGER, KEY_DAY = "unit.code", "attestation.manager", "attestation.day"
"""Keys on the first sheet: the unit's code, the approving manager's name, and the date of approval."""

_FORBIDDEN_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\]")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table's sheet; ``field`` is None for the record ids."""

    index: int
    key: str
    heading: str
    field: Field | None


@dataclass(frozen=True, slots=True)
class TableLayout:
    """A table's sheet."""

    table: Table
    sheet: str
    columns: tuple[Column, ...]


def table_layout(plan: Plan, table: Table, t: Translator) -> TableLayout:
    """The sheet of one table: record ids first, then every field that units fill in."""
    ids = Column(1, ID_KEY, t("No."), None)
    fields = (
        Column(index, field.key, field_heading(plan, field), field)
        for index, field in enumerate(table.public_fields, start=2)
    )
    return TableLayout(table, sheet_name(table), (ids, *fields))


def field_heading(plan: Plan, field: Field) -> str:
    """The heading as printed; a goal field without one takes the name of its level."""
    if field.heading or field.type is not FieldType.GOAL:
        return field.heading
    return plan.level_name(field.level or len(plan.settings.level_names))


def sheet_name(table: Table) -> str:
    """The table's title as Excel allows it: at most 31 characters, none of []:*?/\\."""
    return _FORBIDDEN_IN_SHEET_NAMES.sub(" ", table.title).strip("' ")[:31]


def start_sheet_name(t: Translator) -> str:
    """The name of the first sheet."""
    return t("Read first")


def goals_sheet_name(t: Translator) -> str:
    """The name of the sheet that lists the goals."""
    return t("The goals")


def column_key(table: Table, key: str) -> str:
    """What the hidden row above the headings says over a column: "activities.responsible"."""
    return f"{table.key}.{key}"


def record_id(unit_code: str, table: Table, number: int) -> str:
    """The id printed in the first column: "BUF-003", with several tables "BUF-A003"."""
    return f"{unit_code}-{table.code}{number:03d}"


def record_number(text: str, unit_code: str, table: Table) -> int | None:
    """The running number of a record id; None if it is not an id of this unit and table."""
    match = re.fullmatch(re.escape(f"{unit_code}-{table.code}") + r"(\d{3,6})", text.strip(), re.IGNORECASE)
    return int(match.group(1)) if match else None


def offered(plan: Plan, field: Field, t: Translator) -> tuple[str, ...]:
    """What a field's drop-down offers, in order; () for a field without one."""
    match field.type:
        case FieldType.CHOICE:
            return plan.choices_for(field).values
        case FieldType.GOAL:
            return tuple(goal.label for goal in plan.goals_for(field))
        case FieldType.YESNO:
            return (t("Yes"), t("No"))
        case _:
            return ()
