"""The leaders' columns of a master workbook, filled in: what they decided before the demo's build."""

from __future__ import annotations

import io
from collections.abc import Iterator

from xlsxwriter import Workbook

from aktivplan.definition.models import Plan, Table
from aktivplan.definition.terms import FieldType
from aktivplan.demo.sample import Sample, SampleDecision
from aktivplan.forms.layout import ID_KEY, column_key, record_number, sheet_name
from aktivplan.ooxml import FIXED_TIME


def decisions_workbook(plan: Plan, sample: Sample) -> bytes:
    """A sheet for each table that leaders decide on: record ids, and what the sample's leaders filled in.

    The columns are marked by hidden keys as those of the master workbook are, so a build reads it as one.
    """
    buffer = io.BytesIO()
    with Workbook(buffer, {"in_memory": True}) as workbook:
        workbook.set_properties({"created": FIXED_TIME})
        for table in plan.tables:
            if table.leaders_fields:
                sheet = workbook.add_worksheet(sheet_name(table))
                sheet.set_row(0, None, None, {"hidden": True})
                for row, cells in enumerate(_rows(plan, table, sample)):
                    for column, cell in enumerate(cells):
                        write = sheet.write_string if isinstance(cell, str) else sheet.write_number
                        write(row, column, cell)
    return buffer.getvalue()


def _rows(plan: Plan, table: Table, sample: Sample) -> Iterator[list[str | float]]:
    """Keys, headings, and a row for each decision about a record of the table."""
    fields = table.leaders_fields
    yield [column_key(table, key) for key in (ID_KEY, *(field.key for field in fields))]
    yield [ID_KEY, *(field.heading for field in fields)]
    for decision in sample.decisions:
        if _is_about(decision, plan, table):
            texts = ((field.type, decision.values.get(field.key, "")) for field in fields)
            yield [decision.record, *(_typed(kind, text) for kind, text in texts)]


def _is_about(decision: SampleDecision, plan: Plan, table: Table) -> bool:
    return any(record_number(decision.record, unit.code, table) is not None for unit in plan.units)


def _typed(kind: FieldType, text: str) -> str | float:
    return float(text) if text and kind in (FieldType.NUMBER, FieldType.MONEY) else text
