"""A finished handbook's .docx taken apart: our tables one by one, and the text around them with a mark in the place of each."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from aktivplan.ooxml import write_package
from aktivplan.rendering.html.word import (
    BODY,
    BOOKMARK,
    BOOKMARK_END,
    DOCUMENT,
    FIELD,
    NAMESPACE,
    PARAGRAPH,
    TABLE,
    W,
    styled,
)

_TEXT_PART, _STYLES_PART = "word/document.xml", "word/styles.xml"
_TABLE_STYLE = "Aktivplan table"
_MARK = "table-"


def table_mark(number: int) -> str:
    """The bookmark in a table's place. Word's own have no hyphens in their names, so it is nobody else's."""
    return f"{_MARK}{number}"


def table_number(element: etree._Element) -> int | None:
    """The number of the table whose mark an element of the converted text holds; None if it holds none."""
    place = element[0].get("id", "") if len(element) == 1 else ""
    return int(place.removeprefix(_MARK)) if place.startswith(_MARK) else None


@dataclass(frozen=True, slots=True)
class Package:
    """A .docx without its text."""

    parts: Mapping[str, bytes]

    def with_text(self, document: etree._Element) -> bytes:
        """A .docx with that text."""
        return write_package([*self.parts.items(), (_TEXT_PART, etree.tostring(document))], level=0)

    def with_blocks(self, blocks: list[etree._Element]) -> bytes:
        """A .docx with those blocks as its text."""
        document = etree.Element(DOCUMENT, nsmap={"w": NAMESPACE})
        etree.SubElement(document, BODY).extend(blocks)
        return self.with_text(document)


class Source:
    """A handbook to be taken apart."""

    def __init__(self, docx: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(docx)) as package:
            parts = {name: package.read(name) for name in package.namelist()}
        self._text = parts.pop(_TEXT_PART)
        self.package = Package(parts)

    @cached_property
    def style_names(self) -> dict[str, str]:
        """The names of the document's styles, which are the same whatever language Word speaks, by their ids."""
        root = etree.fromstring(self.package.parts[_STYLES_PART], etree.XMLParser(resolve_entities=False))
        named = ((style, style.find(f"{W}name")) for style in root.iter(f"{W}style"))
        return {
            style.get(f"{W}styleId", ""): name.get(f"{W}val", "") for style, name in named if name is not None
        }

    def prose(self, take: Callable[[etree._Element], object]) -> bytes:
        """A .docx of the text, with a bookmark named by `table_mark` for each table of ours.

        ``take`` gets each of these tables, in the order of their numbers, and may do with it what it likes. Each goes as
        soon as it has been taken, so that a long handbook never lies in memory whole.
        """
        reading = etree.iterparse(
            io.BytesIO(self._text), tag=TABLE, resolve_entities=False, no_network=True, huge_tree=True
        )
        number = 0
        for _event, table in reading:
            if self._is_ours(table):
                take(table)
                _leave_mark(table, number)
                number += 1
        _simplify(reading.root)
        return self.package.with_text(reading.root)

    def _is_ours(self, table: etree._Element) -> bool:
        """Whether a table is one of the handbook's own blocks: of our style, and directly in the text."""
        parent = table.getparent()
        style = styled(table, "tblPr/tblStyle")
        return parent is not None and parent.tag == BODY and self.style_names.get(style) == _TABLE_STYLE


def _leave_mark(table: etree._Element, number: int) -> None:
    """Make a paragraph with the table's mark of what is left of it."""
    table.clear()
    table.tag = PARAGRAPH
    etree.SubElement(table, BOOKMARK, {f"{W}id": str(number), f"{W}name": table_mark(number)})


def _simplify(root: etree._Element) -> None:
    """Show what fields show, which the conversion would leave out, and drop what says nothing."""
    etree.strip_tags(root, FIELD)
    etree.strip_elements(root, BOOKMARK_END, with_tail=False)
