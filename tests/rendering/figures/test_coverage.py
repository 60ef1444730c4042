from __future__ import annotations

from aktivplan.definition.models import Goal, Unit
from aktivplan.rendering.figures.coverage import Coverage, plan_coverage
from aktivplan.rendering.figures.coverage_drawing import draw_coverage
from tests.rendering.handbook.documents import make_edition, small_edition
from tests.support import activity, make_plan


def made(coverage: Coverage | None) -> Coverage:
    assert coverage is not None
    return coverage


def test_every_goal_that_is_asked_about_has_a_line() -> None:
    coverage = made(plan_coverage(small_edition()))
    assert [(line.label[:3], line.counts) for line in coverage.lines] == [
        ("1.1", (1, 1, 0)),
        ("1.2", (0, 0, 0)),
        ("2.1", (1, 0, 0)),
    ]
    assert coverage.gaps == 1


def test_a_unit_that_has_not_answered_is_known() -> None:
    coverage = made(plan_coverage(small_edition()))
    assert [(column.label, column.answered) for column in coverage.columns] == [
        ("BUF", True),
        ("SOC", True),
        ("KOF", False),
    ]


def test_the_table_beside_names_the_units_and_the_gaps() -> None:
    rows = made(plan_coverage(small_edition())).listing.rows
    assert [row[1:] for row in rows] == [
        ("2", "Barn- och utbildningsförvaltningen: 1, Socialförvaltningen: 1"),
        ("0", "Lucka: inga rader"),
        ("1", "Barn- och utbildningsförvaltningen: 1"),
    ]


def test_many_units_are_shown_by_group_and_topmost_goal() -> None:
    units = tuple(Unit(code=f"E{n}", name=f"Enhet {n}", group="ABC"[n % 3]) for n in range(40))
    plan = make_plan(units=units)
    coverage = made(
        plan_coverage(make_edition(plan, activity(plan, "E0", 1), activity(plan, "E4", 1, goal="1.2")))
    )
    assert [column.label for column in coverage.columns] == ["A", "B", "C"]
    assert [line.counts for line in coverage.lines] == [(1, 1, 0), (0, 0, 0)]


def test_as_many_goals_as_are_drawn_fit_on_a_page() -> None:
    goals = tuple(Goal(id=str(number), text=f"Mål {number}") for number in range(1, 33))
    units = tuple(Unit(code=f"FÖRVALTN-{n:03}", name=f"Enhet {n}") for n in range(17))
    plan = make_plan(goals=goals, units=units)
    coverage = made(plan_coverage(make_edition(plan, activity(plan, "FÖRVALTN-001", 1, goal="1"))))
    assert draw_coverage(coverage).height_cm <= 22


def test_more_groups_than_a_page_holds_are_not_drawn_but_stand_in_the_table() -> None:
    units = tuple(Unit(code=f"E{n}", name=f"Enhet {n}", group=f"Grupp {n}") for n in range(40))
    plan = make_plan(units=units)
    coverage = made(plan_coverage(make_edition(plan, activity(plan, "E0", 1))))
    assert not coverage.is_drawn
    assert coverage.listing.rows[0][1:] == ("1", "Grupp 0: 1")


def test_without_any_row_under_a_goal_there_is_nothing_to_draw() -> None:
    assert plan_coverage(make_edition(make_plan())) is None
