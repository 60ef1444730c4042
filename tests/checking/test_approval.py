"""The manager's approval."""

from __future__ import annotations

from datetime import date

import pytest

from aktivplan.checking import check_submission
from aktivplan.findings import Finding, Place
from aktivplan.records import Attestation
from tests.support import activity, make_plan, make_settings, make_submission

PLAN = make_plan(settings=make_settings(attestation=True))
PLACE = Place("BUF.xlsx", "Läs först", 20, 2)


def found(attestation: Attestation | None) -> list[Finding]:
    sent = make_submission(PLAN, "BUF", activity(PLAN, "BUF", 1), attestation=attestation)
    return list(check_submission(PLAN, sent))


def test_an_approved_list_is_right() -> None:
    assert found(Attestation(PLACE, "Per Ström", date(2026, 11, 1))) == []


def test_a_list_without_the_managers_name_is_held_back_whole() -> None:
    (one,) = found(Attestation(PLACE, " ", date(2026, 11, 1)))
    assert (one.code, one.record, one.place, one.severity) == ("attestation-missing", "", PLACE, "error")


@pytest.mark.parametrize("mark", ["x", "Ja", "OK!", "?", "-", "Godkänd", "✓"])
def test_a_mark_is_no_managers_name(mark: str) -> None:
    (one,) = found(Attestation(PLACE, mark, date(2026, 11, 1)))
    assert one.code == "attestation-missing"


def test_a_list_without_the_date_of_approval_is_held_back_whole() -> None:
    (one,) = found(Attestation(PLACE, "Per Ström", None))
    assert (one.code, one.record, one.severity) == ("attestation-undated", "", "error")


def test_a_form_without_the_place_for_approval_is_held_back_whole() -> None:
    (one,) = found(None)
    assert (one.code, one.place, one.severity) == ("attestation-sheet-missing", Place("BUF.xlsx"), "error")


def test_a_blank_form_needs_no_approval() -> None:
    assert check_submission(PLAN, make_submission(PLAN, "BUF", attestation=None)) == ()


def test_a_plan_that_asks_for_no_approval_needs_none() -> None:
    plan = make_plan()
    assert (
        check_submission(plan, make_submission(plan, "BUF", activity(plan, "BUF", 1), attestation=None)) == ()
    )
