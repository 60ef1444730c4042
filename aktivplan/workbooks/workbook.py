"""Bytes to sheets of cells. Knows the file formats, and nothing of plans.

Only ever run in a process of its own: a hostile file can end the process it is read in.
"""

from __future__ import annotations

from collections.abc import Collection

from python_calamine import SheetTypeEnum, SheetVisibleEnum

from aktivplan.workbooks.calamine import Unreadable, open_book, rows_of_sheet
from aktivplan.workbooks.carried import carried
from aktivplan.workbooks.office_book import find_book
from aktivplan.workbooks.office_reading import read_office_sheets
from aktivplan.workbooks.package import Package
from aktivplan.workbooks.saved_at import saved_in
from aktivplan.workbooks.sheets import ReadingError, Sheet, Workbook
from aktivplan.workbooks.xls_reading import read_xls

_ZIP = b"PK"
_OLE = b"\xd0\xcf\x11\xe0"


def read_workbook(content: bytes, *, skip: Collection[str] = ()) -> Workbook:
    """Every worksheet but those named in ``skip``, from .xlsx, .xlsm, .xlsb, .xls or .ods.

    Raises:
        ReadingError: file-not-workbook, file-encrypted, file-damaged, file-unsafe, file-swollen, file-too-many-parts
            or file-too-many-cells.
    """
    if content.startswith(_ZIP):
        return _read_package(Package(content), content, skip)
    if content.startswith(_OLE):
        sheets, carries = read_xls(content, skip)
        return Workbook(sheets, None, carries)
    raise ReadingError("file-not-workbook")


def _read_package(package: Package, content: bytes, skip: Collection[str]) -> Workbook:
    part = find_book(package)
    if part.lower().endswith(".xml"):
        sheets = read_office_sheets(package, part, skip)
    else:
        sheets = _read_plainly(content, skip)
    return Workbook(sheets, saved_in(package.read), carried(package))


def _read_plainly(content: bytes, skip: Collection[str]) -> tuple[Sheet, ...]:
    try:
        book = open_book(content)
        return tuple(
            Sheet(meta.name, meta.visible == SheetVisibleEnum.Visible, rows_of_sheet(book, index)[1])
            for index, meta in enumerate(book.sheets_metadata)
            if meta.typ == SheetTypeEnum.WorkSheet and meta.name not in skip
        )
    except Unreadable as error:
        raise ReadingError("file-damaged") from error
