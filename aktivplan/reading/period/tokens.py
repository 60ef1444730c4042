"""A normalised line to tokens: numbers, known words and phrases, marks, and unknown words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from aktivplan.reading.period.lexicon import LEXICON, LONGEST_FROM
from aktivplan.reading.period.sorts import Sort, Token

_PIECE = re.compile(
    r"'(?P<short_year>[0-9]{2})(?![0-9])"
    r"|(?P<number>[0-9]+)(?P<ordinal>\s?:\s?(?:e|a|de|te|nde)\b|\.|(?:st|nd|rd|th|a|e)\b)?"
    r"|(?P<word>[^\W\d_]+|½|×|→|~|≈)"
    r"|(?P<mark>[^\s.:'\"!?])"
)
_MARKS: Mapping[str, Token] = MappingProxyType(
    {
        mark: Token(sort, mark)
        for mark, sort in {
            "-": Sort.DASH,
            "/": Sort.SLASH,
            ",": Sort.COMMA,
            ";": Sort.COMMA,
            "|": Sort.COMMA,
            "&": Sort.AND,
            "+": Sort.AND,
            "(": Sort.OPEN,
            "[": Sort.OPEN,
            ")": Sort.CLOSE,
            "]": Sort.CLOSE,
        }.items()
    }
)
_MOST_DIGITS = 8
_DASH = "-"
_CENTURY = 2000

Piece = tuple[str, str, str, str, str]
"""A short year, or a number and its mark of order, or a word, or another mark; the rest are empty."""

END = Token(Sort.UNKNOWN)
"""Stands beyond the last token."""


def tokenise(line: str) -> list[Token]:
    """The line's tokens, in order; the longest phrase known is one token (or a few, if it says several things)."""
    pieces: list[Piece] = _PIECE.findall(line)
    tokens: list[Token] = []
    at = 0
    while at < len(pieces):
        short_year, number, ordinal, word, mark = pieces[at]
        if word:
            at = _add_phrase(tokens, pieces, at)
            continue
        if number:
            tokens.append(_number(number, ordinal))
        elif mark:
            tokens.append(_MARKS.get(mark) or Token(Sort.UNKNOWN, mark))
        else:
            tokens.append(Token(Sort.NUMBER, f"20{short_year}", _CENTURY + int(short_year)))
        at += 1
    return tokens


def _add_phrase(tokens: list[Token], pieces: list[Piece], at: int) -> int:
    """Add the longest phrase that begins there; gives where it ends."""
    text = pieces[at][3]
    known, end = LEXICON.get(text), at + 1
    longest = LONGEST_FROM.get(text, 1)
    words, ahead = 1, at + 1
    while words < longest and ahead < len(pieces):
        piece = pieces[ahead]
        ahead += 1
        if piece[3]:
            words += 1
            text = f"{text} {piece[3]}"
            if text in LEXICON:
                known, end = LEXICON[text], ahead
        elif piece[4] not in (_DASH, "/"):
            break
    tokens.extend(known or (Token(Sort.UNKNOWN, pieces[at][3]),))
    return end


@lru_cache(maxsize=4096)
def _number(digits: str, ordinal: str) -> Token:
    if len(digits) > _MOST_DIGITS:
        return Token(Sort.UNKNOWN, digits)
    return Token(Sort.NUMBER, digits, int(digits), None, None, bool(ordinal))
