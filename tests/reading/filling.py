"""A unit's form, filled in as people do: with a spreadsheet program, cell by cell."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from aktivplan.definition.models import Plan
from aktivplan.forms.layout import FIRST_ROW, KEY_ROW, table_layout
from aktivplan.forms.writer import write_form
from aktivplan.i18n import translator
from aktivplan.reading.submission import read_submission
from aktivplan.records import Submission

MODIFIED = datetime(2026, 11, 5, 12, 0, tzinfo=UTC)

ROWS: tuple[Mapping[str, Any], ...] = (
    {
        "mal": "1.1 Vi vet mer om barns levnadsvillkor",
        "aktivitet": "Fråga barnen i årskurs 5 vad de behöver\nBerätta för dem vad som blev av det",
        "ansvarig": "Rektor på Vikskolan",
        "tid": "mars–maj 2027",
        "resurser": "Två dagar",
        "indikatorer": "Minst 80 % har svarat",
    },
    {
        "mal": "2.1 Barnets bästa prövas före varje beslut",
        "aktivitet": "=SUMMA(1;2) står det i den gamla planen",
        "ansvarig": "+46 70 123",
        "tid": "senast 30 juni 2027",
        "resurser": "-",
        "indikatorer": "@alla chefer har gått kursen",
    },
)


def blank_form(plan: Plan, unit: int = 0) -> Workbook:
    """The form of one of the plan's units, opened."""
    return load_workbook(io.BytesIO(write_form(plan, plan.units[unit])))


def sheet_of(book: Workbook, plan: Plan, table: int = 0) -> Worksheet:
    """The sheet of one of the plan's tables, under its printed name."""
    layout = table_layout(plan, plan.tables[table], translator(plan.settings.language))
    sheet: Worksheet = book[layout.sheet]
    return sheet


def fill_in(
    book: Workbook,
    plan: Plan,
    rows: Sequence[Mapping[str, Any]] = ROWS,
    *,
    first_row: int = FIRST_ROW,
    table: int = 0,
) -> Worksheet:
    """Write the rows, by field key, into a table's sheet, one below the other."""
    sheet = sheet_of(book, plan, table)
    columns = {str(cell.value).split(".")[1]: cell.column for cell in sheet[KEY_ROW] if cell.value}
    for number, values in enumerate(rows, start=first_row):
        for key, content in values.items():
            cell = sheet.cell(number, columns[key], content)
            if isinstance(content, str):
                cell.data_type = "s"
    return sheet


def saved(book: Workbook) -> bytes:
    """The workbook's bytes."""
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def read(plan: Plan, content: bytes | Workbook, file: str = "svar.xlsx") -> Submission:
    """What is read from it."""
    return read_submission(plan, file, content if isinstance(content, bytes) else saved(content), MODIFIED)


def texts(submission: Submission) -> list[dict[str, str]]:
    """What the records say, by field key, without empty fields."""
    return [
        {key: value.text for key, value in record.values.items() if value.text}
        for record in submission.records
    ]


def codes(submission: Submission) -> list[str]:
    """The codes of the findings, in order."""
    return [finding.code for finding in submission.findings]
