"""Bytes to sheets of cells. Knows the file formats, and nothing of plans.

Only ever run in a process of its own: a hostile file can end the process it is read in.
"""

from __future__ import annotations

import io
from collections.abc import Collection
from typing import cast

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from aktivplan.workbooks.saved_at import saved_at
from aktivplan.workbooks.sheets import Cell, ReadingError, Sheet, Workbook

_ZIP = b"PK"
_OLE = b"\xd0\xcf\x11\xe0"


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
            _rows(book.get_sheet_by_name(meta.name)),
        )
        for meta in book.sheets_metadata
        if meta.typ == SheetTypeEnum.WorkSheet and meta.name not in skip
    )


def _rows(sheet: CalamineSheet) -> list[list[Cell]]:
    return cast("list[list[Cell]]", sheet.to_python(skip_empty_area=False))
