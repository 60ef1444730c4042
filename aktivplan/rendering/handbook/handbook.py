"""The handbook put together: the template's prose and looks, the edition's content, in bytes that depend on these alone."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from docx.document import Document
from lxml import etree

from aktivplan.definition.models import Settings
from aktivplan.edition import Edition
from aktivplan.i18n import translator
from aktivplan.ooxml import write_streamed
from aktivplan.rendering.figures.figure import Figure
from aktivplan.rendering.figures.figures import Figures
from aktivplan.rendering.handbook.base import add_picture, set_properties
from aktivplan.rendering.handbook.blocks import Picture
from aktivplan.rendering.handbook.book import Book, Heading
from aktivplan.rendering.handbook.composing import Composed, compose
from aktivplan.rendering.handbook.page import TWIPS_PER_CM
from aktivplan.rendering.handbook.template.default import default_template
from aktivplan.rendering.handbook.template.lists import add_lists
from aktivplan.rendering.handbook.template.opening import TemplateError, open_template
from aktivplan.rendering.handbook.template.profile import Profile, profile_of
from aktivplan.rendering.handbook.template.styles import adopt_styles

_TEXT_PART = "word/document.xml"
_LEVEL = 1
"""How hard the text is pressed. It is repetitive: more effort takes three times as long and saves little."""
_BOOKMARK_ID = re.compile(rb'<w:bookmarkStart [^<>]*?w:id="(\d{1,9})"')


@dataclass(frozen=True, slots=True)
class Handbook:
    """A handbook, ready to be packed."""

    parts: Mapping[str, bytes]
    composed: Composed
    profile: Profile

    @property
    def headings(self) -> tuple[Heading, ...]:
        """All headings in order."""
        return self.composed.headings

    def unpacked(self) -> dict[str, Sequence[bytes]]:
        """The parts of the .docx by name, each in pieces; page numbers left out."""
        pieces = self.composed.pieces(self.parts[_TEXT_PART], (), self.profile.fitted)
        return {name: [*pieces] if name == _TEXT_PART else (part,) for name, part in self.parts.items()}

    def packed(self, pages: Sequence[int] = ()) -> bytes:
        """The bytes of a .docx; ``pages`` are those of the headings, for the contents list, () if they are not known."""
        pieces = self.composed.pieces(self.parts[_TEXT_PART], pages, self.profile.fitted)
        parts = ((name, pieces if name == _TEXT_PART else [part]) for name, part in self.parts.items())
        return write_streamed(parts, level=_LEVEL)


def render_handbook(
    edition: Edition,
    template: bytes | None = None,
    figures: Figures | None = None,
    drawn: Callable[[], Mapping[str, Figure]] | None = None,
    *,
    unit: str = "",
) -> Handbook:
    """The handbook of an edition. Give it the participants' edition.

    Args:
        edition: what stands in it.
        template: the user's own Word file; without it, or where it cannot be read, ours.
        figures: `figures.figures.plan_figures(edition)`; without it the handbook has none.
        drawn: gives the drawings, and is called when the first of them is shown, so that they may be drawn elsewhere
            meanwhile; without it the tables stand alone.
        unit: code of the unit whose rows stand first; "" for a handbook for all.
    """
    settings = edition.plan.settings
    t = translator(settings.language)
    document = _opened(template, settings)
    adopt_styles(document, t.tag)
    set_properties(document, settings, t)
    profile = profile_of(document)
    book = Book(
        edition,
        figures or Figures(),
        _Pictures(document, drawn, profile),
        unit=unit,
        first_bookmark=_free_bookmark(document),
    )
    composed = compose(document, book)
    add_lists(document, book.numbered_lists)
    return Handbook(_parts(document), composed, profile)


class _Pictures:
    """Takes the drawings into the package when they are first asked for."""

    def __init__(
        self, document: Document, drawn: Callable[[], Mapping[str, Figure]] | None, profile: Profile
    ) -> None:
        self._document, self._drawn, self._profile = document, drawn, profile
        self._taken: Mapping[str, Picture] | None = None

    def __call__(self) -> Mapping[str, Picture]:
        if self._taken is None:
            figures = self._drawn() if self._drawn else {}
            widest = self._profile.text_width / TWIPS_PER_CM
            self._taken = {
                key: add_picture(self._document, figure, widest) for key, figure in figures.items()
            }
        return self._taken


def _opened(template: bytes | None, settings: Settings) -> Document:
    if template is not None:
        try:
            return open_template(template)
        except TemplateError:
            # Checking has said why; the plan can be handed out all the same.
            pass
    return open_template(default_template(settings))


def _free_bookmark(document: Document) -> int:
    numbers = map(int, _BOOKMARK_ID.findall(etree.tostring(document.element)))
    return max(numbers, default=0) + 1


def _parts(document: Document) -> dict[str, bytes]:
    saved = io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as package:
        return {name: package.read(name) for name in package.namelist()}
