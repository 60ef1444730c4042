"""What is read from the two sheets that a corrected copy has beyond a form."""

from __future__ import annotations

from aktivplan.findings import Place
from aktivplan.forms.copy_layout import LeftOver, ToMend, leftovers_from

PLACE = Place("svar.xlsx", "Övrigt")
KEYS = list(LeftOver)
HEADINGS = ["Var det stod", "Nr", "Rubrik", "Det ni skrev"]


def test_a_sheet_without_the_keys_is_neither_of_the_two() -> None:
    assert leftovers_from([["Nr", "Aktivitet"], ["", "text"]], PLACE) is None
    assert leftovers_from([["_lists", "x"]], PLACE) is None


def test_rows_below_the_headings_are_read_with_the_place_where_they_stand_now() -> None:
    rows = [["Övrigt"], KEYS, HEADINGS, ["Blad1 I7", "BUF-001", "Kommentar", "Klart?"]]
    (kept,) = leftovers_from(rows, PLACE) or ()
    assert (kept.place.cell, kept.heading, kept.text, kept.record) == ("D4", "Kommentar", "Klart?", "BUF-001")


def test_columns_may_have_been_moved() -> None:
    rows = [KEYS[::-1], HEADINGS[::-1], ["Klart?", "Kommentar", "BUF-001", "Blad1 I7"]]
    (kept,) = leftovers_from(rows, PLACE) or ()
    assert (kept.heading, kept.text, kept.record) == ("Kommentar", "Klart?", "BUF-001")


def test_what_is_written_in_other_cells_of_the_sheet_is_kept_too() -> None:
    rows = [KEYS, HEADINGS, ["Blad1 I7", "", "", "Klart?", "Ja!"], ["Ring oss"], ["", ""]]
    assert [(one.place.cell, one.text) for one in leftovers_from(rows, PLACE) or ()] == [
        ("D3", "Klart?"),
        ("E3", "Ja!"),
        ("A4", "Ring oss"),
    ]


def test_the_list_of_what_to_mend_gives_only_what_was_added_to_it() -> None:
    listed = ["Fel", "Aktiviteter D7", "BUF-002", "Ansvarig", "Ansvarig saknas i D7.", "required-empty"]
    rows = [list(ToMend), ["Allvar", "Var"], listed, [*listed, "Ingen utsedd"], ["", "Hälsningar Eva"]]
    assert [(one.place.cell, one.text, one.record) for one in leftovers_from(rows, PLACE) or ()] == [
        ("G4", "Ingen utsedd", "BUF-002"),
        ("B5", "Hälsningar Eva", ""),
    ]
