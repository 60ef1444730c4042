"""A normalised line to tokens: numbers, known words and phrases, marks, and unknown words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from aktivplan.reading.period.slots import Part
from aktivplan.reading.period.words import LEXICON, LONGEST_PHRASE, Sort, Word

_PIECE = re.compile(
    r"(?P<number>[0-9]+)(?P<ordinal>\s?:\s?(?:e|a|de|te|nde)\b|\.|(?:st|nd|rd|th)\b)?|(?P<word>[^\W\d_]+)|(?P<mark>\S)"
)
_MARKS = {
    "-": Sort.DASH,
    "/": Sort.SLASH,
    ",": Sort.COMMA,
    ";": Sort.COMMA,
    "&": Sort.AND,
    "+": Sort.AND,
    "(": Sort.OPEN,
    ")": Sort.CLOSE,
}
_PASSED_OVER = frozenset(".:'’\"“”!?")
_MOST_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the line; ``value`` is the number that it is or that goes with it."""

    sort: Sort
    text: str = ""
    value: int = 0
    duration: str = ""
    """ISO 8601, of a word for how often."""
    part: Part | None = None
    ordinal: bool = False
    """Whether a number was marked as one of a row ("4:e", "4.", "4th")."""


END = Token(Sort.UNKNOWN)
"""Stands beyond the last token."""


def tokenise(line: str) -> list[Token]:
    """The line's tokens, in order; the longest phrase known is one token (or a few, if it says several things)."""
    pieces = [piece for piece in _PIECE.finditer(line) if piece["mark"] not in _PASSED_OVER]
    tokens: list[Token] = []
    at = 0
    while at < len(pieces):
        known, length = _piece_tokens(pieces, at)
        tokens.extend(known)
        at += length
    return tokens


def _piece_tokens(pieces: Sequence[re.Match[str]], at: int) -> tuple[list[Token], int]:
    piece = pieces[at]
    if piece["word"]:
        return _phrase(pieces, at)
    if piece["number"]:
        return [_number(piece)], 1
    return [Token(_MARKS.get(piece["mark"], Sort.UNKNOWN), piece["mark"])], 1


def _phrase(pieces: Sequence[re.Match[str]], at: int) -> tuple[list[Token], int]:
    words: list[str] = []
    known, length = [Token(Sort.UNKNOWN, pieces[at]["word"])], 1
    for number, piece in enumerate(pieces[at : at + LONGEST_PHRASE], start=1):
        if piece["word"]:
            words.append(piece["word"])
            text = " ".join(words)
            if text in LEXICON:
                known, length = [_meant(word, text) for word in LEXICON[text]], number
        elif piece["mark"] != "-":
            break
    return known, length


def _meant(word: Word, text: str) -> Token:
    return Token(word.sort, text, word.value, word.duration, word.part)


def _number(piece: re.Match[str]) -> Token:
    digits = piece["number"]
    if len(digits) > _MOST_DIGITS:
        return Token(Sort.UNKNOWN, digits)
    return Token(Sort.NUMBER, digits, int(digits), ordinal=bool(piece["ordinal"]))
