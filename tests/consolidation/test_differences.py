"""An earlier answer beside a later one, cell by cell."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from aktivplan.consolidation.differences import compare
from aktivplan.edition import Change, Difference
from aktivplan.findings import Place
from aktivplan.forms.layout import KEY_DAY, KEY_MANAGER
from aktivplan.records import EMPTY, Attestation, Record, Submission, Value
from tests.support import activity, make_plan, make_submission, value

PLAN = make_plan()


def answer(file: str, *records: Record, **changes: object) -> Submission:
    placed = (replace(one, place=one.place._replace(file=file)) for one in records)
    return make_submission(PLAN, "BUF", *placed, file=file, **changes)


def test_answers_that_say_the_same_do_not_differ() -> None:
    compared = compare(answer("a.xlsx", activity(PLAN, "BUF", 1)), answer("b.xlsx", activity(PLAN, "BUF", 1)))
    assert (compared.differences, compared.changed, compared.added, compared.gone) == ((), 0, 0, ())


def test_a_changed_cell_is_told_with_both_texts_and_both_cells() -> None:
    before = activity(PLAN, "BUF", 1, ansvarig=value("Rektor"))
    after = replace(activity(PLAN, "BUF", 1, ansvarig=value("Eva Lind")), place=Place("", "Blad2", 9))
    compared = compare(answer("a.xlsx", before), answer("b.xlsx", after))
    assert compared.differences == (
        Difference(
            "BUF",
            "BUF-001",
            "aktiviteter",
            "ansvarig",
            "",
            Change.CHANGED,
            "Rektor",
            "Eva Lind",
            Place("a.xlsx", "Aktiviteter", 6, 4),
            Place("b.xlsx", "Blad2", 9, 4),
        ),
    )
    assert compared.changed == 1


def test_a_cell_that_was_emptied_and_one_that_was_filled_in_are_changes() -> None:
    before, after = activity(PLAN, "BUF", 1, resurser=EMPTY), activity(PLAN, "BUF", 1, indikatorer=EMPTY)
    found = compare(answer("a.xlsx", before), answer("b.xlsx", after)).differences
    assert {(one.field, one.before, one.after) for one in found} == {
        ("resurser", "", "Två dagar"),
        ("indikatorer", "Minst 80 % av barnen har svarat", ""),
    }


def test_every_cell_of_a_new_and_of_a_lost_row_is_told() -> None:
    compared = compare(answer("a.xlsx", activity(PLAN, "BUF", 1)), answer("b.xlsx", activity(PLAN, "BUF", 2)))
    kinds = [(one.record, one.change) for one in compared.differences]
    assert kinds == [("BUF-001", Change.GONE)] * 6 + [("BUF-002", Change.ADDED)] * 6
    assert (compared.changed, compared.added, compared.gone) == (0, 1, ("BUF-001",))
    gone, new = compared.differences[0], compared.differences[-1]
    assert (gone.place_before.cell, gone.place_after) == ("B6", Place("b.xlsx"))
    assert (new.place_before, new.place_after.file) == (Place("a.xlsx"), "b.xlsx")


def test_columns_of_the_units_own_are_compared_too() -> None:
    before = replace(activity(PLAN, "BUF", 1), extra=(("Budget", "5 tkr"),))
    after = replace(activity(PLAN, "BUF", 1), extra=(("Budget", "7 tkr"),))
    (found,) = compare(answer("a.xlsx", before), answer("b.xlsx", after)).differences
    assert (found.field, found.heading, found.before, found.after) == ("", "Budget", "5 tkr", "7 tkr")


def test_how_a_text_was_understood_is_no_difference() -> None:
    before, after = activity(PLAN, "BUF", 1, tid=Value("VT")), activity(PLAN, "BUF", 1, tid=value("VT"))
    assert compare(answer("a.xlsx", before), answer("b.xlsx", after)).differences == ()


def test_an_approval_that_was_given_later_is_a_difference() -> None:
    place = Place("a.xlsx", "Läs först", 20, 2)
    before = answer("a.xlsx", activity(PLAN, "BUF", 1), attestation=Attestation(place))
    after = answer(
        "b.xlsx",
        activity(PLAN, "BUF", 1),
        attestation=Attestation(place._replace(file="b.xlsx"), "Per Ström", date(2026, 11, 1)),
    )
    found = compare(before, after).differences
    assert [(one.record, one.field, one.before, one.after) for one in found] == [
        ("", KEY_MANAGER, "", "Per Ström"),
        ("", KEY_DAY, "", "2026-11-01"),
    ]
    assert found[0].place_after.cell == "B20"
