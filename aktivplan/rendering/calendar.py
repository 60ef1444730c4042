"""The plan's schedule as an iCalendar file, for the calendar programs of those who take part.

All-day events: one for a record, or for each part of its time where that has several; what comes back is one event
with a rule. Without a clock: the stamp that the format demands is a fixed time, and ids depend on the plan and the
record alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, timedelta

from icalendar import Calendar, Event

from aktivplan.definition.models import Plan
from aktivplan.edition import Edition, Scheduled
from aktivplan.forms.layout import field_heading
from aktivplan.i18n import Translator, translator
from aktivplan.ooxml import FIXED_TIME
from aktivplan.records import Record
from aktivplan.rendering.figures.recurrence import Recurrence, recurrence_of
from aktivplan.rendering.figures.spans import Span, bounds, parts_of, spans_of
from aktivplan.rendering.figures.titles import brief, title

_PRODUCT = "-//Aktivplan//Aktivplan//EN"
_STAMP = FIXED_TIME.replace(tzinfo=UTC)
_FREQUENCIES = {"day": "DAILY", "week": "WEEKLY", "month": "MONTHLY", "year": "YEARLY"}
_DAY = timedelta(days=1)
_LAST_DAY = date.max - _DAY
"""An all-day event ends on the day after its last, which must exist."""


def render_calendar(edition: Edition) -> bytes:
    """The schedule of an edition as the bytes of an .ics file. Give it the participants' edition."""
    plan = edition.plan
    t = translator(plan.settings.language)
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", _line(plan.settings.title))
    for one in edition.schedule:
        description = _description(plan, one.record, t)
        for number, entry in enumerate(_entries(plan, one), start=1):
            calendar.add_component(_event(plan, one.record, entry, number, description, t))
    rendered: bytes = calendar.to_ical()
    return rendered


@dataclass(frozen=True, slots=True)
class _Entry:
    first: date
    last: date
    due: bool = False
    """Whether it is a last day."""
    recurrence: Recurrence | None = None
    until: date | None = None
    """The last day that it may come back on."""


def _entries(plan: Plan, one: Scheduled) -> Iterator[_Entry]:
    recurrence = recurrence_of(one.recurrence)
    if recurrence is not None and not parts_of(plan, one):
        first, last = bounds(plan, one)
        yield _Entry(
            first, first, recurrence=recurrence, until=max(min(last, plan.settings.period_end), first)
        )
        return
    for span in spans_of(plan, one):
        yield _entry(plan, span)


def _entry(plan: Plan, span: Span) -> _Entry:
    """A stretch of time; without an end it goes on as long as the plan does."""
    if span.start is None:
        due = span.end or plan.settings.period_end
        return _Entry(due, due, due=True)
    return _Entry(span.start, span.end or max(plan.settings.period_end, span.start))


def _event(plan: Plan, record: Record, entry: _Entry, number: int, description: str, t: Translator) -> Event:
    summary = brief(title(plan, record)) or record.id
    part = f".{number}" if number > 1 else ""
    event = Event()
    event.add("uid", f"{record.id}{part}@{plan.settings.id}")
    event.add("dtstamp", _STAMP)
    event.add("summary", t("Last day: {title}", title=summary) if entry.due else summary)
    event.add("description", description)
    event.add("dtstart", min(entry.first, _LAST_DAY))
    event.add("dtend", min(entry.last, _LAST_DAY) + _DAY)
    event.add("transp", "TRANSPARENT")
    if entry.recurrence is not None:
        event.add("rrule", _rule(entry.recurrence, entry.until))
    return event


def _rule(recurrence: Recurrence, until: date | None) -> dict[str, object]:
    return {"freq": _FREQUENCIES[recurrence.unit], "interval": recurrence.count, "until": until}


def _description(plan: Plan, record: Record, t: Translator) -> str:
    """Who, for which goal, and when in the record's own words: a line each, as far as it is stated."""
    table = plan.tables_by_key[record.table]
    unit = plan.units_by_code.get(record.unit)
    lines = [(t("Unit"), unit.name if unit else record.unit)]
    goal_field, person_field = table.goal_field, table.person_field
    for field in filter(None, (goal_field, person_field, *table.period_fields)):
        value = record.value(field.key)
        goal = plan.goals_by_id.get(str(value.parsed)) if field is goal_field else None
        lines.append((field_heading(plan, field), goal.label if goal else _line(value.text)))
    return "\n".join(
        t("{heading}: {words}", heading=heading, words=words) for heading, words in lines if words
    )


def _line(words: str) -> str:
    return " ".join(words.split())
