"""From tokens to one Period: what the stretches of a line, and what stands beside them, say together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from aktivplan.reading.period.frequencies import Frequency, Length
from aktivplan.reading.period.items import STATEMENTS, Item, items_of
from aktivplan.reading.period.joining import Dated, joined
from aktivplan.reading.period.resolving import Context, ReversedError, span_in
from aktivplan.reading.period.slots import Scale, Span
from aktivplan.reading.period.stretches import Tokens
from aktivplan.reading.period.words import Sort
from aktivplan.records import Period, PeriodKind

REVERSED = "reversed"
"""The note of a period that ends before it begins."""
NO_SUCH_DAY = "no-such-day"
"""The note of a period that the calendar does not have, or whose year cannot be known."""

_ONLY_ALONE = frozenset({Sort.STATUS, Sort.MISSING, Sort.DITTO})
_TURNS = frozenset({Scale.TURN_OF_YEAR, Scale.TURN_OF_HALF})


def compose(text: str, tokens: Tokens, context: Context) -> Period:
    """The period that the tokens of one line say; ``text`` is what was written."""
    items = list(items_of(tokens))
    try:
        dated = [_resolved(text, one, context) for one in joined(items)]
    except ReversedError:
        return Period(text, PeriodKind.UNPARSED, confidence="C", note=REVERSED)
    if any(part is None for part in dated):
        return Period(text, PeriodKind.UNPARSED, confidence="C", note=NO_SUCH_DAY)
    parts = [part for part in dated if part]
    period = _with_companions(text, parts, items) if parts else _undated(text, items, context)
    unsure = Sort.UNKNOWN in items or Sort.ROUGHLY in items
    return replace(period, confidence=max(period.confidence, "B")) if unsure and parts else period


def hull(parts: Sequence[Period]) -> tuple[date | None, date | None]:
    """The first and the last day that any of them names; None where none of them has a start, or an end."""
    starts = [part.start for part in parts if part.start]
    ends = [part.end for part in parts if part.end]
    return (min(starts + ends) if starts else None, max(starts + ends) if ends else None)


def _resolved(text: str, dated: Dated, context: Context) -> Period | None:
    span = span_in(dated.stretch, context)
    slots = (dated.stretch.first, dated.stretch.last)
    relative = any(slot.relative for slot in slots)
    if span is None:
        unknown = relative and context.today is None
        return Period(text, PeriodKind.RELATIVE, confidence="C") if unknown else None
    confidence = max(slot.confidence for slot in slots)
    if any(slot.part for slot in slots):
        confidence = max(confidence, "B" if dated.stretch.first.scale in (Scale.YEAR, Scale.MONTH) else "C")
    period = _led(text, dated, span, confidence)
    return replace(period, kind=PeriodKind.RELATIVE) if relative else period


def _led(text: str, dated: Dated, span: Span, confidence: str) -> Period:
    lead, stretch = dated.lead, dated.stretch
    if stretch.first.scale in _TURNS and lead not in (Sort.AFTER, Sort.FROM):
        return Period(text, PeriodKind.DEADLINE, None, span.end, confidence=confidence)
    match lead:
        case Sort.BY | Sort.UNTIL:
            return Period(text, PeriodKind.DEADLINE, None, span.end, confidence=confidence)
        case Sort.BEFORE:
            day = _days_on(span.start, -1)
            return Period(text, PeriodKind.DEADLINE, None, day, confidence=max(confidence, "B"))
        case Sort.FROM if stretch.is_single:
            return Period(text, PeriodKind.FROM, span.start, confidence=confidence)
        case Sort.AFTER:
            return Period(text, PeriodKind.FROM, _days_on(span.end, 1), confidence="C")
        case _:
            return Period(text, PeriodKind.INTERVAL, span.start, span.end, confidence=confidence)


def _days_on(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        # A plan may end on the calendar's last day.
        return day


def _with_companions(text: str, parts: Sequence[Period], items: Sequence[Item]) -> Period:
    """The dated parts as one period, with what is said of how often or how long it goes on."""
    start, end = hull(parts)
    period = parts[0]
    if len(parts) > 1:
        confidence = max(part.confidence for part in parts)
        period = Period(text, PeriodKind.MULTI, start, end, tuple(parts), confidence=confidence)
    frequency = next((item for item in items if isinstance(item, Frequency)), None)
    if frequency is not None:
        return replace(period, kind=PeriodKind.RECURRING, recurrence=frequency.duration)
    if Sort.ONGOING in items:
        aside = Sort.UNKNOWN in items and period.kind is PeriodKind.INTERVAL
        if aside:
            # "Ongoing, follow-up in December": the date is not that of the whole.
            return replace(period, kind=PeriodKind.ONGOING, start=None, confidence="C")
        return replace(period, kind=PeriodKind.ONGOING)
    return period


def _undated(text: str, items: Sequence[Item], context: Context) -> Period:
    for item in items:
        if isinstance(item, Frequency):
            return Period(text, PeriodKind.RECURRING, recurrence=item.duration)
    for item in items:
        if isinstance(item, Length):
            return _lasting(text, item, context)
    for sort in STATEMENTS:
        if sort in items and not (sort in _ONLY_ALONE and Sort.UNKNOWN in items):
            start = context.today if sort is Sort.ASAP else None
            return Period(text, PeriodKind(sort.value), start, confidence="B" if sort is Sort.DITTO else "A")
    if any(lead in items for lead in (Sort.BY, Sort.BEFORE, Sort.AFTER)) and Sort.UNKNOWN in items:
        return Period(text, PeriodKind.EVENT)
    return Period(text, PeriodKind.UNPARSED, confidence="C")


def _lasting(text: str, length: Length, context: Context) -> Period:
    if not length.within and not length.horizon:
        return Period(text, PeriodKind.DURATION)
    end = length.longest.after(context.today) if context.today else None
    return Period(text, PeriodKind.RELATIVE, None, end, confidence="C" if length.horizon else "A")
