from __future__ import annotations

import pickle
from datetime import date

from aktivplan.definition.models import Plan
from aktivplan.edition import Edition
from aktivplan.i18n import translator
from aktivplan.records import Period, PeriodKind, Record, Value
from aktivplan.rendering.figures.spans import Span
from aktivplan.rendering.figures.timeline import Timeline, plan_timeline
from aktivplan.rendering.figures.timeline_drawing import alternative_text, draw_timeline
from tests.rendering.handbook.documents import make_edition
from tests.support import activity, make_plan, value

MARCH, MAY = date(2027, 3, 1), date(2027, 5, 31)


def timed(
    plan: Plan, number: int, start: date | None, end: date | None, *, goal: str = "1.1", **more: object
) -> Record:
    period = Period("tid", PeriodKind.INTERVAL, start, end, **more)  # type: ignore[arg-type]
    return activity(plan, "BUF", number, goal=goal, tid=Value("tid", period))


def made(edition: Edition) -> Timeline:
    timeline = plan_timeline(edition)
    assert timeline is not None
    return timeline


def test_without_dates_there_is_no_timeline() -> None:
    plan = make_plan()
    assert plan_timeline(make_edition(plan, activity(plan, "BUF", 1, tid=value("vid behov")))) is None


def test_few_records_are_bars_under_their_goals() -> None:
    plan = make_plan()
    timeline = made(make_edition(plan, timed(plan, 1, MARCH, MAY, goal="2.1"), timed(plan, 2, None, MAY)))
    assert [group.label for group in timeline.groups] == [
        "1.1 Vi vet mer om barns levnadsvillkor",
        "2.1 Barnets bästa prövas före varje beslut",
    ]
    assert timeline.groups[0].bars[0].when == "senast 31 maj 2027"
    assert timeline.groups[1].bars[0].spans == (Span(MARCH, MAY),)


def test_many_records_are_counted_by_goal_and_month() -> None:
    plan = make_plan()
    timeline = made(make_edition(plan, *(timed(plan, n, MARCH, MAY) for n in range(1, 41))))
    assert timeline.groups == ()
    assert timeline.lines[0].counts == (0, 0, 40, 40, 40, 0, 0, 0, 0, 0, 0, 0)


def test_a_deadline_counts_in_its_month_only() -> None:
    plan = make_plan()
    timeline = made(make_edition(plan, timed(plan, 1, None, MAY)))
    assert timeline.totals == (0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0)


def test_what_has_no_end_counts_to_the_last_month() -> None:
    plan = make_plan()
    timeline = made(make_edition(plan, timed(plan, 1, date(2027, 11, 5), None)))
    assert timeline.totals[-3:] == (0, 1, 1)


def test_a_time_in_parts_keeps_its_gaps() -> None:
    plan = make_plan()
    parts = tuple(
        Period("", PeriodKind.INTERVAL, date(2027, month, 1), date(2027, month, 28)) for month in (2, 9)
    )
    timeline = made(make_edition(plan, timed(plan, 1, date(2027, 2, 1), date(2027, 9, 28), parts=parts)))
    assert [month for month, count in enumerate(timeline.totals, start=1) if count] == [2, 9]


def test_the_words_of_a_time_in_parts_tell_each_of_them() -> None:
    plan = make_plan()
    february = Period("", PeriodKind.INTERVAL, date(2027, 2, 1), date(2027, 2, 28))
    days = Period("", PeriodKind.INTERVAL, date(2027, 9, 6), date(2027, 9, 10))
    parted = timed(plan, 1, february.start, days.end, parts=(february, days))
    (group,) = made(make_edition(plan, parted)).groups
    assert group.bars[0].when == "februari 2027; 6 september 2027 till 10 september 2027"


def test_what_comes_back_every_quarter_has_a_stretch_for_each() -> None:
    plan = make_plan()
    year = timed(plan, 1, date(2027, 1, 1), date(2027, 12, 31), recurrence="P3M")
    (group,) = made(make_edition(plan, year)).groups
    assert [span.start for span in group.bars[0].spans] == [date(2027, month, 1) for month in (1, 4, 7, 10)]


def test_what_comes_back_without_a_date_does_so_through_the_plans_period() -> None:
    plan = make_plan()
    weekly = timed(plan, 1, None, None, recurrence="P1W")
    (group,) = made(make_edition(plan, weekly)).groups
    assert group.bars[0].when == "varje vecka"
    assert group.bars[0].spans == (Span(date(2027, 1, 1), date(2027, 12, 31)),)


def test_a_rough_time_and_an_ongoing_one_are_told_apart_from_a_settled_one() -> None:
    plan = make_plan()
    rough, ongoing = (
        Value("tid", Period("tid", kind, MARCH, MAY, note=note))
        for kind, note in ((PeriodKind.INTERVAL, "season"), (PeriodKind.ONGOING, ""))
    )
    edition = make_edition(plan, activity(plan, "BUF", 1, tid=rough), activity(plan, "BUF", 2, tid=ongoing))
    bars = made(edition).groups[0].bars
    assert [bar.spans[0] for bar in bars] == [Span(MARCH, MAY, rough=True), Span(MARCH, MAY, ongoing=True)]


def test_rough_ends_are_drawn_otherwise_than_settled_ones() -> None:
    plan = make_plan()
    pictures = {
        draw_timeline(made(make_edition(plan, timed(plan, 1, MARCH, MAY, note=note)))).png
        for note in ("", "part-of-period")
    }
    assert len(pictures) == 2


def test_a_time_that_ends_with_the_calendar_is_drawn() -> None:
    plan = make_plan()
    assert draw_timeline(made(make_edition(plan, timed(plan, 1, MARCH, date.max)))).png


def test_the_timeline_can_be_sent_to_another_process() -> None:
    plan = make_plan()
    timeline = made(make_edition(plan, timed(plan, 1, MARCH, MAY)))
    assert pickle.loads(pickle.dumps(timeline)) == timeline  # noqa: S301


def test_the_words_for_the_picture_tell_when_most_happens() -> None:
    plan = make_plan()
    timeline = made(make_edition(plan, timed(plan, 1, MARCH, MAY), timed(plan, 2, None, MAY)))
    words = alternative_text(timeline, translator("sv"))
    assert "2 rader" in words
    assert "maj 2027: 2" in words
    assert len(words) <= 250


def test_the_same_timeline_gives_the_same_picture() -> None:
    plan = make_plan()
    far = timed(plan, 3, date(2030, 1, 1), date(2030, 2, 1))
    timeline = made(
        make_edition(plan, timed(plan, 1, MARCH, MAY, recurrence="P1W"), timed(plan, 2, MARCH, None), far)
    )
    figure = draw_timeline(timeline)
    assert figure == draw_timeline(timeline)
    assert figure.png.startswith(b"\x89PNG")
    assert b"atplotlib" not in figure.png


def test_the_picture_is_sharp_at_the_size_it_is_shown_at() -> None:
    plan = make_plan()
    figure = draw_timeline(made(make_edition(plan, *(timed(plan, n, MARCH, MAY) for n in range(1, 41)))))
    pixels = int.from_bytes(figure.png[16:20], "big")
    assert pixels / (figure.width_cm / 2.54) >= 200
    assert figure.height_cm <= 22
