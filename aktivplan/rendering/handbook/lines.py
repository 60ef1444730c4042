"""The lines of a cell: which of them are items of a list that somebody typed. Knows no document."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

INVISIBLE = "".join(map(chr, range(33))) + "\xa0\ufffe\uffff"
"""What leaves nothing to see: control characters, spaces, what is no character at all."""
_BULLET_CHARACTERS = "•·▪●○◦‣∙■□–—*\uf0b7-"
_MAY_BE_BULLETS = frozenset(_BULLET_CHARACTERS)
_BULLET = re.compile(rf"[{_BULLET_CHARACTERS}]\s+(?=\S)")
_ROUND_BULLET_INSIDE = re.compile(r"\s*[•\uf0b7]\s*(?=\S)")
_ENDS = ".:;,!?…"
_NUMBER = re.compile(r"(\d{1,2})[.)]\s+(?=\S)")


class LineKind(StrEnum):
    """What a line is."""

    PLAIN = "plain"
    BULLET = "bullet"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a cell, without the bullet or number that stood before it."""

    kind: LineKind
    text: str
    starts_list: bool = False
    """Whether it is the first item of a numbered list."""


def lines(text: str) -> tuple[Line, ...]:
    """The lines that say something, in order.

    A line that begins with a bullet or a dash is an item of a bulleted list, also where several round bullets stand
    on one line. Lines numbered 1, 2, 3 … without a gap are items of a numbered list; any other number is text.
    """
    raw = [line.strip(INVISIBLE) for line in text.splitlines()]
    pieces = [piece for line in raw for piece in _apart(line) if piece]
    numbered = _numbered(pieces)
    return tuple(_line(piece, numbered=index in numbered) for index, piece in enumerate(pieces))


def is_simple(text: str) -> bool:
    """Whether the text is one plain line, so that there is nothing to take apart."""
    if "\n" in text or "\r" in text or "•" in text:
        return False
    return text[:1] not in _MAY_BE_BULLETS or not _BULLET.match(text)


def in_one_line(text: str) -> str:
    """The lines one after the other, with a semicolon where no other mark parts them."""
    said = [line.text for line in lines(text)]
    ended = [line if line[-1] in _ENDS else f"{line};" for line in said[:-1]]
    return " ".join((*ended, *said[-1:]))


def _apart(line: str) -> Iterable[str]:
    """A line with several round bullets as one line each."""
    if line.count("•") + line.count("\uf0b7") < 2:
        return (line,)
    first, *others = _ROUND_BULLET_INSIDE.split(line)
    return (first, *(f"• {other}" for other in others))


def _numbered(pieces: list[str]) -> frozenset[int]:
    """The indexes of lines that count 1, 2, 3 …, at least two of them on end."""
    found: set[int] = set()
    current: list[int] = []
    for index, piece in enumerate([*pieces, ""]):
        match = _NUMBER.match(piece)
        if match and int(match.group(1)) == len(current) + 1:
            current.append(index)
            continue
        found.update(current if len(current) > 1 else ())
        current = [index] if match and match.group(1) == "1" else []
    return frozenset(found)


def _line(piece: str, *, numbered: bool) -> Line:
    if numbered:
        first = int(_NUMBER.findall(piece)[0]) == 1
        return Line(LineKind.NUMBER, _NUMBER.sub("", piece, count=1), starts_list=first)
    bullet = _BULLET.match(piece)
    return Line(LineKind.BULLET, piece[bullet.end() :]) if bullet else Line(LineKind.PLAIN, piece)
