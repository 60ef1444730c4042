"""The edition as participants may see it. Whatever is not let through here by name stays out.

Leaders' fields, rows that are not granted, and everything about rows not taken in are gone. Where any row, or any cell of
one, had to go, every total is made anew from what is left, so that no figure tells of what was taken away.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from aktivplan.consolidation.criteria import left
from aktivplan.consolidation.order import shown_to_participants
from aktivplan.consolidation.totals import totals
from aktivplan.definition.models import ChoiceList, Plan, Table
from aktivplan.edition import Change, Difference, Edition, Source, UnitResult
from aktivplan.findings import Place
from aktivplan.records import Record


def for_participants(edition: Edition) -> Edition:
    """What of an edition may reach a document that participants get."""
    plan = _plan(edition.plan)
    records = _records(edition.plan, plan, edition.records)
    # Totals count what everybody may see, so those of the very same rows are the same.
    counted = edition if records == edition.records else totals(plan, records)
    return Edition(
        plan=plan,
        records=records,
        held_back=(),
        findings=(),
        sources=_sources(edition.sources, records),
        units=_units(edition.units, records),
        goals=counted.goals,
        coverage=counted.coverage,
        group_coverage=counted.group_coverage,
        schedule=counted.schedule,
        responsible=counted.responsible,
        criteria=left(edition.criteria, records),
        amounts=counted.amounts,
        differences=tuple(_differences(plan, edition.differences, records)),
        day=edition.day,
    )


def _plan(plan: Plan) -> Plan:
    """The definition as the units got it: without leaders' fields, and the choices only those offer."""
    tables = tuple(_table(table) for table in plan.tables if table.public_fields)
    # Built anew, never copied with a change: a copy would keep what the original has worked out of its parts.
    return Plan(
        settings=plan.settings,
        goals=plan.goals,
        units=plan.units,
        tables=tables,
        choice_lists=tuple(_offered(tables, plan.choice_lists)),
    )


def _table(table: Table) -> Table:
    return Table(
        key=table.key,
        title=table.title,
        code=table.code,
        help=table.help,
        numbered=table.numbered,
        fields=table.public_fields,
    )


def _offered(tables: Iterable[Table], choice_lists: Iterable[ChoiceList]) -> Iterable[ChoiceList]:
    names = {field.choices for table in tables for field in table.fields}
    return (choices for choices in choice_lists if choices.name in names)


def _records(whole: Plan, public: Plan, records: Iterable[Record]) -> tuple[Record, ...]:
    shown = {table.key: shown_to_participants(whole, table) for table in whole.tables}
    keys = {table.key: frozenset(field.key for field in table.fields) for table in public.tables}
    return tuple(
        _stripped(record, keys[record.table])
        for record in records
        if record.table in keys and shown[record.table](record)
    )


def _stripped(record: Record, keys: frozenset[str]) -> Record:
    """The record with the plan's own columns; what units added beside them was not asked for."""
    if not record.extra and record.values.keys() <= keys:
        return record
    values = {key: value for key, value in record.values.items() if key in keys}
    return replace(record, values=values, extra=())


def _differences(
    plan: Plan, differences: Iterable[Difference], records: Iterable[Record]
) -> Iterator[Difference]:
    """What has changed in the rows that are left, and what stands there now.

    Nothing of what stood there before: the unit has taken it back. Nothing of rows that are gone, nor of a unit's own columns.
    """
    shown = {record.id for record in records}
    for one in differences:
        table = plan.tables_by_key.get(one.table)
        asked = table is not None and any(field.key == one.field for field in table.fields)
        if asked and one.record in shown and one.change is not Change.GONE:
            yield replace(one, before="", place_before=Place(), place_after=Place())


def _sources(sources: Iterable[Source], records: Iterable[Record]) -> tuple[Source, ...]:
    """The files that what is left comes from."""
    given = Counter(record.place.file for record in records)
    return tuple(replace(one, taken_in=given[one.file], held_back=0) for one in sources if given[one.file])


def _units(units: Iterable[UnitResult], records: Iterable[Record]) -> tuple[UnitResult, ...]:
    given = Counter(record.unit for record in records)
    return tuple(
        replace(
            one,
            file=one.file if given[one.unit.code] else "",
            taken_in=given[one.unit.code],
            held_back=0,
            errors=0,
            warnings=0,
        )
        for one in units
    )
