"""What leaders have filled in about records is laid beside what the units wrote."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from aktivplan.definition.models import Plan
from aktivplan.findings import Finding, finding
from aktivplan.records import Decision, Record


@dataclass(frozen=True, slots=True)
class Decided:
    """The records with the leaders' values, and the decisions that found no record."""

    records: tuple[Record, ...]
    unplaced: tuple[Decision, ...]
    findings: tuple[Finding, ...]


def decide(plan: Plan, records: Iterable[Record], decisions: Iterable[Decision]) -> Decided:
    """Lay each decision beside its record: the first where there are several about one."""
    waiting: dict[tuple[str, str], Decision] = {}
    unplaced: list[Decision] = []
    for decision in decisions:
        key = decision.table, decision.record
        if key in waiting:
            unplaced.append(decision)
        else:
            waiting[key] = decision
    merged = tuple(_merged(plan, record, waiting.pop((record.table, record.id), None)) for record in records)
    unplaced += waiting.values()
    unplaced.sort(key=lambda one: (one.table, one.record, one.place))
    findings = (
        finding("decision-unplaced", one.place, record=one.record, value=one.record) for one in unplaced
    )
    return Decided(merged, tuple(unplaced), tuple(findings))


def _merged(plan: Plan, record: Record, decision: Decision | None) -> Record:
    if decision is None:
        return record
    leaders = {field.key for field in plan.tables_by_key[record.table].leaders_fields}
    theirs = {key: value for key, value in decision.values.items() if key in leaders}
    return replace(record, values={**record.values, **theirs})
