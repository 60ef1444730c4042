"""Which answers get a corrected copy to be mended and sent back. Knows no workbook and no path."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from aktivplan.codes import CATALOGUE, Severity
from aktivplan.edition import Edition
from aktivplan.findings import Finding
from aktivplan.records import Submission


@dataclass(frozen=True, slots=True)
class Correction:
    """An answer, and what its unit is asked to mend in it."""

    answer: Submission
    findings: tuple[Finding, ...]
    """Errors and warnings that are the unit's to mend; a note asks nothing of anybody."""


def corrections(edition: Edition, submissions: Iterable[Submission]) -> tuple[Correction, ...]:
    """One for each unit whose answer (the one that counts, or the one that had to be rejected) has something to mend.

    An answer in which no row could be read gives none: there is nothing of it to copy.
    """
    answers = {one.file: one for one in submissions if one.records}
    found: dict[str, list[Finding]] = {}
    for finding in edition.findings:
        if finding.severity is not Severity.NOTE and not CATALOGUE[finding.code].for_leader:
            found.setdefault(finding.place.file, []).append(finding)
    return tuple(
        Correction(answers[result.file], tuple(found[result.file]))
        for result in edition.units
        if result.file in answers and result.file in found and answers[result.file].unit == result.unit.code
    )
