"""Rules about dates and periods. They warn: a time that is not understood keeps nothing out of the plan."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from aktivplan.checking.cells import Cell, about, filled, of_type
from aktivplan.definition.models import Plan
from aktivplan.definition.terms import FieldType
from aktivplan.findings import Finding, quoted
from aktivplan.records import Period, PeriodKind, Record, Submission, Value

_SAYS_NO_TIME = frozenset({PeriodKind.UNPARSED, PeriodKind.STATUS})
_DOUBTFUL = "C"
_BOTH_ENDS = 2


def times_can_be_read(plan: Plan, submission: Submission) -> Iterator[Finding]:
    """A time should be written so that it can be read in one way only."""
    for cell in filled(plan, submission, of_type(FieldType.PERIOD), _is_unclear):
        period = cell.value.parsed
        if not isinstance(period, Period) or period.kind in _SAYS_NO_TIME:
            yield about("period-unclear", plan, cell)
        elif period.confidence == _DOUBTFUL:
            yield _doubtful(plan, cell, period)


def times_end_after_they_begin(plan: Plan, submission: Submission) -> Iterator[Finding]:
    """A time should not end before it begins."""
    for cell in filled(plan, submission, of_type(FieldType.PERIOD), _is_reversed):
        yield about("period-reversed", plan, cell)
    in_two = {table.key for table in plan.tables if len(table.period_fields) == _BOTH_ENDS}
    for record in submission.records:
        if record.table in in_two:
            yield from _reversed_dates(plan, record)


def times_lie_within_the_plan(plan: Plan, submission: Submission) -> Iterator[Finding]:
    """A time should lie within the plan's period."""
    begin, finish = plan.settings.period_start, plan.settings.period_end

    def outside(value: Value) -> bool:
        first, last = _days(value)
        within = (first is None or begin <= first <= finish) and (last is None or begin <= last <= finish)
        return not within and not _is_reversed(value)

    for cell in filled(plan, submission, of_type(FieldType.PERIOD, FieldType.DATE), outside):
        yield _outside(plan, cell, *_days(cell.value))


def _is_unclear(value: Value) -> bool:
    period = value.parsed
    return not isinstance(period, Period) or period.confidence == _DOUBTFUL or period.kind in _SAYS_NO_TIME


def _days(value: Value) -> tuple[date | None, date | None]:
    """First and last day; None for one that is not told."""
    parsed = value.parsed
    if isinstance(parsed, Period):
        return parsed.start, parsed.end
    return (parsed, parsed) if isinstance(parsed, date) else (None, None)


def _doubtful(plan: Plan, cell: Cell, period: Period) -> Finding:
    if period.start and period.end and period.start != period.end:
        return about("period-ambiguous", plan, cell, start=period.start, end=period.end)
    day = period.end or period.start
    return about("period-ambiguous-day", plan, cell, day=day) if day else about("period-unclear", plan, cell)


def _reversed_dates(plan: Plan, record: Record) -> Iterator[Finding]:
    """Where two date fields say when."""
    fields = plan.tables_by_key[record.table].period_fields
    start, end = (record.value(field.key) for field in fields)
    if isinstance(start.parsed, date) and isinstance(end.parsed, date) and end.parsed < start.parsed:
        both = quoted(f"{start.text} – {end.text}")
        yield about("period-reversed", plan, Cell(record, fields[1], end), value=both)


def _is_reversed(value: Value) -> bool:
    start, end = _days(value)
    return start is not None and end is not None and end < start


def _outside(plan: Plan, cell: Cell, start: date | None, end: date | None) -> Finding:
    settings = plan.settings
    # A deadline has no beginning, and what goes on from some day no end: the latter may reach into the plan.
    touches = (start is not None and start <= settings.period_end) and (
        end is None or end >= settings.period_start
    )
    code = "beyond-period" if touches else "outside-period"
    return about(code, plan, cell, start=settings.period_start, end=settings.period_end)
