"""Bytes to sheets of cells. Knows the file formats, and nothing of plans.

Only ever run in a process of its own: a hostile file can end the process it is read in.
"""

from __future__ import annotations

from collections.abc import Collection

from aktivplan.workbooks.carried import carried
from aktivplan.workbooks.kinds import Kind, kind_of
from aktivplan.workbooks.limits import MEBIBYTE, MOST_UNPACKED
from aktivplan.workbooks.office_book import find_book
from aktivplan.workbooks.office_reading import read_office_sheets
from aktivplan.workbooks.package import Package
from aktivplan.workbooks.saved_at import saved_in
from aktivplan.workbooks.sheets import ReadingError, Workbook
from aktivplan.workbooks.text_table import read_text_table

_ZIP = b"PK"
_OPEN_DOCUMENT_CONTENT = "content.xml"
_OLE = b"\xd0\xcf\x11\xe0"


def read_workbook(content: bytes, *, skip: Collection[str] = (), name: str = "") -> Workbook:
    """Every worksheet but those named in ``skip``.

    Args:
        content: the bytes of an .xlsx, .xlsm, .xltx, .xlsb, .xls or .ods, or of text with a table (.csv).
        skip: names of sheets that are not wanted.
        name: what the sheet is called that a text's table becomes.

    Raises:
        ReadingError: file-not-workbook, file-encrypted, file-damaged, file-unsafe, file-swollen, file-too-many-parts
            or file-too-many-cells.
    """
    try:
        return _read(content, skip, name)
    except (ValueError, ArithmeticError, LookupError) as error:
        # A number, a reference or a record that no part of the reading could make sense of.
        raise ReadingError("file-damaged") from error
    except MemoryError as error:
        raise ReadingError("file-swollen", limit=MOST_UNPACKED // MEBIBYTE) from error


def _read(content: bytes, skip: Collection[str], name: str) -> Workbook:
    if content.startswith(_ZIP):
        return _read_package(Package(content), skip)
    # Nearly all that comes is .xlsx, so what reads the other formats is imported where one is met.
    if content.startswith(_OLE):
        from aktivplan.workbooks.xls_reading import read_xls

        sheets, carries = read_xls(content, skip)
        return Workbook(sheets, None, carries)
    if kind_of(content).kind is Kind.WORKBOOK:
        return Workbook((read_text_table(content, name),), None)
    raise ReadingError("file-not-workbook")


def _read_package(package: Package, skip: Collection[str]) -> Workbook:
    saved, carries = saved_in(package.read), carried(package)
    part = find_book(package)
    if not part and package.find(_OPEN_DOCUMENT_CONTENT):
        from aktivplan.workbooks.open_document import read_open_document

        sheets, more = read_open_document(package.read(_OPEN_DOCUMENT_CONTENT), skip)
        return Workbook(sheets, saved, carries | more)
    if not part:
        raise ReadingError("file-not-workbook")
    if part.lower().endswith(".bin"):
        from aktivplan.workbooks.binary_reading import read_binary_sheets

        return Workbook(read_binary_sheets(package, part, skip), saved, carries)
    return Workbook(read_office_sheets(package, part, skip), saved, carries)
