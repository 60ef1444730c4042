"""Everything that triage says of a file, and of the files in it, to the bottom."""

from __future__ import annotations

from pathlib import Path

from aktivplan.intake.discovery import Found
from aktivplan.intake.triage import triage
from aktivplan.records import Submission
from tests.intake.files import found


def opened(folder: Path, name: str, content: bytes) -> list[Submission]:
    """One for each file; those that are to be read have no finding."""
    return said_of(found(folder, name, content))


def said_of(file: Found) -> list[Submission]:
    """The same for a file that was found."""
    result = triage(file)
    if isinstance(result, bytes):
        return [Submission(file.name, "", saved=file.modified, delivery=file.delivery)]
    return [result.submission, *(one for inner in result.inside for one in said_of(inner))]


def codes(submissions: list[Submission]) -> dict[str, str]:
    """By file name what is said of it; "" for a file that is to be read. No file is named twice."""
    told = {one.file: one.findings[0].code if one.findings else "" for one in submissions}
    assert len(told) == len(submissions)
    return told
