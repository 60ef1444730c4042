"""An .xlsb to sheets of cells: calamine reads the values, the records tell the rest."""

from __future__ import annotations

import struct
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from aktivplan.workbooks.binary_records import cell_styles, records, shared_text_sizes
from aktivplan.workbooks.binary_sheet import BinarySheet, read_binary_sheet
from aktivplan.workbooks.budget import Budget
from aktivplan.workbooks.calamine import Unreadable, open_book, rows_of_sheet
from aktivplan.workbooks.limits import MOST_TEXT
from aktivplan.workbooks.looks import make_sheet
from aktivplan.workbooks.package import Package, Part
from aktivplan.workbooks.relationships import relationships
from aktivplan.workbooks.sheets import ReadingError, Sheet
from aktivplan.workbooks.zip_writer import write_zip

_SHEET = 0x009C
_NO_RELATIONSHIP = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class _Listed:
    """A sheet as the workbook's part lists it."""

    name: str
    visible: bool
    part: str
    """Of a worksheet; "" for sheets of other kinds."""
    link: str


def read_binary_sheets(package: Package, part: str, skip: Collection[str]) -> tuple[Sheet, ...]:
    """Every worksheet but those named in ``skip``; ``part`` is the workbook's.

    Raises:
        ReadingError: file-damaged, file-unsafe, file-swollen or file-too-many-cells.
    """
    targets = {one.id: one for one in relationships(package, part) if not one.outside}
    by_type = {one.type: package.find(one.target) for one in targets.values()}
    worksheets = {one.id: package.find(one.target) for one in targets.values() if one.type == "worksheet"}
    listed = list(_listed(package.read(part), worksheets))
    styles, strings = by_type.get("styles", ""), by_type.get("sharedStrings", "")
    shown = cell_styles(package.read(styles))
    sheets = [read_binary_sheet(package.read(one.part), shown) for one in listed]
    _check(sheets, shared_text_sizes(package.read(strings)))
    try:
        book = open_book(_plain_package(package, part, listed, styles, strings))
        return tuple(
            make_sheet(one.name, rows_of_sheet(book, n)[1], sheet.looks(), sheet.mended, visible=one.visible)
            for n, (one, sheet) in enumerate(zip(listed, sheets, strict=True))
            if one.part and one.name not in skip
        )
    except Unreadable as error:
        raise ReadingError("file-damaged") from error


def _listed(book: bytes, worksheets: dict[str, str]) -> Iterator[_Listed]:
    for kind, at, size in records(book):
        if kind == _SHEET:
            data = book[at : at + size]
            try:
                state, _, length = struct.unpack_from("<III", data)
                if length == _NO_RELATIONSHIP:
                    continue
                link = data[12 : 12 + 2 * length].decode("utf-16-le", "replace")
                (characters,) = struct.unpack_from("<I", data, 12 + 2 * length)
            except struct.error as error:
                raise ReadingError("file-damaged") from error
            start = 16 + 2 * length
            name = data[start : start + 2 * characters].decode("utf-16-le", "replace")
            yield _Listed(name, state == 0, worksheets.get(link, ""), link)


def _check(sheets: Collection[BinarySheet], text_sizes: list[int]) -> None:
    budget = Budget()
    for sheet in sheets:
        budget.take(sheet.rows, sheet.columns)
    if sum(sheet.shared_texts.total() for sheet in sheets) * max(text_sizes, default=0) > MOST_TEXT:
        for sheet in sheets:
            for number, count in sheet.shared_texts.items():
                budget.take_text(count * text_sizes[number] if number < len(text_sizes) else 0)


def _plain_package(
    package: Package, book: str, listed: Collection[_Listed], styles: str, strings: str
) -> bytes:
    """A package for calamine, with usual names; it finds out by the folder that a sheet is none of cells."""
    links, parts = [], []
    for number, one in enumerate(listed):
        name = f"{'worksheets' if one.part else 'chartsheets'}/{number}.bin"
        links.append(f'<Relationship Id={quoteattr(one.link)} Target="{name}"/>')
        if one.part:
            parts.append((f"xl/{name}", package.parts[one.part]))
    for name, part in (("workbook", book), ("styles", styles), ("sharedStrings", strings)):
        if part:
            parts.append((f"xl/{name}.bin", package.parts[part]))
    related = f"<Relationships>{''.join(links)}</Relationships>".encode()
    contents: list[tuple[str, bytes | Part]] = [("xl/_rels/workbook.bin.rels", related), *parts]
    return write_zip(contents)
