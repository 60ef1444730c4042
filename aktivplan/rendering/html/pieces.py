"""What stands in tables and needs the general conversion, such as lists: taken out of them, and converted together."""

from __future__ import annotations

import re

from lxml import etree

from aktivplan.rendering.html.conversion import CELLS, converted
from aktivplan.rendering.html.source import Package
from aktivplan.rendering.html.word import BOOKMARK, PARAGRAPH, W

_PIECES_IN_BATCH = 1_500
"""The conversion holds in memory whole what it is given."""
_OPEN, _CLOSE = "\N{START OF TEXT}", "\N{END OF TEXT}"
"""Around a piece's number in HTML that waits for it. No XML can hold them, so no text has them."""
_WAITING = re.compile(f"{_OPEN}(\\d+){_CLOSE}")


class Pieces:
    """Pieces of a document's text."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._blocks: list[etree._Element] = []
        self._counted = 0
        self.trees: list[etree._Element] = []
        """Converted batches, each of marks and the pieces that follow them; complete after `finish`."""

    def waiting(self, blocks: list[etree._Element]) -> str:
        """Take over the blocks of a piece; what comes back stands for it in HTML until `filled_in`."""
        number = self._counted
        self._blocks += [_mark(number), *blocks]
        self._counted += 1
        if self._counted % _PIECES_IN_BATCH == 0:
            self._convert()
        return f"{_OPEN}{number}{_CLOSE}"

    def finish(self) -> None:
        """Convert what has not been converted yet."""
        if self._blocks:
            self._convert()

    def html(self) -> list[str]:
        """The pieces as HTML, by number."""
        pieces: list[str] = []
        for tree in self.trees:
            for element in tree:
                if _is_mark(element):
                    pieces.append("")
                else:
                    pieces[-1] += etree.tostring(element, encoding="unicode", method="html")
        return pieces

    def _convert(self) -> None:
        self.trees.append(converted(self._package.with_blocks(self._blocks), CELLS))
        self._blocks = []


def filled_in(html: str, pieces: list[str]) -> str:
    """The HTML with the pieces that it waits for."""
    return _WAITING.sub(lambda found: pieces[int(found[1])], html)


def _mark(number: int) -> etree._Element:
    """A paragraph in front of a piece, with a name that no bookmark of Word's can have."""
    paragraph = etree.Element(PARAGRAPH)
    etree.SubElement(paragraph, BOOKMARK, {f"{W}id": str(number), f"{W}name": f"piece-{number}"})
    return paragraph


def _is_mark(element: etree._Element) -> bool:
    return len(element) == 1 and (element[0].get("id") or "").startswith("piece-")
