"""The body of a template as a flow of headings, placeholders and everything else; and which chapters are left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from docx.oxml.ns import qn
from lxml import etree

from aktivplan.braces import alone
from aktivplan.rendering.handbook.placeholders import Placeholder, placeholder_named
from aktivplan.rendering.handbook.template.texts import (
    CELL,
    PARAGRAPH,
    heading_level,
    parent_of,
    style_of,
    text_of,
)

_CONTROL, _CONTROL_CONTENT, _SECTION = qn("w:sdt"), qn("w:sdtContent"), qn("w:sectPr")
_SHOWN = tuple(map(qn, ("w:drawing", "w:pict", "w:object", "w:fldChar", "w:fldSimple")))
"""What a paragraph may hold besides text that there is to see."""


@dataclass(slots=True, eq=False)
class Block:
    """A paragraph, a table, or something else that stands directly in the body."""

    element: etree._Element
    level: int = 0
    """Of a heading; 0 for anything else."""
    placeholder: Placeholder | None = None
    content: list[bytes] = field(default_factory=list)
    """What has been written in the placeholder's place, block by block. Bytes, since they take less memory."""

    @property
    def says_something(self) -> bool:
        """Whether there is anything to see in the finished document."""
        if self.placeholder is not None:
            return any(self.content)
        if self.element.tag != PARAGRAPH:
            return True
        return bool(text_of(self.element).strip()) or next(self.element.iter(*_SHOWN), None) is not None


def blocks_of(body: etree._Element) -> list[Block]:
    """The body's blocks in order; content controls around several of them are looked into."""
    return [_block(element) for element in _elements(body)]


def drop_guidance(root: etree._Element, style: str) -> None:
    """Take out the paragraphs of a style; one that a cell or a section cannot do without is emptied."""
    for paragraph in [one for one in root.iter(PARAGRAPH) if style_of(one) == style]:
        parent = parent_of(paragraph)
        needed = parent.tag == CELL and len(parent.findall(PARAGRAPH)) == 1
        if needed or next(paragraph.iter(_SECTION), None) is not None:
            _empty(paragraph)
        else:
            parent.remove(paragraph)


def heading_above(blocks: Sequence[Block], index: int) -> Block | None:
    """The nearest heading before a block; None if there is none."""
    return next((one for one in reversed(blocks[:index]) if one.level), None)


def left_out(blocks: Sequence[Block]) -> set[int]:
    """The indexes of blocks that the finished document does without.

    Placeholders with nothing to show; and headings with what stands under them, where no heading below them stays
    and their own placeholders have nothing to show, or nothing at all stands directly under them.
    """
    out = {index for index, one in enumerate(blocks) if one.placeholder and not one.says_something}
    # From the last to the first, so that the headings below one are settled before it.
    for index in reversed(range(len(blocks))):
        if blocks[index].level:
            below = [*_below(blocks, index)]
            directly = below[: next((n for n, one in enumerate(below) if blocks[one].level), len(below))]
            asked = [one for one in directly if blocks[one].placeholder is not None]
            stays = any(blocks[one].says_something for one in asked or directly) or any(
                blocks[one].level and one not in out for one in below
            )
            if not stays:
                out |= {index, *below}
    return out


def _below(blocks: Sequence[Block], index: int) -> Iterator[int]:
    """The indexes of all that stands under a heading, down to the next one of its level."""
    for later in range(index + 1, len(blocks)):
        if 0 < blocks[later].level <= blocks[index].level:
            return
        yield later


def _elements(container: etree._Element) -> Iterator[etree._Element]:
    for element in container:
        if element.tag == _SECTION:
            continue
        content = element.find(_CONTROL_CONTENT) if element.tag == _CONTROL else None
        if content is None:
            yield element
        else:
            yield from _elements(content)


def _block(element: etree._Element) -> Block:
    if element.tag != PARAGRAPH:
        return Block(element)
    name = alone(text_of(element))
    return Block(element, heading_level(element), placeholder_named(name) if name else None)


def _empty(paragraph: etree._Element) -> None:
    for child in [one for one in paragraph if one.tag != qn("w:pPr")]:
        paragraph.remove(child)
