"""Which of a unit's answers is the latest, and when its first one came, by the clock that the plan goes by."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from aktivplan.definition.terms import Counting
from aktivplan.records import Submission
from aktivplan.sync_copies import has_marks

_NEVER = datetime.min.replace(tzinfo=UTC)


def moment(submission: Submission, counting: Counting) -> datetime:
    """When the answer was given, by the plan's clock; where that is not known, by the next one."""
    saved, sent, modified = submission.saved, submission.delivery.sent, submission.modified
    match counting:
        case Counting.SAVED:
            return saved or sent or modified or _NEVER
        case Counting.MAILED:
            return sent or modified or _NEVER
        case Counting.FILED:
            return modified or _NEVER


def shown_time(submission: Submission) -> datetime | None:
    """When it was saved, as far as anything tells; None if nothing does."""
    known = moment(submission, Counting.SAVED)
    return None if known == _NEVER else known


def originals(answers: Iterable[Submission], counting: Counting) -> dict[tuple[str, str], Submission]:
    """Of files with the same content one that stands for all, by unit and SHA-256: the latest, else the original."""
    found: dict[tuple[str, str], Submission] = {}
    # "plan (1).xlsx" is the copy, though its name comes first.
    for one in sorted(answers, key=lambda one: (has_marks(one.file), one.file)):
        known = found.get((one.unit, one.sha256))
        if known is None or moment(one, counting) > moment(known, counting):
            found[one.unit, one.sha256] = one
    return found


def latest(answers: Iterable[Submission], counting: Counting) -> dict[str, Submission]:
    """The answer that counts, by unit: the latest one, of equals the last by file name."""
    return {one.unit: one for one in sorted(answers, key=lambda one: (moment(one, counting), one.file))}


def first(answers: Iterable[Submission], counting: Counting) -> dict[str, datetime]:
    """When each unit gave its first answer; long ago where that is not known."""
    found: dict[str, datetime] = {}
    for one in answers:
        given = moment(one, counting)
        found[one.unit] = min(found.get(one.unit, given), given)
    return found
