"""The stretches of time that a record takes up in a figure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from aktivplan.definition.models import Plan
from aktivplan.edition import Scheduled
from aktivplan.records import Period, PeriodKind
from aktivplan.rendering.figures.recurrence import recurrence_of

_ROUGH = frozenset(["season", "season-edge", "part-of-period", "part-of-part", "roughly", "holiday"])
"""Notes of a period that say that its ends are not settled: "våren", "medio 2027", "omkring"."""


class Span(NamedTuple):
    """From a day to a day; without a first day a deadline, without a last one open-ended.

    There are tens of thousands of them, few of which differ, and a tuple is compared fastest.
    """

    start: date | None
    end: date | None
    rough: bool = False
    """Whether it begins and ends thereabouts."""
    ongoing: bool = False
    """Whether it is said to go on all the time, rather than to be done between the days."""

    def touches(self, first: date, last: date) -> bool:
        """Whether it has a day in common with first to last. A deadline is its one day."""
        start = self.start or self.end
        return (start is None or start <= last) and (self.end is None or self.end >= first)


def spans_of(plan: Plan, scheduled: Scheduled) -> tuple[Span, ...]:
    """The parts where the record's time has several, one stretch for every return where it recurs, or else one."""
    period = _period(plan, scheduled)
    if parts := _parts(period):
        return parts
    if scheduled.recurrence:
        return tuple(_returns(plan, scheduled))
    return (_span(period, scheduled.start, scheduled.end),)


def parts_of(plan: Plan, scheduled: Scheduled) -> tuple[Span, ...]:
    """The parts with a date, where the record's time has several."""
    return _parts(_period(plan, scheduled))


def _parts(period: Period | None) -> tuple[Span, ...]:
    if period is None or not period.parts:
        return ()
    return tuple(_span(part, part.start, part.end) for part in period.parts if part.start or part.end)


def bounds(plan: Plan, scheduled: Scheduled) -> tuple[date, date]:
    """From when to when something comes back: the plan's period where the record does not say."""
    settings = plan.settings
    first = scheduled.start or min(settings.period_start, scheduled.end or settings.period_start)
    last = scheduled.end or max(settings.period_end, first)
    return first, last


def _period(plan: Plan, scheduled: Scheduled) -> Period | None:
    """What was understood of the record's time, where it stands in one field."""
    fields = plan.tables_by_key[scheduled.record.table].period_fields
    parsed = scheduled.record.value(fields[0].key).parsed if len(fields) == 1 else None
    return parsed if isinstance(parsed, Period) else None


def _span(period: Period | None, start: date | None, end: date | None) -> Span:
    if period is None:
        return Span(start, end)
    return Span(start, end, period.note in _ROUGH, period.kind is PeriodKind.ONGOING)


def _returns(plan: Plan, scheduled: Scheduled) -> Iterator[Span]:
    """One stretch a month, quarter or year; what comes back more often is one stretch."""
    first, last = bounds(plan, scheduled)
    recurrence = recurrence_of(scheduled.recurrence)
    if recurrence is None or not recurrence.months:
        yield Span(first, last)
        return
    for start, end in recurrence.stretches(first, last):
        yield Span(start, end)
