"""The stream of an .xls, record by record: how far its sheets reach, and what calamine does not tell of them.

Layouts are those of [MS-XLS]; every number in a record stands with the least significant byte first.
"""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from aktivplan.workbooks.biff_styles import cell_styles, shared_text_sizes
from aktivplan.workbooks.budget import Budget
from aktivplan.workbooks.limits import MOST_TEXT
from aktivplan.workbooks.looks import Looks, Position
from aktivplan.workbooks.number_formats import TOLD, Shown
from aktivplan.workbooks.references import columns_within
from aktivplan.workbooks.sheets import Area, Carried, Cell, NoValue, ReadingError

ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}
"""What an error is called, by its number in binary formats."""

_EOF, _BOF, _BOUND_SHEET, _FILE_PASS, _SUP_BOOK = 0x000A, 0x0809, 0x0085, 0x002F, 0x01AE
_DIMENSIONS, _ROW, _COLUMNS = 0x0200, 0x0208, 0x007D
_NUMBER, _RK, _MUL_RK, _FORMULA, _BOOL_ERR, _LABEL_SST = 0x0203, 0x027E, 0x00BD, 0x0006, 0x0205, 0x00FD
_CELLS = frozenset({_NUMBER, _RK, _MUL_RK, _FORMULA, _BOOL_ERR, _LABEL_SST, 0x0204, 0x00D6})
_NUMBERS = frozenset({_NUMBER, _RK, _MUL_RK, _FORMULA})
_NOTHING = b"\xff\x7f"
"""The kind of a record that no reader knows."""
_HEADER, _CELL = struct.Struct("<HH"), struct.Struct("<HHH")
_HIDDEN_ROW, _HIDDEN_COLUMN = 0x20, 0x01
_SHORTEST_CELL = 6


@dataclass(slots=True)
class BiffSheet:
    """What the records of one sheet say."""

    rows: int = 0
    columns: int = 0
    shared_texts: Counter[int] = field(default_factory=Counter)
    mended: list[tuple[Position, Cell]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[tuple[int, int]] = field(default_factory=set)
    shown: dict[Position, Shown] = field(default_factory=dict)

    def looks(self, merged: tuple[Area, ...]) -> Looks:
        """What its cells look like, some of them merged."""
        hidden_columns = columns_within(self.hidden_columns)
        return Looks(merged, frozenset(self.hidden_rows), hidden_columns, self.shown)


@dataclass(frozen=True, slots=True)
class BiffBook:
    """What the records of a workbook say."""

    stream: bytes
    """The same records, without a promise of how many cells there are."""
    sheets: tuple[BiffSheet, ...]
    """In the workbook's order."""
    carries: frozenset[Carried]


def read_biff(stream: bytes) -> BiffBook:
    """Go through all records.

    Raises:
        ReadingError: file-damaged, file-encrypted, file-too-many-cells or file-swollen.
    """
    records = list(_until_end(stream, 0))
    if any(kind == _FILE_PASS for kind, _, _ in records):
        raise ReadingError("file-encrypted")
    styles = cell_styles(stream, records)
    honest, budget = bytearray(stream), Budget()
    sheets = []
    for kind, at, size in records:
        if kind == _BOUND_SHEET and size >= 4:
            sheet = _read_sheet(honest, int.from_bytes(stream[at : at + 4], "little"), styles)
            budget.take(sheet.rows, sheet.columns)
            sheets.append(sheet)
    if sum(sheet.shared_texts.total() for sheet in sheets) * len(stream) > MOST_TEXT:
        sizes = shared_text_sizes(stream, records)
        for sheet in sheets:
            for number, count in sheet.shared_texts.items():
                budget.take_text(count * sizes[number] if number < len(sizes) else 0)
    return BiffBook(bytes(honest), tuple(sheets), frozenset(_carried(stream, records)))


def _records(stream: bytes | bytearray, at: int) -> Iterator[tuple[int, int, int]]:
    """Kind, place and size of every record from there on."""
    end = len(stream)
    while at + 4 <= end:
        kind, size = _HEADER.unpack_from(stream, at)
        at += 4
        if at + size > end:
            raise ReadingError("file-damaged")
        yield kind, at, size
        at += size


def _until_end(stream: bytes | bytearray, at: int) -> Iterator[tuple[int, int, int]]:
    """The records of one part of the stream, which may lack its beginning; those of a chart within it are left out."""
    begun, depth = False, 1
    for record in _records(stream, at):
        if record[0] == _BOF and begun:
            depth += 1
        elif record[0] == _BOF:
            begun = True
        elif record[0] == _EOF:
            depth -= 1
        if depth == 0:
            return
        if depth == 1:
            yield record


def _read_sheet(stream: bytearray, start: int, styles: Sequence[Shown]) -> BiffSheet:
    sheet = BiffSheet()
    for kind, at, size in _until_end(stream, start):
        if kind in _CELLS and size >= _SHORTEST_CELL:
            row, column, style = _CELL.unpack_from(stream, at)
            last = column if kind != _MUL_RK else int.from_bytes(stream[at + size - 2 : at + size], "little")
            sheet.rows, sheet.columns = max(sheet.rows, row + 1), max(sheet.columns, last + 1)
            if kind == _LABEL_SST and size >= 10:
                sheet.shared_texts[int.from_bytes(stream[at + 6 : at + 10], "little")] += 1
            if kind in (_BOOL_ERR, _FORMULA) and (error := _error(kind, stream[at : at + size])):
                sheet.mended.append(((row + 1, column + 1), NoValue(error)))
            if kind in _NUMBERS and style < len(styles) and styles[style] in TOLD:
                sheet.shown[row + 1, column + 1] = styles[style]
        elif kind == _ROW and size >= 14 and stream[at + 12] & _HIDDEN_ROW:
            sheet.hidden_rows.add(int.from_bytes(stream[at : at + 2], "little") + 1)
        elif kind == _COLUMNS and size >= 10 and stream[at + 8] & _HIDDEN_COLUMN:
            first, last = struct.unpack_from("<HH", stream, at)
            sheet.hidden_columns.add((first + 1, last + 1))
        elif kind == _DIMENSIONS:
            # Calamine takes memory for as many cells as this record says.
            stream[at - 4 : at - 2] = _NOTHING
    return sheet


def _error(kind: int, data: bytes | bytearray) -> str:
    """The error that a cell shows; "" if it shows none."""
    if kind == _BOOL_ERR:
        return ERRORS.get(data[6], "#N/A") if len(data) >= 8 and data[7] else ""
    is_error = len(data) >= 14 and data[12:14] == b"\xff\xff" and data[6] == 2
    return ERRORS.get(data[8], "#N/A") if is_error else ""


def _carried(stream: bytes, records: Sequence[tuple[int, int, int]]) -> Iterator[Carried]:
    """Links to other files and programs; a book's own sheets and add-ins are told by numbers in place of a length."""
    for kind, at, size in records:
        if kind == _SUP_BOOK and size > 4 and stream[at + 2 : at + 4] not in (b"\x01\x04", b"\x01\x3a"):
            path = stream[at + 4 : at + size]
            yield Carried.DDE if b"\x03" in path else Carried.EXTERNAL_LINKS
