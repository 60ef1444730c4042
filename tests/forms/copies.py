"""Answers with something to mend in them, and their corrected copies, for the tests of this room."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from aktivplan.checking import check_submission
from aktivplan.codes import Severity
from aktivplan.definition.models import Plan
from aktivplan.findings import Finding, Place, finding
from aktivplan.forms.copy_layout import ToMend
from aktivplan.forms.writer import write_corrected_copy
from aktivplan.records import Attestation, Leftover, Submission, Value
from tests.forms.support import opened
from tests.support import activity, make_plan, make_settings, make_submission, value

LEFT_OVER = (
    Leftover(Place("BUF.xlsx", "Aktiviteter", 6, 9), "Kommentar", "Klart i maj?", "BUF-001"),
    Leftover(Place("BUF.xlsx", "Blad1", 3, 1), "", "Ring Eva\nom budgeten"),
)


def plan_with_approval() -> Plan:
    """The tests' plan, asking for the manager's approval."""
    return make_plan(settings=make_settings(attestation=True))


def faulty_answer(plan: Plan, **changes: Any) -> Submission:
    """Two rows with errors, one with a warning, one faultless; no approval; two things left over."""
    rows = (
        activity(plan, "BUF", 1),
        activity(plan, "BUF", 2, ansvarig=value("")),
        activity(plan, "BUF", 4, mal=Value("Vi vet mera om barns levnadsvilkor")),
        activity(plan, "BUF", 5, indikatorer=value("")),
    )
    given = {"attestation": Attestation(Place("BUF.xlsx", "Läs först", 20, 2)), "leftovers": LEFT_OVER}
    return make_submission(plan, "BUF", *rows, **(given | changes))


def mended_by(plan: Plan, answer: Submission) -> tuple[Finding, ...]:
    """What checking finds in the answer, and a column of its own."""
    extra = finding("column-extra", Place("BUF.xlsx", "Aktiviteter", 5, 9), unit="BUF", heading="Kommentar")
    return (*(one for one in check_submission(plan, answer) if one.severity is not Severity.NOTE), extra)


def copy_of(plan: Plan, answer: Submission, findings: Iterable[Finding] | None = None) -> Workbook:
    """The answer's corrected copy as openpyxl reads it."""
    found = mended_by(plan, answer) if findings is None else findings
    return opened(write_corrected_copy(plan, answer, found))


def list_of(sheet: Worksheet) -> list[list[Any]]:
    """The rows of the list of what to mend: severity, where, number, column, text; cells, not values."""
    keys = next(row for row in sheet.iter_rows() if row[0].value == ToMend.SEVERITY)
    return [list(row[:5]) for row in sheet.iter_rows(min_row=keys[0].row + 2)]


APPROVED = ("Per Ström", date(2026, 11, 9))
