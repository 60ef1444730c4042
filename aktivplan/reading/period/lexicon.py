"""Every word and phrase that the grammar knows, and the tokens that it stands for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from aktivplan.reading.period import calendar_words as calendar
from aktivplan.reading.period import speech_words as speech
from aktivplan.reading.period.durations import duration_of
from aktivplan.reading.period.slots import Part
from aktivplan.reading.period.sorts import Sort, Token

Entry = tuple[str, tuple[Token, ...]]

SEVERAL = -1
"""A count that nobody has told."""
_THE_YEAR = Token(Sort.THE_YEAR)
_HALF_A_YEAR = (Token(Sort.COUNT, value=1), Token(Sort.HALF))
_COMPOUND: Mapping[str, tuple[Token, ...]] = MappingProxyType(
    {
        "hela året|hele året|hela kalenderåret|hele kalenderåret|hen over året|henover året|genom året|genom hela året"
        "|gennem året|gennem hele året|gjennom året|gjennom hele året|throughout the year|all year|the whole year"
        "|whole year|över året|over året|over hele året|över hela året": (Token(Sort.ONGOING), _THE_YEAR),
        "end of the year|end of year|by end of year|by the end of the year|by year end|at year end|the end of the year|year end|year s end"
        "|året ut|ut året|årets utgang": (Token(Sort.BY), _THE_YEAR),
        "i år|this year|i dette år": (Token(Sort.THIS), Token(Sort.YEAR)),
        "i fjor|i fjol|sidste år|förra året|last year": (Token(Sort.FORMER), Token(Sort.YEAR)),
        "i vår": (Token(Sort.THIS), Token(Sort.SEASON, value=1, elsewhere=True)),
        "i sommar|i sommer": (Token(Sort.THIS), Token(Sort.SEASON, value=2)),
        "i höst|i høst|i haust": (Token(Sort.THIS), Token(Sort.SEASON, value=3)),
        "i vinter": (Token(Sort.THIS), Token(Sort.SEASON, value=4)),
        "före semester|innan semester": (Token(Sort.BEFORE), Token(Sort.HOLIDAY, value=3)),
        "efter semester": (Token(Sort.AFTER), Token(Sort.HOLIDAY, value=3)),
        "tidigast|tidligst|tidligast|earliest|no earlier than|not before": (
            Token(Sort.ROUGHLY),
            Token(Sort.FROM),
        ),
        "mid year|midyear|mid of the year|halvvejs i året|halvvägs in i året": (
            Token(Sort.PART, part=Part.MIDDLE),
            _THE_YEAR,
        ),
        "flera gånger|flere gange|flere ganger|fleire gonger|several times|many times|många gånger|mange gange": (
            Token(Sort.COUNT, value=SEVERAL),
            Token(Sort.TIMES),
        ),
        "once": (Token(Sort.COUNT, value=1), Token(Sort.TIMES)),
        "twice": (Token(Sort.COUNT, value=2), Token(Sort.TIMES)),
        "halvt år|halve år|ett halvt år|et halvt år|half a year|a half year|½ år|hvert halve år": _HALF_A_YEAR,
        "varje halvt år|hvert halve år|every half year|vart halvår": (Token(Sort.EVERY), Token(Sort.HALF)),
        "till skillnad|i övrigt|för övrigt|to date": (Token(Sort.UNKNOWN),),
        "månadens slut|månedens slutning": (Token(Sort.BY), Token(Sort.MONTHS, definite=True)),
    }
)


def _spelt(names: str) -> list[str]:
    return names.split("|")


def _entries() -> Iterator[Entry]:
    yield from _speech()
    yield from _not_yet()
    yield from _calendar()
    yield from _ends_and_starts()
    for names, tokens in _COMPOUND.items():
        for name in _spelt(names):
            yield name, tuple(token._replace(text=name) for token in tokens)


def _speech() -> Iterator[Entry]:
    for group in (speech.LEADS, speech.AROUND, speech.STATEMENTS):
        for sort, names in group.items():
            for name in _spelt(names):
                yield name, (Token(sort, name),)
    for iso, names in speech.RECURRING.items():
        for name in _spelt(names):
            yield name, (Token(Sort.RECURRING, name, duration=duration_of(iso)),)


def _not_yet() -> Iterator[Entry]:
    for no in _spelt(speech.NOT):
        for words, sort in ((speech.UNDECIDED, Sort.MISSING), (speech.UNDONE, Sort.STATUS)):
            for word in _spelt(words):
                yield f"{no} {word}", (Token(sort, f"{no} {word}"),)


def _calendar() -> Iterator[Entry]:
    for sort, groups in calendar.NUMBERED.items():
        for number, names in enumerate(groups, start=1):
            for name in _spelt(names):
                yield name, (Token(sort, name, number, elsewhere=name in calendar.ELSEWHERE),)
    for name in _spelt(calendar.LAST):
        yield name, (Token(Sort.ORDINAL, name, -1),)
    for number, name in enumerate(calendar.ROMAN, start=2):
        yield name, (Token(Sort.ROMAN, name, number),)
    for part, names in calendar.PARTS.items():
        for name in _spelt(names):
            yield name, (Token(Sort.PART, name, part=part),)
    for names, (part, season) in calendar.PARTS_OF_SEASON.items():
        for name in _spelt(names):
            yield name, (Token(Sort.PART, name, part=part), Token(Sort.SEASON, name, season))
    yield from _units()


def _units() -> Iterator[Entry]:
    for group, definite in ((calendar.UNITS, False), (calendar.DEFINITE, True), (calendar.PLAIN, False)):
        for sort, names in group.items():
            for name in _spelt(names):
                yield name, (Token(sort, name, definite=definite),)
    for name in _spelt(calendar.THE_YEAR):
        yield name, (Token(Sort.THE_YEAR, name),)
    for name in _spelt(calendar.PERIODS_OF_OFFICE):
        yield name, (Token(Sort.PLAN_PERIOD, name, 1),)
    for sort, numbered in ((Sort.SCHOOL_YEAR, calendar.SCHOOL_YEARS), (Sort.HOLIDAY, calendar.HOLIDAYS)):
        for number, names in numbered.items():
            for name in _spelt(names):
                yield name, (Token(sort, name, number),)


def _ends_and_starts() -> Iterator[Entry]:
    """Such as "terminens slut", "terminsslut": by the term's end. "Terminens början": its first part."""
    for genitives in calendar.GENITIVES:
        for genitive in _spelt(genitives):
            if genitive.endswith(("ts", "ns")):
                yield genitive, (Token(Sort.NOISE, genitive),)
    for lead, words in (
        (Token(Sort.BY), calendar.ENDS),
        (Token(Sort.PART, part=Part.EARLY), calendar.STARTS),
    ):
        for genitives, (sort, number) in calendar.GENITIVES.items():
            unit = Token(sort, value=number, definite=True)
            for genitive in _spelt(genitives):
                for word in _spelt(words):
                    for name in (f"{genitive} {word}", f"{genitive}{word}"):
                        yield name, (lead._replace(text=name), unit._replace(text=name))


LEXICON: Mapping[str, tuple[Token, ...]] = MappingProxyType(dict(_entries()))
"""Every word and phrase (words with one space between) to its tokens, one or more."""


def _longest() -> dict[str, int]:
    longest: dict[str, int] = {}
    for name in LEXICON:
        first, _, rest = name.partition(" ")
        words = rest.count(" ") + 2 if rest else 1
        longest[first] = max(words, longest.get(first, 1))
    return longest


LONGEST_FROM: Mapping[str, int] = MappingProxyType(_longest())
"""The first word of every phrase to the number of words in the longest phrase that begins with it."""
