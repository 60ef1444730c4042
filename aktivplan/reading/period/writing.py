"""A period written in words again, so that `understand` reads the same out of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from aktivplan.reading.period.slots import FIRST_YEAR, LAST_YEAR
from aktivplan.records import Period, PeriodKind


class _Phrases(NamedTuple):
    """One language's way of saying it."""

    day: str
    months: tuple[str, ...]
    by: str
    starting: str
    until: str
    ongoing: str
    every: Mapping[str, str]
    each: Mapping[str, str]
    said: Mapping[PeriodKind, str]


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _every(*names: str) -> Mapping[str, str]:
    return MappingProxyType(dict(zip(_WITH_NAMES, names, strict=True)))


def _each(*names: str) -> Mapping[str, str]:
    return MappingProxyType(dict(zip("YMWD", names, strict=True)))


def _said(*names: str) -> Mapping[PeriodKind, str]:
    return MappingProxyType(dict(zip(_STATED, names, strict=True)))


_WITH_NAMES = ("P1Y", "P6M", "P4M", "P3M", "P1M", "P1W", "P1D")
_STATED = (
    PeriodKind.EVENT,
    PeriodKind.LONGTERM,
    PeriodKind.ASAP,
    PeriodKind.STATUS,
    PeriodKind.MISSING,
    PeriodKind.DITTO,
)
_LANGUAGES: Mapping[str, _Phrases] = MappingProxyType(
    {
        "sv": _Phrases(
            "{day} {month} {year}",
            _names("januari februari mars april maj juni juli augusti september oktober november december"),
            "senast {day}",
            "från {day}",
            "till och med {day}",
            "löpande",
            _every(
                "varje år",
                "varje halvår",
                "varje tertial",
                "varje kvartal",
                "varje månad",
                "varje vecka",
                "varje dag",
            ),
            _each("vart {count}:e år", "var {count}:e månad", "var {count}:e vecka", "var {count}:e dag"),
            _said("vid behov", "på lång sikt", "snarast", "klart", "–", "se ovan"),
        ),
        "da": _Phrases(
            "{day}. {month} {year}",
            _names("januar februar marts april maj juni juli august september oktober november december"),
            "senest {day}",
            "fra {day}",
            "til og med {day}",
            "løbende",
            _every(
                "hvert år",
                "hvert halvår",
                "hvert tertial",
                "hvert kvartal",
                "hver måned",
                "hver uge",
                "hver dag",
            ),
            _each("hvert {count}. år", "hver {count}. måned", "hver {count}. uge", "hver {count}. dag"),
            _said("efter behov", "på lang sigt", "snarest", "færdig", "–", "se ovenfor"),
        ),
        "nb": _Phrases(
            "{day}. {month} {year}",
            _names("januar februar mars april mai juni juli august september oktober november desember"),
            "senest {day}",
            "fra {day}",
            "til og med {day}",
            "løpende",
            _every(
                "hvert år",
                "hvert halvår",
                "hvert tertial",
                "hvert kvartal",
                "hver måned",
                "hver uke",
                "hver dag",
            ),
            _each("hvert {count}. år", "hver {count}. måned", "hver {count}. uke", "hver {count}. dag"),
            _said("ved behov", "på lang sikt", "snarest", "ferdig", "–", "se ovenfor"),
        ),
        "en": _Phrases(
            "{day} {month} {year}",
            _names("January February March April May June July August September October November December"),
            "by {day}",
            "from {day}",
            "until {day}",
            "ongoing",
            _every(
                "every year",
                "every half-year",
                "every tertial",
                "every quarter",
                "every month",
                "every week",
                "every day",
            ),
            _each("every {count} years", "every {count} months", "every {count} weeks", "every {count} days"),
            _said("as needed", "long term", "as soon as possible", "done", "–", "see above"),
        ),
    }
)


def written(period: Period, language: str) -> str:
    """The period in the words of "sv", "da", "nb" or "en"; several stand on a line each.

    Read back, the words give the same kind, days and recurrence. A period told from today is written with its
    days, so it comes back as an interval or a deadline. What says nothing but itself (a duration, what was not
    understood) is given as it was written.
    """
    phrases = _LANGUAGES[language]
    if period.kind is PeriodKind.MULTI:
        return "\n".join(written(part, language) for part in period.parts)
    if period.kind in phrases.said:
        return phrases.said[period.kind]
    if period.kind in (PeriodKind.DURATION, PeriodKind.UNPARSED):
        return period.text
    days = _days(period, phrases)
    if period.kind is PeriodKind.ONGOING:
        lead = phrases.ongoing
    elif period.kind is PeriodKind.RECURRING:
        lead = _how_often(period.recurrence, phrases)
    else:
        return days or period.text
    open_end = period.start is None or period.end is None
    return f"{lead}{' ' if open_end else ', '}{days}".strip()


def _days(period: Period, phrases: _Phrases) -> str:
    match period.start, period.end:
        case None, None:
            return ""
        case None, date() as end:
            until = phrases.until if period.kind is PeriodKind.ONGOING else phrases.by
            return until.format(day=_day(end, phrases))
        case date() as start, None:
            return phrases.starting.format(day=_day(start, phrases))
        case date() as start, date() as end if start == end:
            return _day(start, phrases)
        case _:
            return f"{_day(period.start, phrases)} – {_day(period.end, phrases)}"


def _day(day: date | None, phrases: _Phrases) -> str:
    if day is None:
        return ""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        return day.isoformat()
    return phrases.day.format(day=day.day, month=phrases.months[day.month - 1], year=day.year)


def _how_often(recurrence: str, phrases: _Phrases) -> str:
    if recurrence in phrases.every:
        return phrases.every[recurrence]
    return phrases.each[recurrence[-1]].format(count=recurrence[1:-1])
