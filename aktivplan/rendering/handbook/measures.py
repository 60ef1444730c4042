"""How wide columns must be for what stands in them, and whether they fit on the page side by side.

The rule: records stand in a table when they have at most six fields, the columns' longest words fit side by side on
the page, and an ordinary row is at most fourteen lines high. Otherwise each record gets a card.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from aktivplan.rendering.handbook.page import CELL_MARGIN, TEXT_WIDTH, TWIPS_PER_CM

_MOST_COLUMNS = 6
_HIGHEST_ROW = 14
"""Lines of an ordinary (average) row."""

_LETTER = 104
"""Average width in twips of a letter of table text (10 point); _BOLD_LETTER of a heading's."""
_BOLD_LETTER = 110
_WIDEST_WORD = round(3.05 * TWIPS_PER_CM)
"""Longer words are hyphenated rather than allowed to claim the page."""
_NARROWEST = round(1.5 * TWIPS_PER_CM)
_LEAST_WEIGHT, _GREATEST_WEIGHT = 6.0, 150.0
_SHORT_WORD = 7
"""Letters that there is room for in any column."""
_LONG_WORDS = re.compile(r"[^\s/–-]{8,}")
"""A line may end after a slash or a dash too."""


@dataclass(frozen=True, slots=True)
class Need:
    """What a column asks for: room for its longest word (twips), and its average number of letters."""

    word: int
    letters: float


def need(heading: str, texts: Sequence[str]) -> Need:
    """What the texts of a column, and its heading, need."""
    together = "\n".join(texts)
    longest = max(map(len, _LONG_WORDS.findall(together)), default=_SHORT_WORD)
    in_heading = max(map(len, heading.split()), default=0)
    letters = len(together) / len(texts) if texts else 0
    return Need(max(longest * _LETTER, in_heading * _BOLD_LETTER), letters)


def column_widths(needs: Sequence[Need], total: int = TEXT_WIDTH) -> tuple[int, ...]:
    """Widths in twips that add up to the total: room for the words first, the rest by the amount of text."""
    least = [_least(one) for one in needs]
    weights = [min(max(one.letters, _LEAST_WEIGHT), _GREATEST_WEIGHT) for one in needs]
    spare = max(total - sum(least), 0)
    widths = [low + spare * weight / sum(weights) for low, weight in zip(least, weights, strict=True)]
    scaled = [int(width * total / sum(widths)) for width in widths]
    return (*scaled[:-1], total - sum(scaled[:-1]))


def fits_as_table(needs: Sequence[Need]) -> bool:
    """The rule at the top of this module."""
    if len(needs) > _MOST_COLUMNS or sum(map(_least, needs)) > TEXT_WIDTH:
        return False
    widths = column_widths(needs)
    heights = (
        one.letters * _LETTER / (width - 2 * CELL_MARGIN) for one, width in zip(needs, widths, strict=True)
    )
    return max(heights) <= _HIGHEST_ROW


def _least(one: Need) -> int:
    return max(min(one.word, _WIDEST_WORD) + 2 * CELL_MARGIN, _NARROWEST)
