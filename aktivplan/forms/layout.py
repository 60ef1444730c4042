"""Where everything stands in a unit's workbook. The writer writes by it and the reader reads by it.

Knows the definition and the form's own words, and no workbook library.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from aktivplan.definition import printed_names
from aktivplan.definition.models import Field, Plan, Table, Unit
from aktivplan.definition.terms import FieldType
from aktivplan.files import safe_name
from aktivplan.findings import column_letters
from aktivplan.i18n import Translator

META_SHEET = printed_names.META_SHEET
"""Hidden sheet that says what the form is: see `MetaKey` and `FormMeta`."""
FORMAT_VERSION = "1"
"""Changes when the hidden sheet is laid out in another way."""
LISTS_SHEET = printed_names.LISTS_SHEET
"""Hidden sheet with one choice list a column, its name in row 1."""
ROUND_PLANNING = "planning"

TITLE_ROW, HELP_ROW, COMPLETE_ROW, KEY_ROW, HEADING_ROW, FIRST_ROW = 1, 2, 3, 4, 5, 6
"""Rows of a table's sheet: title, help, how many rows are complete, hidden keys, headings, first record."""
PREPARED_ROWS = 30
"""Rows that stand ready with a printed record id; the table grows as people type below them."""
LAST_ROW = 1000
"""As far down reach the drop-downs, checks and marks, so that rows added below the prepared ones have them too."""

ID_KEY = printed_names.ID_KEY
"""The key of the first column, which holds the printed record ids."""

START_LABEL_COLUMN, START_VALUE_COLUMN, START_KEY_COLUMN = 1, 2, 4
"""Columns of the first sheet: what is asked, the answer, and (hidden) its key."""
KEY_UNIT_NAME, KEY_UNIT = "unit.name", "unit.code"
"""Keys on the first sheet: the unit's name, and its code."""
KEY_MANAGER, KEY_DAY = "attestation.manager", "attestation.day"
"""Keys on the first sheet: the approving manager's name, and the date of approval."""


_FIGURES = re.compile(r"\d")
_DIGITS_OF_ID = re.compile(r"\d{3,6}", re.ASCII)
_RECORD_ID = re.compile(r"([^\W_]+(?:-[^\W_]+)*)-[^\W\d_]{0,3}\d{3,6}")
_MARKS_KNOWN = 512
"""So many texts' marks are remembered: forms of a plan say the same around the cells to fill in."""
_LONGEST_HEADING = 240
"""Excel takes 255 characters as the name of a table's column, in one line."""


class MetaKey(StrEnum):
    """What column A of the hidden sheet says of its row.

    Column B holds the value. A `COLUMN` row holds table key, sheet, field key, column letters and heading in
    columns B to F. The letters are those of the day the form was written; columns may have been moved since.
    """

    FORMAT = "format"
    PLAN = "plan"
    VERSION = "version"
    UNIT = "unit"
    ROUND = "round"
    LANGUAGE = "language"
    CORRECTS = "corrects"
    """In a corrected copy: the SHA-256 of the answer that it was made from."""
    PRINTED = "printed"
    """Marks of the texts that were printed around the cells to fill in (`printed_mark`), with spaces between."""
    COLUMN = "column"


@dataclass(frozen=True, slots=True)
class PlacedColumn:
    """A column of a form, as its hidden sheet names it."""

    table: str
    sheet: str
    field: str
    letters: str
    heading: str


@dataclass(frozen=True, slots=True)
class FormMeta:
    """What the hidden sheet says: which plan and unit the form is of, and how its tables are laid out."""

    plan: str
    version: str
    unit: str
    round: str
    language: str
    columns: tuple[PlacedColumn, ...]
    format: str = FORMAT_VERSION
    corrects: str = ""
    """Of a corrected copy: the SHA-256 of the answer that it was made from; "" for any other form."""
    printed: frozenset[str] = frozenset()
    """Marks of the texts around the cells to fill in; none where the form does not say."""


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
    ids = Column(1, ID_KEY, printed_names.id_heading(t), None)
    columns = [ids]
    for index, field in enumerate(table.public_fields, start=2):
        printed = " ".join((field_heading(plan, field) or field.key).split())[:_LONGEST_HEADING]
        heading = _distinct(printed, [column.heading for column in columns])
        columns.append(Column(index, field.key, heading, field))
    return TableLayout(table, sheet_name(table), tuple(columns))


def field_heading(plan: Plan, field: Field) -> str:
    """The heading as printed; a goal field without one takes the name of its level."""
    if field.heading or field.type is not FieldType.GOAL:
        return field.heading
    return plan.level_name(field.level or len(plan.settings.level_names))


def sheet_name(table: Table) -> str:
    """The table's title as Excel allows it."""
    return printed_names.sheet_name(table.title)


def form_file_name(plan: Plan, unit: Unit) -> str:
    """What a unit's form is called: "BUF Handlingsplan.xlsx", the unit's code and the plan's title.

    Codes are unique in a plan, so the names are too; they are allowed on Windows, macOS and Linux.
    """
    return unit_file_stem(plan, unit) + ".xlsx"


def unit_file_stem(plan: Plan, unit: Unit) -> str:
    """How the name of a file for a unit begins, whatever it ends with."""
    return safe_name(f"{unit.code} {plan.settings.title}")


def start_sheet_name(t: Translator) -> str:
    """The name of the first sheet."""
    return printed_names.start_sheet_name(t)


def goals_sheet_name(t: Translator) -> str:
    """The name of the sheet that lists the goals."""
    return printed_names.goals_sheet_name(t)


def corrections_sheet_name(t: Translator) -> str:
    """The name of a corrected copy's first sheet, which lists what is to be mended."""
    return printed_names.corrections_sheet_name(t)


def leftovers_sheet_name(t: Translator) -> str:
    """The name of a corrected copy's sheet for what the form has no place for."""
    return printed_names.leftovers_sheet_name(t)


def column_key(table: Table, key: str) -> str:
    """What the hidden row above the headings says over a column: "activities.responsible"."""
    return f"{table.key}.{key}"


def record_id(unit_code: str, table: Table, number: int) -> str:
    """The id printed in the first column: "BUF-003", with several tables "BUF-A003"."""
    return f"{unit_code}-{table.code}{number:03d}"


def unit_of_record(text: str) -> str:
    """What stands where a record id has its unit's code: "BUF" in "BUF-A003"; "" for what is no record id."""
    match = _RECORD_ID.fullmatch(text.strip())
    return match.group(1) if match else ""


def record_number(text: str, unit_code: str, table: Table) -> int | None:
    """The running number of a record id; None if it is not an id of this unit and table."""
    beginning, written = f"{unit_code}-{table.code}", text.strip()
    if not written.startswith(beginning) and written[: len(beginning)].casefold() != beginning.casefold():
        return None
    digits = written[len(beginning) :]
    return int(digits) if _DIGITS_OF_ID.fullmatch(digits) else None


def offered(plan: Plan, field: Field, t: Translator) -> tuple[str, ...]:
    """What a field is chosen from, one of them at a time and in order; () for a field of another kind."""
    match field.type:
        case FieldType.CHOICE:
            return plan.choices_for(field).values
        case FieldType.GOAL:
            return tuple(goal.label for goal in plan.goals_for(field))
        case FieldType.YESNO:
            return (t("Yes"), t("No"))
        case _:
            return ()


def form_meta(
    plan: Plan, unit: Unit, t: Translator, *, collection: str = ROUND_PLANNING, corrects: str = ""
) -> FormMeta:
    """What the hidden sheet of a unit's form is to say; ``collection`` is the round.

    ``corrects`` is the SHA-256 of the answer that a corrected copy is made from.
    """
    settings = plan.settings
    columns = (
        PlacedColumn(layout.table.key, layout.sheet, column.key, column_letters(column.index), column.heading)
        for layout in (table_layout(plan, table, t) for table in plan.tables)
        for column in layout.columns
    )
    return FormMeta(
        settings.id,
        plan.version,
        unit.code,
        collection,
        settings.language,
        tuple(columns),
        corrects=corrects,
    )


def meta_rows(meta: FormMeta) -> tuple[tuple[str, ...], ...]:
    """The hidden sheet's rows, top to bottom."""
    return (
        (MetaKey.FORMAT, meta.format),
        (MetaKey.PLAN, meta.plan),
        (MetaKey.VERSION, meta.version),
        (MetaKey.UNIT, meta.unit),
        (MetaKey.ROUND, meta.round),
        (MetaKey.LANGUAGE, meta.language),
        *(((MetaKey.CORRECTS, meta.corrects),) if meta.corrects else ()),
        (MetaKey.PRINTED, " ".join(sorted(meta.printed))),
        *(
            (MetaKey.COLUMN, one.table, one.sheet, one.field, one.letters, one.heading)
            for one in meta.columns
        ),
    )


def meta_from_rows(rows: Iterable[Sequence[str]]) -> FormMeta:
    """What the hidden sheet's rows say. What is missing there is "", rows it does not know are passed over."""
    values: dict[str, str] = {}
    columns: list[PlacedColumn] = []
    for row in rows:
        if not row or row[0] != MetaKey.COLUMN:
            name, value, *_rest = (*row, "", "")
            values.setdefault(name, value)
        elif len(row) >= 6:
            columns.append(PlacedColumn(*row[1:6]))
    return FormMeta(
        plan=values.get(MetaKey.PLAN, ""),
        version=values.get(MetaKey.VERSION, ""),
        unit=values.get(MetaKey.UNIT, ""),
        round=values.get(MetaKey.ROUND, ""),
        language=values.get(MetaKey.LANGUAGE, ""),
        columns=tuple(columns),
        format=values.get(MetaKey.FORMAT, ""),
        corrects=values.get(MetaKey.CORRECTS, ""),
        printed=frozenset(values.get(MetaKey.PRINTED, "").split()),
    )


@lru_cache(_MARKS_KNOWN)
def printed_mark(text: str) -> str:
    """A short mark of a text, by which a text printed in the form is told from one that somebody wrote there.

    Figures do not count: some texts say how many rows are filled in.
    """
    plain = " ".join(_FIGURES.sub("", unicodedata.normalize("NFC", text)).split())
    return f"{zlib.crc32(plain.encode()):08x}"


def _distinct(heading: str, taken: list[str]) -> str:
    """The heading, with a number where another column has it already: a table's headings are unique."""
    used = {one.casefold() for one in taken}
    number, result = 1, heading
    while result.casefold() in used:
        number += 1
        result = f"{heading} {number}"
    return result
