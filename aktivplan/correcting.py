"""From an edition to its corrected copies, each made in a worker process: no answer may stop the others."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from aktivplan.findings import Finding, Place, finding

if TYPE_CHECKING:
    from aktivplan.consolidation.corrections import Correction
    from aktivplan.definition.models import Plan
    from aktivplan.edition import Edition
    from aktivplan.records import Submission

_SECONDS_PER_COPY = 60


def corrected_copies(
    edition: Edition, read: Iterable[Submission]
) -> tuple[list[tuple[str, bytes]], list[Finding]]:
    """File name and content of every corrected copy, and a finding for each that could not be made."""
    from aktivplan.consolidation.corrections import corrections
    from aktivplan.forms.layout import form_file_name
    from aktivplan.intake.workers import run_isolated

    plan, wanted = edition.plan, corrections(edition, read)
    made: list[tuple[str, bytes]] = []
    not_made: list[Finding] = []
    for copy in run_isolated(write_copy, plan, wanted, seconds=_SECONDS_PER_COPY):
        answer = copy.item.answer
        if copy.result is None:
            not_made.append(finding("copy-not-made", Place(answer.file), unit=answer.unit))
        else:
            made.append((form_file_name(plan, plan.units_by_code[answer.unit]), copy.result))
    return made, not_made


def write_copy(plan: Plan, correction: Correction) -> bytes:
    """One copy; what the workers run."""
    from aktivplan.forms.writer import write_corrected_copy

    return write_corrected_copy(plan, correction.answer, correction.findings)
