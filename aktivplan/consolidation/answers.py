"""Which answer counts for each unit, and what becomes of every file.

The rule: of a unit's readable answers the latest counts, by the plan's clock (`latest`), and it alone. It counts even where it is
rejected (its manager has not approved it, say): what the unit itself has replaced is never published again
behind its back. An unreadable file and a blank form never replace an answer.

A unit is late that had sent no answer when the deadline was over, by the same clock, in UTC (so that nobody in the Nordic countries
is late by an hour). What is sent after an answer in time mends that one, and is not late.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from aktivplan.codes import Severity
from aktivplan.consolidation.differences import compare
from aktivplan.consolidation.latest import first, latest, moment, originals, shown_time
from aktivplan.consolidation.row_ids import with_steady_ids
from aktivplan.definition.models import Plan, Settings
from aktivplan.definition.terms import LateRule
from aktivplan.edition import Difference, Outcome, Source
from aktivplan.findings import Finding, Place, finding
from aktivplan.records import Record, Submission
from aktivplan.sync_copies import are_copies

_UNAPPROVED = frozenset({"attestation-missing", "attestation-undated", "attestation-sheet-missing"})
"""The errors about a whole file that leave it readable as the unit's answer."""
_LATE = {
    LateRule.TAKE: "answer-late",
    LateRule.HOLD: "answer-late-held",
    LateRule.REFUSE: "answer-late-refused",
}


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
    differences: tuple[Difference, ...] = ()
    """What an answer that does not count says otherwise than the one that does."""
    late: bool = False

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
            shown_time(submission),
            len(self.taken_in),
            len(self.held_back),
            submission.identified_by,
            submission.columns,
            self.late,
        )


def judge(plan: Plan, submissions: Iterable[Submission]) -> tuple[Judged, ...]:
    """One judgement for each file, by file name."""
    named = [_with_unit(plan, one) for one in sorted(submissions, key=lambda one: one.file)]
    answers = with_steady_ids(plan, (one for one in named if _is_answer(plan, one)))
    named = [answers.get(one.file, one) for one in named]
    judgement = _Judgement(plan.settings, answers.values())
    return tuple(judgement.of(one) for one in named)


def _with_unit(plan: Plan, submission: Submission) -> Submission:
    """The submission, its findings naming its file and unit, and with an error if the unit is unknown."""
    findings = [
        replace(one, unit=one.unit or submission.unit, place=one.place._replace(file=submission.file))
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


class _Judgement:
    """Says what becomes of each file, knowing which answers count."""

    def __init__(self, settings: Settings, answers: Collection[Submission]) -> None:
        self._settings = settings
        self._clock = clock = settings.counting
        self._originals = originals(answers, clock)
        self._counting = latest(self._originals.values(), clock)
        self._first = first(answers, clock)
        self._same: dict[str, list[Submission]] = {}
        for one in self._counting.values():
            self._same.setdefault(one.sha256, []).append(one)

    def of(self, submission: Submission) -> Judged:
        """What becomes of a file and its records."""
        judged = self._in_itself(submission)
        counts = self._counting.get(submission.unit) is submission
        return self._if_late(judged) if counts else judged

    def _in_itself(self, submission: Submission) -> Judged:
        errors = _file_errors(submission.findings)
        if submission.skipped:
            code = submission.findings[0].code if submission.findings else "file-system"
            return Judged(submission, Outcome.SKIPPED, code, submission.findings)
        if _unreadable(errors):
            return _rejected(submission, errors)
        if not submission.records:
            return _blank(submission)
        original = self._originals[submission.unit, submission.sha256]
        if original is not submission:
            return _copy(submission, original)
        counts = self._counting[submission.unit]
        if counts is not submission:
            return self._replaced(submission, counts)
        submission = replace(submission, findings=(*submission.findings, *self._of_others(submission)))
        return _rejected(submission, errors) if errors else _sorted_out(submission)

    def _if_late(self, judged: Judged) -> Judged:
        """The answer that counts; by the plan's rule it may not, if it is late."""
        submission, deadline = judged.submission, self._settings.deadline
        day = self._first[submission.unit].date()
        if day <= deadline:
            return judged
        code = _LATE[self._settings.late_answers]
        told = finding(code, Place(submission.file), unit=submission.unit, day=day, deadline=deadline)
        findings = (*judged.findings, told)
        if told.severity is Severity.NOTE:
            return replace(judged, findings=findings, late=True)
        return replace(_rejected(submission, [told]), findings=findings, late=True)

    def _of_others(self, submission: Submission) -> Iterator[Finding]:
        """Other units whose answer has the same content."""
        for other in self._same[submission.sha256]:
            if other is not submission:
                place, unit = Place(submission.file), submission.unit
                yield finding("answer-same-units", place, unit=unit, other=other.file, twin=other.unit)

    def _replaced(self, submission: Submission, counts: Submission) -> Judged:
        """An answer that does not count. Its own findings are of no use any more: nobody is to mend them."""
        place, unit, later = Place(submission.file), submission.unit, counts.file
        compared = compare(submission, counts)
        findings = [
            finding(
                "answer-replaced",
                place,
                unit=unit,
                later=later,
                changed=compared.changed,
                added=compared.added,
                gone=len(compared.gone),
            )
        ]
        if compared.gone:
            rows = ", ".join(compared.gone)
            findings.append(finding("answer-rows-gone", place, unit=unit, later=later, rows=rows))
        if compared.differences:
            findings += self._doubts(submission, counts)
        return Judged(
            submission,
            Outcome.SKIPPED,
            "answer-replaced",
            tuple(findings),
            differences=compared.differences,
        )

    def _doubts(self, submission: Submission, counts: Submission) -> Iterator[Finding]:
        """Why the later answer may not be the one that is meant."""
        place, unit, later = Place(submission.file), submission.unit, counts.file
        if moment(submission, self._clock) == moment(counts, self._clock):
            yield finding("answer-same-time", place, unit=unit, later=later)
        if are_copies(submission.file, counts.file):
            yield finding("answer-sync-copy", place, unit=unit, later=later)


def _rejected(submission: Submission, errors: Sequence[Finding]) -> Judged:
    return Judged(
        submission, Outcome.REJECTED, errors[0].code, submission.findings, held_back=submission.records
    )


def _blank(submission: Submission) -> Judged:
    findings = submission.findings
    if all(one.code != "form-blank" for one in findings):
        findings += (finding("form-blank", Place(submission.file), unit=submission.unit),)
    return Judged(submission, Outcome.SKIPPED, "form-blank", findings)


def _copy(submission: Submission, original: Submission) -> Judged:
    same = finding("answer-same", Place(submission.file), unit=submission.unit, later=original.file)
    return Judged(submission, Outcome.SKIPPED, same.code, (same,))


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
