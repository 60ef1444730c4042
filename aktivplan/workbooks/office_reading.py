"""An Office package (.xlsx, .xlsm, .xltx) to sheets of cells: calamine reads the values, the XML tells the rest."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from aktivplan.workbooks.budget import Budget
from aktivplan.workbooks.calamine import Unreadable, rows_of_all
from aktivplan.workbooks.limits import MOST_TEXT
from aktivplan.workbooks.looks import Looks, Position, make_sheet
from aktivplan.workbooks.mending import mended_cells
from aktivplan.workbooks.office_book import OfficeBook, SheetPart, plain_package, read_book
from aktivplan.workbooks.package import Package, Part
from aktivplan.workbooks.sheet_rewriting import for_calamine, rewritten
from aktivplan.workbooks.sheet_xml import (
    SMALL,
    cell_types,
    extent_of,
    is_plain,
    is_small,
    looks_of,
    unusual_cells,
)
from aktivplan.workbooks.sheets import Cell, ReadingError, Sheet
from aktivplan.workbooks.strings_xml import shared_texts, text_sizes
from aktivplan.workbooks.zip_writer import deflated

_STORED_UP_TO = 1024 * 1024
"""Bytes; a larger sheet is handed on packed, so that it does not lie in memory several times."""

_SHORTEST_CELL = len('<c t="s"><v>0</v></c>')


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A sheet, ready for calamine, and what calamine will not tell of it."""

    content: bytes | Part
    looks: Looks
    mended: tuple[tuple[Position, Cell], ...]
    size: int
    """Bytes of its XML."""
    small: bool


def read_office_sheets(package: Package, part: str, skip: Collection[str]) -> tuple[Sheet, ...]:
    """Every worksheet but those named in ``skip``; ``part`` is the workbook's.

    Raises:
        ReadingError: file-damaged, file-unsafe, file-swollen or file-too-many-cells.
    """
    book = read_book(package, part, skip)
    try:
        return _read(package, book, rewrite=False)
    except Unreadable:
        return _read_anew(package, book)


def _read_anew(package: Package, book: OfficeBook) -> tuple[Sheet, ...]:
    """Read what calamine stumbled over, after writing it anew: it takes offence at more than other programs do."""
    try:
        return _read(package, book, rewrite=True)
    except Unreadable as error:
        raise ReadingError("file-damaged") from error


def _read(package: Package, book: OfficeBook, *, rewrite: bool) -> tuple[Sheet, ...]:
    budget = Budget()
    prepared = [_prepare(package, book, sheet, budget, rewrite=rewrite) for sheet in book.sheets]
    _measure_small(package, book, prepared, budget)
    _check_text(package, book, prepared, budget)
    content = plain_package(package, book, [one.content for one in prepared])
    return tuple(
        make_sheet(sheet.name, rows, one.looks, one.mended, visible=sheet.visible)
        for sheet, one, rows in zip(book.sheets, prepared, rows_of_all(content), strict=True)
    )


def _prepare(
    package: Package, book: OfficeBook, sheet: SheetPart, budget: Budget, *, rewrite: bool
) -> _Prepared:
    original = xml = package.read(sheet.part)
    if rewrite or not is_plain(xml):
        xml = rewritten(xml)
    unusual = unusual_cells(xml)
    small = is_small(unusual)
    if not small:
        unusual = xml = _measured(xml, budget)
    types = cell_types(unusual)
    mended = tuple(mended_cells(unusual, types, book.styles.shown, from_1904=book.from_1904))
    given = for_calamine(xml, types)
    is_small_enough = len(given) <= _STORED_UP_TO
    content: bytes | Part
    if given is original:
        content = package.unpacked(sheet.part) if is_small_enough else package.parts[sheet.part]
    else:
        content = given if is_small_enough else deflated(given)
    return _Prepared(content, looks_of(xml, book.styles.told), mended, len(xml), small)


def _measured(xml: bytes, budget: Budget) -> bytes:
    """The sheet, counted in; written anew if it could not be measured as it was."""
    extent = extent_of(xml)
    if extent is None:
        xml = rewritten(xml)
        extent = extent_of(xml)
    if extent is None:
        raise ReadingError("file-damaged")
    budget.take(extent.rows, extent.columns)
    return xml


def _measure_small(package: Package, book: OfficeBook, sheets: Collection[_Prepared], budget: Budget) -> None:
    """Count the small sheets in, where they are so many that it matters."""
    small = [part.part for part, sheet in zip(book.sheets, sheets, strict=True) if sheet.small]
    if not budget.has_room_for(len(small), SMALL.rows, SMALL.columns):
        for part in small:
            _measured(package.read(part), budget)


def _check_text(package: Package, book: OfficeBook, sheets: Collection[_Prepared], budget: Budget) -> None:
    """Count the text in, which grows where many cells share a long one."""
    strings = package.read(book.strings)
    cells = sum(sheet.size for sheet in sheets) // _SHORTEST_CELL
    if len(strings) * cells <= MOST_TEXT:
        return
    sizes = text_sizes(strings)
    for part, sheet in zip(book.sheets, sheets, strict=True):
        xml = sheet.content if isinstance(sheet.content, bytes) else package.read(part.part)
        for number, count in shared_texts(xml).items():
            budget.take_text(count * sizes[number] if number < len(sizes) else 0)
