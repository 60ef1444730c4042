"""Texts that a unit writes around the cells to fill in."""

from __future__ import annotations

import pytest
from openpyxl import Workbook

from aktivplan.definition.models import Plan
from aktivplan.forms.layout import META_SHEET
from tests.reading.filling import blank_form, codes, fill_in, read
from tests.support import make_plan, make_settings

PLAN = make_plan(settings=make_settings(attestation=True))


@pytest.fixture
def form() -> Workbook:
    book = blank_form(PLAN)
    fill_in(book, PLAN)
    rows = {str(row[3].value): row[1] for row in book.worksheets[0].iter_rows() if row[3].value}
    rows["attestation.manager"].value = "Per Ström"
    rows["attestation.day"].value = "2026-11-02"
    return book


def notes(book: Workbook, plan: Plan = PLAN) -> list[tuple[str, str, str]]:
    return [(one.place.sheet, one.place.cell, one.text) for one in read(plan, book).leftovers]


def test_a_form_filled_in_as_asked_leaves_nothing_over(form: Workbook) -> None:
    submission = read(PLAN, form)
    assert (submission.leftovers, codes(submission)) == ((), [])


def test_a_note_on_the_first_sheet_is_kept_and_told(form: Workbook) -> None:
    form.worksheets[0]["C8"] = "Vi saknar ännu en rektor"
    submission = read(PLAN, form)
    assert notes(form) == [("Läs först", "C8", "Vi saknar ännu en rektor")]
    (told,) = submission.findings
    assert (told.code, told.place.cell) == ("texts-kept", "C8")


def test_what_a_unit_changes_on_the_first_sheet_is_kept_with_its_label(form: Workbook) -> None:
    first = form.worksheets[0]
    row = next(row for row in first.iter_rows() if row[1].value == "Eva Lind")
    row[1].value = "Ny kontakt: Maja Berg"
    (left,) = read(PLAN, form).leftovers
    assert (left.heading, left.text) == (row[0].value, "Ny kontakt: Maja Berg")


def test_a_note_above_the_table_is_kept(form: Workbook) -> None:
    form["Aktiviteter"]["D2"] = "OBS preliminärt"
    assert notes(form) == [("Aktiviteter", "D2", "OBS preliminärt")]


def test_the_count_of_rows_is_no_note_whatever_it_says(form: Workbook) -> None:
    form["Aktiviteter"]["A3"] = (
        str(form["Aktiviteter"]["A3"].value).split("&")[0].strip('="')
        + "7. Klara: 5. Kvar att göra klart: 2."
    )
    assert [text for _sheet, _cell, text in notes(form) if "Påbörjade" not in text] == []


def test_a_form_that_does_not_say_what_was_printed_has_no_notes(form: Workbook) -> None:
    hidden = form[META_SHEET]
    for row in hidden.iter_rows():
        if row[0].value == "printed":
            row[1].value = None
    form.worksheets[0]["C8"] = "Vi saknar ännu en rektor"
    assert notes(form) == []


@pytest.mark.parametrize("number", [0, 1])
def test_rows_that_were_read_from_the_forms_other_sheets_are_no_notes(form: Workbook, number: int) -> None:
    sheet = form.worksheets[number]
    row = sheet.max_row + 3
    table = (("Övergripande mål", "Aktivitet", "Ansvarig", "Tid"), ("1.1", "Måla", "Bo Ek", "juni 2027"))
    for at, texts in enumerate(table, start=row):
        for column, text in enumerate(texts, start=1):
            sheet.cell(at, column).value = text
    sheet.cell(row + 4, 1).value = "Mvh Eva"
    submission = read(PLAN, form)
    assert [record.value("aktivitet").text for record in submission.records].count("Måla") == 1
    assert "Måla" not in [text for _sheet, _cell, text in notes(form)]


def test_the_goals_of_a_form_in_another_language_are_no_sheet_of_the_units_own(form: Workbook) -> None:
    plan = make_plan(settings=make_settings(attestation=True, language="nb"))
    submission = read(plan, form)
    assert (submission.leftovers, codes(submission)) == ((), ["form-other-language"])
