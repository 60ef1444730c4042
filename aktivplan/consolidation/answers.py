"""Which answer counts for each unit, and what becomes of every file.

The rule: of a unit's readable answers the one saved last counts, and it alone. It counts even where it is
rejected (its manager has not approved it, say): what the unit itself has replaced is never published again
behind its back. An unreadable file and a blank form never replace an answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from aktivplan.codes import Severity
from aktivplan.definition.models import Plan
from aktivplan.edition import Outcome, Source
from aktivplan.findings import Finding, Place, finding
from aktivplan.records import Record, Submission

_UNAPPROVED = frozenset({"attestation-missing", "attestation-undated", "attestation-sheet-missing"})
"""The errors about a whole file that leave it readable as the unit's answer."""
_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Judged:
    """A file found, and what became of it and of its records."""

    submission: Submission
    outcome: Outcome
    code: str
    """The finding that decided the outcome; "" for an accepted file."""
    findings: tuple[Finding, ...]
    taken_in: tuple[Record, ...] = ()
    held_back: tuple[Record, ...] = ()

    @property
    def source(self) -> Source:
        """The line about the file in the edition."""
        submission = self.submission
        return Source(
            submission.file,
            submission.sha256,
            submission.unit,
            self.outcome,
            self.code,
            submission.saved,
            len(self.taken_in),
            len(self.held_back),
        )


def judge(plan: Plan, submissions: Iterable[Submission]) -> tuple[Judged, ...]:
    """One judgement for each file, by file name."""
    named = [_with_unit(plan, one) for one in sorted(submissions, key=lambda one: one.file)]
    counting = _counting([one for one in named if _is_answer(plan, one)])
    return tuple(_judged(one, counting) for one in named)


def _with_unit(plan: Plan, submission: Submission) -> Submission:
    """The submission, its findings naming its file and unit, and with an error if the unit is unknown."""
    findings = [
        replace(one, unit=one.unit or submission.unit, place=replace(one.place, file=submission.file))
        for one in submission.findings
    ]
    unknown = bool(submission.records) and submission.unit not in plan.units_by_code
    if unknown and not _unreadable(findings):
        place = Place(submission.file)
        findings.append(
            finding("unit-unknown", place, unit=submission.unit, value=submission.unit or submission.file)
        )
    return replace(submission, findings=tuple(findings))


def _is_answer(plan: Plan, submission: Submission) -> bool:
    """Whether a unit of the plan can be said to have answered with the file."""
    return (
        bool(submission.records)
        and not submission.skipped
        and submission.unit in plan.units_by_code
        and not _unreadable(submission.findings)
    )


def _counting(answers: Sequence[Submission]) -> dict[str, Submission]:
    """The answer that counts, by unit: the one saved last, of equals the last by file name."""
    # Of copies with the same content the first by name stands for all, so that "plan (1).xlsx" is the copy.
    originals: dict[str, Submission] = {}
    for one in answers:
        known = originals.get(one.sha256)
        if known is None or _saved(one) > _saved(known):
            originals[one.sha256] = one
    return {one.unit: one for one in sorted(originals.values(), key=lambda one: (_saved(one), one.file))}


def _saved(submission: Submission) -> datetime:
    return submission.saved or _NEVER


def _judged(submission: Submission, counting: dict[str, Submission]) -> Judged:
    errors = _file_errors(submission.findings)
    if submission.skipped:
        code = submission.findings[0].code if submission.findings else "file-system"
        return Judged(submission, Outcome.SKIPPED, code, submission.findings)
    if _unreadable(errors):
        return _rejected(submission, errors)
    if not submission.records:
        return _blank(submission)
    counts = counting[submission.unit]
    if counts is not submission:
        return _replaced(submission, counts)
    return _rejected(submission, errors) if errors else _sorted_out(submission)


def _rejected(submission: Submission, errors: Sequence[Finding]) -> Judged:
    return Judged(
        submission, Outcome.REJECTED, errors[0].code, submission.findings, held_back=submission.records
    )


def _blank(submission: Submission) -> Judged:
    findings = submission.findings
    if all(one.code != "form-blank" for one in findings):
        findings += (finding("form-blank", Place(submission.file), unit=submission.unit),)
    return Judged(submission, Outcome.SKIPPED, "form-blank", findings)


def _replaced(submission: Submission, counts: Submission) -> Judged:
    """An answer that does not count. Its own findings are of no use any more: nobody is to mend them."""
    place, unit = Place(submission.file), submission.unit
    if submission.sha256 == counts.sha256:
        same = finding("answer-same", place, unit=unit, later=counts.file)
        return Judged(submission, Outcome.SKIPPED, same.code, (same,))
    replaced = finding("answer-replaced", place, unit=unit, later=counts.file)
    still_there = {record.id for record in counts.records}
    gone = [record.id for record in submission.records if record.id not in still_there]
    if not gone:
        return Judged(submission, Outcome.SKIPPED, replaced.code, (replaced,))
    missed = finding("answer-rows-gone", place, unit=unit, later=counts.file, rows=", ".join(gone))
    return Judged(submission, Outcome.SKIPPED, replaced.code, (replaced, missed))


def _sorted_out(submission: Submission) -> Judged:
    """The answer that counts: every record without an error is taken in."""
    errors = [one for one in submission.findings if one.record and one.severity is Severity.ERROR]
    faulty = {one.record for one in errors}
    taken_in = tuple(record for record in submission.records if record.id not in faulty)
    held_back = tuple(record for record in submission.records if record.id in faulty)
    if taken_in:
        return Judged(submission, Outcome.ACCEPTED, "", submission.findings, taken_in, held_back)
    return Judged(submission, Outcome.REJECTED, errors[0].code, submission.findings, held_back=held_back)


def _file_errors(findings: Iterable[Finding]) -> list[Finding]:
    """Those that reject the whole file."""
    return [one for one in findings if one.severity is Severity.ERROR and not one.record]


def _unreadable(findings: Iterable[Finding]) -> bool:
    """Whether the file cannot pass for a unit's answer to this plan."""
    return any(one.code not in _UNAPPROVED for one in _file_errors(findings))
