"""Names of responsible people that may be one person's: "Eva Lind", "Eva Lindh", "E. Lind". Proposed, never merged.

Names are compared only if they share a word, or begin with the same letter and have last words that begin alike; and
of many such only with the nearest by the alphabet, so the cost grows with the number of names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from aktivplan.edition import AlikeNames, Edition, Likeness, Responsibility

_MOST = 300
_NEIGHBOURS = 8
"""With so many names after it each is compared."""
_LEAST_RATIO = 85.0
"""Of 100 that two equal names get: a letter or two in a name of ordinary length."""
_WORD, _FIGURES = re.compile(r"[^\W\d_]+"), re.compile(r"\d+")
_BEGINNING = 3
_ORDER_SCORE, _MORE_WORDS_SCORE, _INITIAL_SCORE = 1.0, 0.95, 0.9


def alike_names(edition: Edition) -> tuple[tuple[AlikeNames, ...], int]:
    """The most alike pairs of names, and how many there are in all."""
    names = [_name(one) for one in edition.responsible]
    found = [
        alike
        for one, other in _candidates([name for name in names if name.words])
        if (alike := _compared(one, other))
    ]
    found.sort(key=lambda alike: -alike.score)
    return tuple(found[:_MOST]), len(found)


class _Name(NamedTuple):
    responsible: Responsibility
    words: tuple[str, ...]
    """In small letters, without figures."""
    figures: str


def _name(responsible: Responsibility) -> _Name:
    folded = responsible.name.casefold()
    return _Name(responsible, tuple(_WORD.findall(folded)), " ".join(_FIGURES.findall(folded)))


def _candidates(names: Sequence[_Name]) -> Iterator[tuple[_Name, _Name]]:
    """Pairs of names that are worth comparing, none twice; names with other figures in them never are."""
    blocks: dict[tuple[str, str, str], list[int]] = {}
    for number, (_, words, figures) in enumerate(names):
        blocks.setdefault((words[0][0], words[-1][:_BEGINNING], figures), []).append(number)
        for word in words:
            if len(word) >= _BEGINNING:
                blocks.setdefault(("", word, figures), []).append(number)
    seen: set[tuple[int, int]] = set()
    for block in blocks.values():
        if len(block) == 1:
            continue
        for place, one in enumerate(block):
            for other in block[place + 1 : place + 1 + _NEIGHBOURS]:
                if (one, other) not in seen:
                    seen.add((one, other))
                    yield names[one], names[other]


def _compared(one: _Name, other: _Name) -> AlikeNames | None:
    likeness, score = _likeness(one.words, other.words)
    return AlikeNames(one.responsible, other.responsible, likeness, score) if likeness else None


def _likeness(one: Sequence[str], other: Sequence[str]) -> tuple[Likeness | None, float]:
    shared = len(set(one).intersection(other))
    if shared > 1 and shared in (len(one), len(other)):
        if len(one) == len(other):
            return Likeness.ORDER, _ORDER_SCORE
        return Likeness.MORE_WORDS, _MORE_WORDS_SCORE
    if shared and _same_but_initial(one, other):
        return Likeness.INITIAL, _INITIAL_SCORE
    ratio = fuzz.ratio(" ".join(one), " ".join(other), score_cutoff=_LEAST_RATIO)
    return (Likeness.SPELLING, ratio / 100) if ratio else (None, 0.0)


def _same_but_initial(one: Sequence[str], other: Sequence[str]) -> bool:
    first, its = one[0], other[0]
    shorter = min(len(first), len(its))
    return len(one) == len(other) > 1 and one[1:] == other[1:] and shorter == 1 and first[0] == its[0]
