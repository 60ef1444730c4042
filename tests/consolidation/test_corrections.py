"""Which answers get a corrected copy."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from aktivplan.consolidation.consolidate import consolidate
from aktivplan.consolidation.corrections import corrections
from aktivplan.findings import Finding, Place, finding
from aktivplan.records import Submission
from tests.support import SAVED, activity, make_plan, make_submission

PLAN = make_plan()


def found(code: str, file: str = "BUF.xlsx", record: str = "", **arguments: Any) -> Finding:
    """A finding in the file."""
    return finding(code, Place(file, "Aktiviteter", 6, 4), unit="BUF", record=record, **arguments)


def answer(*findings: Finding, **changes: Any) -> Submission:
    """An answer of one row."""
    return make_submission(PLAN, "BUF", activity(PLAN, "BUF", 1), findings=findings, **changes)


def corrected(*submissions: Submission) -> list[tuple[str, list[str]]]:
    """File and codes of every corrected copy."""
    edition = consolidate(PLAN, submissions)
    return [
        (one.answer.file, [told.code for told in one.findings]) for one in corrections(edition, submissions)
    ]


@pytest.mark.parametrize("code", ["required-empty", "recommended-empty"])
def test_an_answer_with_an_error_or_a_warning_gets_a_copy(code: str) -> None:
    fault = found(code, record="BUF-001", heading="Ansvarig")
    assert corrected(answer(fault)) == [("BUF.xlsx", [code])]


def test_a_faultless_answer_gets_none() -> None:
    assert corrected(answer()) == []


def test_notes_alone_give_no_copy_and_stand_in_none() -> None:
    note = found("form-blank")
    assert corrected(answer(note)) == []
    assert corrected(answer(note, found("recommended-empty", record="BUF-001", heading="Tid"))) == [
        ("BUF.xlsx", ["recommended-empty"])
    ]


def test_a_rejected_answer_that_stands_as_the_units_gets_a_copy() -> None:
    assert corrected(answer(found("attestation-missing"))) == [("BUF.xlsx", ["attestation-missing"])]


def test_only_the_answer_that_counts_gets_a_copy() -> None:
    fault = ("required-empty", "recommended-empty")
    former, later = (
        answer(
            found(code, file, "BUF-001", heading="Tid"),
            file=file,
            sha256=file.encode().hex(),
            saved=SAVED + timedelta(days=days),
        )
        for days, (code, file) in enumerate(zip(fault, ("a.xlsx", "b.xlsx"), strict=True))
    )
    assert corrected(former, later) == [("b.xlsx", ["recommended-empty"])]


def test_a_file_that_nothing_could_be_read_from_gets_none() -> None:
    damaged = Submission("BUF.xlsx", "", "BUF", findings=(finding("file-damaged", Place("BUF.xlsx")),))
    assert corrected(damaged) == []


def test_a_damaged_file_beside_a_good_answer_does_not_keep_its_copy_away() -> None:
    damaged = Submission("A.xlsx", "", "BUF", findings=(finding("file-damaged", Place("A.xlsx")),))
    fault = found("recommended-empty", record="BUF-001", heading="Tid")
    assert corrected(answer(fault), damaged) == [("BUF.xlsx", ["recommended-empty"])]


def test_an_answer_of_an_unknown_unit_gets_none() -> None:
    stranger = make_submission(PLAN, "XYZ", activity(PLAN, "BUF", 1), file="xyz.xlsx")
    assert corrected(stranger) == []


def test_what_only_the_process_leader_can_see_to_gives_no_copy_and_stands_in_none() -> None:
    doubt = found("unit-doubtful", counted="BUF", by="x", evidence="y", other="SOC")
    assert corrected(answer(doubt)) == []
    fault = found("recommended-empty", record="BUF-001", heading="Tid")
    assert corrected(answer(doubt, fault)) == [("BUF.xlsx", ["recommended-empty"])]
