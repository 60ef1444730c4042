"""What is said of a file whose reading did not end well."""

from __future__ import annotations

from aktivplan.findings import Place, finding
from aktivplan.intake.discovery import Found
from aktivplan.intake.triage import not_read
from aktivplan.intake.workers import Done, Ending
from aktivplan.records import Submission

SECONDS_PER_FILE = 10
"""How long the reading of one file may take."""


def submission_of(done: Done[Found, Submission]) -> Submission:
    """What the worker read; or, where it did not come so far, the submission that says so."""
    if done.result is not None:
        return done.result
    place = Place(done.item.name)
    if done.ending is Ending.TIMED_OUT:
        return not_read(done.item, finding("file-too-slow", place, limit=SECONDS_PER_FILE))
    return not_read(done.item, finding("file-crashed", place))
