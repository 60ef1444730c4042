from __future__ import annotations

import io
from datetime import date

import pytest
from openpyxl import Workbook

from aktivplan.workbooks.sheets import ReadingError, Sheet
from aktivplan.workbooks.workbook import read_workbook


def content(book: Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


@pytest.fixture
def book() -> Workbook:
    book = Workbook()
    book.active.title = "Synligt"  # type: ignore[union-attr]
    book.create_sheet("Dolt").sheet_state = "hidden"
    book.create_sheet("Listor")["A1"] = "x"
    return book


def test_cells_stand_where_excel_has_them(book: Workbook) -> None:
    book["Synligt"]["C4"] = "här"
    sheet = read_workbook(content(book)).sheets[0]
    assert (sheet.cell(4, 3), sheet.cell(4, 2), sheet.cell(1, 1)) == ("här", "", "")


def test_beyond_the_edge_there_is_nothing() -> None:
    assert Sheet("Tom", visible=True, rows=[["a"]]).cell(2, 1) == ""
    assert Sheet("Tom", visible=True, rows=[["a"]]).cell(1, 2) == ""
    assert Sheet("Tom", visible=True, rows=[["a"]]).cell(0, 0) == ""


def test_dates_numbers_and_truths_are_themselves(book: Workbook) -> None:
    for column, value in enumerate((date(2027, 3, 1), 1.5, True, "=A1"), start=1):
        cell = book["Synligt"].cell(1, column, value)
        cell.data_type = "s" if value == "=A1" else cell.data_type
    assert read_workbook(content(book)).sheets[0].rows == [[date(2027, 3, 1), 1.5, True, "=A1"]]


def test_hidden_sheets_are_read_and_known_as_such(book: Workbook) -> None:
    sheets = read_workbook(content(book)).sheets
    assert [(sheet.name, sheet.visible) for sheet in sheets] == [
        ("Synligt", True),
        ("Dolt", False),
        ("Listor", True),
    ]


def test_sheets_to_be_skipped_are_not_read(book: Workbook) -> None:
    assert [sheet.name for sheet in read_workbook(content(book), skip=("Listor",)).sheets] == [
        "Synligt",
        "Dolt",
    ]


def test_a_package_without_its_directory_is_damaged(book: Workbook) -> None:
    broken = content(book).replace(b"PK\x01\x02", b"PK\x00\x00")
    with pytest.raises(ReadingError) as caught:
        read_workbook(broken)
    assert caught.value.code == "file-damaged"


def test_text_is_no_workbook() -> None:
    with pytest.raises(ReadingError) as caught:
        read_workbook(b"a;b;c")
    assert caught.value.code == "file-not-workbook"
