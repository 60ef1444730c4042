"""What is said of a file whose reading did not end well, and of containers that hold too many files."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from aktivplan.findings import Place, finding
from aktivplan.intake.containers.container import MOST_ENTRIES
from aktivplan.intake.discovery import Found
from aktivplan.intake.triage import Settled, settled, too_much_inside
from aktivplan.intake.workers import Done, Ending
from aktivplan.records import Submission

SECONDS_PER_FILE = 10
"""How long the reading of one file may take."""


class Contained:
    """The files found inside of others, until it is their turn."""

    def __init__(self) -> None:
        self._waiting: list[Found] = []
        self._counts: Counter[Path] = Counter()

    def taken_up(self, found: Found, outcome: Settled) -> Submission:
        """What there is to say of the file itself; the files in it are kept, unless it is too many."""
        self._counts[found.path] += len(outcome.inside)
        if outcome.inside and self._counts[found.path] > MOST_ENTRIES:
            return settled(found, too_much_inside(found)).submission
        self._waiting.extend(outcome.inside)
        return outcome.submission

    def handed_on(self) -> tuple[Found, ...]:
        """The files to be looked at next; they are kept no longer."""
        waiting, self._waiting = tuple(self._waiting), []
        return waiting


def outcome_of(done: Done[Found, Settled]) -> Settled:
    """What the worker said; or, where it did not come so far, what there is to say of that."""
    if done.result is not None:
        return done.result
    place = Place(done.item.name)
    if done.ending is Ending.TIMED_OUT:
        return settled(done.item, finding("file-too-slow", place, limit=SECONDS_PER_FILE))
    return settled(done.item, finding("file-crashed", place))
