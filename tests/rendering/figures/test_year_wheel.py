from __future__ import annotations

from datetime import date

from aktivplan.definition.models import Wheel
from aktivplan.edition import Edition
from aktivplan.i18n import translator
from aktivplan.records import Period, PeriodKind, Value
from aktivplan.rendering.figures.year_wheel import YearWheel, plan_year_wheel
from aktivplan.rendering.figures.year_wheel_drawing import alternative_text, draw_year_wheel
from tests.rendering.handbook.documents import make_edition, small_edition
from tests.support import activity, make_plan, make_settings


def edition(*times: tuple[date | None, date | None], wheel: Wheel = Wheel.CALENDAR) -> Edition:
    plan = make_plan(settings=make_settings(wheel=wheel))
    records = [
        activity(plan, "BUF", number, tid=Value("x", Period("x", PeriodKind.INTERVAL, start, end)))
        for number, (start, end) in enumerate(times, start=1)
    ]
    return make_edition(plan, *records)


def wheel_of(*times: tuple[date | None, date | None]) -> YearWheel:
    wheel = plan_year_wheel(edition(*times))
    assert wheel is not None
    return wheel


MARCH = (date(2027, 3, 1), date(2027, 3, 31))
SPRING = (date(2027, 2, 1), date(2027, 5, 31))
AUTUMN = (date(2027, 9, 1), date(2027, 10, 31))


def test_topmost_goals_are_the_rings() -> None:
    wheel = plan_year_wheel(small_edition())
    assert wheel is not None
    assert [ring.label for ring in wheel.rings] == ["1 Barns levnadsvillkor", "2 Barnets bästa"]


def test_what_overlaps_lies_in_lanes_of_its_own() -> None:
    wheel = wheel_of(MARCH, SPRING, AUTUMN)
    assert [(item.record, item.lane) for item in wheel.items] == [
        ("BUF-002", 0),
        ("BUF-001", 1),
        ("BUF-003", 0),
    ]
    assert wheel.rings[0].lanes == 2


def test_items_are_numbered_by_ring_and_day() -> None:
    assert [item.number for item in wheel_of(AUTUMN, MARCH).items] == [1, 2]
    assert wheel_of(AUTUMN, MARCH).items[0].record == "BUF-002"


def test_what_goes_on_all_year_takes_no_lane() -> None:
    wheel = wheel_of((date(2027, 1, 1), date(2027, 12, 31)), MARCH)
    assert [(item.is_all_year, item.lane) for item in wheel.items] == [(True, 0), (False, 0)]
    assert wheel.rings[0].lanes == 1


def test_months_count_what_is_under_way_in_them() -> None:
    assert wheel_of(MARCH, SPRING).rings[0].counts == (0, 1, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0)


def test_a_deadline_is_its_own_day_alone() -> None:
    (item,) = wheel_of((None, date(2027, 1, 31))).items
    assert [(one.first, one.last) for one in item.stretches] == [(30, 30)]


def test_a_school_year_begins_in_august() -> None:
    wheel = plan_year_wheel(edition(MARCH, wheel=Wheel.SCHOOL))
    assert wheel is not None
    assert (wheel.year, wheel.months[0]) == ("2026/27", date(2026, 8, 1))


def test_too_many_are_counted_and_not_drawn_one_by_one() -> None:
    wheel = wheel_of(*[SPRING] * 20)
    assert wheel.items == ()
    assert wheel.rings[0].counts[2] == 20
    assert draw_year_wheel(wheel).png.startswith(b"\x89PNG")


def test_without_dates_in_the_year_there_is_no_wheel() -> None:
    assert plan_year_wheel(edition((date(2030, 1, 1), date(2030, 2, 1)))) is None


def test_the_picture_is_the_same_every_time_and_says_what_it_shows() -> None:
    wheel = wheel_of(MARCH, SPRING, AUTUMN, (None, date(2027, 6, 30)))
    figure = draw_year_wheel(wheel)
    assert figure.png == draw_year_wheel(wheel).png
    assert figure.alt == alternative_text(wheel, translator("sv"))
    assert "mars 2027: 2" in figure.alt
    assert len(figure.alt) <= 250
