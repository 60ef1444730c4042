"""The stretches of time that a record takes up in a timeline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from aktivplan.definition.models import Plan
from aktivplan.edition import Scheduled
from aktivplan.records import Period
from aktivplan.rendering.figures.buckets import months_later

_STEP = re.compile(r"P(\d+)([MY])")


@dataclass(frozen=True, slots=True)
class Span:
    """From a day to a day; without a first day a deadline, without a last one open-ended."""

    start: date | None
    end: date | None

    def touches(self, first: date, last: date) -> bool:
        """Whether it has a day in common with first to last. A deadline is its one day."""
        start = self.start or self.end
        return (start is None or start <= last) and (self.end is None or self.end >= first)


def spans_of(plan: Plan, scheduled: Scheduled) -> tuple[Span, ...]:
    """The parts where the record's time has several, one stretch for every return where it recurs, or else one."""
    parts = _parts(plan, scheduled)
    if parts:
        return parts
    if scheduled.recurrence:
        return tuple(_returns(plan, scheduled)) or (Span(scheduled.start, scheduled.end),)
    return (Span(scheduled.start, scheduled.end),)


def _parts(plan: Plan, scheduled: Scheduled) -> tuple[Span, ...]:
    fields = plan.tables_by_key[scheduled.record.table].period_fields
    parsed = scheduled.record.value(fields[0].key).parsed if len(fields) == 1 else None
    if not isinstance(parsed, Period):
        return ()
    return tuple(
        Span(part.start, part.end) for part in parsed.parts if part.start is not None or part.end is not None
    )


def _returns(plan: Plan, scheduled: Scheduled) -> Iterator[Span]:
    """One stretch a month, quarter or year; what comes back more often is one stretch."""
    step = _STEP.fullmatch(scheduled.recurrence)
    if step is None:
        return
    months = int(step.group(1)) * (12 if step.group(2) == "Y" else 1)
    first = scheduled.start or plan.settings.period_start
    last = scheduled.end or plan.settings.period_end
    while months and first <= last:
        following = months_later(first, months)
        yield Span(first, min(following - timedelta(days=1), last))
        first = following
