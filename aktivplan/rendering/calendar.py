"""The plan's dates as a calendar that calendar programs open (RFC 5545): an event for every row with a date."""

from __future__ import annotations

import re
from datetime import UTC, date, timedelta

from icalendar import Calendar, Event, vRecur

from aktivplan.edition import Edition, Scheduled
from aktivplan.i18n import Translator, translator
from aktivplan.ooxml import FIXED_TIME
from aktivplan.rendering.figures.timeline import when
from aktivplan.rendering.figures.titles import title

MOST_EVENTS = 1_000
_STEP = re.compile(r"P(\d+)([DWMY])")
_FREQUENCIES = {"D": "DAILY", "W": "WEEKLY", "M": "MONTHLY", "Y": "YEARLY"}
_LONGEST_SUMMARY = 200
_ONE_DAY = timedelta(days=1)


def render_calendar(edition: Edition) -> bytes | None:
    """The calendar of an edition; None where it would hold more events than anybody can use. Give it the participants' edition.

    Events last whole days. What comes back does so until the plan ends; what has no end ends with the plan, and what
    has no beginning is its last day.
    """
    if len(edition.schedule) > MOST_EVENTS:
        return None
    plan = edition.plan
    t = translator(plan.settings.language)
    calendar = Calendar()
    calendar.add("prodid", "-//Aktivplan//Aktivplan//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", plan.settings.title)
    for one in edition.schedule:
        calendar.add_component(_event(edition, one, t))
    return bytes(calendar.to_ical())


def _event(edition: Edition, one: Scheduled, t: Translator) -> Event:
    plan, record = edition.plan, one.record
    last_of_plan = plan.settings.period_end
    step = _STEP.fullmatch(one.recurrence)
    start = one.start or one.end or plan.settings.period_start
    end = max(one.end or last_of_plan, start)
    event = Event()
    event.add("uid", f"{record.id}@{plan.settings.id}.aktivplan")
    event.add("dtstamp", FIXED_TIME.replace(tzinfo=UTC))
    event.add("summary", (title(plan, record) or record.id)[:_LONGEST_SUMMARY])
    event.add("description", _description(edition, one, t))
    event.add("dtstart", start)
    if step is None:
        event.add("dtend", end + _ONE_DAY)
    else:
        event.add("dtend", start + _ONE_DAY)
        event.add("rrule", _rule(step, end))
    return event


def _rule(step: re.Match[str], until: date) -> vRecur:
    return vRecur(freq=_FREQUENCIES[step[2]], interval=int(step[1]), until=until)


def _description(edition: Edition, one: Scheduled, t: Translator) -> str:
    """Whose it is, which goal it serves, who is responsible, and the time in words."""
    plan, record = edition.plan, one.record
    table = plan.tables_by_key[record.table]
    lines = [f"{t('No.')}: {record.id}", f"{t('Unit')}: {plan.units_by_code[record.unit].name}"]
    goal = table.goal_field and plan.goals_by_id.get(str(record.value(table.goal_field.key).parsed))
    if goal:
        lines.append(f"{t('Goal')}: {goal.label}")
    person = record.value(table.person_field.key).text if table.person_field else ""
    if person:
        lines.append(f"{t('Responsible')}: {person}")
    return "\n".join([*lines, f"{t('When')}: {when(one, t)}"])
