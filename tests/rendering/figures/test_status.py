from __future__ import annotations

from aktivplan.definition.models import Unit
from aktivplan.edition import UnitStatus
from aktivplan.rendering.figures.status import StatusFigure, plan_status
from aktivplan.rendering.figures.status_drawing import draw_status
from tests.rendering.handbook.documents import make_edition, small_edition
from tests.support import activity, make_plan


def made(status: StatusFigure | None) -> StatusFigure:
    assert status is not None
    return status


def test_few_units_have_a_bar_each() -> None:
    (group,) = made(plan_status(small_edition())).groups
    assert [(one.code, one.status, one.records) for one in group.units] == [
        ("BUF", UnitStatus.ANSWERED, 2),
        ("SOC", UnitStatus.ANSWERED, 1),
        ("KOF", UnitStatus.MISSING, 0),
    ]


def test_many_units_are_counted_by_group() -> None:
    units = tuple(Unit(code=f"E{n}", name=f"Enhet {n}", group="Nord" if n < 10 else "") for n in range(40))
    plan = make_plan(units=units)
    status = made(plan_status(make_edition(plan, activity(plan, "E1", 1), activity(plan, "E20", 1))))
    assert [(group.label, group.counts, group.units) for group in status.groups] == [
        ("Nord", (1, 0, 9), ()),
        ("Utan grupp", (1, 0, 29), ()),
    ]
    assert status.totals == (2, 0, 38)


def test_few_units_of_as_many_groups_are_counted_by_group_too() -> None:
    units = tuple(Unit(code=f"E{n}", name=f"Enhet {n}", group=f"Grupp {n}") for n in range(28))
    status = made(plan_status(make_edition(make_plan(units=units))))
    assert not status.by_unit
    assert draw_status(status).height_cm <= 22


def test_the_table_beside_says_the_same() -> None:
    listing = made(plan_status(small_edition())).listing
    assert listing.headings == ("Enhet", "Grupp", "Status", "Rader")
    assert listing.rows[2] == ("Kultur och fritid", "Förvaltning", "Saknas", "0")


def test_where_nobody_is_asked_there_is_no_status() -> None:
    assert plan_status(make_edition(make_plan(units=()))) is None
