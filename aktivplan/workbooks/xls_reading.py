"""An .xls to sheets of cells: calamine reads the values, the records tell the rest."""

from __future__ import annotations

from collections.abc import Collection

from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from aktivplan.workbooks.biff import BiffBook, read_biff
from aktivplan.workbooks.calamine import Unreadable, open_book, rows_of_sheet
from aktivplan.workbooks.compound import CompoundFile, compound_file
from aktivplan.workbooks.looks import make_sheet
from aktivplan.workbooks.sheets import Area, Carried, ReadingError, Sheet

_ENCRYPTED = "EncryptedPackage"
_STREAMS = ("Workbook", "Book")
_MACROS = "_VBA_PROJECT_CUR"
_OBJECTS = "MBD"
"""How the names of folders begin that hold embedded objects."""


def read_xls(content: bytes, skip: Collection[str]) -> tuple[tuple[Sheet, ...], frozenset[Carried]]:
    """Every worksheet but those named in ``skip``, and what the file carries besides.

    Raises:
        ReadingError: file-damaged, file-encrypted, file-not-workbook, file-too-many-cells or file-swollen.
    """
    container = CompoundFile(content)
    if container.stream(_ENCRYPTED) is not None:
        raise ReadingError("file-encrypted")
    stream = next((found for name in _STREAMS if (found := container.stream(name))), None)
    if stream is None:
        raise ReadingError("file-not-workbook")
    biff = read_biff(stream)
    try:
        book = open_book(compound_file("Workbook", biff.stream))
        sheets = tuple(_sheets(book, biff, skip))
    except Unreadable as error:
        raise ReadingError("file-damaged") from error
    return sheets, biff.carries | _carried(container)


def _sheets(book: CalamineWorkbook, biff: BiffBook, skip: Collection[str]) -> list[Sheet]:
    sheets = []
    for index, (meta, records) in enumerate(zip(book.sheets_metadata, biff.sheets, strict=False)):
        if meta.typ == SheetTypeEnum.WorkSheet and meta.name not in skip:
            sheet, rows = rows_of_sheet(book, index)
            looks = records.looks(_merged(sheet))
            visible = meta.visible == SheetVisibleEnum.Visible
            sheets.append(make_sheet(meta.name, rows, looks, records.mended, visible=visible))
    return sheets


def _merged(sheet: CalamineSheet) -> tuple[Area, ...]:
    ranges = sheet.merged_cell_ranges or ()
    return tuple(Area(top + 1, left + 1, bottom + 1, right + 1) for (top, left), (bottom, right) in ranges)


def _carried(container: CompoundFile) -> frozenset[Carried]:
    folders = container.folders
    told = {Carried.MACROS} if _MACROS in folders else set()
    return frozenset(
        told | ({Carried.EMBEDDED_OBJECTS} if any(one.startswith(_OBJECTS) for one in folders) else set())
    )
