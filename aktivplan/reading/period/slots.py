"""The calendar: a stretch of time named by people ("third quarter", "höstterminen"), and its days."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, StrEnum, auto
from typing import NamedTuple

FIRST_YEAR, LAST_YEAR = 1990, 2100
"""A number of four digits within these is a year."""


class Scale(StrEnum):
    """How a stretch of time is named."""

    YEAR = auto()
    HALF = auto()
    TERTIAL = auto()
    QUARTER = auto()
    MONTH = auto()
    WEEK = auto()
    DAY = auto()
    TERM = auto()
    SEASON = auto()
    SCHOOL_YEAR = auto()
    TURN_OF_YEAR = auto()
    TURN_OF_HALF = auto()
    TURN_OF_MONTH = auto()
    PLAN_PERIOD = auto()


class Part(Enum):
    """Primo, medio, ultimo; and their like."""

    EARLY = auto()
    MIDDLE = auto()
    LATE = auto()


class Span(NamedTuple):
    """First and last day, both included."""

    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Slot:
    """A named stretch of time, its year perhaps not told."""

    scale: Scale
    number: int = 0
    """Which one of the year: month 1 to 12, quarter 1 to 4, week 1 to 53, spring term 1, winter 4 ..."""
    day: int = 0
    year: int | None = None
    part: Part | None = None
    confidence: str = "A"
    relative: bool = False
    """Whether it was told from today ("next year")."""


_MONTHS_EACH = {Scale.HALF: 6, Scale.TERTIAL: 4, Scale.QUARTER: 3, Scale.MONTH: 1}
_TERMS = {1: (1, 6), 2: (8, 12)}
_SEASONS = {1: (1, 6), 2: (6, 8), 3: (8, 12)}
_PARTS_OF_YEAR = {Part.EARLY: (1, 3), Part.MIDDLE: (5, 8), Part.LATE: (10, 12)}
_PARTS_OF_MONTH = {Part.EARLY: (1, 10), Part.MIDDLE: (11, 20), Part.LATE: (21, 31)}
_DAYS_AROUND_TURN = 7


def span_of(slot: Slot, year: int, language: str) -> Span | None:
    """Its days in that year; None if the calendar has no such thing (30 February, week 53 of 2025)."""
    whole = _whole_span(slot, year, language) if FIRST_YEAR <= year <= LAST_YEAR else None
    if whole is None or slot.part is None:
        return whole
    return _part_of(whole, slot)


def _whole_span(slot: Slot, year: int, language: str) -> Span | None:
    match slot.scale:
        case Scale.DAY:
            span = _day(year, slot.number, slot.day)
        case Scale.WEEK:
            span = _week(year, slot.number)
        case Scale.YEAR:
            span = _months(year, 1, 12)
        case Scale.TERM:
            span = _months(year, *_TERMS[slot.number])
        case Scale.SEASON:
            span = _season(year, slot.number)
        case Scale.SCHOOL_YEAR:
            span = _school_year(year, language)
        case Scale.TURN_OF_YEAR | Scale.TURN_OF_HALF | Scale.TURN_OF_MONTH:
            span = _turn(slot, year)
        case _:
            months = _MONTHS_EACH[slot.scale]
            span = _months(year, (slot.number - 1) * months + 1, slot.number * months)
    return span


def _months(year: int, first: int, last: int) -> Span:
    return Span(date(year, first, 1), date(year, last, monthrange(year, last)[1]))


def _day(year: int, month: int, day: int) -> Span | None:
    if not 1 <= day <= monthrange(year, month)[1]:
        return None
    return Span(date(year, month, day), date(year, month, day))


def _school_year(year: int, language: str) -> Span:
    return Span(date(year, 8, 1), date(year + 1, 6, 30) if language == "sv" else date(year + 1, 7, 31))


def _week(year: int, week: int) -> Span | None:
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
    return Span(monday, monday + timedelta(days=6))


def _season(year: int, season: int) -> Span:
    if season in _SEASONS:
        return _months(year, *_SEASONS[season])
    return Span(date(year, 12, 1), date(year + 1, 2, monthrange(year + 1, 2)[1]))


def _turn(slot: Slot, year: int) -> Span:
    if slot.scale is Scale.TURN_OF_YEAR:
        return Span(date(year, 12, 31), date(year, 12, 31))
    if slot.scale is Scale.TURN_OF_HALF:
        return Span(date(year, 6, 30), date(year, 6, 30))
    last = _months(year, slot.number, slot.number).end
    return Span(last - timedelta(days=_DAYS_AROUND_TURN - 1), last + timedelta(days=_DAYS_AROUND_TURN))


def _part_of(whole: Span, slot: Slot) -> Span:
    start, end = whole
    if slot.scale is Scale.YEAR:
        return _months(start.year, *_PARTS_OF_YEAR[slot.part or Part.EARLY])
    if slot.scale is Scale.MONTH:
        first, last = _PARTS_OF_MONTH[slot.part or Part.EARLY]
        return Span(start.replace(day=first), start.replace(day=min(last, end.day)))
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    if months < 3:
        return whole
    edge = max(1, round(months * 0.4))
    match slot.part:
        case Part.EARLY:
            return Span(start, _end_of_month(start, edge - 1))
        case Part.LATE:
            return Span(_end_of_month(end, -edge) + timedelta(days=1), end)
        case _:
            third = months // 3
            return Span(_end_of_month(start, third - 1) + timedelta(days=1), _end_of_month(end, -third))


def _end_of_month(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, monthrange(year, month + 1)[1])
