from __future__ import annotations

import struct

import pytest

from aktivplan.workbooks.compound import CompoundFile, compound_file
from aktivplan.workbooks.number_formats import Shown
from aktivplan.workbooks.sheets import Carried, NoValue, ReadingError, Sheet, Workbook
from aktivplan.workbooks.workbook import read_workbook
from tests.workbooks.packages import biff, number_cell, record


def read(sheet: bytes, workbook: bytes = b"") -> Workbook:
    return read_workbook(compound_file("Workbook", biff(sheet, workbook)))


def only_sheet(sheet: bytes, workbook: bytes = b"") -> Sheet:
    return read(sheet, workbook).sheets[0]


def style(number_format: int) -> bytes:
    return record(0x00E0, struct.pack("<HH16x", 0, number_format))


def test_cells_stand_where_excel_has_them() -> None:
    sheet = only_sheet(number_cell(2, 1, 1.5))
    assert (sheet.name, sheet.visible, sheet.rows) == ("Blad", True, [["", ""], ["", ""], ["", 1.5]])


def test_errors_are_no_empty_cells() -> None:
    error = record(0x0205, struct.pack("<HHHBB", 0, 0, 0, 0x17, 1))
    formula = record(0x0006, struct.pack("<HHHBBBBHHHI", 0, 1, 0, 2, 0, 0x2A, 0, 0, 0xFFFF, 0, 0) + b"\0\0")
    assert only_sheet(error + formula).rows == [[NoValue("#REF!"), NoValue("#N/A")]]


def test_hidden_rows_and_columns_are_known() -> None:
    row = record(0x0208, struct.pack("<HHHHHHHH", 0, 0, 1, 255, 0, 0, 0x20, 0))
    column = record(0x007D, struct.pack("<HHHHHH", 0, 255, 0, 0, 1, 0))
    sheet = only_sheet(row + column + number_cell(0, 0, 1) + number_cell(1, 1, 1))
    assert (sheet.hidden_rows, sheet.hidden_columns) == ({1}, {1, 2})


def test_dates_shown_as_month_and_year_are_known() -> None:
    assert only_sheet(number_cell(0, 0, 46082), style(17)).shown == {(1, 1): Shown.MONTH}
    assert only_sheet(number_cell(0, 0, 46082), style(14)).shown == {}


def test_links_to_other_files_are_told() -> None:
    path = b"\x01\x00" + b"\x05\x00\x00" + b"a.xls"
    assert read(b"", record(0x01AE, path)).carries == {Carried.EXTERNAL_LINKS}


@pytest.mark.parametrize("size", [10, 4095, 4096, 9_000, 5_000_000])
def test_a_stream_comes_out_of_a_compound_file_as_it_went_in(size: int) -> None:
    stream = bytes(range(256)) * (size // 256 + 1)
    found = CompoundFile(compound_file("Workbook", stream[:size])).stream("WORKBOOK")
    assert found is not None
    assert found[:size] == stream[:size]


def test_a_chain_of_sectors_that_bites_its_tail_is_damaged() -> None:
    content = bytearray(compound_file("Workbook", bytes(9_000)))
    content[4096 + 8 : 4096 + 20] = struct.pack("<3I", 2, 2, 2)
    content[4096 + 4 : 4096 + 8] = struct.pack("<I", 1)
    with pytest.raises(ReadingError):
        read_workbook(bytes(content))
