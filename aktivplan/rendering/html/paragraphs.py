"""A table's paragraphs as HTML, of those sorts that make up nearly all of a long handbook: words, bold words, links to places.

The general conversion takes ten times as long for them. What is of another sort is left to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from lxml import etree

from aktivplan.rendering.html.records import Records
from aktivplan.rendering.html.word import BOOKMARK, LINK, PARAGRAPH, RUN, TEXT, W, styled, text_of

_CLASSES = {
    "": "",
    "Table text": "",
    "Table heading": "",
    "Table label": "",
    "Table last label": "",
    "Table title": "place",
    "Table entry": "entry",
}
"""Styles of paragraphs, and the classes they get. Those of others are of another sort."""
_PARAGRAPH_PROPERTIES, _RUN_PROPERTIES = f"{W}pPr", f"{W}rPr"
_ANCHOR, _NAME = f"{W}anchor", f"{W}name"


class _OtherSortError(Exception):
    """A paragraph holds something that is not known here."""


class ParagraphWriter:
    """Writes the paragraphs of one document's tables."""

    def __init__(self, style_names: Mapping[str, str], records: Records) -> None:
        self._style_names, self._records = style_names, records
        self.places: set[str] = set()
        """The names of the places that links may lead to, as far as they stand in what has been written."""

    def html(self, block: etree._Element) -> str | None:
        """The paragraph; None if it is of another sort, or no paragraph."""
        kind = _CLASSES.get(self.style(block))
        if block.tag != PARAGRAPH or kind is None:
            return None
        try:
            content = "".join(self._contents(block))
        except _OtherSortError:
            return None
        if not kind:
            return f"<p>{content}</p>"
        record = self._records.attributes(self._records.named_in(texts(block))) if kind == "entry" else ""
        return f'<p class="{kind}"{record}>{content}</p>'

    def style(self, paragraph: etree._Element) -> str:
        """The name of a paragraph's style; "" for the ordinary one."""
        return self._style_names.get(styled(paragraph, "pPr/pStyle"), "")

    def _contents(self, parent: etree._Element) -> Iterator[str]:
        for element in parent:
            if element.tag == RUN:
                yield self._run(element)
            elif element.tag == LINK and element.get(_ANCHOR) and parent.tag == PARAGRAPH:
                yield f'<a href="#{escape(element.get(_ANCHOR, ""))}">{"".join(self._contents(element))}</a>'
            elif element.tag == BOOKMARK:
                self.places.add(element.get(_NAME, ""))
                yield f'<span id="{escape(element.get(_NAME, ""))}"></span>'
            elif element.tag != _PARAGRAPH_PROPERTIES or [one.tag for one in element] != [f"{W}pStyle"]:
                raise _OtherSortError

    def _run(self, run: etree._Element) -> str:
        style = ""
        for piece in run:
            if piece.tag == _RUN_PROPERTIES and [one.tag for one in piece] == [f"{W}rStyle"]:
                style = self._style_names.get(styled(run, "rPr/rStyle"), "")
            elif piece.tag != TEXT:
                raise _OtherSortError
        words = escape(text_of(run), quote=False)
        if style == "Strong":
            return f"<strong>{words}</strong>"
        if style in ("", "Hyperlink"):
            return words
        raise _OtherSortError


def texts(paragraph: etree._Element) -> Iterator[str]:
    """The texts of a paragraph's runs, those in links too."""
    return map(text_of, paragraph.iter(RUN))
