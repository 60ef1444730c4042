"""Bytes to sheets of cells. Knows the file formats, and nothing of plans.

Only ever run in a process of its own: a hostile file can end the process it is read in.
"""

from __future__ import annotations

import io
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from aktivplan.reading.cells import Cell
from aktivplan.reading.saved_at import saved_at

_ZIP = b"PK"
_OLE = b"\xd0\xcf\x11\xe0"


class ReadingError(Exception):
    """The content is no workbook that can be read; ``code`` is the finding that says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. ``rows[0][0]`` is cell A1, whatever stands there."""

    name: str
    visible: bool
    rows: list[list[Cell]]

    def cell(self, row: int, column: int) -> Cell:
        """The cell by Excel's row and column, from 1; "" beyond the edge."""
        if 0 < row <= len(self.rows) and 0 < column <= len(self.rows[row - 1]):
            return self.rows[row - 1][column - 1]
        return ""


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets that were read, in the workbook's order."""

    sheets: tuple[Sheet, ...]
    saved: datetime | None
    """When a program last saved it, by the file's own account (UTC)."""


def read_workbook(content: bytes, *, skip: Collection[str] = ()) -> Workbook:
    """Every worksheet but those named in ``skip``, from .xlsx, .xlsm, .xlsb, .xls or .ods.

    Raises:
        ReadingError: file-not-workbook, file-encrypted or file-damaged.
    """
    if not content.startswith((_ZIP, _OLE)):
        raise ReadingError("file-not-workbook")
    try:
        sheets = _sheets(content, skip)
    except PasswordError as error:
        raise ReadingError("file-encrypted") from error
    except (CalamineError, OSError, ValueError) as error:
        raise ReadingError("file-damaged") from error
    except BaseException as error:
        # Where calamine's code stumbles, it raises what is no Exception and cannot be imported.
        if type(error).__name__ != "PanicException":
            raise
        raise ReadingError("file-damaged") from error
    return Workbook(sheets, saved_at(content) if content.startswith(_ZIP) else None)


def _sheets(content: bytes, skip: Collection[str]) -> tuple[Sheet, ...]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return tuple(
        Sheet(
            meta.name,
            meta.visible == SheetVisibleEnum.Visible,
            book.get_sheet_by_name(meta.name).to_python(skip_empty_area=False),
        )
        for meta in book.sheets_metadata
        if meta.typ == SheetTypeEnum.WorkSheet and meta.name not in skip
    )
