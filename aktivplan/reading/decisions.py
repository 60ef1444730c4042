"""What leaders have filled in in the former master workbook. Reads leaders' fields, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from aktivplan.definition.models import Plan
from aktivplan.findings import Place
from aktivplan.forms.layout import ID_KEY
from aktivplan.i18n import translator
from aktivplan.reading.cells import text_of
from aktivplan.reading.keys import KeyRow, find_key_row
from aktivplan.reading.values import ValueReader
from aktivplan.records import Decision, Value
from aktivplan.workbooks.sheets import Sheet
from aktivplan.workbooks.workbook import read_workbook


def read_decisions(plan: Plan, content: bytes, file: str) -> tuple[Decision, ...]:
    """The leaders' entries by record, from every sheet whose hidden keys name a table's ids.

    Args:
        plan: the plan.
        content: the former master workbook's bytes.
        file: what to call it in findings.

    Raises:
        ReadingError: the content is no workbook that can be read.
    """
    sheets = read_workbook(content).sheets
    keyed = ((sheet, keys) for sheet in sheets if (keys := find_key_row(plan, sheet)))
    return tuple(
        decision
        for sheet, keys in keyed
        if ID_KEY in keys.columns
        for decision in _decisions(plan, sheet, keys, file)
    )


def _decisions(plan: Plan, sheet: Sheet, keys: KeyRow, file: str) -> Iterator[Decision]:
    t = translator(plan.settings.language)
    readers = [
        (field.key, keys.columns[field.key], ValueReader(plan, field))
        for field in keys.table.leaders_fields
        if field.key in keys.columns
    ]
    # The row below the keys holds the headings.
    for number in range(keys.row + 2, len(sheet.rows) + 1):
        record = text_of(sheet.cell(number, keys.columns[ID_KEY]), t)
        values = _filled_in(
            {key: reader.read(sheet.cell(number, column), column) for key, column, reader in readers}
        )
        if record and values:
            yield Decision(record, keys.table.key, values, Place(file, sheet.name, number))


def _filled_in(values: dict[str, Value]) -> dict[str, Value]:
    return {key: value for key, value in values.items() if value.text}
