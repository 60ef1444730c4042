"""A worksheet of an .xlsb, record by record: how far it reaches, and what calamine does not tell of it."""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from aktivplan.workbooks.biff import ERRORS
from aktivplan.workbooks.binary_records import records
from aktivplan.workbooks.limits import LAST_COLUMN, LAST_ROW
from aktivplan.workbooks.looks import Looks, Position
from aktivplan.workbooks.number_formats import TOLD, Shown
from aktivplan.workbooks.references import columns_within
from aktivplan.workbooks.sheets import Area, Cell, NoValue, ReadingError

_ROW, _COLUMNS, _MERGED, _END = 0x0000, 0x003C, 0x00B0, 0x0092
_ERROR, _FORMULA_ERROR, _SHARED_TEXT = 0x0003, 0x000B, 0x0007
_CELLS = frozenset(range(0x0002, 0x000C))
_NUMBERS = frozenset({0x0002, 0x0005, 0x0009})
_HIDDEN_ROW, _HIDDEN_COLUMN = 0x10, 0x01
_STYLE = 0xFFFFFF


@dataclass(slots=True)
class BinarySheet:
    """What the records of one sheet say."""

    rows: int = 0
    columns: int = 0
    shared_texts: Counter[int] = field(default_factory=Counter)
    mended: list[tuple[Position, Cell]] = field(default_factory=list)
    merged: list[Area] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[tuple[int, int]] = field(default_factory=set)
    shown: dict[Position, Shown] = field(default_factory=dict)

    def looks(self) -> Looks:
        """What its cells look like."""
        return Looks(
            tuple(self.merged),
            frozenset(self.hidden_rows),
            columns_within(self.hidden_columns),
            self.shown,
        )


def read_binary_sheet(part: bytes, styles: Sequence[Shown]) -> BinarySheet:
    """Go through all records of a worksheet's part.

    Raises:
        ReadingError: file-damaged.
    """
    sheet, row = BinarySheet(), 1
    try:
        for kind, at, size in records(part):
            if kind in _CELLS:
                _read_cell(sheet, row, kind, part[at : at + min(size, 12)], styles)
            elif kind == _ROW:
                row = _row(sheet, part[at : at + size])
            elif kind == _COLUMNS:
                first, last, _, _, flags = struct.unpack_from("<IIIIH", part, at)
                if flags & _HIDDEN_COLUMN:
                    sheet.hidden_columns.add((first + 1, last + 1))
            elif kind == _MERGED:
                top, bottom, left, right = struct.unpack_from("<4I", part, at)
                if max(bottom, top) >= LAST_ROW or max(left, right) >= LAST_COLUMN:
                    raise ReadingError("file-damaged")
                sheet.merged.append(Area(top + 1, left + 1, bottom + 1, right + 1))
    except struct.error as error:
        raise ReadingError("file-damaged") from error
    return sheet


def _row(sheet: BinarySheet, data: bytes) -> int:
    """The row's number, from 1, that the cells after this record stand in."""
    number = int.from_bytes(data[:4], "little")
    if number >= LAST_ROW:
        raise ReadingError("file-damaged")
    if len(data) > 11 and data[11] & _HIDDEN_ROW:
        sheet.hidden_rows.add(number + 1)
    return number + 1


def _read_cell(sheet: BinarySheet, row: int, kind: int, data: bytes, styles: Sequence[Shown]) -> None:
    column, style = struct.unpack_from("<II", data)
    style &= _STYLE
    column += 1
    if column > LAST_COLUMN:
        raise ReadingError("file-damaged")
    sheet.rows, sheet.columns = max(sheet.rows, row), max(sheet.columns, column)
    if kind == _SHARED_TEXT:
        sheet.shared_texts[int.from_bytes(data[8:12], "little")] += 1
    elif kind in (_ERROR, _FORMULA_ERROR):
        sheet.mended.append(
            ((row, column), NoValue(ERRORS.get(data[8], "#N/A") if len(data) > 8 else "#N/A"))
        )
    elif kind in _NUMBERS and style < len(styles) and styles[style] in TOLD:
        sheet.shown[row, column] = styles[style]
