"""The months that a plan's own words on its follow-up name: "i april och september 2027"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from aktivplan.i18n import Translator

_WORDS = re.compile(r"[^\W\d_]+|\d{4}")
_SENTENCE = re.compile(r"[.!?]\s|\n")


def follow_up_months(text: str, t: Translator) -> tuple[tuple[int, int | None], ...]:
    """Each month named, in the order written: its number and its year; None where no year is written after it.

    A year goes for all months before it in the sentence that have none. In English a month begins with a capital.
    """
    found = dict.fromkeys(pair for sentence in _SENTENCE.split(text) for pair in _months(sentence, t))
    return tuple(found)


def _months(sentence: str, t: Translator) -> Iterator[tuple[int, int | None]]:
    numbers = {_name(t, number): number for number in range(1, 13)}
    waiting: list[int] = []
    for word in _WORDS.findall(sentence):
        number = numbers.get(word if t.language == "en" else word.casefold())
        if number is not None:
            waiting.append(number)
        elif word.isdigit():
            yield from ((month, int(word)) for month in waiting)
            waiting = []
    yield from ((month, None) for month in waiting)


def _name(t: Translator, number: int) -> str:
    name = t.date(date(2024, number, 1), "LLLL")
    return name if t.language == "en" else name.casefold()
