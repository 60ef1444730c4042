"""Who is reminded when, and what the process leader is told."""

from __future__ import annotations

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aktivplan.definition.models import Plan
from aktivplan.delivery.schedule import Due, Standing, due, next_day, plan_schedule, summary
from aktivplan.edition import UnitResult, UnitStatus
from aktivplan.i18n import LANGUAGES
from tests.support import make_plan, make_settings

DEADLINE = date(2026, 11, 13)
ASKED = date(2026, 10, 12)
PLAN = make_plan()


def day(number: int) -> date:
    """So many days after the deadline."""
    return DEADLINE + timedelta(days=number)


def standing(unit: str = "BUF", **changes: object) -> Standing:
    values: dict[str, object] = {"unit": unit, "asked": ASKED, "answered": False}
    return Standing(**(values | changes))  # type: ignore[arg-type] # changes are what the test says


def reminded_on(*standings: Standing, today: date, plan: Plan = PLAN) -> list[str]:
    return [one.unit for one in due(plan, standings, today)]


@pytest.mark.parametrize(
    ("number", "is_reminded"),
    [
        (-8, False),
        (-7, True),
        (-4, True),
        (-3, True),
        (-2, False),
        (-1, True),
        (0, True),
        (3, True),
        (7, True),
        (8, False),
    ],
)
def test_a_unit_is_reminded_on_the_days_of_the_schedule_and_a_few_days_after_one_that_was_missed(
    number: int, is_reminded: bool
) -> None:
    assert reminded_on(standing(), today=day(number)) == (["BUF"] if is_reminded else [])


def test_a_unit_that_was_reminded_for_a_day_waits_for_the_next() -> None:
    plan = make_plan(settings=make_settings(reminder_gap=1))
    assert reminded_on(standing(last_reminded=day(-7)), today=day(-6), plan=plan) == []
    assert reminded_on(standing(last_reminded=day(-7)), today=day(-1), plan=plan) == ["BUF"]


def test_no_unit_is_reminded_within_the_gap_after_the_last_mail() -> None:
    assert reminded_on(standing(last_reminded=day(-3)), today=day(-1)) == []
    assert reminded_on(standing(last_reminded=day(-3)), today=day(0)) == ["BUF"]
    assert reminded_on(standing(asked=day(-2)), today=day(-1)) == []


def test_a_unit_is_never_reminded_twice_the_same_day_whoever_wants_it() -> None:
    twice = standing(last_reminded=day(-1))
    assert due(PLAN, [twice], day(-1)) == ()
    assert due(PLAN, [twice], day(-1), named=["BUF"]) == ()


def test_units_that_somebody_names_are_reminded_on_any_day_and_no_others() -> None:
    standings = [standing(), standing("SOC"), standing("KOF", answered=True)]
    assert [one.unit for one in due(PLAN, standings, day(-20), named=["SOC", "KOF"])] == ["SOC"]


@pytest.mark.parametrize(
    "settled",
    [standing(answered=True), standing(asked=None), standing(address_works=False)],
    ids=["answered", "never asked", "no address"],
)
def test_a_unit_that_nothing_is_waited_for_or_that_mail_cannot_reach_is_left_alone(settled: Standing) -> None:
    assert reminded_on(settled, today=day(-7)) == []


def test_a_unit_that_has_not_answered_is_told_so_and_one_with_findings_gets_them() -> None:
    to_mend = standing("SOC", answered=True, to_mend=("Ansvarig saknas i C14.",))
    assert due(PLAN, [standing(), to_mend], day(-7)) == (
        Due("BUF", ("Det ifyllda formuläret.",), answered=False),
        Due("SOC", ("Ansvarig saknas i C14.",), answered=True),
    )


def test_a_unit_whose_file_could_not_be_read_is_told_so_when_it_is_asked_again() -> None:
    result = UnitResult(PLAN.units[0], UnitStatus.REJECTED, "svar.pdf", None, 0, 0, 1, 0)
    (found,) = due(PLAN, [standing(result=result)], day(-7))
    assert found.missing == ("Det ifyllda formuläret. Det ni skickade gick inte att läsa som ett formulär.",)


def test_the_next_day_of_the_schedule_is_known_until_there_is_none() -> None:
    schedule = plan_schedule(PLAN)
    assert [next_day(schedule, day(number)) for number in (-9, -7, -1, 3)] == [day(-7), day(-1), day(3), None]


@given(
    runs=st.sets(st.integers(-30, 30)),
    days=st.sets(st.integers(-20, 20), min_size=1, max_size=4),
    gap=st.integers(1, 6),
)
def test_however_often_it_runs_nobody_gets_more_reminders_than_days_nor_two_within_the_gap(
    runs: set[int], days: set[int], gap: int
) -> None:
    plan = make_plan(settings=make_settings(reminder_days=tuple(days), reminder_gap=gap))
    told: list[date] = []
    for number in sorted(runs):
        for _again in range(2):
            now = standing(last_reminded=told[-1] if told else None)
            told += [day(number) for _one in due(plan, [now], day(number))]
    assert len(told) <= len(days)
    assert all((later - earlier).days >= gap for earlier, later in itertools.pairwise(told))


def test_the_leader_is_told_who_has_not_answered_who_must_mend_what_who_was_reminded_and_whom_no_mail_reaches() -> (
    None
):
    standings = [
        standing(last_reminded=day(-7), address_works=False),
        standing("SOC", answered=True, to_mend=("Ansvarig saknas.", "Tid\nsaknas.", "Mål saknas.", "a", "b")),
        standing("KOF", asked=None),
    ]
    assert summary(PLAN, standings, reminded=["SOC"]) == (
        "Påmindes i dag:\n\n• Socialförvaltningen (SOC)\n\n"
        "Har inte svarat:\n\n"
        "• Barn- och utbildningsförvaltningen (BUF), påmind 6 november 2026\n"
        "• Kultur och fritid (KOF), har inte fått sitt formulär\n\n"
        "Har något att rätta:\n\n• Socialförvaltningen (SOC): Ansvarig saknas. Tid saknas. Mål saknas. Och 2 till.\n\n"
        "Inga mejl når:\n\n• Barn- och utbildningsförvaltningen (BUF)"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_when_all_is_done_the_leader_is_told_that_in_one_sentence(language: str) -> None:
    plan = make_plan(settings=make_settings(language=language))
    told = summary(plan, [standing(answered=True)])
    assert told.endswith(".")
    assert "•" not in told
