"""A workbook's bytes to a Submission. Makes the findings about files, units, tables, columns and ids."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from pathlib import PurePosixPath

from aktivplan.definition.models import Plan
from aktivplan.findings import Finding, Place, finding, has_errors
from aktivplan.forms.layout import (
    LISTS_SHEET,
    META_SHEET,
    FormMeta,
    printed_mark,
    start_sheet_name,
)
from aktivplan.i18n import translator
from aktivplan.reading.cells import is_blank
from aktivplan.reading.column_findings import column_findings, matched_columns
from aktivplan.reading.columns import FoundTable, TableFinder
from aktivplan.reading.copy_sheets import with_own_columns, without_copy_sheets
from aktivplan.reading.folding import fold
from aktivplan.reading.heading_rows import Told
from aktivplan.reading.identity import Identity, identify, identify_by_name
from aktivplan.reading.notes import goals_sheet_names, notes_in_form
from aktivplan.reading.origin import form_meta, never_had, not_asked, origin_findings
from aktivplan.reading.records_of_table import read_records
from aktivplan.reading.start_sheet import (
    StartSheet,
    attestation_findings,
    attestation_of,
    find_start_sheet,
)
from aktivplan.reading.table_records import Readers
from aktivplan.reading.unplaced import kept_findings, sheet_finding, sheet_leftovers, title_leftovers
from aktivplan.reading.values import ValueReader
from aktivplan.records import BY_ITSELF, Delivery, Leftover, Record, Submission
from aktivplan.workbooks.carried import carried_word
from aktivplan.workbooks.sheets import ReadingError, Sheet, Workbook
from aktivplan.workbooks.workbook import read_workbook


@dataclass(frozen=True, slots=True)
class _Source:
    """One file: its path, its content's sum, its own date, how it came, and when the workbook says it was saved."""

    file: str
    sha256: str
    modified: datetime
    delivery: Delivery
    saved: datetime | None = None


@dataclass(frozen=True, slots=True)
class _Told:
    """What a workbook's tables gave."""

    records: list[Record]
    findings: list[Finding]
    leftovers: list[Leftover]


class SubmissionReader:
    """Reads returned workbooks about one plan. What it has worked out of the plan serves for all of them."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self._t = translator(plan.settings.language)

    def read(
        self, file: str, content: bytes, modified: datetime, delivery: Delivery = BY_ITSELF
    ) -> Submission:
        """What a returned workbook says. Never raises for what it may hold: a finding tells what is wrong.

        Args:
            file: path below the folder of answers, with forward slashes.
            content: the file's bytes.
            modified: the file's own date (UTC).
            delivery: how the file came, where it did not lie among the answers by itself.
        """
        source = _Source(file, hashlib.sha256(content).hexdigest(), modified, delivery)
        try:
            workbook = read_workbook(content, skip=(LISTS_SHEET,), name=PurePosixPath(file).stem)
        except ReadingError as error:
            why = Finding(Place(file), error.code, arguments=error.told)
            return _refused(source, why, identify_by_name(self.plan, file, delivery.sender))
        source = replace(source, saved=workbook.saved)
        start = find_start_sheet(sheet for sheet in workbook.sheets if sheet.name != META_SHEET)
        meta = form_meta(self.plan, workbook.sheets)
        identity = identify(self.plan, meta, workbook.sheets, start, file, delivery.sender)
        other = not_asked(self.plan, meta, identity.unit, file)
        if other is not None:
            return _refused(source, other, identity)
        submission = self._read_tables(source, workbook, start, meta, identity)
        return self._with_carried(submission, workbook) if workbook.carries else submission

    def _with_carried(self, submission: Submission, workbook: Workbook) -> Submission:
        what = ", ".join(carried_word(kind, self._t) for kind in sorted(workbook.carries))
        carried = finding("file-carries", Place(submission.file), unit=submission.unit, what=what)
        return replace(submission, findings=(*submission.findings, carried))

    @cached_property
    def _finder(self) -> TableFinder:
        return TableFinder(self.plan)

    @cached_property
    def _readers(self) -> dict[str, Readers]:
        return {
            table.key: {field.key: ValueReader(self.plan, field) for field in table.public_fields}
            for table in self.plan.tables
        }

    def _read_tables(
        self, source: _Source, workbook: Workbook, start: StartSheet, meta: FormMeta, identity: Identity
    ) -> Submission:
        own = {start_sheet_name(self._t), *goals_sheet_names(meta, self._t)}
        if start.sheet is not None:
            own.add(start.sheet.name)
        sheets, added = without_copy_sheets(
            (sheet for sheet in workbook.sheets if sheet.name != META_SHEET), source.file, self._t
        )
        names = _told(self.plan, meta)
        found = self._finder.find(sheets, not_tables=own, told=names)
        unit, file = identity.unit, source.file
        if not found:
            return _refused(source, self._no_table(sheets, names, unit, file), identity)
        findings = [
            *identity.findings,
            *origin_findings(self.plan, meta, unit, file),
            *self._table_findings(found, meta, unit, file),
        ]
        told = _Told([], findings, [])
        self._keep_other_sheets(told, sheets, found, own, unit, file)
        titles = self._read_records(told, found, unit, file)
        notes = notes_in_form(meta, start, workbook.sheets, found, file, self._t)
        around = [one for one in (*titles, *notes) if printed_mark(one.text) not in meta.printed]
        told.leftovers.extend(around)
        told.findings.extend(kept_findings(around, unit))
        records, still = with_own_columns(told.records, added)
        if not told.records and not has_errors(told.findings):
            told.findings.append(finding("form-blank", Place(file), unit=unit))
        attestation = attestation_of(start, file, self._t)
        told.findings.extend(attestation_findings(start, attestation, unit, self._t))
        return replace(
            _submission(source, identity),
            attestation=attestation,
            records=records,
            findings=tuple(told.findings),
            columns=tuple(column for one in found for column in matched_columns(one, file)),
            version=meta.version,
            round=meta.round,
            leftovers=(*still, *told.leftovers),
        )

    def _no_table(self, sheets: Iterable[Sheet], told: Told, unit: str, file: str) -> Finding:
        for sheet in sheets:
            turned = self._finder.turned(sheet, told)
            if turned is not None:
                row, column = turned
                return finding("table-turned", Place(file, sheet.name, row, column), unit=unit)
        return finding("form-unknown", Place(file), unit=unit)

    def _table_findings(
        self, found: Sequence[FoundTable], meta: FormMeta, unit: str, file: str
    ) -> Iterator[Finding]:
        for table in self.plan.tables:
            if not any(one.table is table for one in found):
                yield finding("table-missing", Place(file), unit=unit, table=table.title)
        never = never_had(self.plan, meta)
        told = set()
        for one in found:
            headings = self._finder.headings(one.table)
            for said in column_findings(self.plan, one, headings, unit, file, never):
                # Of tables alike below each other, the first one's columns are told.
                kind = (said.code, said.place.sheet, said.place.column, said.arguments)
                if kind not in told:
                    told.add(kind)
                    yield said

    def _keep_other_sheets(
        self,
        told: _Told,
        sheets: Iterable[Sheet],
        found: Iterable[FoundTable],
        own: Iterable[str],
        unit: str,
        file: str,
    ) -> None:
        known = {one.sheet.name for one in found} | set(own)
        for sheet in sheets:
            if sheet.name not in known and any(not is_blank(cell) for cells in sheet.rows for cell in cells):
                kept = sheet_leftovers(sheet, file, self._t)
                told.leftovers.extend(kept)
                told.findings.append(sheet_finding(sheet, len(kept), unit, file))

    def _read_records(self, told: _Told, found: Sequence[FoundTable], unit: str, file: str) -> list[Leftover]:
        """Read the tables' rows; what comes back are the texts above them."""
        titles: list[Leftover] = []
        for table in self.plan.tables:
            own = [one for one in found if one.table is table]
            read = read_records(table, own, self._readers[table.key], unit, file, self._t)
            told.records.extend(read.records)
            told.findings.extend(read.findings)
            told.leftovers.extend(read.leftovers)
            used = [
                str(dict(one.arguments)["where"]) for one in read.findings if one.code == "goal-from-title"
            ]
            for one in own:
                if not one.is_second:
                    titles.extend(title_leftovers(one, used, file, self._t))
        return titles


def read_submission(
    plan: Plan, file: str, content: bytes, modified: datetime, *, delivery: Delivery = BY_ITSELF
) -> Submission:
    """One returned workbook; for many of them make one `SubmissionReader`."""
    return SubmissionReader(plan).read(file, content, modified, delivery)


def _refused(source: _Source, why: Finding, identity: Identity) -> Submission:
    return replace(_submission(source, identity), findings=(why,))


def _submission(source: _Source, identity: Identity) -> Submission:
    """What is known of the file before its tables are read."""
    return Submission(
        source.file,
        source.sha256,
        identity.unit,
        source.saved,
        delivery=source.delivery,
        modified=source.modified,
        identified_by=identity.by,
    )


def _told(plan: Plan, meta: FormMeta) -> Told:
    """By table, the columns' keys by the headings that the form was sent out with; of fields still asked for."""
    asked = {(table.key, field.key) for table in plan.tables for field in table.public_fields}
    told: dict[str, dict[str, str]] = {}
    for column in meta.columns:
        if (column.table, column.field) in asked:
            told.setdefault(column.table, {})[fold(column.heading)] = column.field
    return told
