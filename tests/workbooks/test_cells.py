from __future__ import annotations

import io
from datetime import date

from openpyxl import Workbook
from xlsxwriter import Workbook as WrittenWorkbook

from aktivplan.workbooks.sheets import NoValue, Sheet
from aktivplan.workbooks.workbook import read_workbook
from tests.definition.books import saved


def one_sheet(cells: dict[str, object]) -> Sheet:
    book = Workbook()
    for cell, value in cells.items():
        book.worksheets[0][cell] = value
    return read_workbook(saved(book)).sheets[0]


def test_rows_and_columns_are_counted_as_excel_does() -> None:
    grid = one_sheet({"C4": "här"})
    assert grid.cell(4, 3) == "här"
    assert grid.cell(1, 1) == ""
    assert grid.cell(99, 99) == ""


def test_cells_come_as_what_they_are() -> None:
    grid = one_sheet({"A1": "text", "B1": 1.5, "C1": True, "D1": date(2027, 3, 1)})
    assert grid.rows[0][:3] == ["text", 1.5, True]
    day = grid.rows[0][3]
    assert isinstance(day, date)
    assert (day.year, day.month, day.day) == (2027, 3, 1)


def test_a_formula_that_was_never_calculated_is_not_taken_for_an_empty_cell() -> None:
    assert one_sheet({"A1": "x", "B2": "=1+1"}).cell(2, 2) == NoValue("=1+1")


def written(formula: str, value: str) -> Sheet:
    buffer = io.BytesIO()
    book = WrittenWorkbook(buffer)
    book.add_worksheet().write_formula(0, 0, formula, None, value)
    book.close()
    return read_workbook(buffer.getvalue()).sheets[0]


def test_a_formula_that_gives_an_error_is_not_taken_for_an_empty_cell() -> None:
    assert written("=NA()", "#N/A").cell(1, 1) == NoValue("#N/A")


def test_a_formula_comes_as_its_value() -> None:
    assert written('="a"&"b"', "ab").cell(1, 1) == "ab"


def test_sheets_of_charts_are_left_out() -> None:
    book = Workbook()
    book.create_chartsheet("Diagram")
    assert [grid.name for grid in read_workbook(saved(book)).sheets] == ["Sheet"]
