"""Parts of an edition as editions of their own: one for each group of units, or for each topmost goal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from aktivplan.consolidation.criteria import left
from aktivplan.consolidation.totals import totals
from aktivplan.definition.models import Goal, Plan, Unit
from aktivplan.edition import Edition
from aktivplan.records import Record


def by_group(edition: Edition) -> Iterator[tuple[str, Edition]]:
    """The name of each group, and the edition of its units alone. Units without a group are in no part."""
    plan = edition.plan
    for group in dict.fromkeys(unit.group for unit in plan.units if unit.group):
        units = [unit for unit in plan.units if unit.group == group]
        codes = {unit.code for unit in units}
        yield group, _part(edition, _plan(plan, group, units, plan.goals), lambda one: one.unit in codes)  # noqa: B023 - called at once


def by_goal(edition: Edition) -> Iterator[tuple[str, Edition]]:
    """The label of each topmost goal, and the edition of what stands under it. Rows without a goal are in no part."""
    plan = edition.plan
    for goal in plan.children():
        goals = (goal, *plan.walk(goal.id))
        ids = {one.id for one in goals}
        fields = {table.key: table.goal_field for table in plan.tables}

        def belongs(record: Record) -> bool:
            field = fields[record.table]  # noqa: B023 - called at once
            return field is not None and record.value(field.key).parsed in ids  # noqa: B023 - the same

        yield goal.label, _part(edition, _plan(plan, goal.label, plan.units, goals), belongs)


def _part(edition: Edition, plan: Plan, belongs: Callable[[Record], bool]) -> Edition:
    records = tuple(record for record in edition.records if belongs(record))
    counted = totals(plan, records)
    ids = {record.id for record in records}
    codes = {unit.code for unit in plan.units}
    taken_in = {code: sum(record.unit == code for record in records) for code in codes}
    return replace(
        edition,
        plan=plan,
        records=records,
        units=tuple(
            replace(one, taken_in=taken_in[one.unit.code]) for one in edition.units if one.unit.code in codes
        ),
        sources=tuple(one for one in edition.sources if one.unit in codes),
        goals=counted.goals,
        coverage=counted.coverage,
        group_coverage=counted.group_coverage,
        schedule=counted.schedule,
        responsible=counted.responsible,
        amounts=counted.amounts,
        criteria=left(edition.criteria, records),
        differences=tuple(one for one in edition.differences if one.record in ids),
    )


def _plan(plan: Plan, name: str, units: Iterable[Unit], goals: Iterable[Goal]) -> Plan:
    title = f"{plan.settings.title}: {name}"
    # Built anew, never copied with a change: a copy would keep what the original has worked out of its parts.
    return Plan(
        settings=plan.settings.model_copy(update={"title": title}),
        goals=tuple(goals),
        units=tuple(units),
        tables=plan.tables,
        choice_lists=plan.choice_lists,
    )
