"""What the plan as a whole is held against: rules over all records that count."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from aktivplan.checking.cells import listed
from aktivplan.definition.models import Plan, Table
from aktivplan.definition.terms import Meaning
from aktivplan.findings import Finding, Place, finding
from aktivplan.records import Record

Rule = Callable[[Plan, Sequence[Record]], Iterable[Finding]]


def check_plan(plan: Plan, records: Iterable[Record]) -> tuple[Finding, ...]:
    """Everything the rules across the plan find in the records that count."""
    every = tuple(records)
    return tuple(found for rule in RULES for found in rule(plan, every))


def no_more_areas_are_active_than_agreed(plan: Plan, records: Sequence[Record]) -> Iterator[Finding]:
    """No more areas should be active at the same time than the plan's settings allow."""
    limit = plan.settings.max_active
    if limit is None:
        return
    named = {goal for table in plan.tables for goal in _active_goals(plan, table, records)}
    areas = [goal for goal in plan.walk() if goal.id in named]
    if len(areas) > limit:
        names = listed(goal.text for goal in areas)
        yield finding("too-many-active", Place(), count=len(areas), areas=names, limit=limit)


RULES: tuple[Rule, ...] = (no_more_areas_are_active_than_agreed,)


def _active_goals(plan: Plan, table: Table, records: Iterable[Record]) -> Iterator[str]:
    """The ids of the goals that some record of the table says to be active."""
    active = plan.field_meaning(table, Meaning.ACTIVE)
    if active is None or table.goal_field is None:
        return
    field, values = active
    for record in records:
        goal = record.value(table.goal_field.key).parsed
        if record.table == table.key and record.value(field.key).parsed in values and isinstance(goal, str):
            yield goal
