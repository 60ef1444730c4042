from __future__ import annotations

from aktivplan.rendering.master.sheet import Column, sheet_names, tabled


def test_headings_are_made_unlike_whatever_their_case() -> None:
    columns, _ = tabled([(Column("Tid"), []), (Column("TID"), []), (Column("tid"), [])])

    assert [column.heading for column in columns] == ["Tid", "TID (2)", "tid (3)"]


def test_an_empty_heading_gets_a_sign() -> None:
    (column,), _ = tabled([(Column(" \n"), [])])

    assert column.heading == "–"


def test_sheet_names_are_short_and_unlike() -> None:
    names = sheet_names(
        ["Uppföljning av barnrättsarbetet i", "uppföljning av barnrättsarbetet i år", "'A'", ""]
    )

    assert all(len(name) <= 31 for name in names)
    assert names[0] == "Uppföljning av barnrättsarbetet"
    assert names[1] == "uppföljning av barnrättsarb (2)"
    assert names[2:] == ("A", "–")


def test_the_name_that_excel_keeps_for_itself_is_not_taken() -> None:
    assert sheet_names(["History"]) == ("History (2)",)
