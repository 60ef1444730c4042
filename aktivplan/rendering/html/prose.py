"""The converted text put in order: headings to sections, captions into their tables, cards and figures as such."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from lxml import etree

from aktivplan.i18n import Translator
from aktivplan.rendering.html.records import Records
from aktivplan.rendering.html.sections import Outline, Section
from aktivplan.rendering.html.source import table_number
from aktivplan.rendering.html.tables import Table

_HEADING = "heading-"


class Prose:
    """Reads the elements of a text in order. Use it once."""

    def __init__(self, tables: Sequence[Table], records: Records, t: Translator) -> None:
        self._tables, self._records, self._t = tables, records, t
        self._outline = Outline()
        self._elements: list[etree._Element] = []
        self._others = 0
        self.has_title = False
        """Whether the cover has the title; known when the text has been read."""

    def read(self, text: etree._Element) -> Section:
        """The text as sections; tables wait for their pieces."""
        self._elements = [*reversed(text)]
        while self._elements:
            self._take(self._elements.pop())
        return self._outline.top

    def _take(self, element: etree._Element) -> None:
        kind = element.get("class", "") if element.tag == "p" else element.tag
        if kind.startswith(_HEADING) and _text(element):
            self._outline.begin(self._section(element, int(kind.removeprefix(_HEADING))))
        elif kind == "contents-entry":
            self._outline.current.was_contents = True
        elif kind == "title" and not self.has_title and self._outline.current is self._outline.top:
            self.has_title = True
            self._write(f"<h1>{_inner(element)}</h1>")
        elif kind == "cards-title":
            self._write(f'<div class="cards">{_html(element)}{"".join(self._cards())}</div>')
        elif kind == "card-title":
            self._elements.append(element)
            self._write("".join(self._cards()))
        elif self._next_is("figure-caption") and next(element.iter("img"), None) is not None:
            self._write(self._figure(element, self._elements.pop()))
        elif kind == "table":
            self._write(self._foreign_table(element))
        else:
            self._write(self._table(element, "") or self._captioned(element) or _html(element))

    def _write(self, html: str) -> None:
        self._outline.current.content.append(html)

    def _section(self, heading: etree._Element, rank: int) -> Section:
        title = _text(heading)
        place = next((one for one in heading.iter("span") if one.get("id")), None)
        if place is None:
            return Section(f"section-{self._number()}", _inner(heading), title, rank)
        identifier = place.get("id", "")
        etree.strip_tags(heading, "span")
        return Section(identifier, _inner(heading), title, rank)

    def _captioned(self, element: etree._Element) -> str:
        """A caption with the table that follows it; "" if there is none."""
        if element.get("class") != "caption" or not self._elements:
            return ""
        table = self._table(self._elements[-1], _inner(element))
        if table:
            self._elements.pop()
        return table

    def _table(self, element: etree._Element, caption: str) -> str:
        """The table that the element stands for; "" if it stands for none."""
        number = table_number(element)
        return "" if number is None else self._tables[number].html(number, caption)

    def _cards(self) -> list[str]:
        """The cards that come next: each a line that names a record, and its fields."""
        cards = []
        while self._next_is("card-title"):
            title = self._elements.pop()
            fields = self._table(self._elements[-1], "") if self._elements else ""
            if fields:
                self._elements.pop()
            record = self._records.attributes(self._records.named_in(map(_text, title)))
            cards.append(f'<article class="card"{record}>{_html(title)}{fields}</article>')
        return cards

    def _figure(self, picture: etree._Element, caption: etree._Element) -> str:
        label = f"figure-{self._number()}"
        return (
            f'<figure><div class="wide" role="group" aria-labelledby="{label}" tabindex="0">{_inner(picture)}</div>'
            f'<figcaption id="{label}">{_inner(caption)}</figcaption></figure>'
        )

    def _foreign_table(self, table: etree._Element) -> str:
        """A table of the user's own."""
        for cell in table.iterfind("thead/tr/th"):
            cell.set("scope", "col")
        label = escape(self._t("Table"))
        return f'<div class="wide" role="group" aria-label="{label}" tabindex="0">{_html(table)}</div>'

    def _next_is(self, kind: str) -> bool:
        return bool(self._elements) and self._elements[-1].get("class") == kind

    def _number(self) -> int:
        self._others += 1
        return self._others


def _text(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def _html(element: etree._Element) -> str:
    return etree.tostring(element, encoding="unicode", method="html", with_tail=False)


def _inner(element: etree._Element) -> str:
    """What stands in an element."""
    return escape(element.text or "", quote=False) + "".join(
        etree.tostring(child, encoding="unicode", method="html") for child in element
    )
