"""What is worked out for leaders alone: months, loads, names and rows that are alike."""

from __future__ import annotations

from datetime import date

import pytest

from aktivplan.consolidation.consolidate import consolidate
from aktivplan.consolidation.leaders import for_leaders
from aktivplan.consolidation.participants import for_participants
from aktivplan.definition.models import Plan
from aktivplan.edition import ForLeaders, Likeness
from aktivplan.records import Period, PeriodKind, Record, Value
from tests.support import activity, make_plan, make_settings, make_submission, period, value

PLAN = make_plan()
MARCH = period("mars", date(2027, 3, 1), date(2027, 3, 31))
SPRING = period("mars–maj", date(2027, 3, 1), date(2027, 5, 31))
AUTUMN = period("oktober", date(2027, 10, 1), date(2027, 10, 31))
BY_JUNE = Value("senast 30 juni", Period("senast 30 juni", PeriodKind.DEADLINE, None, date(2027, 6, 30)))


def worked_out(*records: Record, plan: Plan = PLAN) -> ForLeaders:
    units = dict.fromkeys(record.unit for record in records)
    sent = [make_submission(plan, unit, *(one for one in records if one.unit == unit)) for unit in units]
    return for_leaders(consolidate(plan, sent)).for_leaders


def named(*names: str) -> ForLeaders:
    return worked_out(
        *(activity(PLAN, "BUF", number, ansvarig=value(name)) for number, name in enumerate(names, 1))
    )


def titled(*rows: tuple[str, str, Value], goal: str = "1.1") -> ForLeaders:
    return worked_out(
        *(
            activity(PLAN, unit, number, text=text, goal=goal, tid=tid)
            for number, (unit, text, tid) in enumerate(rows, 1)
        )
    )


def test_a_month_counts_what_is_under_way_in_it_or_due() -> None:
    found = worked_out(
        activity(PLAN, "BUF", 1, tid=SPRING),
        activity(PLAN, "BUF", 2, tid=BY_JUNE),
        activity(PLAN, "BUF", 3, tid=MARCH),
    )

    assert [one.under_way for one in found.stretches] == [0, 0, 2, 1, 1, 1, 0, 0, 0, 0, 0, 0]


def test_the_months_between_the_parts_of_a_time_do_not_count() -> None:
    parts = tuple(Period("", PeriodKind.INTERVAL, date(2027, n, 1), date(2027, n, 28)) for n in (2, 9))
    several = Value("feb och sep", Period("", PeriodKind.MULTI, date(2027, 2, 1), date(2027, 9, 28), parts))
    found = worked_out(activity(PLAN, "BUF", 1, tid=several), activity(PLAN, "BUF", 2, tid=SPRING))

    assert found.touched[0] == (1, 8)
    assert [one.under_way for one in found.stretches] == [0, 1, 1, 1, 1, 0, 0, 0, 1, 0, 0, 0]


def test_what_has_no_end_goes_on_to_the_end_of_the_plan() -> None:
    onwards = Value("från nov", Period("från nov", PeriodKind.FROM, date(2027, 11, 1)))

    assert worked_out(activity(PLAN, "BUF", 1, tid=onwards)).touched == (range(10, 12),)


def test_what_lies_outside_the_period_touches_no_month() -> None:
    before = period("2025", date(2025, 1, 1), date(2025, 12, 31))
    after = period("2030", date(2030, 1, 1), date(2030, 12, 31))
    found = worked_out(activity(PLAN, "BUF", 1, tid=before), activity(PLAN, "BUF", 2, tid=after))

    assert not any(found.touched)
    assert sum(one.under_way for one in found.stretches) == 0


@pytest.mark.parametrize(("years", "months", "count"), [(3, 1, 36), (4, 3, 16), (10, 12, 10)])
def test_a_long_period_is_told_in_quarters_or_years(years: int, months: int, count: int) -> None:
    settings = make_settings(period_start=date(2027, 1, 1), period_end=date(2026 + years, 12, 31))
    found = worked_out(plan=make_plan(settings=settings)).stretches

    assert (found[0].months, len(found)) == (months, count)
    assert found[-1].last == date(2026 + years, 12, 31)


def test_a_persons_load_is_counted_month_by_month_and_the_busiest_is_known() -> None:
    eva = value("Eva Lind")
    (load,) = worked_out(
        activity(PLAN, "BUF", 1, ansvarig=eva, tid=SPRING), activity(PLAN, "SOC", 1, ansvarig=eva, tid=MARCH)
    ).loads

    assert (load.under_way, load.busiest, load.units) == (((2, 2), (3, 1), (4, 1)), (2, 2), ("BUF", "SOC"))


def test_those_with_most_to_do_at_one_time_stand_first() -> None:
    bo = value("Bo Ek")
    found = worked_out(
        activity(PLAN, "BUF", 1, ansvarig=value("Ann Alm"), tid=MARCH),
        activity(PLAN, "BUF", 2, ansvarig=bo, tid=MARCH),
        activity(PLAN, "BUF", 3, ansvarig=bo, tid=MARCH),
    )

    assert [one.responsible.name for one in found.loads] == ["Bo Ek", "Ann Alm"]


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("Eva Lind", "Eva Lindh", Likeness.SPELLING),
        ("E. Lind", "Eva Lind", Likeness.INITIAL),
        ("Eva Lind", "Rektor Eva Lind", Likeness.MORE_WORDS),
        ("Rektor Eva Lind", "Eva Lind, rektor", Likeness.ORDER),
        ("Rektor Eva Lind", "Eva Lind, rektor på Björkskolan", Likeness.MORE_WORDS),
        ("Enhetschef Per Ödman", "Enhetschef Pär Ödman", Likeness.SPELLING),
    ],
)
def test_names_that_may_be_one_persons_are_proposed(one: str, other: str, likeness: Likeness) -> None:
    (pair,) = named(one, other).alike_names

    assert {pair.name.name, pair.other.name} == {one, other}
    assert pair.likeness is likeness


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Eva Lind", "Eva Berg"),
        ("Eva Lind", "Karin Lind"),
        ("E. Lind", "Karin Lind"),
        ("Enhetschef team 1", "Enhetschef team 2"),
        ("Rektor", "Rektor Eva Lind"),
        ("–", "…"),
    ],
)
def test_names_of_others_are_not_proposed(one: str, other: str) -> None:
    assert named(one, other).alike_names == ()


def test_all_names_stay_apart_in_the_loads() -> None:
    assert len(named("Eva Lind", "Eva Lindh", "E. Lind").loads) == 3


def test_rows_of_two_units_worded_alike_at_the_same_time_could_be_done_together() -> None:
    found = titled(
        ("BUF", "Utbilda all personal i barnkonventionen", SPRING),
        ("SOC", "Utbilda personalen i barnkonventionen", MARCH),
    )

    (pair,) = found.overlaps
    assert {pair.record.id, pair.other.id} == {"BUF-001", "SOC-002"}
    assert found.overlaps_found == 1
    assert 0.75 <= pair.score < 1


@pytest.mark.parametrize(
    ("unit", "text", "tid"),
    [
        ("BUF", "Utbilda all personal i barnkonventionen", SPRING),
        ("SOC", "Utbilda all personal i barnkonventionen", AUTUMN),
        ("SOC", "Bygg om lekplatserna i centrum", SPRING),
    ],
    ids=["the same unit", "another time", "other words"],
)
def test_other_rows_could_not(unit: str, text: str, tid: Value) -> None:
    assert (
        titled(("BUF", "Utbilda all personal i barnkonventionen", SPRING), (unit, text, tid)).overlaps == ()
    )


def test_rows_under_different_goals_are_not_compared() -> None:
    text = "Utbilda all personal i barnkonventionen"
    found = worked_out(
        activity(PLAN, "BUF", 1, text=text, goal="1.1", tid=SPRING),
        activity(PLAN, "SOC", 1, text=text, goal="1.2", tid=SPRING),
    )

    assert found.overlaps == ()


def test_what_is_due_by_a_day_may_be_done_with_what_ends_before() -> None:
    text = "Utbilda all personal i barnkonventionen"

    assert titled(("BUF", text, MARCH), ("SOC", text, BY_JUNE)).overlaps_found == 1


def test_pairs_that_are_not_listed_are_counted() -> None:
    text = "Utbilda all personal i barnkonventionen"
    rows = [("BUF", text, SPRING)] * 30 + [("SOC", text, MARCH)] * 20 + [("SOC", text, AUTUMN)] * 5
    found = titled(*rows)

    assert (len(found.overlaps), found.overlaps_found) == (20, 600)


def test_pairs_of_two_wordings_are_counted_as_they_would_be_one_by_one() -> None:
    one, other = "Utbilda all personal i barnkonventionen", "Utbilda personalen i barnkonventionen"
    rows = [("BUF", one, SPRING), ("SOC", one, MARCH), ("BUF", other, MARCH), ("SOC", other, AUTUMN)]
    found = titled(*rows)

    assert len(found.overlaps) == found.overlaps_found == 2


def test_participants_get_none_of_it() -> None:
    edition = consolidate(PLAN, [make_submission(PLAN, "BUF", activity(PLAN, "BUF", 1, tid=SPRING))])

    assert for_participants(for_leaders(edition)).for_leaders == ForLeaders()
