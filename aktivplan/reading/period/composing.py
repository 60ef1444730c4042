"""From tokens to one Period: what leads a stretch ("senast"), what joins two, what stands beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from aktivplan.reading.period.frequencies import Frequency, Length, frequency_at, length_at
from aktivplan.reading.period.grammar import stretch_at
from aktivplan.reading.period.resolving import Context, ReversedError, span_in
from aktivplan.reading.period.slots import Scale, Span
from aktivplan.reading.period.stretches import Stretch, Tokens, token_at
from aktivplan.reading.period.words import Sort
from aktivplan.records import Period, PeriodKind

REVERSED = "reversed"
"""The note of a period that ends before it begins."""
NO_SUCH_DAY = "no-such-day"
"""The note of a period that the calendar does not have, or whose year cannot be known."""

Item = Stretch | Frequency | Length | Sort

_LEADS = frozenset({Sort.BY, Sort.BEFORE, Sort.AFTER, Sort.FROM, Sort.UNTIL, Sort.BETWEEN})
_LIST_JOINTS = frozenset({Sort.AND, Sort.COMMA, Sort.SLASH})
_RANGE_JOINTS = frozenset({Sort.DASH, Sort.UNTIL})
_SILENT = frozenset({Sort.NOISE, Sort.COUNT, Sort.TIMES, Sort.HORIZON, Sort.TERMS, Sort.DAYS, Sort.WEEKDAY})
_WHOLE = {
    Sort.ONGOING: PeriodKind.ONGOING,
    Sort.EVENT: PeriodKind.EVENT,
    Sort.ASAP: PeriodKind.ASAP,
    Sort.LONGTERM: PeriodKind.LONGTERM,
    Sort.STATUS: PeriodKind.STATUS,
    Sort.MISSING: PeriodKind.MISSING,
    Sort.DITTO: PeriodKind.DITTO,
}
"""What a line without any date can say, what weighs most first."""
_ONLY_ALONE = frozenset({Sort.STATUS, Sort.MISSING, Sort.DITTO})
_TURNS = frozenset({Scale.TURN_OF_YEAR, Scale.TURN_OF_HALF})


@dataclass(frozen=True, slots=True)
class _Dated:
    """A stretch, and the word that leads it."""

    lead: Sort | None
    stretch: Stretch


def compose(text: str, tokens: Tokens, context: Context) -> Period:
    """The period that the tokens of one line say; ``text`` is what was written."""
    items = list(_items(tokens))
    try:
        dated = [_resolved(text, one, context) for one in _dated(_explained(items))]
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


# --- what the line is made of -----------------------------------------------------------------------------


def _items(tokens: Tokens) -> Iterator[Item]:
    at = 0
    while at < len(tokens):
        for rule in (frequency_at, length_at, stretch_at):
            match = rule(tokens, at)
            if match is not None:
                item, at = match
                yield item
                break
        else:
            sort = token_at(tokens, at).sort
            at += 1
            if sort not in _SILENT:
                yield sort if sort in _KEPT else Sort.UNKNOWN


_KEPT = (
    _LEADS
    | _LIST_JOINTS
    | _RANGE_JOINTS
    | frozenset(_WHOLE)
    | {Sort.OPEN, Sort.CLOSE, Sort.ROUGHLY, Sort.NEXT}
)


def _explained(items: Sequence[Item]) -> list[Item]:
    """Two stretches with a dash between are one, and what stands in parentheses explains what stands before.

    "Primo 2015 (januar-marts)": the months take the place of the fuzzy word, and have its year.
    """
    explained: list[Item] = []
    for item in items:
        match [*explained, item]:
            case [*before, Stretch() as first, Sort.DASH, Stretch() as last]:
                explained = [*before, Stretch(first.first, last.last)]
            case [*before, Stretch() as fuzzy, Sort.OPEN, Stretch() as exact, Sort.CLOSE]:
                explained = [*before, _explanation(fuzzy, exact)]
            case _:
                explained.append(item)
    match explained:
        case [Stretch(), Sort.DASH]:
            # "2027-": from then on.
            return [Sort.FROM, explained[0]]
        case _:
            return explained


def _explanation(fuzzy: Stretch, exact: Stretch) -> Stretch:
    if exact.first.scale is Scale.YEAR:
        year = exact.first.year
        return _with_year(fuzzy, year) if fuzzy.last.year is None else exact
    return exact if exact.last.year else _with_year(exact, fuzzy.first.year)


def _with_year(stretch: Stretch, year: int | None) -> Stretch:
    first = stretch.first if stretch.first.year else replace(stretch.first, year=year)
    return Stretch(
        first, first if stretch.is_single else replace(stretch.last, year=stretch.last.year or year)
    )


def _dated(items: Sequence[Item]) -> list[_Dated]:
    """The stretches with what leads them; those joined to one ("mars-maj") are one."""
    dated: list[_Dated] = []
    lead: Sort | None = None
    joint: Sort | None = None
    status = False
    for item in items:
        if isinstance(item, Stretch):
            lead = Sort.BY if lead is None and status else lead
            _add(dated, lead, joint, item)
            lead, joint, status = None, None, False
        elif isinstance(item, Sort) and item in _LEADS:
            lead = item
        elif isinstance(item, Sort) and item in _LIST_JOINTS:
            joint = item
        else:
            status, joint, lead = item is Sort.STATUS, None, lead if item is Sort.ROUGHLY else None
    return dated


def _add(dated: list[_Dated], lead: Sort | None, joint: Sort | None, stretch: Stretch) -> None:
    former = dated[-1] if dated else None
    if former is None:
        dated.append(_Dated(lead, stretch))
    elif _is_range(former, lead, joint):
        dated[-1] = _Dated(
            former.lead if former.lead in (Sort.BY, Sort.BEFORE) else None,
            Stretch(former.stretch.first, stretch.last),
        )
    elif joint in _LIST_JOINTS and lead is None:
        if _follows(former.stretch, stretch, joint):
            dated[-1] = _Dated(former.lead, Stretch(former.stretch.first, stretch.last))
        else:
            _share_year(dated, stretch)
            dated.append(_Dated(former.lead, stretch))
    else:
        dated.append(_Dated(lead, stretch))


def _is_range(former: _Dated, lead: Sort | None, joint: Sort | None) -> bool:
    if lead is Sort.UNTIL:
        return former.lead in (None, Sort.FROM)
    return former.lead is Sort.BETWEEN and joint is Sort.AND


def _follows(former: Stretch, stretch: Stretch, joint: Sort | None) -> bool:
    """Whether the two are one stretch: a year and the next ("2014 og 2015"), months as in "maj/juni"."""
    last, first = former.last, stretch.first
    if last.scale is first.scale is Scale.YEAR:
        return last.year is not None and first.year == last.year + 1
    return (
        last.scale is first.scale is Scale.MONTH and joint is Sort.SLASH and first.number == last.number + 1
    )


def _share_year(dated: list[_Dated], stretch: Stretch) -> None:
    """In "mars, maj och augusti 2027" the last one's year is everybody's."""
    year = stretch.last.year
    scale = stretch.first.scale
    for at, one in enumerate(dated):
        if year and one.stretch.last.year is None and one.stretch.last.scale is scale:
            dated[at] = _Dated(one.lead, _with_year(one.stretch, year))


# --- days -------------------------------------------------------------------------------------------------


def _resolved(text: str, dated: _Dated, context: Context) -> Period | None:
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


def _led(text: str, dated: _Dated, span: Span, confidence: str) -> Period:
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
    for sort, kind in _WHOLE.items():
        if sort in items and not (sort in _ONLY_ALONE and Sort.UNKNOWN in items):
            start = context.today if sort is Sort.ASAP else None
            return Period(text, kind, start, confidence="B" if sort is Sort.DITTO else "A")
    if any(lead in items for lead in (Sort.BY, Sort.BEFORE, Sort.AFTER)) and Sort.UNKNOWN in items:
        return Period(text, PeriodKind.EVENT)
    return Period(text, PeriodKind.UNPARSED, confidence="C")


def _lasting(text: str, length: Length, context: Context) -> Period:
    if not length.within and not length.horizon:
        return Period(text, PeriodKind.DURATION)
    end = length.longest.after(context.today) if context.today else None
    return Period(text, PeriodKind.RELATIVE, None, end, confidence="C" if length.horizon else "A")
