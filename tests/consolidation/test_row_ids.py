"""Rows without printed ids, from one answer to the next."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from aktivplan.consolidation.consolidate import consolidate
from aktivplan.edition import Change, Edition
from aktivplan.findings import finding
from aktivplan.records import Decision, Record, Submission
from tests.support import (
    SAVED,
    activities_table,
    activity,
    every_type_table,
    make_plan,
    make_record,
    make_submission,
    value,
)

PLAN = make_plan()


def row(number: int, text: str, *, printed: bool = False) -> Record:
    return replace(activity(PLAN, "BUF", number, text=text), id_given=not printed)


def answer(name: str, day: int, *records: Record) -> Submission:
    return make_submission(PLAN, "BUF", *records, file=name, sha256=name, saved=SAVED + timedelta(days=day))


def names(edition: Edition) -> dict[str, str]:
    return {record.value("aktivitet").text: record.id for record in edition.records}


def test_a_row_put_in_above_leaves_the_others_the_ids_they_were_given() -> None:
    first = answer("a.xlsx", 0, row(31, "Kurs"), row(32, "Samråd"))
    second = answer("b.xlsx", 1, row(31, "Ny rutin"), row(32, "Kurs"), row(33, "Samråd"))
    assert names(consolidate(PLAN, [first, second])) == {
        "Kurs": "BUF-031",
        "Samråd": "BUF-032",
        "Ny rutin": "BUF-033",
    }


def test_an_id_of_a_row_that_is_gone_is_given_to_no_other() -> None:
    first = answer("a.xlsx", 0, row(31, "Kurs"), row(32, "Samråd"))
    second = answer("b.xlsx", 1, row(31, "Samråd"), row(32, "Ny rutin"))
    edition = consolidate(PLAN, [first, second])
    assert names(edition) == {"Samråd": "BUF-032", "Ny rutin": "BUF-033"}
    (told,) = (one for one in edition.findings if one.code == "answer-rows-gone")
    assert dict(told.arguments)["rows"] == "BUF-031"


def test_it_holds_over_three_answers_whatever_their_order() -> None:
    first = answer("c.xlsx", 0, row(31, "Kurs"))
    second = answer("b.xlsx", 1, row(31, "Rutin"), row(32, "Kurs"))
    third = answer("a.xlsx", 2, row(31, "Samråd"), row(32, "Rutin"), row(33, "Kurs"))
    assert names(consolidate(PLAN, [third, first, second])) == {
        "Kurs": "BUF-031",
        "Rutin": "BUF-032",
        "Samråd": "BUF-033",
    }


def test_a_row_that_is_called_the_same_is_the_same_and_its_cells_are_compared() -> None:
    first = answer("a.xlsx", 0, row(31, "Kurs"))
    changed = replace(row(32, "Kurs"), values={**row(32, "Kurs").values, "resurser": value("Tre dagar")})
    second = answer("b.xlsx", 1, row(31, "Rutin"), changed)
    edition = consolidate(PLAN, [first, second])
    assert names(edition)["Kurs"] == "BUF-031"
    assert [(one.record, one.field, one.change) for one in edition.differences][:1] == [
        ("BUF-031", "resurser", Change.CHANGED)
    ]


def test_printed_ids_hold_whatever_their_rows_say() -> None:
    first = answer("a.xlsx", 0, row(1, "Kurs", printed=True), row(2, "Samråd", printed=True))
    second = answer("b.xlsx", 1, row(1, "Samråd", printed=True), row(2, "Kurs", printed=True))
    assert names(consolidate(PLAN, [first, second])) == {"Samråd": "BUF-001", "Kurs": "BUF-002"}


def test_findings_follow_their_row() -> None:
    late = row(31, "Rutin")
    told = finding("record-id-foreign", late.place, record="BUF-031", value="X", given="BUF-031")
    first = answer("a.xlsx", 0, row(31, "Kurs"))
    second = replace(answer("b.xlsx", 1, late, row(32, "Kurs")), findings=(told,))
    (found,) = (one for one in consolidate(PLAN, [first, second]).findings if one.code == told.code)
    assert (found.record, dict(found.arguments)["given"]) == ("BUF-032", "BUF-032")


def test_what_leaders_decided_stays_with_the_row_it_was_decided_of() -> None:
    plan = make_plan(tables=(activities_table(code="A"), every_type_table()))
    wishes = [
        replace(make_record(plan, "BUF", number, {"f_text": value(text)}, table="allt"), id_given=True)
        for number, text in ((31, "Kurs"), (31, "Läger"), (32, "Kurs"))
    ]
    first = replace(make_submission(plan, "BUF", wishes[0]), file="a.xlsx", sha256="a")
    second = replace(first, file="b.xlsx", sha256="b", records=tuple(wishes[1:]), saved=SAVED + timedelta(1))
    granted = Decision("BUF-T031", "allt", {"beslut": value("Beviljat")}, wishes[0].place)
    edition = consolidate(plan, [first, second], [granted])
    assert {one.value("f_text").text: one.value("beslut").text for one in edition.records} == {
        "Kurs": "Beviljat",
        "Läger": "",
    }
