"""Editions for tests of the master workbook, and ways to look into one."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from aktivplan.consolidation.consolidate import consolidate
from aktivplan.consolidation.leaders import for_leaders
from aktivplan.definition.models import Plan
from aktivplan.edition import Edition
from aktivplan.findings import Finding, Place, finding
from aktivplan.forms.layout import FIRST_ROW, HEADING_ROW
from aktivplan.records import Decision, Record, Submission
from aktivplan.rendering.master import render_master
from tests.support import activity, every_type_table, make_plan, make_record, make_submission, value


def rendered(edition: Edition) -> Workbook:
    """The edition's master workbook, opened."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl does not know the bars in cells
        return load_workbook(io.BytesIO(render_master(for_leaders(edition))))


def shown(book: Workbook) -> list[Worksheet]:
    """The workbook's sheets, but for the hidden ones."""
    return [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]


def parts(edition: Edition) -> dict[str, str]:
    """The XML parts of the edition's master workbook by name."""
    with zipfile.ZipFile(io.BytesIO(render_master(for_leaders(edition)))) as package:
        return {name: package.read(name).decode() for name in package.namelist()}


def headings(sheet: Worksheet) -> list[Any]:
    """The headings of the sheet's table."""
    return [cell.value for cell in sheet[HEADING_ROW] if cell.value]


def rows(sheet: Worksheet) -> list[dict[str, Any]]:
    """The rows of the sheet's table by heading."""
    names = headings(sheet)
    cells = sheet.iter_rows(min_row=FIRST_ROW, max_col=len(names), values_only=True)
    return [dict(zip(names, row, strict=True)) for row in cells]


def cell(sheet: Worksheet, heading: str, row: int = FIRST_ROW) -> Any:
    """The cell under a heading."""
    return sheet.cell(row, headings(sheet).index(heading) + 1)


def missing_responsible(record: Record) -> Finding:
    """The error that keeps a record out."""
    return finding(
        "required-empty",
        record.place_of("ansvarig"),
        unit=record.unit,
        record=record.id,
        heading="Ansvarig",
    )


def of(plan: Plan, *submissions: Submission, decisions: tuple[Decision, ...] = ()) -> Edition:
    """The edition of the submissions."""
    return consolidate(plan, submissions, decisions)


def small_edition(**changes: Any) -> Edition:
    """BUF has answered with three rows, one of them held back; SOC's manager has not approved; KOF is missing."""
    plan = make_plan(**changes)
    answers = [activity(plan, "BUF", number, goal="1.1" if number < 3 else "2.1") for number in (1, 2, 3)]
    warned = finding(
        "recommended-empty",
        answers[0].place_of("indikatorer"),
        unit="BUF",
        record=answers[0].id,
        heading="Indikatorer",
    )
    unapproved = finding("attestation-missing", Place("SOC.xlsx", "Läs först", 20, 2), unit="SOC")
    return of(
        plan,
        make_submission(plan, "BUF", *answers, findings=(warned, missing_responsible(answers[1]))),
        make_submission(plan, "SOC", activity(plan, "SOC", 1), findings=(unapproved,)),
    )


def edition_of_every_type(**values: Any) -> Edition:
    """One record of the table with every type of field, and leaders' entries with and without a row."""
    plan = make_plan(tables=(every_type_table(),))
    record = make_record(plan, "BUF", 1, values)
    place = Place("master.xlsx", "Alla typer", 6)
    decisions = (
        Decision(record.id, "allt", {"beslut": value("Beviljat")}, place),
        Decision("BUF-T099", "allt", {"beslut": value("Avslag")}, place),
    )
    return of(plan, make_submission(plan, "BUF", record), decisions=decisions)


def attributes(xml: str, element: str) -> list[dict[str, str]]:
    """The attributes of every such element."""
    return [
        dict(re.findall(r'([\w:]+)="([^"]*)"', found)) for found in re.findall(f"<{element} ([^>]*)>", xml)
    ]
