"""The rule about the manager's approval of a unit's list."""

from __future__ import annotations

from collections.abc import Iterator

from aktivplan.definition.models import Plan
from aktivplan.findings import Finding, Place, finding
from aktivplan.records import Submission


def the_list_is_approved(plan: Plan, submission: Submission) -> Iterator[Finding]:
    """Where the plan asks for it, a list has its manager's name and the date of approval."""
    if not plan.settings.attestation or not submission.records:
        return
    attestation, unit = submission.attestation, submission.unit
    if attestation is None:
        yield finding("attestation-sheet-missing", Place(submission.file), unit=unit)
    elif not attestation.manager.strip():
        yield finding("attestation-missing", attestation.place, unit=unit)
    elif attestation.day is None:
        yield finding("attestation-undated", attestation.place, unit=unit, manager=attestation.manager)
