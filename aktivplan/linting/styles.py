"""What the styles of a document give: levels of headings, lists, colours, sizes, shadings, the language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from aktivplan.linting.values import Attributes, colour_of, fill_of, is_on, whole_number

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_LISTED = re.compile(r"(?:toc \d|table of figures|table of authorities)", re.IGNORECASE)
_DEEPEST = 20
"""Styles that lie on each other; Word itself allows fewer."""


@dataclass(frozen=True, slots=True)
class Look:
    """How text looks by a style. "" and 0 and None where the style says nothing."""

    colour: str = ""
    fill: str = ""
    paragraph_fill: str = ""
    half_points: int = 0
    bold: bool | None = None

    def over(self, below: Look) -> Look:
        """This one's word where it says something, the other's elsewhere."""
        return Look(
            self.colour or below.colour,
            self.fill or below.fill,
            self.paragraph_fill or below.paragraph_fill,
            self.half_points or below.half_points,
            below.bold if self.bold is None else self.bold,
        )


@dataclass(frozen=True, slots=True)
class TableLook:
    """How a table looks by its style: the whole of it, its first row, its first column."""

    whole: Look = Look()
    first_row: Look = Look()
    first_column: Look = Look()


class Styles:
    """The styles of a document, by their ids; a paragraph without one has the default style."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._default = ""
        self._defaults: etree._Element | None = None
        for element in root if root is not None else ():
            if element.tag == f"{W}docDefaults":
                self._defaults = element.find(f"{W}rPrDefault/{W}rPr")
            elif element.tag == f"{W}style":
                name = element.get(f"{W}styleId", "")
                self._elements[name] = element
                if element.get(f"{W}type") == "paragraph" and element.get(f"{W}default") in (
                    "1",
                    "true",
                    "on",
                ):
                    self._default = name
        self._looks: dict[str, Look] = {}
        self._tables: dict[str, TableLook] = {}
        self._levels: dict[str, int] = {}

    @cached_property
    def language(self) -> str:
        """The language of text that no run says otherwise of; "" if nothing says it."""
        places = [element.find(f"{W}rPr") for element in self._chain(self._default)]
        for properties in (*places, self._defaults):
            spoken = None if properties is None else properties.find(f"{W}lang")
            if spoken is not None and spoken.get(f"{W}val"):
                return spoken.get(f"{W}val", "")
        return ""

    @cached_property
    def defaults(self) -> Look:
        """How text looks that has no style at all."""
        return _look(None, self._defaults)

    def look(self, style: str) -> Look:
        """How a paragraph style, or a style of text, makes text look."""
        found = self._looks.get(style)
        if found is None:
            found = Look()
            for element in self._chain(style or self._default):
                found = found.over(_look(element.find(f"{W}pPr"), element.find(f"{W}rPr")))
            self._looks[style] = found
        return found

    def run_look(self, style: str) -> Look:
        """How a style of text makes text look; nothing said where there is none."""
        return self.look(style) if style else Look()

    def table(self, style: str) -> TableLook:
        """How a table style makes its tables look."""
        found = self._tables.get(style)
        if found is None:
            found = TableLook()
            for element in self._chain(style) if style else ():
                found = _over(found, element)
            self._tables[style] = found
        return found

    def level(self, style: str) -> int:
        """The level of a heading, known by the names of the style and of those below it; 0 for what is none."""
        found = self._levels.get(style)
        if found is None:
            found = self._levels[style] = next(self._told_levels(style or self._default), 0)
        return found

    def is_listed(self, style: str) -> bool:
        """Whether paragraphs of the style are items of a list with bullets or numbers that Word sets."""
        for element in self._chain(style or self._default):
            number = element.find(f"{W}pPr/{W}numPr/{W}numId")
            if number is not None:
                return number.get(f"{W}val") != "0"
        return False

    def is_contents_entry(self, style: str) -> bool:
        """Whether paragraphs of the style are entries of a table of contents, or of a list of tables or figures."""
        element = self._elements.get(style)
        return element is not None and _LISTED.fullmatch(_name(element)) is not None

    def _told_levels(self, style: str) -> Iterator[int]:
        for element in self._chain(style):
            if named := _HEADING.fullmatch(_name(element)):
                yield int(named.group(1))
            outline = element.find(f"{W}pPr/{W}outlineLvl")
            if outline is not None:
                level = whole_number(outline.get(f"{W}val", "9").encode())
                yield level + 1 if 0 <= level < 9 else 0

    def _chain(self, style: str) -> Iterator[etree._Element]:
        """The style and those that it is based on."""
        for _ in range(_DEEPEST):
            element = self._elements.get(style)
            if element is None:
                return
            yield element
            below = element.find(f"{W}basedOn")
            if below is None:
                return
            style = below.get(f"{W}val", "")


def _name(element: etree._Element) -> str:
    name = element.find(f"{W}name")
    return "" if name is None else name.get(f"{W}val", "").strip()


def _over(table: TableLook, below: etree._Element) -> TableLook:
    parts = {one.get(f"{W}type", ""): one for one in below.findall(f"{W}tblStylePr")}
    return TableLook(
        table.whole.over(_table_part(below)),
        table.first_row.over(_table_part(parts.get("firstRow"))),
        table.first_column.over(_table_part(parts.get("firstCol"))),
    )


def _table_part(element: etree._Element | None) -> Look:
    if element is None:
        return Look()
    look = _look(element.find(f"{W}pPr"), element.find(f"{W}rPr"))
    shades = (element.find(f"{W}tcPr/{W}shd"), element.find(f"{W}tblPr/{W}shd"))
    fill = next((fill_of(_attributes(shade)) for shade in shades if shade is not None), "")
    return Look(look.colour, fill or look.fill, look.paragraph_fill, look.half_points, look.bold)


def _look(paragraph: etree._Element | None, run: etree._Element | None) -> Look:
    told = {} if run is None else {child.tag: _attributes(child) for child in run}
    shade = None if paragraph is None else paragraph.find(f"{W}shd")
    return Look(
        colour_of(told.get(f"{W}color", {}).get(b"w:val", b"")),
        fill_of(told[f"{W}shd"]) if f"{W}shd" in told else "",
        "" if shade is None else fill_of(_attributes(shade)),
        whole_number(told.get(f"{W}sz", {}).get(b"w:val", b"0")),
        is_on(told[f"{W}b"]) if f"{W}b" in told else None,
    )


def _attributes(element: etree._Element) -> Attributes:
    return {
        f"w:{str(name).removeprefix(W)}".encode(): str(value).encode()
        for name, value in element.attrib.items()
    }
