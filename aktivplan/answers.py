"""Every answer among those returned, read and checked in isolated processes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from aktivplan.processes import start_ahead as start_processes_ahead
from aktivplan.progress import SILENT, Progress

if TYPE_CHECKING:
    from aktivplan.definition.models import Plan
    from aktivplan.folder import PlanFolder
    from aktivplan.intake.discovery import Found
    from aktivplan.intake.triage import Settled
    from aktivplan.reading.submission import SubmissionReader
    from aktivplan.records import Submission

PRELOAD = (
    __name__,
    "aktivplan.intake.workers",
    "aktivplan.intake.triage",
    "aktivplan.reading.submission",
    "aktivplan.checking",
)
"""What the processes that read import before they are started."""


def start_ahead() -> None:
    """Let the processes that answers are read in be started, while the caller reads the plan.

    To be called before anything else that takes time: they are what the first answer waits for.
    """
    start_processes_ahead(PRELOAD)


def submissions(folder: PlanFolder, plan: Plan, progress: Progress = SILENT) -> Iterator[Submission]:
    """Every answer, read and checked: one for every file, and for every file inside a mail or an archive.

    The latter are looked at when all the others are done.
    """
    from aktivplan.intake.discovery import discover
    from aktivplan.intake.outcomes import SECONDS_PER_FILE, Contained, outcome_of
    from aktivplan.intake.workers import run_isolated

    desk = _Desk(plan)
    waiting, contained = discover(folder.returned), Contained()
    done = 0
    while waiting:
        total = done + len(waiting)
        ended = run_isolated(_read_and_check, desk, waiting, seconds=SECONDS_PER_FILE, preload=PRELOAD)
        for one in ended:
            done += 1
            progress(done, total)
            submission = contained.taken_up(one.item, outcome_of(one))
            yield submission if one.result else _named(plan, submission)
        waiting = contained.handed_on()


def _named(plan: Plan, submission: Submission) -> Submission:
    """What became of a file that ended its worker, with the unit that its name tells."""
    from aktivplan.reading.identity import named

    return named(plan, submission)


# --- in the worker processes -------------------------------------------------------------------------------


class _Desk:
    """The plan in a worker, and the reader of answers that is made of it there, once for all of them."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        # Worked out where the plan's models have been built it takes a tenth of the time, and travels with the plan.
        plan.version  # noqa: B018

    @cached_property
    def reader(self) -> SubmissionReader:
        from aktivplan.reading.submission import SubmissionReader

        return SubmissionReader(self.plan)


def _read_and_check(desk: _Desk, found: Found) -> Settled:
    from aktivplan.checking import check_submission
    from aktivplan.intake.triage import Settled, triage
    from aktivplan.reading.identity import named

    content = triage(found)
    if not isinstance(content, bytes):
        return replace(content, submission=named(desk.plan, content.submission))
    submission = desk.reader.read(found.name, content, found.modified, found.delivery)
    findings = (*submission.findings, *check_submission(desk.plan, submission))
    return Settled(replace(submission, findings=findings))
