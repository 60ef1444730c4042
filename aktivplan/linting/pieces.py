"""What stands in a piece of a document: its words, its links, its bookmarks, what its fields are told."""

from __future__ import annotations

import re
from typing import NamedTuple

from aktivplan.linting.values import plain_text

_WORDS = re.compile(rb"<w:t(?: [^<>]*)?>([^<]*)<")
_FIRST_TEXT = re.compile(rb"<w:t(?: [^<>]*)?>(?=\s*[^<\s])")
_BOOKMARK = re.compile(rb'<w:bookmarkStart [^<>]*?w:name="([^"]*)"')
_INSTRUCTION = re.compile(rb"<w:instrText(?: [^<>]*)?>([^<]*[^<\s][^<]*)<")
_LINK, _LINK_ENDS = b"<w:hyperlink", b"</w:hyperlink>"
_ATTRIBUTE = re.compile(rb' (w:anchor|r:id)="([^"]*)"')
MANY_BLANKS = b"     "


class Link(NamedTuple):
    """A link: its text, the bookmark and the relationship that it leads to ("" for none)."""

    text: str
    anchor: bytes
    relationship: bytes
    has_picture: bool


def words_of(piece: bytes) -> str:
    """The piece's text on one line."""
    return plain_text(b"".join(_WORDS.findall(piece)))


def has_many_blanks(piece: bytes) -> bool:
    """Whether blanks stand side by side in a text, as if to set it in columns."""
    return any(MANY_BLANKS in one for one in _WORDS.findall(piece))


def first_text(piece: bytes) -> int:
    """Where the first text that is not blank begins; -1 if there is none."""
    found = _FIRST_TEXT.search(piece)
    return found.end() if found else -1


def bookmarks_of(piece: bytes) -> list[bytes]:
    """The names of the bookmarks that begin in the piece."""
    return _BOOKMARK.findall(piece)


def instructions_of(piece: bytes) -> list[str]:
    """What the fields in the piece are told, in order."""
    return [plain_text(one) for one in _INSTRUCTION.findall(piece)]


def written_links(piece: bytes) -> list[bytes]:
    """The links that begin and end in the piece: what each is from its attributes to the end of its content."""
    begun = (after.partition(_LINK_ENDS) for after in piece.split(_LINK)[1:])
    return [written for written, ends, _after in begun if ends and written.startswith((b" ", b">"))]


def read_link(written: bytes) -> Link:
    """A link, as `written_links` gives it."""
    attributes, _ends, inside = written.partition(b">")
    told = dict(_ATTRIBUTE.findall(attributes))
    has_picture = b"<w:drawing" in inside or b"<w:pict" in inside
    return Link(words_of(inside), told.get(b"w:anchor", b""), told.get(b"r:id", b""), has_picture)
