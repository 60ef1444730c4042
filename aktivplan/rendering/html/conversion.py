"""Word's text to HTML by mammoth: which of the handbook's styles becomes what. Nothing outside the document is fetched."""

from __future__ import annotations

import io
import zipfile
from typing import Final
from xml.parsers.expat import ExpatError

import mammoth
from lxml import etree

_HEADINGS: Final = {f"heading {level}": f"heading-{level}" for level in range(1, 10)}
_MARKED: Final = {
    "Title": "title",
    "Subtitle": "subtitle",
    "Cover name": "cover-name",
    "Cover text": "cover-text",
    "TOC Heading": "contents-entry",
    **{f"toc {level}": "contents-entry" for level in range(1, 10)},
    "caption": "caption",
    "Figure caption": "figure-caption",
    "Quiet": "quiet",
    "Cards title": "cards-title",
    "Card title": "card-title",
}
"""Paragraph styles that the page goes by or shows otherwise, and their classes."""
_IN_TABLES: Final = {"Table title": "place", "Table entry": "entry"}
_DEEPEST_LIST: Final = 5


def _rules(classes: dict[str, str]) -> str:
    """A style map in mammoth's own language. Every rule is tried on every paragraph, so fewer of them are faster."""
    rules = [f"p[style-name='{name}'] => p.{one}:fresh" for name, one in classes.items()]
    for level in range(1, _DEEPEST_LIST + 1):
        # An item of a level continues the items above it, whatever kind of list they are in.
        around = "ul|ol > li > " * (level - 1)
        rules += [
            f"p:unordered-list({level}) => {around}ul > li:fresh",
            f"p:ordered-list({level}) => {around}ol > li:fresh",
        ]
    return "\n".join([*rules, "r[style-name='Strong'] => strong"])


PROSE: Final = _rules(_HEADINGS | _MARKED | _IN_TABLES)
"""For all text around our tables."""
CELLS: Final = _rules(_IN_TABLES)
"""For what stands in our tables."""


class PageError(Exception):
    """A document that the user's own template has parts in which cannot be shown as a page."""


def converted(docx: bytes, style_map: str) -> etree._Element:
    """A document's text as HTML in an element without meaning; headings are paragraphs of the class "heading-1" and so on.

    Pictures are data: URIs, with their alternative text.

    Raises:
        PageError: the document cannot be converted.
    """
    try:
        result = mammoth.convert_to_html(
            io.BytesIO(docx),
            style_map=style_map,
            include_default_style_map=False,
            include_embedded_style_map=False,
            external_file_access=False,
        )
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
        return etree.fromstring(f"<div>{result.value}</div>", parser)
    except (
        LookupError,
        ValueError,
        AttributeError,
        TypeError,
        OSError,
        ExpatError,
        zipfile.BadZipFile,
        etree.XMLSyntaxError,
    ) as error:
        # What mammoth raises for links and pictures that the document lacks, and for parts that are not what they should be.
        raise PageError(str(error)) from error
