from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

import vobject
from dateutil.rrule import rrulestr

from aktivplan.definition.models import Plan
from aktivplan.records import Period, PeriodKind, Value
from aktivplan.rendering.calendar import render_calendar
from tests.rendering.handbook.documents import make_edition, small_edition
from tests.support import activity, make_plan


def events(content: bytes) -> list[Any]:
    """Read by another library."""
    return list(vobject.readOne(content.decode()).vevent_list)


def one_event(start: date | None, end: date | None, recurrence: str = "", **changes: Value) -> Any:
    plan = make_plan()
    period = Period("x", PeriodKind.INTERVAL, start, end, recurrence=recurrence)
    (event,) = events(
        render_calendar(make_edition(plan, activity(plan, "BUF", 1, tid=Value("x", period), **changes)))
    )
    return event


def test_every_row_with_a_date_is_an_event_of_whole_days() -> None:
    found = events(render_calendar(small_edition()))
    assert len(found) == 3
    assert {(one.dtstart.value, one.dtend.value) for one in found} == {(date(2027, 3, 1), date(2027, 6, 1))}


def test_an_event_says_whose_it_is_and_who_is_responsible() -> None:
    event = events(render_calendar(small_edition()))[0]
    assert event.summary.value.startswith("Samtala med barn")
    assert "Enhet: Barn- och utbildningsförvaltningen" in event.description.value
    assert "Ansvarig: Rektor" in event.description.value
    assert "Övergripande mål: 1.1 " in event.description.value


def test_a_deadline_is_its_last_day() -> None:
    event = one_event(None, date(2027, 6, 30))
    assert (event.dtstart.value, event.dtend.value) == (date(2027, 6, 30), date(2027, 7, 1))


def test_what_has_no_end_ends_with_the_plan() -> None:
    event = one_event(date(2027, 3, 1), None)
    assert event.dtend.value == date(2028, 1, 1)


def test_what_comes_back_does_so_until_the_plan_ends() -> None:
    event = one_event(date(2027, 1, 15), None, "P3M")
    rule = rrulestr(event.rrule.value, dtstart=datetime.combine(date(2027, 1, 15), time()))
    assert [day.date() for day in rule] == [date(2027, month, 15) for month in (1, 4, 7, 10)]


def test_ids_are_the_rows_own_and_the_bytes_always_the_same() -> None:
    content = render_calendar(small_edition())
    assert sorted(one.uid.value for one in events(content)) == [
        f"{record}@barnplan" for record in ("BUF-001", "BUF-002", "SOC-001")
    ]
    assert content == render_calendar(small_edition())


def test_lines_are_folded_and_end_as_the_format_wants_it() -> None:
    lines = render_calendar(small_edition()).split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert not any(b"\n" in line for line in lines)


def test_a_unit_cannot_put_lines_of_its_own_into_the_calendar() -> None:
    event = one_event(
        date(2027, 3, 1), date(2027, 3, 2), ansvarig=Value("Eva\nATTENDEE:mailto:x@y.example", None)
    )
    assert "attendee" not in event.contents


def test_a_plan_without_dates_gives_an_empty_calendar() -> None:
    plan: Plan = make_plan()
    assert b"BEGIN:VCALENDAR" in render_calendar(make_edition(plan))
