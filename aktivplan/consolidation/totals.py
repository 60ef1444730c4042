"""What is counted and gathered over the records that count: coverage, schedule, responsibility."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from aktivplan.consolidation.order import goals_of
from aktivplan.definition.models import Plan
from aktivplan.definition.terms import FieldType
from aktivplan.edition import Amount, GoalResult, Responsibility, Scheduled
from aktivplan.i18n import translator
from aktivplan.records import EMPTY, Period, Record, Value

Coverage = Mapping[tuple[str, str], int]


@dataclass(frozen=True, slots=True)
class Totals:
    """Everything in an edition that follows from its records."""

    coverage: Coverage
    group_coverage: Coverage
    goals: tuple[GoalResult, ...]
    schedule: tuple[Scheduled, ...]
    responsible: tuple[Responsibility, ...]
    amounts: tuple[Amount, ...]


def totals(plan: Plan, records: Sequence[Record]) -> Totals:
    """The totals over records, which are given in the plan's order."""
    coverage = _coverage(plan, records)
    return Totals(
        coverage,
        _by_group(plan, coverage),
        _goals(plan, coverage),
        _schedule(plan, records),
        _responsible(plan, records),
        tuple(_amounts(plan, records)),
    )


def _coverage(plan: Plan, records: Sequence[Record]) -> Coverage:
    named = zip(goals_of(plan, records), [record.unit for record in records], strict=True)
    return {(goal, unit): count for (goal, unit), count in Counter(named).items() if goal}


def _by_group(plan: Plan, coverage: Coverage) -> Coverage:
    counts: Counter[tuple[str, str]] = Counter()
    for (goal, unit), count in coverage.items():
        counts[goal, plan.units_by_code[unit].group] += count
    return dict(counts)


def _goals(plan: Plan, coverage: Coverage) -> tuple[GoalResult, ...]:
    records: Counter[str] = Counter()
    units: dict[str, set[str]] = {}
    for (goal_id, unit), count in coverage.items():
        for goal in plan.path(plan.goals_by_id[goal_id]):
            records[goal.id] += count
            units.setdefault(goal.id, set()).add(unit)
    return tuple(
        GoalResult(goal, plan.level(goal), records[goal.id], len(units.get(goal.id, ())))
        for goal in plan.walk()
    )


def _schedule(plan: Plan, records: Iterable[Record]) -> tuple[Scheduled, ...]:
    asked = {table.key: [field.key for field in table.period_fields] for table in plan.tables}
    placed = [one for record in records if (one := _scheduled(record, asked[record.table])) is not None]
    return tuple(sorted(placed, key=lambda one: (one.start or one.end or date.max, one.end or date.max)))


def _scheduled(record: Record, asked: Sequence[str]) -> Scheduled | None:
    """The record's place in time; None without a date or a recurrence, or with dates in the wrong order.

    ``asked`` are the fields that say when: one that says it all, or those for the first and the last day.
    """
    if not asked:
        return None
    first = record.value(asked[0]).parsed
    parts: tuple[Period, ...] = ()
    if isinstance(first, Period):
        start, end, recurrence = first.start, first.end, first.recurrence
        if first.parts:
            parts = tuple(part for part in first.parts if part.start or part.end)
    else:
        start, end, recurrence = _day(first), _day(record.value(asked[-1]).parsed), ""
    nowhere = start is None and end is None and not recurrence
    reversed_ = start is not None and end is not None and end < start
    return None if nowhere or reversed_ else Scheduled(record, start, end, recurrence, parts)


def _day(parsed: object) -> date | None:
    return parsed if isinstance(parsed, date) else None


def _responsible(plan: Plan, records: Iterable[Record]) -> tuple[Responsibility, ...]:
    """By name, each of several in a cell; spellings that differ in case and spaces only are one, as first written."""
    asked = {table.key: table.person_field.key if table.person_field else "" for table in plan.tables}
    named: dict[str, tuple[str, list[Record]]] = {}
    for record in records:
        for name in _people(record.values.get(asked[record.table], EMPTY)):
            folded = name.casefold()
            if folded in named:
                named[folded][1].append(record)
            else:
                named[folded] = name, [record]
    sort_key = translator(plan.settings.language).sort_key
    by_name = sorted(named.values(), key=lambda one: sort_key(one[0]))
    return tuple([Responsibility(name, tuple(own)) for name, own in by_name])


def _amounts(plan: Plan, records: Sequence[Record]) -> Iterator[Amount]:
    for table in plan.tables:
        for field in table.public_fields:
            if field.type is FieldType.MONEY:
                parsed = [one.value(field.key).parsed for one in records if one.table == table.key]
                figures = [one for one in parsed if isinstance(one, float)]
                if figures:
                    yield Amount(table.key, field.key, len(figures), sum(figures))


def _people(value: Value) -> Iterable[str]:
    """The names in a cell, none twice."""
    if not isinstance(value.parsed, tuple):
        name = " ".join(value.text.split())
        return (name,) if name else ()
    return dict.fromkeys(name for person in value.parsed if (name := " ".join(str(person).split())))
