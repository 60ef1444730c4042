from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from aktivplan.intake.discovery import Found
from aktivplan.intake.outcomes import SECONDS_PER_FILE, outcome_of
from aktivplan.intake.triage import Settled
from aktivplan.intake.workers import Done, Ending
from aktivplan.records import Submission
from tests.intake.files import MODIFIED, found, workbook


def test_what_was_read_is_handed_on(tmp_path: Path) -> None:
    read = Settled(Submission("svar.xlsx", "0" * 64))
    file = found(tmp_path, "svar.xlsx", workbook())
    assert outcome_of(Done(file, Ending.RETURNED, read)) is read


@pytest.mark.parametrize(
    ("ending", "code", "arguments"),
    [
        (Ending.TIMED_OUT, "file-too-slow", {"limit": SECONDS_PER_FILE}),
        (Ending.DIED, "file-crashed", {}),
        (Ending.RAISED, "file-crashed", {}),
    ],
)
def test_a_reading_that_broke_off_is_told(
    tmp_path: Path, ending: Ending, code: str, arguments: dict[str, int]
) -> None:
    done: Done[Found, Settled] = Done(found(tmp_path, "svar.xlsx", workbook()), ending)
    submission = outcome_of(done).submission
    assert [(one.code, dict(one.arguments)) for one in submission.findings] == [(code, arguments)]
    assert (submission.file, submission.modified) == ("svar.xlsx", MODIFIED)
    assert submission.sha256 == hashlib.sha256(workbook()).hexdigest()
