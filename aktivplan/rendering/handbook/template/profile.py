"""The graphic profile that a template brings: how wide its text is, and its own colour."""

from __future__ import annotations

import re
from dataclasses import dataclass

from docx.document import Document
from docx.oxml.ns import qn

from aktivplan import palette
from aktivplan.rendering.handbook import names
from aktivplan.rendering.handbook.page import TEXT_WIDTH

_WIDTH = re.compile(rb'(<w:(?:tblW|tcW|gridCol) w:w=")(\d+)"')
_HEXADECIMAL = re.compile(r"[0-9A-Fa-f]{6}")
_READABLE = 4.5
"""The contrast that white text needs on the colour (WCAG 2.1, 1.4.3)."""
_NARROWEST = 4_000
"""Twips; a text narrower than seven centimetres is none for tables."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What tables and headings of tables go by."""

    text_width: int = TEXT_WIDTH
    """Twips."""
    accent: str = palette.ACCENT

    def fitted(self, blocks: bytes) -> bytes:
        """Finished blocks in the template's width and colour."""
        if self.accent != palette.ACCENT:
            tint = palette.mixed(palette.WHITE, self.accent, _TINT)
            for ours, theirs in ((palette.ACCENT, self.accent), (palette.ACCENT_TINT, tint)):
                blocks = blocks.replace(_fill(ours), _fill(theirs))
        if self.text_width != TEXT_WIDTH:
            blocks = _WIDTH.sub(self._scaled, blocks)
        return blocks

    def _scaled(self, width: re.Match[bytes]) -> bytes:
        return b'%b%d"' % (width[1], round(int(width[2]) * self.text_width / TEXT_WIDTH))


_TINT = 0.1
"""How much of the colour there is in the tint for first rows of cards."""


def profile_of(document: Document) -> Profile:
    """The template's text width, and the colour of its topmost headings where white text can be read on it."""
    section = document.sections[0]
    sides = (section.page_width, section.left_margin, section.right_margin)
    width = TEXT_WIDTH
    if None not in sides:
        page, left, right = (round((side or 0) / 635) for side in sides)
        width = max(page - left - right, _NARROWEST)
    return Profile(width, _accent(document))


def _accent(document: Document) -> str:
    colour = document.styles.element.find(
        f"{qn('w:style')}[@{qn('w:styleId')}='{names.heading_style(1)}']/{qn('w:rPr')}/{qn('w:color')}"
    )
    value = "" if colour is None else str(colour.get(qn("w:val"), ""))
    own = f"#{value.upper()}"
    if not _HEXADECIMAL.fullmatch(value) or palette.contrast(own, palette.WHITE) < _READABLE:
        return palette.ACCENT
    return own


def _fill(colour: str) -> bytes:
    return b'w:fill="%b"' % colour.removeprefix("#").encode()
