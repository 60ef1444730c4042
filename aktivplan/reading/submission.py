"""A workbook's bytes to a Submission. Makes the findings about files, units, tables, columns and ids."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from aktivplan.definition.models import Plan
from aktivplan.findings import Finding, Place, finding, has_errors
from aktivplan.forms.layout import LISTS_SHEET, META_SHEET, goals_sheet_name, start_sheet_name
from aktivplan.i18n import translator
from aktivplan.reading.cells import is_blank
from aktivplan.reading.columns import FoundTable, find_tables
from aktivplan.reading.copy_sheets import without_copy_sheets
from aktivplan.reading.identity import Identity, identify
from aktivplan.reading.records_of_table import column_findings, read_records
from aktivplan.reading.start_sheet import StartSheet, attestation_of, find_start_sheet
from aktivplan.records import Record, Submission
from aktivplan.workbooks.sheets import ReadingError, Sheet, Workbook
from aktivplan.workbooks.workbook import read_workbook


@dataclass(frozen=True, slots=True)
class _Source:
    """One file, and the moment it counts as saved at."""

    file: str
    sha256: str
    saved: datetime


def read_submission(plan: Plan, file: str, content: bytes, modified: datetime) -> Submission:
    """What a returned workbook says. Never raises for what it may hold: a finding tells what is wrong.

    Args:
        plan: the plan that was asked about.
        file: path below the folder of answers, with forward slashes.
        content: the file's bytes.
        modified: the file's own date (UTC), used where the workbook does not say when it was saved.
    """
    source = _Source(file, hashlib.sha256(content).hexdigest(), modified)
    try:
        workbook = read_workbook(content, skip=(LISTS_SHEET,))
    except ReadingError as error:
        return _refused(source, Finding(Place(file), error.code, arguments=error.told))
    source = _Source(file, source.sha256, workbook.saved or modified)
    start = find_start_sheet(sheet for sheet in workbook.sheets if sheet.name != META_SHEET)
    identity = identify(plan, workbook.sheets, start, file)
    if identity.plan and identity.plan != plan.settings.id:
        other = finding("form-other-plan", Place(file), unit=identity.unit, plan=identity.plan)
        return _refused(source, other, identity.unit)
    return _read_tables(plan, source, workbook, start, identity)


def _refused(source: _Source, why: Finding, unit: str = "") -> Submission:
    return Submission(source.file, source.sha256, unit, source.saved, findings=(why,))


def _read_tables(
    plan: Plan, source: _Source, workbook: Workbook, start: StartSheet, identity: Identity
) -> Submission:
    t = translator(plan.settings.language)
    names = {META_SHEET, start_sheet_name(t), goals_sheet_name(t)} | {start.sheet.name if start.sheet else ""}
    sheets, leftovers = without_copy_sheets(
        (sheet for sheet in workbook.sheets if sheet is not start.sheet), source.file, t
    )
    found = find_tables(plan, sheets, not_tables=names)
    unit, file = identity.unit, source.file
    if not found:
        return _refused(source, finding("form-unknown", Place(file), unit=unit), unit)
    findings = [
        *_unit_findings(identity, file),
        *_table_findings(plan, found, unit, file),
        *_sheet_findings(sheets, found, names, unit, file),
    ]
    records: list[Record] = []
    for table in plan.tables:
        own = [one for one in found if one.table is table]
        rows, about_ids = read_records(plan, table, own, unit, file)
        records.extend(rows)
        findings.extend(about_ids)
    if not records and not has_errors(findings):
        findings.append(finding("form-blank", Place(file), unit=unit))
    attestation = attestation_of(start, file, t)
    return Submission(
        file,
        source.sha256,
        unit,
        source.saved,
        attestation,
        tuple(records),
        tuple(findings),
        leftovers=leftovers,
    )


def _unit_findings(identity: Identity, file: str) -> Iterator[Finding]:
    if not identity.unit:
        yield finding("unit-unknown", Place(file), value=identity.claimed or file)


def _table_findings(plan: Plan, found: Iterable[FoundTable], unit: str, file: str) -> Iterator[Finding]:
    found = tuple(found)
    for table in plan.tables:
        if not any(one.table is table for one in found):
            yield finding("table-missing", Place(file), unit=unit, table=table.title)
    for one in found:
        yield from column_findings(plan, one, unit, file)


def _sheet_findings(
    sheets: Iterable[Sheet], found: Iterable[FoundTable], known: Iterable[str], unit: str, file: str
) -> Iterator[Finding]:
    told = {one.sheet.name for one in found} | set(known)
    for sheet in sheets:
        if sheet.name not in told and any(not is_blank(cell) for cells in sheet.rows for cell in cells):
            yield finding("sheet-extra", Place(file, sheet.name), unit=unit)
