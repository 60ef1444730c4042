"""The plan's schedule as an iCalendar file, for the calendar programs of those who take part.

All-day events: one for a record, or for each part of its time where that has several; what comes back is one event
with a rule. Without a clock: the stamp that the format demands is a fixed time, and ids depend on the plan and the
record alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from icalendar import Calendar, vText

from aktivplan.definition.models import Plan
from aktivplan.edition import Edition, Scheduled
from aktivplan.forms.layout import field_heading
from aktivplan.i18n import Translator, translator
from aktivplan.ooxml import FIXED_TIME
from aktivplan.records import Record
from aktivplan.rendering.figures.recurrence import Recurrence, recurrence_of
from aktivplan.rendering.figures.spans import Span, bounds, spans_of
from aktivplan.rendering.figures.titles import brief, title

_END = b"END:VCALENDAR"
_LONGEST = 75
"""Bytes of a line."""
_PRODUCT = "-//Aktivplan//Aktivplan//EN"
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
    # Events are laid in as lines: the library takes five times as long over ten thousand of them.
    head: bytes = calendar.to_ical()
    lines = [line for one in edition.schedule for line in _events(plan, one, t)]
    return head.replace(_END, b"".join(map(_folded, lines)) + _END)


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
    if recurrence is not None and not one.parts:
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


def _events(plan: Plan, one: Scheduled, t: Translator) -> Iterator[str]:
    """The lines of a record's events."""
    record = one.record
    summary = brief(title(plan, record)) or record.id
    description = _escaped(_description(plan, record, t))
    for number, entry in enumerate(_entries(plan, one), start=1):
        part = f".{number}" if number > 1 else ""
        named = t("Last day: {title}", title=summary) if entry.due else summary
        yield "BEGIN:VEVENT"
        yield f"UID:{_escaped(f'{record.id}{part}@{plan.settings.id}')}"
        yield f"DTSTAMP:{FIXED_TIME:%Y%m%dT%H%M%SZ}"
        yield f"DTSTART;VALUE=DATE:{_day(min(entry.first, _LAST_DAY))}"
        yield f"DTEND;VALUE=DATE:{_day(min(entry.last, _LAST_DAY) + _DAY)}"
        yield f"SUMMARY:{_escaped(named)}"
        yield f"DESCRIPTION:{description}"
        yield "TRANSP:TRANSPARENT"
        if entry.recurrence is not None and entry.until is not None:
            yield f"RRULE:{_rule(entry.recurrence, entry.until)}"
        yield "END:VEVENT"


def _rule(recurrence: Recurrence, until: date) -> str:
    return f"FREQ={_FREQUENCIES[recurrence.unit]};INTERVAL={recurrence.count};UNTIL={_day(until)}"


def _day(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _escaped(words: str) -> str:
    return vText(words).to_ical().decode()


def _folded(line: str) -> bytes:
    """A line as bytes, broken where it is longer than the format allows, never inside a character."""
    rest = line.encode()
    pieces = []
    room = _LONGEST
    while len(rest) > room:
        end = room
        while rest[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(rest[:end])
        rest, room = rest[end:], _LONGEST - 1
    return b"\r\n ".join([*pieces, rest]) + b"\r\n"


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
