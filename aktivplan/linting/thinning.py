"""Long tables made short: rows that differ from the one above them in their words alone are taken out.

Nothing that a rule tells of a row without a fault depends on what is taken out, but for its links, its bookmarks and how
much it is; these are looked at in what was cut. Where there is a fault, the whole document is looked through.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from aktivplan.linting.pieces import MANY_BLANKS
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
    """A document's XML without the rows that were taken out, and these."""

    left: bytes
    cut: tuple[memoryview, ...] = ()
    """Stretches of rows; none of them is copied, since they are nearly the whole of a long document."""
    paragraphs: int = 0
    """How many were taken out."""


def thinned(xml: bytes) -> Thinned:
    """The document thinned, if it looks plain; as it is where blanks stand in rows anywhere."""
    if MANY_BLANKS in xml:
        return Thinned(xml)
    whole, left, cut, paragraphs = memoryview(xml), [], [], 0
    patterns: dict[bytes, re.Pattern[bytes]] = {}
    pattern = _NEVER
    kept_from = 0
    ends = xml.find(_ROW_ENDS)
    while ends >= 0:
        begins = ends + len(_ROW_ENDS)
        ends = xml.find(_ROW_ENDS, begins)
        # A table's first row is its heading; only what follows it can be like another row.
        if ends < 0 or not xml.startswith(_ROW, begins):
            continue
        after = ends + len(_ROW_ENDS)
        if not xml.startswith(_ROW, after):
            continue
        # Tables are often like the one before them.
        if not pattern.fullmatch(xml, begins, after):
            pattern = _pattern(xml[begins:after], patterns)
        at, rows = after, 0
        while found := pattern.match(xml, at):
            at, rows = found.end(), rows + 1
        if rows:
            left.append(whole[kept_from:after])
            cut.append(whole[after:at])
            paragraphs += rows * xml.count(END_OF_PIECE, begins, after)
            kept_from = at
            ends = at - len(_ROW_ENDS)
    return Thinned(b"".join([*left, whole[kept_from:]]), tuple(cut), paragraphs)


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
