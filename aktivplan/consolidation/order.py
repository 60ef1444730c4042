"""The order of the records in the plan, and their numbers under their goals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from aktivplan.definition.models import Plan, Table
from aktivplan.definition.terms import Meaning
from aktivplan.records import EMPTY, Record

_Key = tuple[int, int, int, int, str]


def in_order(plan: Plan, records: Iterable[Record]) -> tuple[Record, ...]:
    """By table, goal, unit and id, in the definition's order; records without a goal stand last."""
    found = list(records)
    keys = _sort_keys(plan, found)
    return tuple([found[index] for index in sorted(range(len(found)), key=keys.__getitem__)])


def numbered(plan: Plan, records: Iterable[Record]) -> tuple[Record, ...]:
    """Records in order, those of numbered tables with "1.1.1", "1.1.2" ... under goal 1.1.

    In a table of which participants see only what is granted, only that gets a number: a gap in the
    numbers would tell them how much was not.
    """
    running: Counter[str] = Counter()
    shown = {table.key: shown_to_participants(plan, table) for table in plan.tables}
    return tuple(
        _with_number(plan, record, running) if shown[record.table](record) else record for record in records
    )


def goal_of(plan: Plan, record: Record) -> str:
    """The id of the goal a record stands under; "" if it has none."""
    field = plan.tables_by_key[record.table].goal_field
    goal = record.value(field.key).parsed if field else None
    return goal if isinstance(goal, str) and goal in plan.goals_by_id else ""


def goals_of(plan: Plan, records: Iterable[Record]) -> list[str]:
    """The same of many records: all of them are asked several times."""
    fields = {table.key: table.goal_field.key if table.goal_field else "" for table in plan.tables}
    known = plan.goals_by_id
    named = [record.values.get(fields[record.table], EMPTY).parsed for record in records]
    return [goal if isinstance(goal, str) and goal in known else "" for goal in named]


def shown_to_participants(plan: Plan, table: Table) -> Callable[[Record], bool]:
    """Tells of a table's record whether participants may see it: all, or those with a choice that grants them."""
    granting = plan.field_meaning(table, Meaning.GRANTED)
    if granting is None:
        return lambda _record: True
    field, values = granting
    return lambda record: record.value(field.key).parsed in values


def _with_number(plan: Plan, record: Record, running: Counter[str]) -> Record:
    goal = goal_of(plan, record) if plan.tables_by_key[record.table].numbered else ""
    if not goal:
        return record
    running[goal] += 1
    while f"{goal}.{running[goal]}" in plan.goals_by_id:
        running[goal] += 1
    return replace(record, number=f"{goal}.{running[goal]}")


def _sort_keys(plan: Plan, records: Sequence[Record]) -> list[_Key]:
    tables = {table.key: position for position, table in enumerate(plan.tables)}
    goals = {goal.id: position for position, goal in enumerate(plan.walk())} | {"": len(plan.goals)}
    units = {unit.code: position for position, unit in enumerate(plan.units)}
    # Ids of one unit and table differ in their running number only, which may outgrow its zeros.
    return [
        (tables[record.table], goals[goal], units[record.unit], len(record.id), record.id)
        for record, goal in zip(records, goals_of(plan, records), strict=True)
    ]
