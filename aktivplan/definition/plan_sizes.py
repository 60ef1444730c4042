"""How wide columns and how high rows must be for their text, by a fair guess. Knows no workbook."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

_LINE = 14.5
"""Points that a line of 11-point Calibri takes."""
_LETTERS = 1.15
"""Letters of running text in the width of one character, which is a digit's."""
_PADDING = 3.0
_MOST = 409.0
"""Points that Excel allows a row."""
_FILTER_BUTTON = 3
"""Characters that the button in a heading hides."""


def column_width(width: int, heading: str) -> int:
    """The width in characters: the wanted one, or what the heading's longest word needs."""
    return max(width, *(len(word) + _FILTER_BUTTON + 1 for word in heading.split()))


def heading_height(headings: Iterable[tuple[str, int]]) -> float:
    """The height in points for headings (each with its column's width), which are bold and have a button."""
    return row_height((heading, width - _FILTER_BUTTON) for heading, width in headings) + _PADDING


def row_height(texts: Iterable[tuple[str, int]]) -> float:
    """The height in points for texts (each with its column's width in characters) that wrap."""
    lines = max((_lines(text, width) for text, width in texts), default=1)
    return min(lines * _LINE + _PADDING, _MOST)


def _lines(text: str, width: int) -> int:
    return sum(max(len(textwrap.wrap(line, int(width * _LETTERS))), 1) for line in text.splitlines()) or 1
