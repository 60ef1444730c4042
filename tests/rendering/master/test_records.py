from __future__ import annotations

from dataclasses import replace
from datetime import date

from aktivplan.findings import Place
from aktivplan.reading.decisions import read_decisions
from aktivplan.records import Decision
from aktivplan.rendering.master import render_master
from tests.rendering.master.support import (
    attributes,
    cell,
    edition_of_every_type,
    headings,
    of,
    parts,
    rendered,
    rows,
    small_edition,
)
from tests.support import activities_table, activity, make_plan, make_submission, period, value


def test_every_record_that_counts_stands_on_its_tables_sheet_with_its_origin() -> None:
    found = rows(rendered(small_edition())["Aktiviteter"])

    assert [row["Nr"] for row in found] == ["BUF-001", "BUF-003"]
    assert (
        found[1]
        | {
            "Enhetskod": "BUF",
            "Enhet": "Barn- och utbildningsförvaltningen",
            "Mål nr": "2.1",
            "Utvecklingsområde": "2 Barnets bästa",
            "Övergripande mål": "Barnets bästa prövas före varje beslut",
            "Ansvarig": "Rektor",
            "Fil": "BUF.xlsx",
            "Blad": "Aktiviteter",
            "Rad i filen": 8,
        }
        == found[1]
    )


def test_a_period_stands_as_written_and_as_two_real_dates() -> None:
    (first, *_) = rows(rendered(small_edition())["Aktiviteter"])

    assert first["Tid"] == "mars–maj 2027"
    assert first["Tid: första dag"].date() == date(2027, 3, 1)
    assert first["Tid: sista dag"].date() == date(2027, 5, 31)


def test_dates_numbers_money_and_percent_are_numbers_in_their_formats() -> None:
    sheet = rendered(
        edition_of_every_type(
            f_date=value("1 mars 2027", date(2027, 3, 1)),
            f_number=value("12,5", 12.5),
            f_money=value("50 000 kr", 50000.0),
            f_percent=value("80 %", 0.8),
        )
    )["Alla typer"]

    assert cell(sheet, "Fält date").value.date() == date(2027, 3, 1)
    assert cell(sheet, "Fält date").number_format == "yyyy-mm-dd"
    assert cell(sheet, "Fält number").value == 12.5
    assert cell(sheet, "Fält money").value == 50000
    assert cell(sheet, "Fält percent").value == 0.8
    assert "%" in cell(sheet, "Fält percent").number_format


def test_choices_goals_and_answers_of_yes_or_no_stand_in_the_plans_words() -> None:
    sheet = rendered(
        edition_of_every_type(
            f_multichoice=value("Förskola, Grundskola", ("Förskola", "Grundskola")),
            f_choice=value("PÅGÅR", "Pågår"),
            f_yesno=value("japp", parsed=True),
        )
    )["Alla typer"]

    assert cell(sheet, "Fält multichoice").value == "Förskola; Grundskola"
    assert cell(sheet, "Fält choice").value == "Pågår"
    assert cell(sheet, "Fält yesno").value == "Ja"


def test_what_was_not_understood_stands_as_text() -> None:
    plan = make_plan()
    sheet = rendered(
        of(
            plan,
            make_submission(plan, "BUF", activity(plan, "BUF", 1, tid=period("vid tillfälle", None, None))),
        )
    )["Aktiviteter"]

    assert cell(sheet, "Tid").value == "vid tillfälle"
    assert cell(sheet, "Tid: första dag").value is None


def test_a_day_before_excels_calendar_stands_as_text() -> None:
    sheet = rendered(edition_of_every_type(f_date=value("1.3.1899", date(1899, 3, 1))))["Alla typer"]

    assert cell(sheet, "Fält date").value == "1899-03-01"


def test_text_that_looks_like_a_formula_stays_text() -> None:
    plan = make_plan()
    texts = ["=1+1", "+46 8 123", "-5", "@SUM(A1)", '=HYPERLINK("http://x.example")']
    answers = [activity(plan, "BUF", number, text=text) for number, text in enumerate(texts, start=1)]
    edition = of(plan, make_submission(plan, "BUF", *answers))

    assert [row["Aktivitet"] for row in rows(rendered(edition)["Aktiviteter"])] == texts
    assert not any("<f>" in xml for name, xml in parts(edition).items() if "worksheets/" in name)


def test_the_units_file_is_linked_to_the_row_relative_to_the_output_folder() -> None:
    link = cell(rendered(small_edition())["Aktiviteter"], "Fil").hyperlink

    assert link.target == "../returned/BUF.xlsx"
    assert link.location == "'Aktiviteter'!A6"


def test_the_hidden_row_above_the_headings_holds_the_keys_of_id_and_fields() -> None:
    sheet = rendered(edition_of_every_type(f_text=value("x")))["Alla typer"]
    keys = {cell.value: sheet.cell(5, cell.column).value for cell in sheet[4] if cell.value}

    assert sheet.row_dimensions[4].hidden
    assert keys["allt.id"] == "Nr"
    assert keys["allt.f_text"] == "Fält text"
    assert keys["allt.f_goal"] == "Fält goal"
    assert keys["allt.beslut"] == "Beslut (för ledningen)"


def test_leaders_fields_are_marked_unlocked_and_offer_their_choices() -> None:
    edition = edition_of_every_type(f_text=value("x"))
    book = rendered(edition)
    sheet = book["Alla typer"]
    decided = cell(sheet, "Beslut (för ledningen)")

    assert decided.value == "Beviljat"
    assert not decided.protection.locked
    assert cell(sheet, "Fält text").protection.locked
    (rule,) = [one for one in sheet.data_validations.dataValidation if decided.coordinate in one.sqref]
    assert rule.formula1 == "_lists!$A$1:$A$2"
    assert [row[0].value for row in book["_lists"]["A1:A2"]] == ["Beviljat", "Avslag"]
    assert book["_lists"].sheet_state == "hidden"


def test_what_leaders_filled_in_is_read_back_from_both_sheets() -> None:
    edition = edition_of_every_type(f_text=value("x"))

    found = read_decisions(edition.plan, render_master(edition), "master.xlsx")

    decided = {decision.record: decision.values["beslut"].text for decision in found}
    assert decided == {"BUF-T001": "Beviljat", "BUF-T099": "Avslag"}


def test_columns_that_no_field_takes_are_kept_in_one_column() -> None:
    plan = make_plan()
    answer = replace(activity(plan, "BUF", 1), extra=(("Budget", "5 000"), ("Anm", "=x")))
    edition = of(plan, make_submission(plan, "BUF", answer))

    (row,) = rows(rendered(edition)["Aktiviteter"])
    assert row["Övriga kolumner i formuläret"] == "Budget: 5 000\nAnm: =x"


def test_numbered_tables_show_the_number_under_the_goal() -> None:
    plan = make_plan(tables=(activities_table(numbered=True),))
    edition = of(plan, make_submission(plan, "BUF", activity(plan, "BUF", 1), activity(plan, "BUF", 2)))

    numbers = [row["Nummer i planen"] for row in rows(rendered(edition)["Aktiviteter"])]
    assert numbers == ["1.1.1", "1.1.2"]


def test_fields_with_the_same_heading_are_told_apart() -> None:
    table = activities_table()
    twin = table.fields[4].model_copy(update={"key": "resurser2", "heading": "RESURSER"})
    plan = make_plan(tables=(table.model_copy(update={"fields": (*table.fields, twin)}),))
    edition = of(plan, make_submission(plan, "BUF", activity(plan, "BUF", 1)))

    found = headings(rendered(edition)["Aktiviteter"])
    assert "Resurser" in found
    assert "RESURSER (2)" in found


def test_a_heading_is_the_same_in_the_cell_and_in_the_table() -> None:
    table = activities_table()
    odd = table.fields[4].model_copy(update={"key": "udda", "heading": 'Vad?\n<&> \x07 "citat"'})
    plan = make_plan(tables=(table.model_copy(update={"fields": (*table.fields, odd)}),))
    edition = of(plan, make_submission(plan, "BUF", activity(plan, "BUF", 1)))

    sheet = rendered(edition)["Aktiviteter"]
    (found,) = sheet.tables.values()
    assert [column.name for column in found.tableColumns] == headings(sheet)
    assert 'Vad? <&> "citat"' in headings(sheet)


def test_entries_without_a_row_stand_on_a_sheet_of_their_own() -> None:
    book = rendered(edition_of_every_type(f_text=value("x")))

    (row,) = rows(book["Uppgifter utan rad"])
    assert row == {"Nr": "BUF-T099", "Beslut (för ledningen)": "Avslag"}


def test_an_entry_that_was_not_understood_is_kept_as_written() -> None:
    plan = edition_of_every_type().plan
    decision = Decision(
        "BUF-T007", "allt", {"beslut": value("Kanske")}, Place("master.xlsx", "Alla typer", 9)
    )

    (row,) = rows(rendered(of(plan, decisions=(decision,)))["Uppgifter utan rad"])

    assert row["Beslut (för ledningen)"] == "Kanske"


def test_rows_are_high_enough_for_wrapped_text() -> None:
    plan = make_plan()
    edition = of(
        plan,
        make_submission(
            plan, "BUF", activity(plan, "BUF", 1, text="kort"), activity(plan, "BUF", 2, text="ett ord " * 60)
        ),
    )
    xml = parts(edition)["xl/worksheets/sheet2.xml"]
    heights = {row["r"]: float(row["ht"]) for row in attributes(xml, "row") if row["r"] in ("6", "7")}

    assert heights["7"] > heights["6"] * 2
