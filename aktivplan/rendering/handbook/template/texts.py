"""The texts of a template's paragraphs: put together, whatever runs Word has split them into, and filled in."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from docx.oxml.ns import qn
from lxml import etree

from aktivplan.braces import braces
from aktivplan.rendering.handbook.xml import legal

PARAGRAPH, TEXT_BOX, CELL = qn("w:p"), qn("w:txbxContent"), qn("w:tc")
_TEXT, _STYLE, _VALUE = qn("w:t"), f"{qn('w:pPr')}/{qn('w:pStyle')}", qn("w:val")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_LONGEST_LEVEL = 1


def paragraphs(root: etree._Element) -> Iterator[etree._Element]:
    """Every paragraph, those in tables and text boxes too."""
    return root.iter(PARAGRAPH)


def text_of(paragraph: etree._Element) -> str:
    """What the paragraph says, without what a text box in it says."""
    return "".join(piece.text or "" for piece in _pieces(paragraph))


def style_of(paragraph: etree._Element) -> str:
    """The id of the paragraph's style; "" for the default one."""
    style = paragraph.find(_STYLE)
    return "" if style is None else str(style.get(_VALUE, ""))


def heading_level(paragraph: etree._Element) -> int:
    """1 to 9 for a heading, once the styles have our ids; 0 for any other paragraph."""
    digit = style_of(paragraph).removeprefix("Heading")
    return int(digit) if len(digit) == _LONGEST_LEVEL and digit in "123456789" else 0


def fill(paragraph: etree._Element, words_for: Callable[[str], str | None]) -> None:
    """Put words in the place of the names in double braces that ``words_for`` knows; None leaves them as they are."""
    pieces = [*_pieces(paragraph)]
    text = "".join(piece.text or "" for piece in pieces)
    if "{{" not in text:
        return
    found = [(one.start(), one.end(), words_for(one[1])) for one in braces(text)]
    for start, end, words in reversed(found):
        if words is not None:
            _replace(pieces, start, end, legal(words))


def _replace(pieces: list[etree._Element], start: int, end: int, words: str) -> None:
    """Put the words in the piece in which the stretch of text begins, and take the stretch out of all."""
    at = 0
    for piece in pieces:
        text = piece.text or ""
        first, last = max(start - at, 0), min(end - at, len(text))
        if first < last:
            piece.text = text[:first] + words + text[last:]
            piece.set(_SPACE, "preserve")
            words = ""
        at += len(text)


def _pieces(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The elements that hold its text."""
    return (piece for piece in paragraph.iter(_TEXT) if _paragraph_of(piece) is paragraph)


def _paragraph_of(piece: etree._Element) -> etree._Element:
    return next(piece.iterancestors(PARAGRAPH))


def parent_of(element: etree._Element) -> etree._Element:
    """What the element stands in; never the root."""
    parent = element.getparent()
    if parent is None:
        raise ValueError(element.tag)
    return parent
