"""A template and a book put together: the placeholders written, the chapters chosen, headings and contents list in step."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree

from aktivplan.definition.terms import EmptyChapters
from aktivplan.rendering.handbook import names
from aktivplan.rendering.handbook.blocks import text
from aktivplan.rendering.handbook.book import Book, Heading
from aktivplan.rendering.handbook.chapters.contents import contents
from aktivplan.rendering.handbook.placeholders import CONTENTS, READING_GUIDE, field_named
from aktivplan.rendering.handbook.template.contents_list import make_placeholder
from aktivplan.rendering.handbook.template.flow import (
    Block,
    blocks_of,
    drop_guidance,
    heading_above,
    left_out,
)
from aktivplan.rendering.handbook.template.opening import text_parts
from aktivplan.rendering.handbook.template.texts import fill, paragraphs, parent_of, text_of

_MARK = "aktivplan"
_MARKED = re.compile(rb"<\?aktivplan (\d+)\?>")
_LATE = frozenset({CONTENTS, READING_GUIDE})
"""What is written when it is known which chapters there are."""


@dataclass(frozen=True, slots=True)
class Composed:
    """A document's text with marks in it, and what belongs in their places."""

    headings: tuple[Heading, ...]
    """All headings in order."""
    written: tuple[Sequence[bytes], ...]
    """Blocks by the marks' numbers."""
    contents: int | None
    """The number of the mark where the contents list belongs; None if the template asks for none."""

    def pieces(self, xml: bytes, pages: Sequence[int], fitted: Callable[[bytes], bytes]) -> Iterator[bytes]:
        """The document's XML with everything in its place, piece by piece.

        Args:
            xml: with the marks.
            pages: those of the headings, () if they are not known.
            fitted: gives blocks the template's looks.
        """
        for place, piece in enumerate(_MARKED.split(xml)):
            if place % 2 == 0:
                yield piece
            elif int(piece) == self.contents:
                yield from (block.encode() for block in contents(self.headings, pages))
            else:
                yield from map(fitted, self.written[int(piece)])


_LATER = b"-"
"""Stands for what is still to be written."""
_FOR_SOME = frozenset({"your unit"})
"""What only some handbooks of an edition have."""


def compose(document: Document, book: Book) -> Composed:
    """Fill in the template's texts, choose its chapters, and leave a mark where each placeholder's blocks belong."""
    body = document.element.body
    etree.strip_tags(document.element, etree.ProcessingInstruction)
    drop_guidance(document.element, names.GUIDANCE)
    make_placeholder(body)
    for root in text_parts(document):
        for paragraph in paragraphs(root):
            fill(paragraph, lambda name: _words(book, name))
    blocks = blocks_of(body)
    own = _headings(blocks)
    written = _write(book, blocks, own)
    out = left_out(blocks)
    headings = tuple(
        heading
        for index, block in enumerate(blocks)
        if index not in out
        for heading in (*own.get(index, ()), *written.get(index, ()))
    )
    _write_late(book, blocks, out)
    for index in own:
        if index not in out:
            _bookmark(blocks[index].element, book, own[index][0].anchor)
    marked = [index for index, block in enumerate(blocks) if block.placeholder and index not in out]
    for index in out - set(marked):
        _take_out(blocks[index].element)
    place = None
    for number, index in enumerate(marked):
        block = blocks[index]
        if block.placeholder is not None and block.placeholder.key == CONTENTS:
            place = number
        _mark(block.element, number)
    return Composed(headings, tuple(blocks[index].content for index in marked), place)


def _words(book: Book, name: str) -> str | None:
    field = field_named(name)
    return field.words(book) if field else None


def _headings(blocks: Sequence[Block]) -> dict[int, tuple[Heading]]:
    """The template's own headings by index."""
    return {
        index: (Heading(block.level, " ".join(text_of(block.element).split()), f"heading_{index}"),)
        for index, block in enumerate(blocks)
        if block.level and text_of(block.element).strip()
    }


def _write(
    book: Book, blocks: Sequence[Block], own: dict[int, tuple[Heading]]
) -> dict[int, tuple[Heading, ...]]:
    """Write every placeholder that need not wait; what comes back are the headings written for each, by index."""
    above = {index: heading_above(blocks, index) for index, block in enumerate(blocks) if block.placeholder}
    by_block = {id(blocks[index]): heading[0] for index, heading in own.items()}
    nowhere = Heading(0, "", "")
    chapters = {index: by_block.get(id(one), nowhere) for index, one in above.items()}
    for index, chapter in chapters.items():
        placeholder = blocks[index].placeholder
        if placeholder is not None:
            book.chapters.setdefault(placeholder.key, chapter)
    written: dict[int, tuple[Heading, ...]] = {}
    for index, chapter in chapters.items():
        placeholder = blocks[index].placeholder
        if placeholder is None:
            continue
        if placeholder.key in _LATE:
            blocks[index].content = [_LATER]
            continue
        book.level, before = chapter.level, len(book.headings)
        blocks[index].content = [one.encode() for one in placeholder.write(book) if one]
        written[index] = tuple(book.headings[before:])
        if not blocks[index].content:
            book.chapters.pop(placeholder.key, None)
            if placeholder.key not in _FOR_SOME and book.plan.settings.empty_chapters is EmptyChapters.SAY:
                blocks[index].content = [text(book.t("There is nothing to show here yet.")).encode()]
    return written


def _write_late(book: Book, blocks: Sequence[Block], out: set[int]) -> None:
    book.level = 0
    for index, block in enumerate(blocks):
        if block.placeholder and block.placeholder.key in _LATE and index not in out:
            block.content = [one.encode() for one in block.placeholder.write(book)]


def _bookmark(heading: etree._Element, book: Book, anchor: str) -> None:
    """Make a heading of the template a place that links lead to."""
    marks = parse_xml(f"<w:filling {nsdecls('w')}>{book.bookmarked(anchor, '')}</w:filling>")
    start, end = marks
    first = 1 if heading.find(qn("w:pPr")) is not None else 0
    heading.insert(first, start)
    heading.append(end)


def _take_out(element: etree._Element) -> None:
    _keep_section(element)
    parent_of(element).remove(element)


def _mark(element: etree._Element, number: int) -> None:
    _keep_section(element)
    element.addprevious(etree.ProcessingInstruction(_MARK, str(number)))
    parent_of(element).remove(element)


def _keep_section(element: etree._Element) -> None:
    """The section that ends with a paragraph ends after it all the same."""
    section = element.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") if element.tag == qn("w:p") else None
    if section is not None:
        kept = parse_xml(f"<w:p {nsdecls('w')}><w:pPr/></w:p>")
        kept[0].append(section)
        element.addnext(kept)
