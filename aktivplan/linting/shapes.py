"""The bones of a piece of a document (its tags, with a dot for each text), and the events that they tell of.

A long document has the same few bones over and over; each is looked at once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from aktivplan.linting.events import Event, ParagraphPart
from aktivplan.linting.piece_reader import PieceReader
from aktivplan.linting.plain_xml import NotPlainError

END_OF_PIECE = b"</w:p>"
"""Documents are cut into pieces after each of these."""
_FEW, _SAMPLE = 20, 1_000_000
"""Attributes of their own cost more than their removal if there are more than a few in so many bytes."""
_TEXT = re.compile(rb">\s*[^<>\s][^<>]*<")
_TAG = re.compile(rb'<(/?)([A-Za-z_][\w:.\-]*)((?: [A-Za-z_][\w:.\-]*="[^"<]*")*)(/?)>')
_ATTRIBUTE = re.compile(rb' ([\w:.\-]+)="([^"]*)"')
_OF_SAVES = (b" w:rsid", b" w14:paraId", b" w14:textId")
"""How attributes begin that say when something was written; they stand on every paragraph or on none."""
_OWN = (
    (b' w:anchor="', re.compile(rb' w:anchor="[^"]*"'), b""),
    (b"bookmarkStart ", re.compile(rb'bookmarkStart w:id="[^"]*" w:name="[^"]*"'), b"bookmarkStart"),
    (b"bookmarkEnd ", re.compile(rb'bookmarkEnd w:id="[^"]*"'), b"bookmarkEnd"),
    (b"tblCaption ", re.compile(rb'tblCaption w:val="\s*[^"\s][^"]*"'), b'tblCaption w:val="."'),
    *((sign, re.compile(sign + rb'\w*="[^"]*"'), b"") for sign in _OF_SAVES),
)
"""Attributes that differ from paragraph to paragraph and whose words no event tells of, each after the sign that there are any and before what is left of it."""
_SHIFTED = (b"<w:hyperlink", b"<w:bookmark", b"<w:tblCaption")
"""Where these are, texts may stand elsewhere than in the bones."""
_FALLBACK = b"mc:Fallback"
_OUTSIDE = re.compile(rb"<\?xml [^<>]*\?>|\xef\xbb\xbf")


@dataclass(slots=True, eq=False)
class Shape:
    """What a piece tells of, and which elements it closes and opens, outermost first."""

    events: tuple[Event, ...]
    closes: list[bytes]
    opens: list[bytes]
    opens_what_it_closes: bool
    shifted: bool
    """Whether texts of the piece may stand elsewhere than in the bones."""
    has_bookmarks: bool
    fallback: int
    """How many elements of `mc:Fallback` it opens beyond those that it closes."""


def bones(document: bytes) -> bytes:
    """The document with a dot for each text that is not blank, and without what no event tells of."""
    bare = _TEXT.sub(b">.<", document)
    for sign, own, left in _OWN:
        if _are_many(sign, bare):
            bare = own.sub(left, bare)
    return bare


def stand_elsewhere(document: bytes) -> bool:
    """Whether all texts may stand elsewhere in the document than in its bones."""
    return any(_are_many(sign, document) for sign in _OF_SAVES)


def shape_of(piece: bytes, *, shifted: bool) -> Shape:
    """The shape of a piece, given as bones, without the end of its paragraph. ``shifted`` as `stand_elsewhere` has it.

    Raises:
        NotPlainError: it is not XML, or not plain.
    """
    shifted = shifted or any(name in piece for name in _SHIFTED)
    return _read(piece + END_OF_PIECE, shifted=shifted)


def _are_many(sign: bytes, document: bytes) -> bool:
    return document.count(sign, 0, _SAMPLE if sign in _OF_SAVES else None) > _FEW


def last_shape(piece: bytes) -> Shape:
    """That of what follows the last paragraph. Raises like `shape_of`."""
    return _read(piece, shifted=True)


def _read(piece: bytes, *, shifted: bool) -> Shape:
    reader = PieceReader()
    closes: list[bytes] = []
    opened: list[bytes] = []
    count, first_text = 0, -1
    for tag in _TAG.finditer(piece):
        count += 1
        ending, name, written, empty = tag.groups()
        if ending:
            _close(name, opened, closes)
            reader.end(name)
            continue
        at = tag.end()
        reader.start(name, _attributes(written))
        if empty:
            reader.end(name)
        else:
            opened.append(name)
            if piece[at : at + 1] not in b"< \t\r\n":
                first_text = at if first_text < 0 else first_text
                reader.text(at)
    if count != _OUTSIDE.sub(b"", piece).count(b"<"):
        raise NotPlainError
    events = reader.events()
    shifted |= any(
        isinstance(one, ParagraphPart) and one.first_text not in (-1, first_text) for one in events
    )
    return Shape(
        events,
        closes[::-1],
        opened,
        closes[::-1] == opened,
        shifted,
        b"<w:bookmarkStart" in piece,
        opened.count(_FALLBACK) - closes.count(_FALLBACK),
    )


def _close(name: bytes, opened: list[bytes], closes: list[bytes]) -> None:
    if not opened:
        closes.append(name)
    elif opened.pop() != name:
        raise NotPlainError


def _attributes(written: bytes) -> Mapping[bytes, bytes]:
    return dict(_ATTRIBUTE.findall(written)) if written else {}
