"""A sentence as words, and where they stand in it."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from typing import NamedTuple

_WORD = re.compile(r"\d+(?:[.,:/]\d+)*|[^\W\d_]+|\S")


class Span(NamedTuple):
    """Where something stands in a text: from the first character to the one after the last."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """What stands there."""
        return text[self.start : self.end].strip()


class Word(NamedTuple):
    """A word, a number or a single other character, in small letters."""

    text: str
    start: int
    end: int


def words_of(sentence: str) -> tuple[Word, ...]:
    """Every word of the sentence, in order."""
    return tuple([Word(found[0].lower(), *found.span()) for found in _WORD.finditer(sentence)])


def back_over(words: Sequence[Word], index: int, passed: Container[str]) -> int:
    """The index of the first of the words right before one that are all among those to be passed."""
    while index and words[index - 1].text in passed:
        index -= 1
    return index
