from __future__ import annotations

from dataclasses import replace

from tests.rendering.master.support import (
    cell,
    missing_responsible,
    of,
    rendered,
    rows,
    small_edition,
)
from tests.support import activities_table, activity, make_plan, make_submission, value


def test_a_row_with_an_error_stands_whole_with_the_reason() -> None:
    plan = make_plan()
    answer = replace(
        activity(plan, "BUF", 1, ansvarig=value(""), aktivitet=value("=farlig text\nrad två")),
        extra=(("Budget", "5 000"),),
    )
    edition = of(plan, make_submission(plan, "BUF", answer, findings=(missing_responsible(answer),)))

    (row,) = rows(rendered(edition)["Ej medtagna rader"])

    assert row["Nr"] == "BUF-001"
    assert row["Varför den inte är medtagen"].startswith("Ansvarig saknas i D6.")
    assert row["Övergripande mål"] == "1.1 Vi vet mer om barns levnadsvillkor"
    assert row["Aktivitet"] == "=farlig text\nrad två"
    assert row["Tid"] == "mars–maj 2027"
    assert row["Indikatorer"] == "Minst 80 % av barnen har svarat"
    assert row["Övriga kolumner i formuläret"] == "Budget: 5 000"
    assert row["Rad i filen"] == 6


def test_the_rows_of_a_rejected_file_tell_why_the_file_was_rejected() -> None:
    found = {row["Nr"]: row for row in rows(rendered(small_edition())["Ej medtagna rader"])}

    assert set(found) == {"BUF-002", "SOC-001"}
    assert "förankrad med chef" in found["SOC-001"]["Varför den inte är medtagen"]


def test_a_row_not_taken_in_is_linked_to_its_place() -> None:
    link = cell(rendered(small_edition())["Ej medtagna rader"], "Fil").hyperlink

    assert (link.target, link.location) == ("../returned/BUF.xlsx", "'Aktiviteter'!A7")


def test_no_keys_stand_over_rows_not_taken_in() -> None:
    sheet = rendered(small_edition())["Ej medtagna rader"]

    assert not [cell.value for cell in sheet[4] if cell.value]


def test_several_tables_get_a_sheet_each() -> None:
    other = activities_table(key="insatser", title="Insatser", code="I")
    plan = make_plan(tables=(activities_table(code="A"), other))
    first = activity(plan, "BUF", 1)
    second = replace(first, id="BUF-I001", table="insatser")
    edition = of(
        plan,
        make_submission(
            plan,
            "BUF",
            first,
            second,
            findings=(missing_responsible(first), missing_responsible(second)),
        ),
    )

    names = rendered(edition).sheetnames
    assert "Ej medtagna Aktiviteter" in names
    assert "Ej medtagna Insatser" in names
