"""The calendar: what days a slot has in a year."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import NamedTuple

from aktivplan.reading.period.holidays import holiday
from aktivplan.reading.period.slots import FIRST_YEAR, LAST_DAY, LAST_YEAR, Part, Scale, Slot


class Span(NamedTuple):
    """First and last day, both included."""

    start: date
    end: date


MONTHS_EACH = {Scale.HALF: 6, Scale.TERTIAL: 4, Scale.QUARTER: 3, Scale.MONTH: 1}
_TERMS = {1: (1, 6), 2: (8, 12)}
_SEASONS = {1: (1, 6), 2: (6, 8), 3: (8, 12)}
_PARTS_OF_YEAR = {Part.EARLY: (1, 3), Part.MIDDLE: (5, 8), Part.LATE: (10, 12)}
_PARTS_OF_MONTH = {
    Part.EARLY: (1, 10),
    Part.MIDDLE: (11, 20),
    Part.LATE: (21, 31),
    Part.FIRST_HALF: (1, 15),
    Part.SECOND_HALF: (16, 31),
}
_DAYS_AROUND_TURN = 7
_SCHOOL_YEAR_ENDS = {"sv": 6}


def span_of(slot: Slot, year: int, language: str) -> Span | None:
    """Its days in that year; None if the calendar has no such thing (30 February, week 53 of 2025)."""
    if slot.scale is Scale.DAY:
        return _day(year, slot.number, slot.day)
    whole = _whole_span(slot, year, language) if FIRST_YEAR <= year <= LAST_YEAR else None
    if whole is None or slot.part is None:
        return whole
    return _part_of(whole, slot.scale, slot.part)


def _whole_span(slot: Slot, year: int, language: str) -> Span | None:
    match slot.scale:
        case Scale.YEAR:
            span = Span(date(year, 1, 1), date(year, 12, 31))
        case Scale.WEEK:
            return _week(year, slot.number, slot.weekday)
        case Scale.TERM:
            span = _months(year, *_TERMS[slot.number])
        case Scale.SEASON:
            span = _season(year, slot.number)
        case Scale.HOLIDAY:
            span = Span(*holiday(slot.number, year))
        case Scale.SCHOOL_YEAR:
            last = slot.number or _SCHOOL_YEAR_ENDS.get(language, 7)
            span = Span(date(year, 8, 1), _months(year + 1, last, last).end)
        case Scale.TURN_OF_YEAR:
            span = Span(date(year, 12, 31), date(year, 12, 31))
        case Scale.TURN_OF_HALF:
            span = Span(date(year, 6, 30), date(year, 6, 30))
        case Scale.TURN_OF_MONTH:
            last_day = _months(year, slot.number, slot.number).end
            around = timedelta(days=_DAYS_AROUND_TURN)
            span = Span(last_day - around + timedelta(days=1), last_day + around)
        case _:
            months = MONTHS_EACH[slot.scale]
            span = _months(year, (slot.number - 1) * months + 1, slot.number * months)
    return span


def _months(year: int, first: int, last: int) -> Span:
    return Span(date(year, first, 1), date(year, last, monthrange(year, last)[1]))


def _day(year: int, month: int, day: int) -> Span | None:
    if not MINYEAR <= year <= MAXYEAR or not 1 <= month <= 12:
        return None
    last = monthrange(year, month)[1]
    if day == LAST_DAY:
        day = last
    if not 1 <= day <= last:
        return None
    only = date(year, month, day)
    return Span(only, only)


def _week(year: int, week: int, weekday: int) -> Span | None:
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
    if weekday:
        only = monday + timedelta(days=weekday - 1)
        return Span(only, only)
    return Span(monday, monday + timedelta(days=6))


def _season(year: int, season: int) -> Span:
    if season in _SEASONS:
        return _months(year, *_SEASONS[season])
    return Span(date(year, 12, 1), date(year + 1, 2, monthrange(year + 1, 2)[1]))


def _part_of(whole: Span, scale: Scale, part: Part) -> Span:
    start, end = whole
    if scale is Scale.MONTH:
        first, last = _PARTS_OF_MONTH[part]
        return Span(start.replace(day=first), start.replace(day=min(last, end.day)))
    if scale is Scale.YEAR and part in _PARTS_OF_YEAR:
        return _months(start.year, *_PARTS_OF_YEAR[part])
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    if months < 3:
        return whole
    edge = max(1, round(months * 0.4))
    match part:
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
