"""What hinders people in pictures, text boxes, content controls and links."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from aktivplan.linting.events import Control, Drawing
from aktivplan.linting.pieces import Link, bookmarks_of, read_link, written_links
from aktivplan.linting.position import Position
from aktivplan.linting.wording import is_vague

_LONGEST_TEXT = 250
_FILE_NAME = re.compile(r"\S*\.(?:png|jpe?g|gif|bmp|tiff?|svg|emf|wmf|webp)", re.IGNORECASE)
_NO_TEXT = re.compile(
    r"(?:picture|image|bild|billede|bilde|graphic|chart|diagram|object)\s*\d*", re.IGNORECASE
)
"""What programs write of themselves where nobody has written anything."""
_BUILT_IN = (b"", b"_top")
"""Where every document can lead to, bookmark or none."""


def judge_drawing(drawing: Drawing, position: Position) -> None:
    """A picture, a chart or a shape."""
    name = drawing.name
    if drawing.watermark:
        position.tell("watermark")
        return
    if drawing.floating:
        position.tell("object-floating", name=name)
    if drawing.decorative:
        return
    text = drawing.text
    if not text or _FILE_NAME.fullmatch(text) or _NO_TEXT.fullmatch(text):
        position.tell("picture-without-text", name=name)
    elif len(text) > _LONGEST_TEXT:
        position.tell("picture-text-long", name=name, count=len(text), limit=_LONGEST_TEXT)


def judge_control(control: Control, position: Position) -> None:
    """A content control."""
    if not control.titled:
        position.tell("control-untitled", words=position.words)


class Links:
    """The links of a document and the bookmarks that they lead to."""

    def __init__(self, position: Position, relationships: Collection[str]) -> None:
        self._position = position
        self._relationships = frozenset(one.encode() for one in relationships)
        self._bookmarks: set[bytes] = set(_BUILT_IN)
        self._wanted: dict[bytes, tuple[str, str]] = {}
        self._known: dict[bytes, tuple[Link, tuple[str, ...]]] = {}
        """Links as they are written, and what is wrong with each."""

    def gather_bookmarks(self) -> None:
        """Those of the present piece."""
        self._bookmarks.update(bookmarks_of(self._position.piece))

    def judge(self) -> None:
        """The links of the present piece."""
        self._judge(written_links(self._position.piece))

    def take_in(self, bookmarks: Iterable[bytes], links: Iterable[bytes]) -> None:
        """Those of pieces that are looked at no further; links as `written_links` gives them."""
        self._bookmarks.update(bookmarks)
        self._judge(links)

    def _judge(self, links: Iterable[bytes]) -> None:
        position = self._position
        for written in links:
            known = self._known.get(written)
            if known is None:
                known = self._known[written] = self._look_at(read_link(written))
            link, faults = known
            for code in faults:
                position.tell(code, words=link.text)
            if link.anchor not in self._wanted:
                self._wanted[link.anchor] = link.text, position.telling.heading

    def _look_at(self, link: Link) -> tuple[Link, tuple[str, ...]]:
        faults = []
        if is_vague(link.text) and not (link.has_picture and not link.text):
            faults.append("link-vague")
        if link.relationship and link.relationship not in self._relationships:
            faults.append("link-broken")
        return link, tuple(faults)

    def wants(self, anchor: str) -> None:
        """A field leads to that bookmark."""
        position = self._position
        self._wanted.setdefault(anchor.encode(), (position.words, position.telling.heading))

    def tell_of_broken(self) -> None:
        """Those that lead to no bookmark; to be asked for at the end of the document."""
        telling = self._position.telling
        for anchor, (words, heading) in self._wanted.items():
            if anchor not in self._bookmarks:
                telling.heading = heading
                telling.tell("link-broken", words=words)
