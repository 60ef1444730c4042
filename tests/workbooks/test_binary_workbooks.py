from __future__ import annotations

import struct

import pytest

from aktivplan.workbooks.sheets import Area, NoValue, ReadingError, Sheet
from aktivplan.workbooks.workbook import read_workbook
from tests.workbooks.packages import relationships, zipped


def record(kind: int, data: bytes = b"") -> bytes:
    """A record: kind and size in seven bits a byte."""
    size = len(data)
    head = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    return head + (bytes([size]) if size < 0x80 else bytes([size & 0x7F | 0x80, size >> 7])) + data


def row(number: int, *, hidden: bool = False) -> bytes:
    return record(0x00, struct.pack("<IIHBBI", number, 0, 0, 0, 0x10 if hidden else 0, 0))


def number(column: int, value: float) -> bytes:
    return record(0x05, struct.pack("<IId", column, 0, value))


def book(cells: bytes, after: bytes = b"") -> bytes:
    """An .xlsb with one sheet of those records."""
    sheet = (
        record(0x81) + record(0x94, bytes(16)) + record(0x91) + cells + record(0x92) + after + record(0x82)
    )
    name, link = "Blad".encode("utf-16-le"), "rId1".encode("utf-16-le")
    listed = struct.pack("<III", 0, 1, 4) + link + struct.pack("<I", 4) + name
    return zipped(
        {
            "_rels/.rels": relationships([("rId1", "officeDocument", "xl/workbook.bin")]),
            "xl/workbook.bin": record(0x83) + record(0x9C, listed) + record(0x90) + record(0x84),
            "xl/_rels/workbook.bin.rels": relationships([("rId1", "worksheet", "worksheets/sheet1.bin")]),
            "xl/worksheets/sheet1.bin": sheet,
        }
    )


def read(cells: bytes, after: bytes = b"") -> Sheet:
    return read_workbook(book(cells, after)).sheets[0]


def test_cells_stand_where_excel_has_them() -> None:
    sheet = read(row(1) + number(2, 1.5))
    assert (sheet.name, sheet.visible, sheet.rows) == ("Blad", True, [["", "", ""], ["", "", 1.5]])


def test_errors_are_no_empty_cells() -> None:
    cells = record(0x03, struct.pack("<IIB", 0, 0, 0x17)) + record(
        0x0B, struct.pack("<IIBHII", 1, 0, 0x2A, 0, 0, 0)
    )
    assert read(row(0) + cells).rows == [[NoValue("#REF!"), NoValue("#N/A")]]


def test_hidden_rows_and_merged_cells_are_known() -> None:
    merged = record(0xB0, struct.pack("<4I", 0, 1, 0, 0))
    sheet = read(row(0, hidden=True) + number(0, 1) + row(1) + number(0, 2), merged)
    assert (sheet.hidden_rows, sheet.merged, sheet.rows) == ({1}, (Area(1, 1, 2, 1),), [[1.0], [""]])


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        (row(0) + number(4_000_000_000, 1), "file-damaged"),
        (row(1_048_576) + number(0, 1), "file-damaged"),
        (row(0) + number(0, 1) + row(1_048_575) + number(16_383, 1), "file-too-many-cells"),
        (b"\x05\xff\xff\xff\x7f", "file-damaged"),
    ],
)
def test_what_reaches_too_far_is_refused(cells: bytes, code: str) -> None:
    with pytest.raises(ReadingError) as caught:
        read(cells)
    assert caught.value.code == code
