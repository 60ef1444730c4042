"""One dated stretch with what leads it, as a Period."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from aktivplan.reading.period.holidays import FEASTS
from aktivplan.reading.period.joining import Dated
from aktivplan.reading.period.notes import Note, gravest
from aktivplan.reading.period.resolving import Context, span_in
from aktivplan.reading.period.slots import PRECISIONS, Scale, Slot
from aktivplan.reading.period.sorts import Sort
from aktivplan.reading.period.spans import Span
from aktivplan.reading.period.stretches import Stretch
from aktivplan.records import Period, PeriodKind, Precision

_TURNS = frozenset({Scale.TURN_OF_YEAR, Scale.TURN_OF_HALF})
_FUZZY_EDGES = frozenset({Scale.SEASON, Scale.HOLIDAY, Scale.TERM})
_CUT_IN_PARTS = frozenset({Scale.YEAR, Scale.MONTH})
_SUMMER, _SUMMER_HOLIDAYS = 2, 3
_ORDER = {precision: rank for rank, precision in enumerate(Precision)}
_WITHOUT_YEAR = frozenset(
    {Scale.DAY, Scale.MONTH, Scale.WEEK, Scale.QUARTER, Scale.HALF, Scale.TERTIAL, Scale.TERM}
)


def period_of(text: str, dated: Dated, context: Context) -> Period | Note:
    """What one stretch says; or why it has no days."""
    lead, stretch = dated
    stretch = _at_its_edge(stretch, lead)
    first, last = stretch
    span = span_in(stretch, context)
    relative = first.offset is not None or last.offset is not None
    precision = _precision(stretch)
    if isinstance(span, Note):
        if relative and span in (Note.NO_TODAY, Note.NO_PLAN, Note.NO_YEAR):
            return Period(text, PeriodKind.RELATIVE, None, None, (), "", precision, "C", span)
        return span
    kind, start, end, said = _led(lead, stretch, span, context)
    note = said if first is last and first.note is Note.NOTHING and first.part is None else Note.NOTHING
    if note is Note.NOTHING:
        note = gravest((first.note, last.note, _part_note(first), _part_note(last), said))
    if note is Note.NOTHING and not relative and last.year is None and first.scale in _WITHOUT_YEAR:
        note = Note.YEAR_OF_PLAN
    if relative:
        kind = PeriodKind.RELATIVE
    return Period(text, kind, start, end, (), "", precision, note.confidence, note)


def hull(parts: Sequence[Period]) -> tuple[date | None, date | None]:
    """The first and the last day that any of them names; None where none of them has a start, or an end."""
    starts = [part.start for part in parts if part.start]
    ends = [part.end for part in parts if part.end]
    return (min(starts + ends) if starts else None, max(starts + ends) if ends else None)


def coarsest(precisions: Sequence[Precision]) -> Precision:
    """The coarsest of them."""
    return max(precisions, key=_ORDER.__getitem__, default=Precision.NONE)


def _precision(stretch: Stretch) -> Precision:
    first, last = stretch
    if first.weekday:
        return Precision.DAY
    if first is last or first.scale is last.scale:
        return PRECISIONS[first.scale]
    return coarsest((PRECISIONS[first.scale], PRECISIONS[last.scale]))


def _at_its_edge(stretch: Stretch, lead: Sort | None) -> Stretch:
    """Of "before the summer" and "after the summer": it is the holidays that are meant."""
    if lead not in (Sort.BEFORE, Sort.AFTER) or stretch.first.scale is not Scale.SEASON:
        return stretch
    if stretch.first.number != _SUMMER or not stretch.is_single or stretch.first.offset is not None:
        return stretch
    holidays = stretch.first._replace(
        scale=Scale.HOLIDAY, number=_SUMMER_HOLIDAYS, part=None, note=Note.SEASON_EDGE
    )
    return Stretch(holidays, holidays)


def _part_note(slot: Slot) -> Note:
    if slot.part is None:
        return Note.NOTHING
    return Note.PART if slot.scale in _CUT_IN_PARTS else Note.PART_OF_PART


Led = tuple[PeriodKind, date | None, date | None, Note]


def _led(lead: Sort | None, stretch: Stretch, span: Span, context: Context) -> Led:
    """Kind, first and last day, and what there is to say about them."""
    start, end = span
    first = stretch.first
    if lead is None or lead is Sort.BETWEEN:
        if first.scale in _TURNS and stretch.is_single:
            return PeriodKind.DEADLINE, None, end, Note.NOTHING
        return PeriodKind.INTERVAL, start, end, _weekday_note(first, start)
    return _by_lead(lead, stretch, span) if lead is not Sort.REST else _rest(span, context.today)


def _by_lead(lead: Sort, stretch: Stretch, span: Span) -> Led:
    start, end = span
    first, turn = stretch.first, stretch.first.scale in _TURNS
    edge = Note.SEASON_EDGE if first.scale in _FUZZY_EDGES else Note.NOTHING
    match lead:
        case Sort.BY | Sort.UNTIL | Sort.TO if lead is not Sort.TO or not _is_coming_season(first):
            return PeriodKind.DEADLINE, None, _last_day(first, span), _weekday_note(first, end)
        case Sort.BEFORE:
            # Before the turn of the year, and before the year is over, is within the year.
            within = turn or (first.scale is Scale.YEAR and first.year is None)
            day, said = (end, Note.NOTHING) if within else (_days_on(start, -1), edge or Note.DAY_BEFORE)
            return PeriodKind.DEADLINE, None, day, said
        case Sort.FROM if stretch.is_single:
            return PeriodKind.FROM, _days_on(start, 1) if turn else start, None, _weekday_note(first, start)
        case Sort.AFTER:
            return PeriodKind.FROM, _days_on(end, 1), None, edge or Note.DAY_AFTER
        case _:
            return PeriodKind.INTERVAL, start, end, first.note


def _last_day(slot: Slot, span: Span) -> date:
    """The last day of "by Easter" is its first, of "by the summer holidays" the day before they begin."""
    if slot.scale is not Scale.HOLIDAY:
        return span.end
    return span.start if slot.number in FEASTS else _days_on(span.start, -1)


def _is_coming_season(slot: Slot) -> bool:
    """Whether "till" leads to it as in "till hösten": in the autumn to come, not until then."""
    return slot.scale is Scale.SEASON and slot.year is None


def _rest(span: Span, today: date | None) -> Led:
    start, end = span
    if today is not None and start <= today <= end:
        start = today
    return PeriodKind.INTERVAL, start, end, Note.ROUGHLY


def _weekday_note(slot: Slot, day: date) -> Note:
    differs = slot.weekday and slot.scale is Scale.DAY and day.isoweekday() != slot.weekday
    return Note.OTHER_WEEKDAY if differs else Note.NOTHING


def _days_on(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        # A plan may end on the calendar's last day.
        return day
