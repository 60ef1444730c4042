"""The rule about the manager's approval of a unit's list."""

from __future__ import annotations

from collections.abc import Iterator

from aktivplan.definition.models import Plan
from aktivplan.findings import Finding, Place, finding
from aktivplan.nearest import alike
from aktivplan.records import Submission

_MARKS = frozenset(
    {"ja", "jo", "yes", "ok", "okej", "godkänd", "godkänt", "godkendt", "godkjent", "approved"}
)
"""What people write where a name is asked for."""


def the_list_is_approved(plan: Plan, submission: Submission) -> Iterator[Finding]:
    """Where the plan asks for it, a list has its manager's name and the date of approval."""
    if not plan.settings.attestation or not submission.records:
        return
    attestation, unit = submission.attestation, submission.unit
    if attestation is None:
        yield finding("attestation-sheet-missing", Place(submission.file), unit=unit)
    elif not _is_name(attestation.manager):
        yield finding("attestation-missing", attestation.place, unit=unit)
    elif attestation.day is None:
        yield finding("attestation-undated", attestation.place, unit=unit, manager=attestation.manager)


def _is_name(text: str) -> bool:
    """Whether it may be a name, and is no mere mark."""
    return sum(map(str.isalpha, text)) > 1 and alike(text).strip(" .!") not in _MARKS
