"""The page put together. Its bytes depend on the handbook's and the edition's alone."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from aktivplan.edition import Edition
from aktivplan.i18n import Translator, translator
from aktivplan.rendering.html import look
from aktivplan.rendering.html.conversion import PROSE, converted
from aktivplan.rendering.html.filters import filters, months
from aktivplan.rendering.html.links import tidy
from aktivplan.rendering.html.paragraphs import ParagraphWriter
from aktivplan.rendering.html.pieces import Pieces, filled_in
from aktivplan.rendering.html.prose import Prose
from aktivplan.rendering.html.records import Records
from aktivplan.rendering.html.sections import Section, contents_html, sections_html
from aktivplan.rendering.html.source import Source
from aktivplan.rendering.html.tables import Table, TableWriter
from aktivplan.rendering.html.texts import page_texts

_LONG = 500
"""Records that browsers need not lay out before they are seen."""


def render_html(docx: bytes, edition: Edition) -> str:
    """A finished handbook as one page that needs nothing else: an HTML document.

    Args:
        docx: the handbook, as the bytes of a .docx.
        edition: the participants' edition that it was made of; the filters offer nothing that is not in it.

    Raises:
        PageError: the user's own template has brought something into the handbook that no page can be made of.
    """
    settings = edition.plan.settings
    t = translator(settings.language)
    records = Records(edition)
    text, has_title, pieces = _text(docx, records, t)
    return _template().render(
        language=t.tag,
        title=settings.title,
        organisation=settings.organisation,
        policy=look.policy(),
        style=look.style(),
        script=look.script(),
        texts=page_texts(t),
        filters=filters(edition, t),
        months=months(edition, t),
        has_title=has_title,
        is_long=len(records) > _LONG,
        contents=contents_html(text.parts),
        cover=filled_in("".join(text.content), pieces),
        sections=filled_in("".join(sections_html(text.parts)), pieces),
    )


def _text(docx: bytes, records: Records, t: Translator) -> tuple[Section, bool, list[str]]:
    """The handbook's text, whether it has a title, and the pieces that its tables wait for."""
    source = Source(docx)
    pieces = Pieces(source.package)
    paragraphs = ParagraphWriter(source.style_names, records)
    writer = TableWriter(paragraphs, pieces, records)
    tables: list[Table] = []
    prose = converted(source.prose(lambda table: tables.append(writer.table(table))), PROSE)
    pieces.finish()
    tidy([prose, *pieces.trees], paragraphs.places)
    reader = Prose(tables, records, t)
    text = reader.read(prose)
    return text, reader.has_title, pieces.html()


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("page.html.jinja")
