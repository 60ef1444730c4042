"""A plan.xlsx for tests: written by the writer, then changed cell by cell as a person would."""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import cache

from openpyxl import Workbook, load_workbook

from aktivplan.definition.models import Plan
from aktivplan.definition.plan_reader import PlanRead, read_plan
from aktivplan.definition.plan_writer import write_plan
from aktivplan.findings import Finding
from tests.support import activities_table, every_type_table, make_plan


def sample_plan() -> Plan:
    """A Swedish plan with two tables: goals in rows 5 to 9, units 5 to 7, tables 5 and 6, fields 5 to 24."""
    return make_plan(tables=(activities_table(), every_type_table()))


@cache
def sample_book() -> bytes:
    """Its plan.xlsx."""
    return write_plan(sample_plan())


def changed(changes: Mapping[str, object]) -> bytes:
    """The sample's plan.xlsx with cells changed: {"Mål!C6": "9"}; None empties a cell."""
    book = load_workbook(io.BytesIO(sample_book()))
    for place, value in changes.items():
        sheet, cell = place.split("!")
        book[sheet][cell] = value
    return saved(book)


def saved(book: Workbook) -> bytes:
    """The workbook's bytes."""
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def read_changed(changes: Mapping[str, object]) -> PlanRead:
    """What the reader makes of the changed workbook."""
    return read_plan(changed(changes))


def told(found: Finding) -> tuple[str, str, str]:
    """Code, sheet and cell of a finding."""
    return found.code, found.place.sheet, found.place.cell
