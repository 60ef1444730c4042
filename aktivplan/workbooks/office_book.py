"""The parts of an .xlsx, .xlsm or .xltx that matter, put together anew so that calamine meets nothing else.

Plain names, the sheets asked for, and styles that say no more than number, date or duration. Strict and transitional
are the same here.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from lxml import etree

from aktivplan.workbooks.number_formats import Shown
from aktivplan.workbooks.package import Package, Part
from aktivplan.workbooks.relationships import Relationship, parsed, relationships
from aktivplan.workbooks.sheets import ReadingError
from aktivplan.workbooks.strings_xml import for_calamine
from aktivplan.workbooks.styles_xml import cell_styles
from aktivplan.workbooks.zip_writer import write_zip

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
    styles: tuple[Shown, ...]
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
    root = parsed(package.read(part))
    sheets = tuple(
        SheetPart(element.get("name", ""), element.get("state", "visible") == "visible", found)
        for element in root.iterfind("{*}sheets/{*}sheet")
        if element.get("name") not in skip and (found := _sheet_part(package, element, targets))
    )
    by_type = {one.type: package.find(one.target) for one in targets.values()}
    properties = root.find("{*}workbookPr")
    return OfficeBook(
        sheets,
        by_type.get("sharedStrings", ""),
        cell_styles(package.read(by_type.get("styles", ""))),
        properties is not None and properties.get("date1904") in ("1", "true"),
    )


def _sheet_part(package: Package, sheet: etree._Element, targets: dict[str, Relationship]) -> str:
    """The worksheet's part; "" for sheets of charts and dialogues, and for macros that stand as sheets without a part."""
    ids = (str(value) for name, value in sheet.attrib.items() if etree.QName(name).localname == "id")
    link = next(ids, "")
    target = targets.get(link)
    if not link or (target is not None and target.type not in _SHEET_TYPES):
        return ""
    found = package.find(target.target) if target else ""
    if not found:
        raise ReadingError("file-damaged")
    return found


def plain_package(package: Package, book: OfficeBook, sheets: Sequence[bytes | Part]) -> bytes:
    """A package for calamine: sheets named "1", "2" …, in the given order."""
    numbers = range(1, len(sheets) + 1)
    listed = "".join(f'<sheet name="{n}" sheetId="{n}" r:id="rId{n}"/>' for n in numbers)
    epoch = '<workbookPr date1904="1"/>' if book.from_1904 else ""
    related = "".join(
        f'<Relationship Id="rId{n}" Type="/worksheet" Target="worksheets/{n}.xml"/>' for n in numbers
    )
    styles = b"".join(b'<xf numFmtId="%d"/>' % shown for shown in book.styles)
    parts: list[tuple[str, bytes | Part]] = [
        ("_rels/.rels", _ROOT),
        ("xl/_rels/workbook.xml.rels", f"<Relationships>{related}</Relationships>".encode()),
        ("xl/workbook.xml", f"<workbook>{epoch}<sheets>{listed}</sheets></workbook>".encode()),
        ("xl/styles.xml", b"<styleSheet><cellXfs>%b</cellXfs></styleSheet>" % styles),
        *((f"xl/worksheets/{n}.xml", sheet) for n, sheet in zip(numbers, sheets, strict=True)),
    ]
    if book.strings:
        parts.append(("xl/sharedStrings.xml", for_calamine(package.read(book.strings))))
    return write_zip(parts)
