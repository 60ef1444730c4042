from __future__ import annotations

from datetime import date
from typing import Any

from aktivplan.definition.models import Field, Goal, Plan, Table
from aktivplan.definition.terms import FieldType, Need, Wheel
from aktivplan.edition import Edition
from aktivplan.records import Period, PeriodKind, Record, Value
from aktivplan.rendering.figures.wheel import YearWheel, plan_year_wheel
from tests.rendering.handbook.documents import make_edition
from tests.support import activities_table, activity, make_plan, make_record, make_settings, value

MARCH, MAY = date(2027, 3, 1), date(2027, 5, 31)


def timed(plan: Plan, number: int, start: date | None, end: date | None, **more: Any) -> Record:
    goal = more.pop("goal", "1.1")
    text = more.pop("text", "")
    period = Period("tid", more.pop("kind", PeriodKind.INTERVAL), start, end, **more)
    return activity(plan, "BUF", number, goal=goal, text=text, tid=Value("tid", period))


def made(edition: Edition, year: int | None = None) -> YearWheel:
    wheel = plan_year_wheel(edition, year)
    assert wheel is not None
    return wheel


def test_without_anything_in_the_year_there_is_no_wheel() -> None:
    plan = make_plan()
    assert plan_year_wheel(make_edition(plan, activity(plan, "BUF", 1, tid=value("vid behov")))) is None
    assert plan_year_wheel(make_edition(plan, timed(plan, 1, MARCH, MAY)), 2029) is None


def test_the_topmost_goals_are_the_rings() -> None:
    plan = make_plan()
    wheel = made(make_edition(plan, timed(plan, 1, MARCH, MAY), timed(plan, 2, MARCH, MAY, goal="2.1")))
    assert [(ring.letter, ring.label) for ring in wheel.rings] == [
        ("A", "1 Barns levnadsvillkor"),
        ("B", "2 Barnets bästa"),
    ]


def test_a_table_that_asks_for_no_goal_is_a_ring() -> None:
    title = Field(key="vad", heading="Vad", required=Need.REQUIRED)
    when = Field(key="nar", heading="När", type=FieldType.PERIOD)
    plan = make_plan(
        tables=(activities_table(), Table(key="hjul", title="Årshjul", code="H", fields=(title, when)))
    )
    period = Value("mars", Period("mars", PeriodKind.INTERVAL, MARCH, date(2027, 3, 31)))
    record = make_record(plan, "BUF", 1, {"vad": value("Temadag"), "nar": period}, table="hjul")
    (ring,) = made(make_edition(plan, record)).rings
    assert ring.label == "Årshjul"


def test_of_many_areas_the_smallest_stand_together() -> None:
    goals = tuple(Goal(id=str(number), text=f"Område {number}") for number in range(1, 8))
    plan = make_plan(goals=goals)
    records = [timed(plan, number, MARCH, MAY, goal=str(number)) for number in range(1, 8)]
    records += [timed(plan, 7 + number, MARCH, MAY, goal=str(number)) for number in (2, 4, 6, 7)]
    wheel = made(make_edition(plan, *records))
    assert [ring.label for ring in wheel.rings] == [
        "2 Område 2",
        "4 Område 4",
        "6 Område 6",
        "7 Område 7",
        "Övriga: 1, 3, 5",
    ]


def test_the_table_beside_has_every_number_in_the_wheel() -> None:
    plan = make_plan()
    wheel = made(
        make_edition(
            plan,
            timed(plan, 1, MARCH, MAY, text="Utbilda"),
            timed(plan, 2, None, MAY, text="Rapportera", goal="2.1"),
        )
    )
    assert wheel.listing.headings == ("Nr", "Vad", "Ring", "När")
    assert wheel.listing.rows == (
        ("A1", "Utbilda", "1 Barns levnadsvillkor", "mars 2027 till maj 2027"),
        ("B1", "Rapportera", "2 Barnets bästa", "senast 31 maj 2027"),
    )


def test_what_happens_at_the_very_same_time_shares_a_place() -> None:
    plan = make_plan()
    (ring,) = made(make_edition(plan, *(timed(plan, number, MARCH, MAY) for number in range(1, 4)))).rings
    assert [item.number for item in ring.items] == ["A1–3"]


def test_what_comes_back_every_quarter_has_a_mark_for_each() -> None:
    plan = make_plan()
    record = timed(plan, 1, None, None, recurrence="P3M", kind=PeriodKind.RECURRING)
    (ring,) = made(make_edition(plan, record)).rings
    assert [round(mark, 1) for mark in ring.items[0].marks] == [1.5, 4.5, 7.5, 10.5]


def test_what_comes_back_every_week_is_one_stretch() -> None:
    plan = make_plan()
    record = timed(plan, 1, MARCH, MAY, recurrence="P1W", kind=PeriodKind.RECURRING)
    (ring,) = made(make_edition(plan, record)).rings
    assert ring.items[0].recurring
    assert ring.items[0].stretches == ((2.0, 5.0),)


def test_too_much_for_marks_becomes_counts_by_month() -> None:
    plan = make_plan()
    wheel = made(make_edition(plan, *(timed(plan, number, MARCH, MAY) for number in range(1, 61))))
    assert wheel.counted
    assert wheel.rings[0].counts == (0, 0, 60, 60, 60, 0, 0, 0, 0, 0, 0, 0)
    assert wheel.quarters == (60, 60, 0, 0)
    assert wheel.listing.rows == (("A 1 Barns levnadsvillkor", "60", "mars–maj: 60"),)


def test_the_school_year_begins_in_august() -> None:
    settings = make_settings(
        wheel=Wheel.SCHOOL,
        period_start=date(2026, 8, 17),
        period_end=date(2027, 6, 11),
        deadline=date(2026, 6, 1),
    )
    plan = make_plan(settings=settings)
    wheel = made(make_edition(plan, timed(plan, 1, date(2026, 9, 1), date(2026, 9, 30))))
    assert wheel.year == "2026/27"
    assert wheel.months[0] == "aug"
    assert wheel.rings[0].items[0].stretches == ((1.0, 2.0),)


def test_another_year_of_the_plan_can_be_asked_for() -> None:
    plan = make_plan(settings=make_settings(period_end=date(2028, 12, 31)))
    edition = make_edition(
        plan, timed(plan, 1, MARCH, MAY), timed(plan, 2, date(2028, 2, 1), date(2028, 2, 29))
    )
    assert made(edition).year == "2027"
    assert made(edition, 2028).rings[0].items[0].stretches == ((1.0, 2.0),)


def test_deadline_and_follow_up_have_a_ring_of_their_own_if_they_lie_in_the_year() -> None:
    settings = make_settings(
        deadline=date(2027, 2, 12), follow_up="Vi följer upp i oktober 2027 och mars 2029."
    )
    plan = make_plan(settings=settings)
    wheel = made(make_edition(plan, timed(plan, 1, MARCH, MAY)))
    assert [row[:2] for row in wheel.listing.rows if row[0].startswith("P")] == [
        ("P1", "Sista svarsdag"),
        ("P2", "Uppföljning"),
    ]
