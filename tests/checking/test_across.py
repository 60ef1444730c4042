"""Rules across the plan."""

from __future__ import annotations

from aktivplan.checking import check_plan
from aktivplan.definition.models import Field, Goal, Plan
from aktivplan.definition.terms import FieldType
from aktivplan.records import Record, Value
from tests.support import activities_table, make_plan, make_record, make_settings


def focus_plan(limit: int | None) -> Plan:
    fields = (
        Field(key="omrade", heading="Fokusområde", type=FieldType.GOAL, level=1),
        Field(key="status", heading="Status", type=FieldType.CHOICE, choices="status"),
    )
    return make_plan(
        settings=make_settings(max_active=limit, level_names=("Fokusområde",)),
        goals=tuple(Goal(id=str(n), text=f"Område {n}") for n in range(1, 6)),
        tables=(activities_table(fields=fields),),
    )


def area(plan: Plan, goal: str, status: str, number: int = 1) -> Record:
    return make_record(plan, "BUF", number, {"omrade": Value(goal, goal), "status": Value(status, status)})


def active(plan: Plan, *goals: str) -> list[Record]:
    return [area(plan, goal, "Pågår", number) for number, goal in enumerate(goals, 1)]


def test_more_active_areas_than_agreed_are_a_warning_that_names_them() -> None:
    plan = focus_plan(2)
    (one,) = check_plan(plan, active(plan, "3", "1", "2"))
    assert one.code == "too-many-active"
    assert dict(one.arguments) == {"count": 3, "limit": 2, "areas": "Område 1, Område 2, Område 3"}


def test_as_many_active_areas_as_agreed_are_right() -> None:
    plan = focus_plan(2)
    assert check_plan(plan, active(plan, "1", "2")) == ()


def test_an_area_that_several_units_work_with_counts_once() -> None:
    plan = focus_plan(1)
    assert check_plan(plan, active(plan, "1", "1")) == ()


def test_areas_that_are_not_active_do_not_count() -> None:
    plan = focus_plan(1)
    assert check_plan(plan, [area(plan, "1", "Pågår"), area(plan, "2", "Avslutat", 2)]) == ()


def test_a_plan_without_a_limit_may_have_any_number() -> None:
    plan = focus_plan(None)
    assert check_plan(plan, active(plan, "1", "2", "3", "4", "5")) == ()
