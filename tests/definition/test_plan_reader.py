from __future__ import annotations

import io
import subprocess
import sys
from datetime import date
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from aktivplan.definition.models import Unit
from aktivplan.definition.plan_reader import PlanRead, read_plan
from aktivplan.definition.plan_writer import write_plan
from aktivplan.definition.terms import Audience, FieldType, Need
from aktivplan.i18n import LANGUAGES, translator
from tests.definition.books import read_changed, sample_plan, saved, told
from tests.support import make_plan

MISTAKES: list[tuple[dict[str, Any], str, str, str]] = [
    ({"Inställningar!B6": None}, "plan-value-missing", "Inställningar", "B6"),
    ({"Inställningar!B8": "finska"}, "plan-value-wrong", "Inställningar", "B8"),
    ({"Inställningar!B9": "snart"}, "plan-date-wrong", "Inställningar", "B9"),
    ({"Inställningar!B10": date(2026, 1, 1)}, "plan-period-reversed", "Inställningar", "B10"),
    ({"Inställningar!B13": "karin"}, "plan-email-wrong", "Inställningar", "B13"),
    ({"Inställningar!B13": None}, "plan-value-missing", "Inställningar", "B13"),
    ({"Inställningar!B14": None}, "plan-value-missing", "Inställningar", "B14"),
    ({"Inställningar!B18": "månår"}, "plan-value-wrong", "Inställningar", "B18"),
    ({"Inställningar!B19": "kanske"}, "plan-value-wrong", "Inställningar", "B19"),
    ({"Inställningar!B22": "fyra"}, "plan-number-wrong", "Inställningar", "B22"),
    ({"Inställningar!B22": 0}, "plan-number-wrong", "Inställningar", "B22"),
    ({"Inställningar!B22": 2.5}, "plan-number-wrong", "Inställningar", "B22"),
    ({"Inställningar!A12": None, "Inställningar!B12": None}, "plan-setting-missing", "Inställningar", ""),
    ({"Inställningar!A27": "Titel"}, "plan-setting-twice", "Inställningar", "A27"),
    (
        {"Inställningar!A27": "Färg", "Inställningar!B27": "blå"},
        "plan-setting-unknown",
        "Inställningar",
        "A27",
    ),
    ({"Mål!B6": None}, "plan-value-missing", "Mål", "B6"),
    ({"Mål!C6": "9"}, "plan-unknown-parent", "Mål", "C6"),
    ({"Mål!C5": "1"}, "plan-goal-circle", "Mål", "C5"),
    ({"Mål!C7": "1.1"}, "plan-goal-too-deep", "Mål", "C7"),
    ({"Mål!A7": "1.1"}, "plan-duplicate", "Mål", "A7"),
    ({"Mål!A7": "1.2.3.4.5.6.7.8.9.10.11"}, "plan-too-long", "Mål", "A7"),
    ({"Mål!A7": date(2027, 2, 1)}, "plan-date-unexpected", "Mål", "A7"),
    ({"Mål!D7": "=SAKNAS()"}, "plan-cell-without-value", "Mål", "D7"),
    ({"Mål!E4": "Färg"}, "plan-heading-unknown", "Mål", "E4"),
    ({"Mål!D4": "Överordnat mål"}, "plan-heading-twice", "Mål", "D4"),
    ({"Mål!B4": None}, "plan-heading-missing", "Mål", ""),
    ({"Enheter!A6": "B U F"}, "plan-code-wrong", "Enheter", "A6"),
    ({"Enheter!A6": "buf"}, "plan-duplicate", "Enheter", "A6"),
    ({"Enheter!B6": None}, "plan-value-missing", "Enheter", "B6"),
    ({"Enheter!E6": "ali.demir"}, "plan-email-wrong", "Enheter", "E6"),
    ({"Tabeller!B6": "x" * 32}, "plan-too-long", "Tabeller", "B6"),
    ({"Tabeller!B6": "AKTIVITETER"}, "plan-sheet-taken", "Tabeller", "B6"),
    ({"Tabeller!B6": "Läs först"}, "plan-sheet-taken", "Tabeller", "B6"),
    ({"Tabeller!B6": "[*]"}, "plan-sheet-nameless", "Tabeller", "B6"),
    ({"Tabeller!C6": "T4"}, "plan-letters-wrong", "Tabeller", "C6"),
    ({"Tabeller!C6": None}, "plan-letters-missing", "Tabeller", "C6"),
    ({"Tabeller!A7": "tom", "Tabeller!B7": "Tom", "Tabeller!C7": "E"}, "plan-table-empty", "Tabeller", "A7"),
    ({"Tabeller!E5": "ibland"}, "plan-value-wrong", "Tabeller", "E5"),
    ({"Fält!A6": "okänd"}, "plan-unknown-table", "Fält", "A6"),
    ({"Fält!A6": None}, "plan-value-missing", "Fält", "A6"),
    ({"Fält!B6": "tid"}, "plan-duplicate", "Fält", "B8"),
    ({"Fält!B6": "id"}, "plan-key-taken", "Fält", "B6"),
    ({"Fält!B6": "###"}, "plan-code-wrong", "Fält", "B6"),
    ({"Fält!C6": None}, "plan-heading-required", "Fält", "C6"),
    ({"Fält!C9": None}, "plan-value-missing", "Fält", "C9"),
    ({"Fält!C6": "ANSVARIG"}, "plan-heading-repeated", "Fält", "C7"),
    ({"Fält!C6": "nr"}, "plan-heading-taken", "Fält", "C6"),
    ({"Fält!D6": "roman"}, "plan-value-wrong", "Fält", "D6"),
    ({"Fält!E6": "nog"}, "plan-value-wrong", "Fält", "E6"),
    ({"Fält!H13": "ingen"}, "plan-unknown-list", "Fält", "H13"),
    ({"Fält!H13": None}, "plan-list-missing", "Fält", "H13"),
    ({"Fält!I6": "några"}, "plan-value-wrong", "Fält", "I6"),
    ({"Fält!J5": 3}, "plan-level-wrong", "Fält", "J5"),
    ({"Fält!J5": "två"}, "plan-number-wrong", "Fält", "J5"),
    ({"Fält!K19": "låg"}, "plan-decimal-wrong", "Fält", "K19"),
    ({"Fält!K19": 5, "Fält!L19": 4}, "plan-limits-reversed", "Fält", "L19"),
    ({"Vallistor!B6": "planerat"}, "plan-duplicate", "Vallistor", "B6"),
    ({"Vallistor!A6": None}, "plan-value-missing", "Vallistor", "A6"),
    ({"Vallistor!B6": None}, "plan-value-missing", "Vallistor", "B6"),
    ({"Vallistor!C6": "viktig"}, "plan-value-wrong", "Vallistor", "C6"),
]


@pytest.fixture(scope="module", params=MISTAKES)
def mistake(request: pytest.FixtureRequest) -> tuple[PlanRead, tuple[str, str, str]]:
    """A plan with one mistake, as it is read, and what is to be told of it."""
    changes, *place = request.param
    return read_changed(changes), tuple(place)


def test_a_mistake_is_told_with_its_sheet_and_cell(mistake: tuple[PlanRead, tuple[str, str, str]]) -> None:
    read, place = mistake
    assert [told(one) for one in read.findings] == [place]


def test_every_mistake_can_be_told_in_every_language(
    mistake: tuple[PlanRead, tuple[str, str, str]],
) -> None:
    for t in map(translator, LANGUAGES):
        for one in mistake[0].findings:
            assert "{" not in one.text(t)


def test_warnings_leave_the_plan_standing() -> None:
    read = read_changed({"Mål!E4": "Färg", "Inställningar!A27": "Färg", "Inställningar!B27": "blå"})
    assert read.plan == sample_plan()
    assert len(read.findings) == 2


def test_ten_mistakes_are_told_at_once_in_the_order_of_the_workbook() -> None:
    read = read_changed(
        {
            "Inställningar!B8": "finska",
            "Inställningar!B11": "snart",
            "Mål!C6": "9",
            "Mål!A9": "1.1",
            "Enheter!A5": "B U F",
            "Enheter!E7": "bo",
            "Tabeller!C6": "T4",
            "Fält!A6": "okänd",
            "Fält!D8": "roman",
            "Vallistor!C5": "viktig",
        }
    )
    assert read.plan is None
    assert [told(one) for one in read.findings] == [
        ("plan-value-wrong", "Inställningar", "B8"),
        ("plan-date-wrong", "Inställningar", "B11"),
        ("plan-unknown-parent", "Mål", "C6"),
        ("plan-duplicate", "Mål", "A9"),
        ("plan-code-wrong", "Enheter", "A5"),
        ("plan-email-wrong", "Enheter", "E7"),
        ("plan-letters-wrong", "Tabeller", "C6"),
        ("plan-unknown-table", "Fält", "A6"),
        ("plan-value-wrong", "Fält", "D8"),
        ("plan-value-wrong", "Vallistor", "C5"),
    ]


def test_a_finding_names_the_column_as_it_stands_in_the_workbook() -> None:
    read = read_changed({"Mål!A4": "ID:*", "Mål!A7": "1.1"})
    text = read.findings[0].text(translator("sv"))
    assert "ID:*" in text
    assert "A7" in text
    assert "rad 6" in text


def test_a_wrong_word_is_told_with_the_right_ones_in_the_plans_language() -> None:
    text = read_changed({"Fält!E6": "nog"}).findings[0].text(translator("sv"))
    assert "obligatorisk, rekommenderas, frivillig" in text


def test_every_goal_of_a_circle_is_told_but_not_what_hangs_below_it() -> None:
    read = read_changed({"Mål!C5": "1.1"})
    assert [told(one) for one in read.findings] == [
        ("plan-goal-circle", "Mål", "C5"),
        ("plan-goal-circle", "Mål", "C6"),
    ]


def test_a_missing_sheet_is_told_once_and_not_again_for_each_thing_in_it() -> None:
    book = load_workbook(io.BytesIO(write_plan(sample_plan())))
    del book["Tabeller"]
    read = read_plan(saved(book))
    assert [one.code for one in read.findings] == ["plan-sheet-missing"]
    assert "Tabeller" in read.findings[0].text(translator("sv"))


def test_the_sheet_of_choice_lists_may_be_missing_where_nothing_is_chosen_from_it() -> None:
    plan = make_plan(choice_lists=())
    book = load_workbook(io.BytesIO(write_plan(plan)))
    del book["Vallistor"]
    assert read_plan(saved(book)).plan == plan


def test_a_sheet_without_rows_is_told() -> None:
    read = read_changed({f"Enheter!{column}{row}": None for column in "ABCDEF" for row in (5, 6, 7)})
    assert [told(one) for one in read.findings] == [("plan-empty", "Enheter", "")]


def test_a_second_sheet_for_the_same_is_told_and_not_read() -> None:
    book = load_workbook(io.BytesIO(write_plan(sample_plan())))
    book.create_sheet("Goals")["A1"] = "Id"
    read = read_plan(saved(book))
    assert read.plan == sample_plan()
    assert [told(one) for one in read.findings] == [("plan-sheet-twice", "Goals", "")]


def test_sheets_that_are_not_aktivplans_are_left_alone() -> None:
    book = load_workbook(io.BytesIO(write_plan(sample_plan())))
    book.create_sheet("Anteckningar")["A1"] = "Ring Karin"
    assert read_plan(saved(book)).findings == ()


def test_rows_may_be_blank_and_row_numbers_are_excels_own() -> None:
    book = load_workbook(io.BytesIO(write_plan(sample_plan())))
    book["Mål"].insert_rows(6, 3)
    book["Mål"].insert_rows(1, 2)
    book["Mål"]["A12"] = "1.1"
    read = read_plan(saved(book))
    assert [told(one) for one in read.findings] == [("plan-duplicate", "Mål", "A12")]


def test_columns_may_be_moved() -> None:
    full = load_workbook(io.BytesIO(write_plan(sample_plan())))
    sheet = full["Mål"]
    for row in sheet.iter_rows(min_row=4):
        for cell, value in zip(row, reversed([cell.value for cell in row]), strict=True):
            cell.value = value
    assert read_plan(saved(full)).plan == sample_plan()


def test_words_are_read_in_any_case_with_any_hyphens_and_with_marks_behind() -> None:
    read = read_changed(
        {
            "Inställningar!A13": "PROCESSLEDARENS  EPOST:",
            "Enheter!E4": "E post *",
            "Fält!E6": " Obligatorisk ",
            "Fält!D6": "LÅNG-TEXT",
            "Inställningar!B8": "sv",
        }
    )
    assert read.findings == ()
    assert read.plan == sample_plan()


def test_danish_headings_and_words_are_read_in_a_swedish_plan() -> None:
    danish = sample_plan().settings.model_copy(update={"language": "da"})
    content = write_plan(sample_plan().model_copy(update={"settings": danish}))
    book = load_workbook(io.BytesIO(content))
    book["Indstillinger"]["B8"] = "svenska"
    read = read_plan(saved(book))
    assert read.findings == ()
    assert read.plan == sample_plan()


def test_the_models_own_words_are_read_in_every_language() -> None:
    read = read_changed(
        {"Fält!D6": "longtext", "Fält!E6": "required", "Fält!I6": "everyone", "Inställningar!B18": "school"}
    )
    assert read.plan is not None
    field = read.plan.tables[0].field("aktivitet")
    assert (field.type, field.required, field.audience) == (
        FieldType.LONGTEXT,
        Need.REQUIRED,
        Audience.EVERYONE,
    )
    assert read.plan.settings.first_month == 8


def test_dates_may_be_written_as_text() -> None:
    read = read_changed({"Inställningar!B9": "2027-01-01"})
    assert read.plan == sample_plan()


def test_numbers_in_text_columns_are_read_as_people_see_them() -> None:
    read = read_changed({"Mål!A5": 1, "Mål!C6": 1.0, "Mål!A6": 1.1})
    assert read.plan == sample_plan()


def test_numbers_may_have_a_comma() -> None:
    read = read_changed({"Fält!K19": "0,5"})
    assert read.plan is not None
    assert read.plan.tables[1].field("f_number").minimum == 0.5


def test_the_plans_id_is_made_from_its_title_where_it_is_empty() -> None:
    read = read_changed({"Inställningar!B37": None})
    assert read.plan is not None
    assert read.plan.settings.id == "handlingsplan_for_barnets_rattigheter"


def test_keys_are_made_from_titles_and_headings_where_they_are_empty() -> None:
    read = read_changed({"Tabeller!A5": None, "Fält!B6": None, "Fält!C6": "Vad gör ni?"})
    assert read.plan is not None
    assert read.plan.tables[0].key == "aktiviteter"
    assert read.plan.tables[0].fields[1].key == "vad_gor_ni"


@pytest.mark.parametrize("content", [b"", b"hello", write_plan(make_plan())[:3000]])
def test_what_is_no_workbook_is_one_finding(content: bytes) -> None:
    read = read_plan(content)
    assert read.plan is None
    assert [one.code for one in read.findings] == ["plan-unreadable"]


def test_a_workbook_without_any_of_the_sheets_lacks_each_of_them() -> None:
    read = read_plan(saved(Workbook()))
    assert [one.code for one in read.findings] == ["plan-sheet-missing"] * 5


def test_findings_of_a_workbook_without_language_come_in_the_language_of_its_sheets() -> None:
    assert read_changed({"Inställningar!B8": None}).language == "sv"


def test_five_hundred_units_are_read() -> None:
    units = tuple(Unit(code=f"E{number}", name=f"Enhet {number}") for number in range(500))
    plan = make_plan(units=units)
    assert read_plan(write_plan(plan)).plan == plan


def test_reading_imports_no_library_that_writes_workbooks() -> None:
    program = (
        "import sys, aktivplan.definition.plan_reader; "
        "print([name for name in ('openpyxl', 'xlsxwriter', 'pandas') if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
