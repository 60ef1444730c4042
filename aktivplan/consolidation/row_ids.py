"""Rows without a printed id keep, from one answer of a unit to the next, the id that they were given first.

Reading numbers such rows in each file by itself, so a row put in above them would move them on, and with them what
leaders have decided about them. As long as the earlier answers lie among the files, that is mended here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from aktivplan.consolidation.latest import moment
from aktivplan.definition.models import Plan, Table
from aktivplan.findings import Finding
from aktivplan.forms.layout import record_id, record_number
from aktivplan.records import Record, Submission


def with_steady_ids(plan: Plan, answers: Iterable[Submission]) -> dict[str, Submission]:
    """The answers by file; those in which rows had to get another id have it, their findings too."""
    by_unit: dict[str, list[Submission]] = {}
    for one in answers:
        by_unit.setdefault(one.unit, []).append(one)
    return {one.file: one for own in by_unit.values() for one in _steady(plan, own)}


def _steady(plan: Plan, answers: Sequence[Submission]) -> Iterator[Submission]:
    """One unit's answers, in time."""
    if len(answers) == 1 or not any(record.id_given for one in answers for record in one.records):
        yield from answers
        return
    known = {table.key: _Known(table, answers[0].unit) for table in plan.tables}
    for one in sorted(answers, key=lambda one: (moment(one, plan.settings.counting), one.file)):
        renamed: dict[str, str] = {}
        for table in plan.tables:
            own = [record for record in one.records if record.table == table.key]
            renamed |= known[table.key].names(own)
        yield _renamed(one, renamed) if renamed else one


class _Known:
    """What the answers so far have in one table."""

    def __init__(self, table: Table, unit: str) -> None:
        self._table, self._unit = table, unit
        self._given: dict[str, Record] = {}
        """Rows that were given an id, by it, as they stood last."""
        self._used: set[str] = set()

    def names(self, records: Sequence[Record]) -> dict[str, str]:
        """New ids by old ones, for those rows of the next answer that must have another; it is known from now on."""
        printed = {record.id for record in records if not record.id_given}
        nameless = [record for record in records if record.id_given]
        candidates = {name: record for name, record in self._given.items() if name not in printed}
        names = _matched(self._table, candidates, nameless)
        self._used |= printed
        # What was given in the file comes after what is printed there, on rows left empty too.
        below = min((self._number(record.id) for record in nameless), default=1) - 1
        highest = max([below, *map(self._number, self._used)])
        for record in nameless:
            if record.id not in names:
                name = record.id
                if name in self._used or name in names.values():
                    highest += 1
                    name = record_id(self._unit, self._table, highest)
                names[record.id] = name
            self._given[names[record.id]] = record
        self._used.update(names.values())
        return {old: new for old, new in names.items() if old != new}

    def _number(self, name: str) -> int:
        return record_number(name, self._unit, self._table) or 0


def _matched(table: Table, known: Mapping[str, Record], records: Sequence[Record]) -> dict[str, str]:
    """Known ids by the records' present ones: of rows that say the same, then of rows that are called the same.

    A row that is called otherwise is another one: what leaders have decided must not end up beside it.
    """
    free = dict(known)
    names: dict[str, str] = {}
    for alike in (_said, partial(_called, table)):
        by_content: dict[object, list[str]] = {}
        for name, record in free.items():
            by_content.setdefault(alike(record), []).append(name)
        for record in records:
            same = by_content.get(alike(record)) if record.id not in names and alike(record) else None
            if same:
                names[record.id] = same.pop(0)
                del free[names[record.id]]
    return names


def _said(record: Record) -> object:
    return frozenset((key, value.text) for key, value in record.values.items() if value.text), record.extra


def _called(table: Table, record: Record) -> object:
    return record.value(table.title_field.key).text


def _renamed(submission: Submission, names: Mapping[str, str]) -> Submission:
    records = (
        replace(record, id=names[record.id]) if record.id_given and record.id in names else record
        for record in submission.records
    )
    findings = (_about(found, names) for found in submission.findings)
    return replace(submission, records=tuple(records), findings=tuple(findings))


def _about(found: Finding, names: Mapping[str, str]) -> Finding:
    if found.record not in names:
        return found
    arguments = tuple(
        (name, names[found.record] if name == "given" else value) for name, value in found.arguments
    )
    return replace(found, record=names[found.record], arguments=arguments)
