"""Pages for tests, opened again."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from lxml import html

from aktivplan.edition import Edition
from aktivplan.ooxml import repack
from aktivplan.rendering.figures.figure import Figure
from aktivplan.rendering.html.page import render_html
from tests.rendering.handbook.documents import Handbook, make_edition
from tests.support import activity, make_plan, period, value

TEXT, LINKS = "word/document.xml", "word/_rels/document.xml.rels"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LISTED = "Samtala med barn:\n• i skolan\n• på fritiden"


def full_edition() -> Edition:
    """Four activities of two units under three goals, one without a date, with three persons."""
    plan = make_plan()
    return make_edition(
        plan,
        activity(plan, "BUF", 1, goal="1.1", text=LISTED, ansvarig=value("Eva Lind")),
        activity(plan, "BUF", 2, goal="2.1", tid=value("så snart vi kan"), ansvarig=value("Per Ström")),
        activity(plan, "SOC", 1, goal="1.1", ansvarig=value("Maj Ek"), tid=_september()),
        activity(plan, "SOC", 2, goal="1.2", text="Utbilda personalen", ansvarig=value("Maj Ek")),
    )


def _september():
    return period("september 2027", date(2027, 9, 1), date(2027, 9, 30))


class Page:
    """A rendered page."""

    def __init__(
        self,
        edition: Edition,
        figure: Figure | None = None,
        change: Callable[[str, bytes], bytes] = lambda _name, part: part,
    ) -> None:
        self.text = render_html(repack(Handbook(edition, figure).bytes, change), edition)
        self.root = html.document_fromstring(self.text)

    def all(self, path: str) -> list[html.HtmlElement]:
        return self.root.xpath(path)

    def one(self, path: str) -> html.HtmlElement:
        (found,) = self.root.xpath(path)
        return found

    @property
    def main(self) -> str:
        return words(self.one("//main"))


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def after_title(blocks: str) -> Callable[[str, bytes], bytes]:
    """The text with more blocks after its title, as somebody may add them to the template."""
    return lambda name, part: (
        re.sub(rb'(<w:pStyle w:val="Title"/>.*?</w:p>)', rb"\1" + blocks.encode(), part, count=1)
        if name == TEXT
        else part
    )


def with_link(target: str, shown: str) -> Callable[[str, bytes], bytes]:
    """The text with a link to somewhere outside it."""
    run = f'<w:p><w:hyperlink r:id="rIdX" xmlns:r="{RELATIONSHIPS}"><w:r><w:t>{shown}</w:t></w:r></w:hyperlink></w:p>'
    return _related(run, "hyperlink", target)


def with_linked_picture(target: str) -> Callable[[str, bytes], bytes]:
    """The text with a picture that lies outside it."""
    drawing = (
        '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
        '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData>'
        '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill>'
        f'<a:blip xmlns:r="{RELATIONSHIPS}" r:link="rIdX"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r></w:p>"
    )
    return _related(drawing, "image", target)


def _related(blocks: str, kind: str, target: str) -> Callable[[str, bytes], bytes]:
    relationship = (
        f'<Relationship Id="rIdX" Type="{RELATIONSHIPS}/{kind}" Target="{target}" TargetMode="External"/>'
    ).encode()
    add = after_title(blocks)
    return lambda name, part: (
        part.replace(b"</Relationships>", relationship + b"</Relationships>")
        if name == LINKS
        else add(name, part)
    )
