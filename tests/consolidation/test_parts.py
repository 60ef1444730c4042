from __future__ import annotations

from aktivplan.consolidation.parts import by_goal, by_group
from tests.rendering.handbook.documents import make_edition, small_edition
from tests.support import activity, make_plan, value


def test_each_group_gets_the_rows_of_its_units_alone() -> None:
    parts = dict(by_group(small_edition()))
    assert all(
        {record.unit for record in part.records} <= {unit.code for unit in part.plan.units}
        for part in parts.values()
    )
    assert sum(len(part.records) for part in parts.values()) == 3
    assert {one.unit.code for part in parts.values() for one in part.units} == {"BUF", "SOC", "KOF"}


def test_each_topmost_goal_gets_what_stands_under_it_alone() -> None:
    parts = dict(by_goal(small_edition()))
    assert {name: [record.id for record in part.records] for name, part in parts.items()} == {
        "1 Barns levnadsvillkor": ["BUF-001", "SOC-001"],
        "2 Barnets bästa": ["BUF-002"],
    }


def test_every_total_of_a_part_is_made_anew() -> None:
    part = dict(by_goal(small_edition()))["2 Barnets bästa"]
    assert part.coverage == {("2.1", "BUF"): 1}
    assert [one.goal.id for one in part.goals] == ["2", "2.1"]
    assert [len(one.records) for one in part.responsible] == [1]
    assert {one.unit.code: one.taken_in for one in part.units} == {"BUF": 1, "SOC": 0, "KOF": 0}


def test_a_parts_title_says_what_part_it_is() -> None:
    names = {part.plan.settings.title for _name, part in by_goal(small_edition())}
    assert "Handlingsplan för barnets rättigheter: 2 Barnets bästa" in names


def test_a_row_without_a_goal_is_in_no_part() -> None:
    plan = make_plan()
    edition = make_edition(plan, activity(plan, "BUF", 1), activity(plan, "BUF", 2, mal=value("")))
    assert [record.id for _name, part in by_goal(edition) for record in part.records] == ["BUF-001"]
