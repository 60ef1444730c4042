"""A stretch to its days: what year is meant where none is told, and what "next year" is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from aktivplan.reading.period.slots import Scale, Slot, Span, span_of
from aktivplan.reading.period.stretches import Stretch


@dataclass(frozen=True, slots=True)
class Context:
    """What a time expression is read against."""

    language: str
    year: int | None
    """The plan's year; None: an expression without its year is not understood."""
    plan_start: date | None = None
    plan_end: date | None = None
    today: date | None = None


class ReversedError(Exception):
    """The stretch ends before it begins."""


def span_in(stretch: Stretch, context: Context) -> Span | None:
    """First and last day; None if the calendar has no such days, or the year cannot be known.

    Raises:
        ReversedError: both years are told, and the stretch ends before it begins.
    """
    if stretch.is_single and stretch.first.scale is Scale.PLAN_PERIOD:
        return _plan_period(context)
    first, last = (_anchored(slot, context) for slot in (stretch.first, stretch.last))
    if first is None or last is None:
        return None
    if stretch.is_single:
        year = _year_of(first, context)
        return None if year is None else span_of(first, year, context.language)
    return _range(first, last, context)


def _plan_period(context: Context) -> Span | None:
    if context.plan_start is None or context.plan_end is None:
        return None
    return Span(context.plan_start, context.plan_end)


def _anchored(slot: Slot, context: Context) -> Slot | None:
    """What is told from today ("next year", "this month"), with its year; None if today is not known."""
    if not slot.relative:
        return slot
    if slot.scale is Scale.PLAN_PERIOD:
        return None
    if slot.scale is Scale.MONTH:
        today = context.today
        return replace(slot, number=today.month, year=today.year) if today else None
    year = context.today.year if context.today else context.year
    if slot.scale is Scale.SCHOOL_YEAR and context.today is not None and context.today.month < 8:
        year = context.today.year - 1
    return replace(slot, year=None if year is None else year + slot.number)


def _year_of(slot: Slot, context: Context) -> int | None:
    """The year told, or else the first one of the plan that puts the slot within it, or else the plan's year."""
    if slot.year is not None:
        return slot.year
    start, end = context.plan_start, context.plan_end
    if start is not None and end is not None:
        for year in range(start.year, min(end.year, start.year + 10) + 1):
            span = span_of(slot, year, context.language)
            if span is not None and span.start <= end and span.end >= start:
                return year
    return context.year


def _range(first: Slot, last: Slot, context: Context) -> Span | None:
    first_year = first.year or last.year or _year_of(first, context)
    last_year = last.year or first_year
    if first_year is None or last_year is None:
        return None
    start = span_of(first, first_year, context.language)
    end = span_of(last, last_year, context.language)
    if start is not None and end is not None and end.end < start.start:
        # "November-February 2027" begins in 2026; "November 2026-February" ends in 2027.
        if first.year is not None and last.year is not None:
            raise ReversedError
        if first.year is None and last.year is not None:
            start = span_of(first, first_year - 1, context.language)
        else:
            end = span_of(last, last_year + 1, context.language)
    return None if start is None or end is None else Span(start.start, end.end)
