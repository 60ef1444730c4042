"""How much room text takes: letters in a column, lines in a cell, points in a row. Knows no workbook."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

LINE = 15
"""Points that a line of 11-point text takes."""
_LETTERS_PER_CHARACTER = 1.18
"""A column's width is told in digits, and letters are narrower on average."""
_PADDING = 2
"""Characters that a cell's indent and margins take."""


def letters_in(characters: float) -> int:
    """How many letters fit beside each other in a width that is told in characters, as Excel tells it."""
    return max(int((characters - _PADDING) * _LETTERS_PER_CHARACTER), 1)


def lines(text: str, characters: float) -> int:
    """How many lines a text takes in a column that many characters wide, rather one too many than too few."""
    wrapped = (textwrap.wrap(paragraph, letters_in(characters)) for paragraph in text.split("\n"))
    return sum(len(paragraph) or 1 for paragraph in wrapped)


def row_height(cells: Iterable[tuple[str, float]], *, air: float = 0) -> float:
    """The height in points for cells, each a text and its column's width in characters; ``air`` goes on top."""
    return max((lines(text, characters) for text, characters in cells), default=1) * LINE + air
