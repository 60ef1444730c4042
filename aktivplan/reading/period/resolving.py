"""A stretch to its days: what year is meant where none is told, and what "next year" is."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from aktivplan.reading.period.notes import Note
from aktivplan.reading.period.slots import LAST_YEAR, Scale, Slot
from aktivplan.reading.period.spans import MONTHS_EACH, Span, span_of
from aktivplan.reading.period.stretches import Stretch

_TERM_BEGINS = 8
_WINTER = 4
_MOST_PLAN_YEARS = 10


class Context(NamedTuple):
    """What a time expression is read against."""

    language: str
    year: int | None
    """The plan's year; None: an expression without its year is not understood."""
    plan_start: date | None = None
    plan_end: date | None = None
    today: date | None = None


def span_in(stretch: Stretch, context: Context) -> Span | Note:
    """First and last day; or why there are none."""
    first, last = stretch
    if first is last:
        if first.scale is Scale.PLAN_PERIOD:
            return _plan_period(context)
        if first.offset is not None:
            told = _told_from_today(first, context)
            if isinstance(told, Note):
                return told
            first = told
        year = _year_of(first, context)
        return Note.NO_YEAR if year is None else span_of(first, year, context.language) or _missing(first)
    told_first, told_last = _told_from_today(first, context), _told_from_today(last, context)
    if isinstance(told_first, Note):
        return told_first
    if isinstance(told_last, Note):
        return told_last
    return _range(told_first, told_last, context)


def _missing(slot: Slot) -> Note:
    return Note.NO_SUCH_WEEK if slot.scale is Scale.WEEK else Note.NO_SUCH_DAY


def _plan_period(context: Context) -> Span | Note:
    start, end = context.plan_start, context.plan_end
    if start is None or end is None:
        return Note.NO_PLAN
    return Span(start, end) if start <= end else Note.REVERSED


def _told_from_today(slot: Slot, context: Context) -> Slot | Note:
    """What is told from today ("next year", "this month") with its year; anything else as it is."""
    if slot.offset is None:
        return slot
    if slot.scale is Scale.PLAN_PERIOD:
        return Note.NOT_UNDERSTOOD
    today = context.today
    if today is None:
        year = context.year
        if year is None or slot.scale not in (Scale.YEAR, Scale.SCHOOL_YEAR, Scale.SEASON):
            return Note.NO_TODAY
        return slot._replace(year=year + (0 if slot.scale is Scale.SEASON else slot.offset))
    return _counted_from(today, slot, slot.offset) if today.year <= LAST_YEAR else Note.NO_SUCH_DAY


def _counted_from(today: date, slot: Slot, offset: int) -> Slot:
    match slot.scale:
        case Scale.YEAR:
            return slot._replace(year=today.year + offset)
        case Scale.SCHOOL_YEAR:
            return slot._replace(year=today.year - (today.month < _TERM_BEGINS) + offset)
        case Scale.SEASON:
            return slot._replace(year=_year_of_season(today, slot.number, offset))
        case Scale.WEEK:
            year, week, _day = (today + timedelta(weeks=offset)).isocalendar()
            return slot._replace(year=year, number=week)
        case Scale.TERM:
            terms = today.year * 2 + (today.month >= _TERM_BEGINS) + offset
            if slot.number:
                # "Next autumn term": the first one to come.
                terms += (terms % 2 + 1) != slot.number
            return slot._replace(year=terms // 2, number=terms % 2 + 1)
        case _:
            months = MONTHS_EACH.get(slot.scale, 1)
            each_year = 12 // months
            units = today.year * each_year + (today.month - 1) // months + offset
            return slot._replace(year=units // each_year, number=units % each_year + 1)


def _year_of_season(today: date, season: int, offset: int) -> int:
    """Of "this winter" said in January, last year; of "next autumn" said in spring, this one."""
    this = today.year - (season == _WINTER and today.month <= 2)
    if offset <= 0:
        return this + offset
    begins = span_of(Slot(Scale.SEASON, season), this, "sv")
    return this if begins is not None and begins.start > today else this + 1


def _year_of(slot: Slot, context: Context) -> int | None:
    """The year told, or else the first one of the plan that puts the slot within it, or else the plan's year."""
    if slot.year is not None:
        return slot.year
    start, end = context.plan_start, context.plan_end
    if start is not None and end is not None:
        for year in range(start.year, min(end.year, start.year + _MOST_PLAN_YEARS) + 1):
            span = span_of(slot, year, context.language)
            if span is not None and span.start <= end and span.end >= start:
                return year
    return context.year


def _range(first: Slot, last: Slot, context: Context) -> Span | Note:
    first_year = first.year or last.year or _year_of(first, context)
    last_year = last.year or first_year
    if first_year is None or last_year is None:
        return Note.NO_YEAR
    start = span_of(first, first_year, context.language)
    end = span_of(last, last_year, context.language)
    if start is None or end is None:
        return _missing(first if start is None else last)
    if end.end < start.start:
        # "November-February 2027" begins in 2026; "November 2026-February" ends in 2027.
        if first.year is not None and last.year is not None:
            return Note.REVERSED
        if first.year is None and last.year is not None:
            start = span_of(first, first_year - 1, context.language)
        else:
            end = span_of(last, last_year + 1, context.language)
        if start is None or end is None:
            return _missing(first if start is None else last)
    return Span(start.start, end.end) if start.start <= end.end else Note.REVERSED
