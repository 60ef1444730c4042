"""The handbook put together: the chapters in their order, in a package whose bytes depend on the edition alone."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Iterator

from docx.document import Document

from aktivplan.edition import Edition
from aktivplan.i18n import translator
from aktivplan.ooxml import write_package
from aktivplan.rendering.figures.figure import Figure
from aktivplan.rendering.figures.timeline import Timeline
from aktivplan.rendering.handbook.base import add_picture, base_document, set_lists
from aktivplan.rendering.handbook.book import Book
from aktivplan.rendering.handbook.chapters.contents import contents
from aktivplan.rendering.handbook.chapters.cover import cover
from aktivplan.rendering.handbook.chapters.follow_up import follow_up
from aktivplan.rendering.handbook.chapters.goal_tree import goal_tree
from aktivplan.rendering.handbook.chapters.goals import goals
from aktivplan.rendering.handbook.chapters.introduction import introduction
from aktivplan.rendering.handbook.chapters.responsible import responsible
from aktivplan.rendering.handbook.chapters.sources import sources
from aktivplan.rendering.handbook.chapters.timeline import timeline as timeline_chapter
from aktivplan.rendering.handbook.chapters.units import units

_CHAPTERS: tuple[Callable[[Book], Iterator[str]], ...] = (
    introduction,
    goal_tree,
    goals,
    units,
    timeline_chapter,
    follow_up,
    responsible,
    sources,
)
"""Those that the contents list names, in order."""
_TEXT_PART = "word/document.xml"
_BODY = b"<w:body>"
_LEVEL = 1
"""How hard the text is pressed. It is repetitive: more effort takes three times as long and saves little."""


def render_handbook(
    edition: Edition, timeline: Timeline | None = None, drawn: Callable[[], Figure] | None = None
) -> bytes:
    """The handbook of an edition as the bytes of a .docx. Give it the participants' edition.

    ``timeline`` is `figures.timeline.plan_timeline(edition)`; without it the chapter is left out. ``drawn`` gives its
    drawing, and is called when the chapter is written, so that it may be drawn elsewhere meanwhile; without it the timeline
    stands as a table only.
    """
    settings = edition.plan.settings
    document = base_document(settings, translator(settings.language))
    book = Book(edition, timeline, (lambda: add_picture(document, drawn())) if drawn else None)
    chapters = [block.encode() for chapter in _CHAPTERS for block in chapter(book)]
    opening = [block.encode() for part in (cover, contents) for block in part(book)]
    set_lists(document, book.numbered_lists)
    return _packed(document, [*opening, *chapters])


def _packed(document: Document, blocks: Iterable[bytes]) -> bytes:
    """The document with the blocks as its text."""
    saved = io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    before, after = parts[_TEXT_PART].split(_BODY)
    parts[_TEXT_PART] = b"".join((before, _BODY, *blocks, after))
    return write_package(parts.items(), level=_LEVEL)
