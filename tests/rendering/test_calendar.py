from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import vobject
from dateutil.rrule import rrulestr
from icalendar import Calendar

from aktivplan.definition.models import Plan
from aktivplan.records import Period, PeriodKind, Record, Value
from aktivplan.rendering.calendar import render_calendar
from tests.rendering.handbook.documents import make_edition
from tests.support import activity, make_plan, make_settings, value

MARCH, MAY = date(2027, 3, 1), date(2027, 5, 31)


def timed(
    plan: Plan, start: date | None, end: date | None, *, text: str = "Utbilda personalen", **more: Any
) -> Record:
    period = Period("tid", more.pop("kind", PeriodKind.INTERVAL), start, end, **more)
    return activity(plan, "BUF", 1, text=text, tid=Value("mars till maj", period))


def events_of(plan: Plan, *records: Record) -> list[Any]:
    """The events as a calendar program reads them."""
    calendar = vobject.readOne(render_calendar(make_edition(plan, *records)).decode())
    return list(calendar.contents.get("vevent", ()))


def event_of(record: Record, plan: Plan | None = None) -> Any:
    (event,) = events_of(plan or make_plan(), record)
    return event


def test_an_event_lasts_from_the_first_day_to_the_last() -> None:
    event = event_of(timed(make_plan(), MARCH, MAY))
    assert (event.dtstart.value, event.dtend.value) == (MARCH, MAY + timedelta(days=1))
    assert event.summary.value == "Utbilda personalen"


def test_an_event_says_who_why_and_when_in_the_units_own_words() -> None:
    assert event_of(timed(make_plan(), MARCH, MAY)).description.value.splitlines() == [
        "Enhet: Barn- och utbildningsförvaltningen",
        "Övergripande mål: 1.1 Vi vet mer om barns levnadsvillkor",
        "Ansvarig: Rektor",
        "Tid: mars till maj",
    ]


def test_a_deadline_is_one_day() -> None:
    event = event_of(timed(make_plan(), None, MAY))
    assert (event.dtstart.value, event.dtend.value) == (MAY, MAY + timedelta(days=1))
    assert event.summary.value == "Sista dag: Utbilda personalen"


def test_what_has_no_end_goes_on_as_long_as_the_plan() -> None:
    assert event_of(timed(make_plan(), MARCH, None)).dtend.value == date(2028, 1, 1)


def test_each_part_of_a_time_is_an_event() -> None:
    parts = tuple(
        Period("", PeriodKind.INTERVAL, date(2027, month, 1), date(2027, month, 28)) for month in (2, 9)
    )
    events = events_of(make_plan(), timed(make_plan(), date(2027, 2, 1), date(2027, 9, 28), parts=parts))
    assert [event.uid.value for event in events] == ["BUF-001@barnplan", "BUF-001.2@barnplan"]
    assert [event.dtstart.value.month for event in events] == [2, 9]


def test_what_comes_back_does_so_until_the_plan_ends() -> None:
    event = event_of(timed(make_plan(), None, None, kind=PeriodKind.RECURRING, recurrence="P3M"))
    days = list(rrulestr(event.rrule.value, dtstart=_midnight(event.dtstart.value)))
    assert [(day.month, day.day) for day in days] == [(1, 1), (4, 1), (7, 1), (10, 1)]


def test_every_other_week_is_a_weekly_rule() -> None:
    event = event_of(
        timed(make_plan(), MARCH, date(2027, 3, 31), kind=PeriodKind.RECURRING, recurrence="P2W")
    )
    days = list(rrulestr(event.rrule.value, dtstart=_midnight(event.dtstart.value)))
    assert [day.day for day in days] == [1, 15, 29]


def test_lines_are_folded_at_75_bytes_and_end_as_the_format_demands() -> None:
    plan = make_plan()
    written = render_calendar(make_edition(plan, timed(plan, MARCH, MAY, text="Åäö, ænlig; øvelse " * 5)))
    assert max(len(line) for line in written.split(b"\r\n")) <= 75
    assert written.count(b"\n") == written.count(b"\r\n")
    assert written.endswith(b"END:VCALENDAR\r\n")
    written.decode()


def test_two_programs_read_the_same() -> None:
    plan = make_plan(settings=make_settings(title="Plan, med; tecken\\"))
    records = timed(plan, MARCH, MAY, text='"Rast; lek, och lärande" \\ ' * 3), activity(plan, "SOC", 1)
    written = render_calendar(make_edition(plan, *records))
    ours = Calendar.from_ical(written)
    theirs = vobject.readOne(written.decode())
    assert str(ours["X-WR-CALNAME"]) == "Plan, med; tecken\\"
    assert [str(one["SUMMARY"]) for one in ours.walk("VEVENT")] == [
        one.summary.value for one in theirs.vevent_list
    ]


def test_the_same_edition_gives_the_same_bytes() -> None:
    plan = make_plan()
    first, second = (render_calendar(make_edition(plan, timed(plan, MARCH, MAY))) for _ in range(2))
    assert first == second
    assert b"DTSTAMP:20000101T000000Z" in first


def test_a_plan_without_dates_is_an_empty_calendar() -> None:
    plan = make_plan()
    assert events_of(plan, activity(plan, "BUF", 1, tid=value("vid behov"))) == []


def test_the_last_day_of_all_is_no_day_too_late() -> None:
    assert event_of(timed(make_plan(), MARCH, date.max)).dtend.value == date.max


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001 - as an all-day event has it
