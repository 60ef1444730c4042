"""The success criteria of the records that count, taken apart into targets."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeGuard

from aktivplan.definition.models import Plan
from aktivplan.edition import Criterion
from aktivplan.records import Parsed, Record
from aktivplan.targets import Target


def criteria(plan: Plan, records: Iterable[Record]) -> tuple[Criterion, ...]:
    """What stands in the measurable fields of records, in their order; empty fields are left out."""
    measurable = {
        table.key: [field.key for field in table.fields if field.measurable] for table in plan.tables
    }
    return tuple(
        Criterion(record, key, parsed)
        for record in records
        for key in measurable[record.table]
        if _are_targets(parsed := record.value(key).parsed)
    )


def left(known: Iterable[Criterion], records: Iterable[Record]) -> tuple[Criterion, ...]:
    """Those of the criteria that still stand in records of which some, or some fields, were taken away."""
    by_id = {(record.table, record.id): record for record in records}
    return tuple(
        Criterion(record, one.field, one.targets)
        for one in known
        if (record := by_id.get((one.record.table, one.record.id))) is not None and one.field in record.values
    )


def _are_targets(parsed: Parsed) -> TypeGuard[tuple[Target, ...]]:
    return isinstance(parsed, tuple) and all(isinstance(one, Target) for one in parsed)
