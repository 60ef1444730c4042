"""Rules about what is to be filled in, and how much it must say."""

from __future__ import annotations

from collections.abc import Iterator

from aktivplan.checking.cells import about, cells, filled
from aktivplan.definition.models import Need, Plan
from aktivplan.findings import Finding
from aktivplan.records import Submission


def required_fields_are_filled_in(plan: Plan, submission: Submission) -> Iterator[Finding]:
    """Every field that is required is filled in; a dash, a question mark or "not decided yet" does not do."""
    return _empty("required-empty", Need.REQUIRED, plan, submission)


def recommended_fields_are_filled_in(plan: Plan, submission: Submission) -> Iterator[Finding]:
    """Every field that is recommended should be filled in."""
    return _empty("recommended-empty", Need.RECOMMENDED, plan, submission)


def criteria_can_be_measured(plan: Plan, submission: Submission) -> Iterator[Finding]:
    """A criterion should have a figure or a date that tells when it is met."""
    for cell in filled(plan, submission, lambda field: field.measurable):
        if cell.value.parsed == ():
            yield about("criterion-not-measurable", plan, cell)


def _empty(code: str, need: Need, plan: Plan, submission: Submission) -> Iterator[Finding]:
    for cell in cells(plan, submission, lambda field: field.required is need):
        if cell.is_empty:
            yield about(code, plan, cell)
