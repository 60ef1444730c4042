"""The order of the records, and their numbers."""

from __future__ import annotations

from aktivplan.consolidation.consolidate import consolidate
from aktivplan.definition.models import Field, Goal, Plan
from aktivplan.definition.terms import FieldType
from aktivplan.records import Record, Value
from tests.support import (
    activities_table,
    activity,
    every_type_table,
    make_plan,
    make_record,
    make_submission,
    value,
)


def numbered_plan() -> Plan:
    return make_plan(tables=(activities_table(numbered=True),))


def sent(plan: Plan, unit: str, *records: Record) -> tuple[Record, ...]:
    return consolidate(plan, [make_submission(plan, unit, *records)]).records


def test_records_stand_by_goal_then_unit_then_id() -> None:
    plan = make_plan()
    soc = make_submission(
        plan, "SOC", activity(plan, "SOC", 1, goal="2.1"), activity(plan, "SOC", 2, goal="1.1")
    )
    buf = make_submission(
        plan, "BUF", activity(plan, "BUF", 2, goal="1.1"), activity(plan, "BUF", 1, goal="1.1")
    )
    edition = consolidate(plan, [soc, buf])
    assert [record.id for record in edition.records] == ["BUF-001", "BUF-002", "SOC-002", "SOC-001"]


def test_goals_come_in_the_order_of_the_tree() -> None:
    plan = make_plan(
        goals=(
            Goal(id="2", text="B"),
            Goal(id="10", text="C"),
            Goal(id="2.1", text="b", parent="2"),
            Goal(id="10.1", text="c", parent="10"),
        )
    )
    records = sent(plan, "BUF", activity(plan, "BUF", 1, goal="10.1"), activity(plan, "BUF", 2, goal="2.1"))
    assert [record.value("mal").parsed for record in records] == ["2.1", "10.1"]


def test_running_numbers_that_outgrow_their_zeros_stand_last() -> None:
    plan = make_plan()
    records = sent(plan, "BUF", activity(plan, "BUF", 1000), activity(plan, "BUF", 999))
    assert [record.id for record in records] == ["BUF-999", "BUF-1000"]


def test_records_without_a_goal_stand_last_in_their_table() -> None:
    plan = make_plan()
    loose = activity(plan, "BUF", 1, mal=Value(""))
    records = sent(plan, "BUF", loose, activity(plan, "BUF", 2, goal="2.1"))
    assert [record.id for record in records] == ["BUF-002", "BUF-001"]


def test_tables_stand_in_the_order_of_the_plan() -> None:
    plan = make_plan(tables=(activities_table(code="A"), every_type_table()))
    other = make_record(plan, "BUF", 1, {"f_text": value("x")}, table="allt")
    records = sent(plan, "BUF", other, activity(plan, "BUF", 1))
    assert [record.table for record in records] == ["aktiviteter", "allt"]


def test_records_of_a_numbered_table_get_numbers_under_their_goals() -> None:
    plan = numbered_plan()
    buf = [activity(plan, "BUF", 1, goal="1.2"), activity(plan, "BUF", 2, goal="1.1")]
    soc = [activity(plan, "SOC", 1, goal="1.1")]
    edition = consolidate(plan, [make_submission(plan, "BUF", *buf), make_submission(plan, "SOC", *soc)])
    assert [(record.id, record.number) for record in edition.records] == [
        ("BUF-002", "1.1.1"),
        ("SOC-001", "1.1.2"),
        ("BUF-001", "1.2.1"),
    ]


def test_records_of_other_tables_get_no_numbers() -> None:
    plan = make_plan()
    assert [record.number for record in sent(plan, "BUF", activity(plan, "BUF", 1))] == [""]


def test_a_number_is_never_the_id_of_a_goal() -> None:
    fields = (Field(key="mal", heading="Område", type=FieldType.GOAL, level=1),)
    plan = make_plan(tables=(activities_table(numbered=True, fields=fields),))
    records = sent(plan, "BUF", make_record(plan, "BUF", 1, {"mal": Value("1", "1")}))
    assert [record.number for record in records] == ["1.3"]


def test_only_what_is_granted_gets_a_number_where_participants_see_nothing_else() -> None:
    goal = Field(key="mal", heading="Mål", type=FieldType.GOAL)
    table = every_type_table()
    plan = make_plan(
        tables=(
            activities_table(
                key="allt", numbered=True, fields=(goal, *table.fields[:1], *table.leaders_fields)
            ),
        )
    )
    granted = {"mal": Value("1.1", "1.1"), "beslut": Value("Beviljat", "Beviljat")}
    refused = {"mal": Value("1.1", "1.1"), "beslut": Value("Avslag", "Avslag")}
    records = sent(plan, "BUF", make_record(plan, "BUF", 1, refused), make_record(plan, "BUF", 2, granted))
    assert [record.number for record in records] == ["", "1.1.1"]
