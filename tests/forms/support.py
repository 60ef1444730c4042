"""Opening forms that were written, for the tests of this room."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import openpyxl
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from aktivplan.definition.models import Plan
from aktivplan.forms.writer import write_form


def form(plan: Plan, unit: str = "BUF", **arguments: Any) -> Workbook:
    """A unit's form as openpyxl reads it."""
    return opened(write_form(plan, plan.units_by_code[unit], **arguments))


def opened(content: bytes) -> Workbook:
    """A workbook as openpyxl reads it."""
    return openpyxl.load_workbook(io.BytesIO(content))


def part(content: bytes, name: str) -> str:
    """One part of the package, as text."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return package.read(name).decode("utf-8")


def rules_over(sheet: Worksheet, cell: str) -> list[Any]:
    """The data validations that hold for a cell."""
    return [rule for rule in sheet.data_validations.dataValidation if cell in rule]


def marks_over(sheet: Worksheet, cell: str) -> list[str]:
    """The formulas of the conditional formats that hold for a cell."""
    return [rule.formula[0] for area in sheet.conditional_formatting if cell in area for rule in area.rules]


def keyed(sheet: Worksheet, key: str) -> Any:
    """The answer's cell on the first sheet that stands beside a key."""
    row = next(cell.row for cell in sheet["D"] if cell.value == key)
    return sheet.cell(row, 2)
