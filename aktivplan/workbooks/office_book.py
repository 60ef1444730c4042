"""The parts of an .xlsx, .xlsm or .xltx that matter, put together anew so that calamine meets nothing else.

Plain names, the sheets asked for, and styles that say no more than number, date or duration. Strict and transitional
are the same here.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from aktivplan.workbooks.package import Package, Part
from aktivplan.workbooks.relationships import REMEMBERED_UP_TO, Relationship, parsed, relationships
from aktivplan.workbooks.sheets import ReadingError
from aktivplan.workbooks.strings_xml import for_calamine
from aktivplan.workbooks.styles_xml import CellStyles, cell_styles
from aktivplan.workbooks.zip_writer import stored, write_zip

_USUAL_BOOKS = ("xl/workbook.xml", "xl/workbook.bin")
_SHEET_TYPES = ("worksheet",)
_ROOT = (
    b'<Relationships><Relationship Id="rId1" Type="/relationships/officeDocument" Target="xl/workbook.xml"/>'
    b"</Relationships>"
)


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A worksheet, and the part that holds it."""

    name: str
    visible: bool
    part: str


@dataclass(frozen=True, slots=True)
class OfficeBook:
    """What the workbook part and its relationships say."""

    sheets: tuple[SheetPart, ...]
    strings: str
    """The part with the shared strings; "" if there is none."""
    styles: CellStyles
    from_1904: bool
    """Whether days are counted from 1904."""


def find_book(package: Package) -> str:
    """The name of the workbook part; "" if the package has none."""
    for one in relationships(package, ""):
        if one.type == "officeDocument" and package.find(one.target):
            return package.find(one.target)
    return next((found for name in _USUAL_BOOKS if (found := package.find(name))), "")


def read_book(package: Package, part: str, skip: Collection[str]) -> OfficeBook:
    """What the workbook part says; of its worksheets, all but those named in ``skip``.

    Raises:
        ReadingError: file-damaged, where a sheet's part is missing.
    """
    targets = {one.id: one for one in relationships(package, part) if not one.outside}
    xml = package.read(part)
    listed = _listed_once(xml) if len(xml) <= REMEMBERED_UP_TO else _listed(xml)
    sheets = tuple(
        SheetPart(one.name, one.visible, found)
        for one in listed.sheets
        if one.name not in skip and (found := _sheet_part(package, one.link, targets))
    )
    by_type = {one.type: package.find(one.target) for one in targets.values()}
    styles = cell_styles(package.read(by_type.get("styles", "")))
    return OfficeBook(sheets, by_type.get("sharedStrings", ""), styles, listed.from_1904)


class _ListedSheet(NamedTuple):
    """A sheet as the workbook part lists it."""

    name: str
    visible: bool
    link: str
    """The id of its relationship; "" if it has none."""


class _Listed(NamedTuple):
    """What the workbook part itself says."""

    sheets: tuple[_ListedSheet, ...]
    from_1904: bool


@lru_cache(maxsize=4)
def _listed_once(xml: bytes) -> _Listed:
    """Forms that were saved by the same program often say the same here."""
    return _listed(xml)


def _listed(xml: bytes) -> _Listed:
    root = parsed(xml)
    properties = root.find("{*}workbookPr")
    return _Listed(
        tuple(
            _ListedSheet(one.get("name", ""), one.get("state", "visible") == "visible", _link(one))
            for one in root.iterfind("{*}sheets/{*}sheet")
        ),
        properties is not None and properties.get("date1904") in ("1", "true"),
    )


def _link(sheet: etree._Element) -> str:
    ids = (str(value) for name, value in sheet.attrib.items() if etree.QName(name).localname == "id")
    return next(ids, "")


def _sheet_part(package: Package, link: str, targets: dict[str, Relationship]) -> str:
    """The worksheet's part; "" for sheets of charts and dialogues, and for macros that stand as sheets without a part."""
    target = targets.get(link)
    if not link or (target is not None and target.type not in _SHEET_TYPES):
        return ""
    found = package.find(target.target) if target else ""
    if not found:
        raise ReadingError("file-damaged")
    return found


def plain_package(package: Package, book: OfficeBook, sheets: Sequence[bytes | Part]) -> bytes:
    """A package for calamine: sheets named "1", "2" …, in the given order."""
    parts: list[tuple[str, bytes | Part]] = [
        *_frame(len(sheets), from_1904=book.from_1904),
        ("xl/styles.xml", book.styles.plain),
        *((f"xl/worksheets/{number}.xml", sheet) for number, sheet in enumerate(sheets, start=1)),
    ]
    if book.strings:
        parts.append(("xl/sharedStrings.xml", for_calamine(package.read(book.strings))))
    return write_zip(parts)


@lru_cache(maxsize=8)
def _frame(sheets: int, *, from_1904: bool) -> tuple[tuple[str, Part], ...]:
    """The parts that say no more than that there are so many sheets; forms of a plan have them alike."""
    numbers = range(1, sheets + 1)
    listed = "".join(f'<sheet name="{n}" sheetId="{n}" r:id="rId{n}"/>' for n in numbers)
    epoch = '<workbookPr date1904="1"/>' if from_1904 else ""
    related = "".join(
        f'<Relationship Id="rId{n}" Type="/worksheet" Target="worksheets/{n}.xml"/>' for n in numbers
    )
    return (
        ("_rels/.rels", stored(_ROOT)),
        ("xl/_rels/workbook.xml.rels", stored(f"<Relationships>{related}</Relationships>".encode())),
        ("xl/workbook.xml", stored(f"<workbook>{epoch}<sheets>{listed}</sheets></workbook>".encode())),
    )
