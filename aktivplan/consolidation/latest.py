"""Which of a unit's answers is the latest, by the clock that the plan goes by."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from aktivplan.definition.models import Counting
from aktivplan.records import Submission

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


def latest(answers: Iterable[Submission], counting: Counting) -> dict[str, Submission]:
    """The answer that counts, by unit: the latest one, of equals the last by file name."""
    # Of copies with the same content the first by name stands for all, so that "plan (1).xlsx" is the copy.
    originals: dict[tuple[str, str], Submission] = {}
    for one in answers:
        known = originals.get((one.unit, one.sha256))
        if known is None or moment(one, counting) > moment(known, counting):
            originals[one.unit, one.sha256] = one
    in_time = sorted(originals.values(), key=lambda one: (moment(one, counting), one.file))
    return {one.unit: one for one in in_time}
