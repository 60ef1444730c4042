"""A workbook's bytes to a Submission. Makes the findings about files, units, tables, columns and ids."""

from __future__ import annotations

import hashlib
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from aktivplan.definition.models import Plan
from aktivplan.findings import Finding, Place, finding, has_errors
from aktivplan.forms.layout import LISTS_SHEET, META_SHEET, FormMeta, goals_sheet_name, start_sheet_name
from aktivplan.i18n import translator
from aktivplan.reading.cells import is_blank
from aktivplan.reading.columns import FoundTable, find_tables
from aktivplan.reading.identity import Identity, identify, identify_by_name
from aktivplan.reading.origin import form_meta, never_had, not_asked, origin_findings
from aktivplan.reading.records_of_table import column_findings, read_records
from aktivplan.reading.start_sheet import StartSheet, attestation_of, find_start_sheet
from aktivplan.records import Delivery, Record, Submission
from aktivplan.workbooks.sheets import ReadingError, Sheet, Workbook
from aktivplan.workbooks.workbook import read_workbook

_BY_ITSELF = Delivery()


@dataclass(frozen=True, slots=True)
class _Source:
    """One file: its path, its content's sum, its own date, and when the workbook says it was saved."""

    file: str
    sha256: str
    modified: datetime
    saved: datetime | None = None


def read_submission(
    plan: Plan, file: str, content: bytes, modified: datetime, *, delivery: Delivery = _BY_ITSELF
) -> Submission:
    """What a returned workbook says. Never raises for what it may hold: a finding tells what is wrong.

    Args:
        plan: the plan that was asked about.
        file: path below the folder of answers, with forward slashes.
        content: the file's bytes.
        modified: the file's own date (UTC).
        delivery: how the file came.
    """
    source = _Source(file, hashlib.sha256(content).hexdigest(), modified)
    sender = delivery.sender
    try:
        workbook = read_workbook(content, skip=(LISTS_SHEET,))
    except ReadingError as error:
        why = Finding(Place(file), error.code, arguments=error.told)
        return _refused(source, why, identify_by_name(plan, file, sender))
    source = replace(source, saved=workbook.saved)
    start = find_start_sheet(sheet for sheet in workbook.sheets if sheet.name != META_SHEET)
    meta = form_meta(plan, workbook.sheets)
    identity = identify(plan, meta, workbook.sheets, start, file, sender)
    other = not_asked(plan, meta, identity.unit, file)
    if other is not None:
        return _refused(source, other, identity)
    return _read_tables(plan, source, workbook, start, meta, identity)


def _refused(source: _Source, why: Finding, identity: Identity) -> Submission:
    return replace(_submission(source, identity), findings=(why,))


def _submission(source: _Source, identity: Identity) -> Submission:
    return Submission(
        source.file,
        source.sha256,
        identity.unit,
        source.saved,
        modified=source.modified,
        identified_by=identity.by,
    )


def _read_tables(
    plan: Plan, source: _Source, workbook: Workbook, start: StartSheet, meta: FormMeta, identity: Identity
) -> Submission:
    t = translator(plan.settings.language)
    names = {META_SHEET, start_sheet_name(t), goals_sheet_name(t)} | {start.sheet.name if start.sheet else ""}
    sheets = [sheet for sheet in workbook.sheets if sheet is not start.sheet]
    found = find_tables(plan, sheets, not_tables=names)
    unit, file = identity.unit, source.file
    if not found:
        return _refused(source, finding("form-unknown", Place(file), unit=unit), identity)
    findings = [
        *identity.findings,
        *origin_findings(plan, meta, unit, file),
        *_table_findings(plan, found, unit, file, never_had(plan, meta)),
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
    return replace(
        _submission(source, identity),
        attestation=attestation_of(start, file, t),
        records=tuple(records),
        findings=tuple(findings),
        version=meta.version,
        round=meta.round,
    )


def _table_findings(
    plan: Plan, found: Iterable[FoundTable], unit: str, file: str, never: Container[tuple[str, str]]
) -> Iterator[Finding]:
    found = tuple(found)
    for table in plan.tables:
        if not any(one.table is table for one in found):
            yield finding("table-missing", Place(file), unit=unit, table=table.title)
    for one in found:
        yield from column_findings(plan, one, unit, file, never)


def _sheet_findings(
    sheets: Iterable[Sheet], found: Iterable[FoundTable], known: Iterable[str], unit: str, file: str
) -> Iterator[Finding]:
    told = {one.sheet.name for one in found} | set(known)
    for sheet in sheets:
        if sheet.name not in told and any(not is_blank(cell) for cells in sheet.rows for cell in cells):
            yield finding("sheet-extra", Place(file, sheet.name), unit=unit)
