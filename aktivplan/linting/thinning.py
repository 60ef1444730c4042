"""Long tables made short: rows that differ from the one above them in their words alone are taken out.

Nothing that a rule tells of a row without a fault depends on what is taken out, but for its links, its bookmarks and how
much it is; these are looked at in what was cut. Where there is a fault, the whole document is looked through.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from aktivplan.linting.pieces import MANY_BLANKS, bookmarks_of, written_links
from aktivplan.linting.plain_xml import has_stray_ampersand, opens_plainly
from aktivplan.linting.shapes import END_OF_PIECE

_ROW, _ROW_ENDS = (b"<w:tr>", b"<w:tr "), b"</w:tr>"
_WORDS, _ANCHOR = rb"\s*[^<>\s][^<>]*", rb' w:anchor="[^"<]*"'
_BOOKMARK, _ITS_END = rb'bookmarkStart w:id="[^"<]*" w:name="[^"<]*"', rb'bookmarkEnd w:id="[^"<]*"'
_SAVE = rb' (?:w:rsid\w*|w14:paraId|w14:textId)="[^"<]*"'
_VARIES = re.compile(
    b"(?<=>)(?P<words>%b)(?=<)|(?P<anchor>%b)|(?P<bookmark>%b)|(?P<its_end>%b)|(?P<save>%b)"
    % (_WORDS, _ANCHOR, _BOOKMARK, _ITS_END, _SAVE)
)
"""What may differ from row to row."""
_INSTEAD = {
    "words": _WORDS,
    "anchor": _ANCHOR,
    "bookmark": _BOOKMARK,
    "its_end": _ITS_END,
    "save": _SAVE,
}
_NOT_TYPED = rb"(?!\s*(?:[\xc2\xe2\xef*\-(0-9]|[A-Za-z][.)]))"
"""Before words that cannot be an item of a list that somebody has typed (`wording.may_be_typed`): asked of the first
words of a paragraph that follows another one in its cell, since an item alone is no list."""
_SECOND_PARAGRAPH = re.compile(rb"</w:p><w:p[ >]")
_NOT_ALIKE = (b"<w:tbl>", b"instrText", b"fldSimple", b"fldChar", b"<mc:", b"<w:sectPr")
"""What is told of rows with these depends on more than their own tags."""
_NEVER = re.compile(rb"(?!)")
_LONGEST, _MOST_PATTERNS = 20_000, 200


class Thinned(NamedTuple):
    """A document's XML without the rows that were taken out, and what has to be known of these."""

    left: bytes
    rows: int = 0
    """How many were taken out."""
    paragraphs: int = 0
    """How many there are in them."""
    bookmarks: Collection[bytes] = ()
    """The names of those that begin in them."""
    links: Collection[bytes] = ()
    """Theirs, as `pieces.written_links` gives them, links that are written alike only once."""


def thinned(pieces: Sequence[bytes]) -> Thinned:
    """The document thinned, if it looks plain; as it is where it does not, or where blanks stand in rows anywhere.

    ``pieces`` are its XML; no row is spread over several of them.
    """
    thinner = _Thinner()
    if opens_plainly(pieces[0]):
        for piece in pieces:
            if MANY_BLANKS in piece or has_stray_ampersand(piece):
                break
            thinner.take(piece)
        else:
            return thinner.thinned()
    return Thinned(b"".join(pieces))


class _Thinner:
    """Takes a document piece by piece; each is still in the processor's own memory when all is done that it needs."""

    def __init__(self) -> None:
        self._left: list[bytes] = []
        self._rows = 0
        self._paragraphs = 0
        self._bookmarks: set[bytes] = set()
        self._links: set[bytes] = set()
        self._patterns: dict[bytes, re.Pattern[bytes]] = {}
        self._pattern = _NEVER
        self._paragraphs_in_a_row = 0
        self._has_bookmarks = False
        """Both of rows that the pattern fits."""
        self._follows_row = self._may_go_on = False
        """Whether a row has just ended, and whether it is one that the pattern fits."""

    def thinned(self) -> Thinned:
        """What is left of all pieces, and what was in the rest."""
        left = b"".join(self._left)
        return Thinned(left, self._rows, self._paragraphs, self._bookmarks, self._links)

    def take(self, xml: bytes) -> None:
        """The next piece."""
        kept_from = 0
        after = 0 if self._follows_row else _after_row(xml, 0)
        while 0 <= after < len(xml):
            ends = self._after_rows_alike(xml, after) if self._may_go_on else after
            if ends > after:
                self._left.append(xml[kept_from:after])
                self._cut(xml[after:ends])
                kept_from = ends
            after = self._after_next(xml, ends) if ends < len(xml) else ends
        self._left.append(xml[kept_from:] if kept_from else xml)
        self._follows_row = xml.endswith(_ROW_ENDS)
        self._may_go_on &= self._follows_row

    def _after_rows_alike(self, xml: bytes, at: int) -> int:
        while found := self._pattern.match(xml, at):
            at = found.end()
            self._rows += 1
            self._paragraphs += self._paragraphs_in_a_row
        return at

    def _cut(self, rows: bytes) -> None:
        if self._has_bookmarks:
            self._bookmarks.update(bookmarks_of(rows))
        self._links.update(written_links(rows))

    def _after_next(self, xml: bytes, begins: int) -> int:
        """Past the next row, which stays; it is the pattern if it follows a row, as others may that are like it.

        A table's first row is its heading; only what follows it can be like another row.
        """
        ends = _after_row(xml, begins)
        self._may_go_on = False
        if ends >= 0 and xml.startswith(_ROW, begins) and (ends == len(xml) or xml.startswith(_ROW, ends)):
            # Tables are often like the one before them.
            if not self._pattern.fullmatch(xml, begins, ends):
                self._pattern = _pattern(xml[begins:ends], self._patterns)
            self._paragraphs_in_a_row = xml.count(END_OF_PIECE, begins, ends)
            self._has_bookmarks = xml.find(b"bookmarkStart", begins, ends) >= 0
            self._may_go_on = True
        return ends


def _after_row(xml: bytes, at: int) -> int:
    """Where the next row has ended; -1 if there is none."""
    ends = xml.find(_ROW_ENDS, at)
    return ends + len(_ROW_ENDS) if ends >= 0 else -1


def _pattern(row: bytes, known: dict[bytes, re.Pattern[bytes]]) -> re.Pattern[bytes]:
    """What rows match that differ from this one in their words alone; nothing where that is not enough to tell."""
    if len(row) > _LONGEST or any(mark in row for mark in _NOT_ALIKE):
        return _NEVER
    written: list[bytes] = []
    at, is_second = 0, False
    for found in _VARIES.finditer(row):
        before, kind = row[at : found.start()], found.lastgroup or ""
        written.append(re.escape(before))
        is_second = is_second or _SECOND_PARAGRAPH.search(before) is not None
        if kind == "words" and is_second:
            written.append(_NOT_TYPED)
            is_second = False
        written.append(_INSTEAD[kind])
        at = found.end()
    source = b"".join([*written, re.escape(row[at:])])
    if source not in known:
        if len(known) >= _MOST_PATTERNS:
            return _NEVER
        known[source] = re.compile(source)
    return known[source]
