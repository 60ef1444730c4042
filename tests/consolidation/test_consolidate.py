"""The edition as a whole."""

from __future__ import annotations

from datetime import date

from aktivplan.consolidation.consolidate import consolidate, with_findings
from aktivplan.findings import Place, finding
from tests.support import activity, make_plan, make_submission

PLAN = make_plan()
SENT = [
    make_submission(PLAN, unit, activity(PLAN, unit, 1), activity(PLAN, unit, 2)) for unit in ("BUF", "SOC")
]


def test_the_order_of_the_files_does_not_matter() -> None:
    assert consolidate(PLAN, SENT) == consolidate(PLAN, reversed(SENT))


def test_no_answers_make_an_empty_edition() -> None:
    edition = consolidate(PLAN, [])
    assert (edition.records, edition.sources, edition.findings) == ((), (), ())
    assert len(edition.units) == 3


def test_the_day_is_the_one_given() -> None:
    assert consolidate(PLAN, [], day=date(2026, 11, 20)).day == date(2026, 11, 20)
    assert consolidate(PLAN, []).day is None


def test_findings_stand_by_file_sheet_and_row() -> None:
    places = [Place("b.xlsx", "A", 7), Place("b.xlsx", "A", 12), Place("a.xlsx")]
    found = [finding("file-lock", place) for place in places]
    edition = with_findings(consolidate(PLAN, []), found)
    assert [one.place for one in edition.findings] == [places[2], places[0], places[1]]


def test_findings_across_the_plan_stand_first() -> None:
    blank = consolidate(PLAN, [make_submission(PLAN, "BUF")])
    edition = with_findings(blank, [finding("too-many-active", Place(), count=5, limit=4, areas="")])
    assert [one.code for one in edition.findings] == ["too-many-active", "form-blank"]
