"""The figures in a sentence that something is to be measured against. Knows no dates: it is told where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from aktivplan.targets.comparators import FILLERS, Comparator, said_of
from aktivplan.targets.words import Span, Word, back_over


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure and where it stands."""

    start: int
    end: int
    comparator: Comparator | None
    value: float
    unit: str


_WORDS = {
    word: float(value)
    for value, words in (
        (0, "noll nul null zero"),
        (1, "en ett én et ét one"),
        (2, "två to two"),
        (3, "tre three"),
        (4, "fyra fire four"),
        (5, "fem five"),
        (6, "sex seks six"),
        (7, "sju syv seven"),
        (8, "åtta otte åtte eight"),
        (9, "nio ni nine"),
        (10, "tio ti ten"),
        (12, "tolv twelve"),
    )
    for word in words.split()
}
_ARTICLES = frozenset(["en", "ett", "én", "et", "ét", "one", "ni"])
"""Numbers only where "at least" or the like stands before them; "ni" is Swedish for "you"."""
_ENGLISH_TOO = frozenset(["to", "fire"])
"""Numbers only in a sentence that is not English."""
_NORDIC = re.compile(r"[åäöæø]|\b(?:af|av|der|det|en|er|et|har|holdt|med|og|som|til|pr)\b", re.IGNORECASE)
_HALVES = frozenset(["hälften", "halvdelen", "halvparten", "half"])
NUMBER_WORDS = _HALVES.union(_WORDS)
_PERCENT = r"%|procent\b|prosent\b|percent\b|per\ cent\b|pct\b\.?"
_FIGURE = re.compile(
    rf"""
    (?P<value>\d{{1,3}}(?:[ .]\d{{3}})+(?!\d)|\d+(?:[.,]\d+)?)
    (?:\s*(?:%|procent)?\s*[-–]\s*(?P<upper>\d+(?:[.,]\d+)?))?
    (?!\d|[.,:/]\d|-\w|:[ae]\b|\.\s+[^\W\d_])
    (?:\s*(?P<percent>{_PERCENT})|\s*(?P<share>(?:\b(?:ud\s+af|out\s+of|av|af|of)\b|/)\s*\d+)|\s+(?P<unit>[^\W\d_]{{2,}}))?
  | (?P<word>{"|".join([*_WORDS, *_HALVES])})\b(?:\s+(?P<counted>[^\W\d_]{{2,}}))?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SMALL_WORDS = "av af of och og eller or er är har som in till til per pr på at att ska skal skall will"
_NO_UNITS = frozenset(_SMALL_WORDS.split())

_THINGS_WITH_NUMBERS = (
    "årskurs åk klass klasse trinn trin kl kap kapitel bilaga bilag vedlegg delmål handlemål mål punkt nr no § steg "
    "fyllda fylte fyldt åldern ålder alder alderen age aged"
)
_NAMED = frozenset(_THINGS_WITH_NUMBERS.split())
"""What is named by the figure after it, which then counts nothing: "årskurs 9", "delmål 2"."""
_OF = frozenset(["av", "af", "of"])
_FROM = frozenset(["från", "fra", "from"])
_TO = re.compile(r"\s*%?\s+(?:till?|to)\s+\d", re.IGNORECASE)
_AGE = re.compile(r"år|years?", re.IGNORECASE)


def figures_in(
    sentence: str, words: Sequence[Word], starts: Iterable[int], dates: Iterable[Span]
) -> tuple[Figure, ...]:
    """Every figure in the sentence that is no part of a date, of a name ("årskurs 9") or of an age.

    ``starts`` are the indexes of the words that begin with a digit or are among `NUMBER_WORDS`, if not of more.
    """
    rest = sentence
    for span in dates:
        rest = rest[: span.start] + "\0" * (span.end - span.start) + rest[span.end :]
    return tuple(_figures(rest, words, starts))


def _figures(text: str, words: Sequence[Word], starts: Iterable[int]) -> Iterator[Figure]:
    end = 0
    for index in starts:
        word = words[index]
        number = word.text[0].isdigit() or word.text in NUMBER_WORDS
        if number and word.start >= end and not _belongs_to_another(words, index):
            found = _FIGURE.match(text, word.start)
            if found is not None:
                end = max(found.end("value"), found.end("upper"), found.end("share"))
                yield from _figure(text, words, index, found)


def _figure(text: str, words: Sequence[Word], index: int, found: re.Match[str]) -> Iterator[Figure]:
    before = words[back_over(words, index, FILLERS) - 1].text if index else ""
    if (
        before in _NAMED
        or _is_whole(words, index)
        or (before in _FROM and _TO.match(text, found.end("value")))
    ):
        return
    unit = _unit(found)
    # "3 eller fler" has no unit, "3 möten eller fler" has one.
    end = found.end() if unit else max(found.end("value"), found.end("word"))
    comparator = said_of(text, words[: back_over(words, index, FILLERS)], end)
    if found["word"]:
        yield from _in_words(text, found, comparator)
    elif found["upper"]:
        if not _AGE.fullmatch(unit):
            yield Figure(found.start(), found.end(), Comparator.AT_LEAST, _number(found["value"]), unit)
            yield Figure(found.start(), found.end(), Comparator.AT_MOST, _number(found["upper"]), unit)
    elif not (_AGE.fullmatch(unit) and comparator in (Comparator.LESS_THAN, Comparator.MORE_THAN)):
        yield Figure(found.start(), found.end(), comparator, _number(found["value"]), unit)


def _belongs_to_another(words: Sequence[Word], index: int) -> bool:
    """Whether the figure is the end of a longer word: the 4 in "A4", the 27 in "2026/27"."""
    before = words[index - 1] if index else None
    return (
        before is not None
        and before.end == words[index].start
        and (before.text.isalnum() or before.text in "-/_§")
    )


def _is_whole(words: Sequence[Word], index: int) -> bool:
    """Whether the figure only says of how many a share is: the 14 in "80 % af de 14"."""
    of = back_over(words, index, FILLERS) - 1
    return of > 0 and words[of].text in _OF and words[of - 1].text == "%"


def _in_words(text: str, found: re.Match[str], comparator: Comparator | None) -> Iterator[Figure]:
    word = found["word"].casefold()
    if word in _HALVES:
        yield Figure(found.start(), found.end("word"), comparator, 50.0, "%")
    elif comparator is not None or (found["counted"] and _is_number(word, text)):
        yield Figure(found.start(), found.end("word"), comparator, _WORDS[word], _unit(found))


def _is_number(word: str, text: str) -> bool:
    """Whether a word for a number stands for it even with nothing before it to say so."""
    if word in _ENGLISH_TOO:
        return _NORDIC.search(text) is not None
    return word not in _ARTICLES


def _unit(found: re.Match[str]) -> str:
    if found["percent"]:
        return "%"
    word = found["share"] or found["unit"] or found["counted"] or ""
    return "" if word.casefold() in _NO_UNITS else word.strip()


def _number(written: str) -> float:
    """Both "1 200" and "1.200" as 1200, "12,5" as 12.5."""
    grouped = re.fullmatch(r"\d{1,3}(?:[ .]\d{3})+", written)
    return float(re.sub("[ .]", "", written) if grouped else written.replace(",", "."))
