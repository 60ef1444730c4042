from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from aktivplan.definition.plan_writer import write_plan
from aktivplan.definition.preset import load_preset
from aktivplan.i18n import LANGUAGES
from aktivplan.ooxml import FIXED_TIME
from tests.definition.books import sample_book, sample_plan
from tests.support import make_plan, make_settings


@pytest.fixture(scope="module")
def book() -> Workbook:
    return load_workbook(io.BytesIO(sample_book()))


def prompts(book: Workbook, sheet: str) -> dict[str, str]:
    """The message beside each cell, by the validation's title."""
    validations = book[sheet].data_validations.dataValidation
    return {one.promptTitle: one.prompt for one in validations}


def drop_down(book: Workbook, sheet: str, title: str) -> str:
    (found,) = (one for one in book[sheet].data_validations.dataValidation if one.promptTitle == title)
    assert found.type == "list"
    return str(found.formula1)


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert write_plan(sample_plan()) == sample_book()


def test_the_sheets_are_named_in_the_plans_language() -> None:
    danish = make_plan(settings=make_settings(language="da"))
    names = load_workbook(io.BytesIO(write_plan(danish))).sheetnames
    assert names == ["Indstillinger", "Mål", "Enheder", "Tabeller", "Felter", "Valglister", "Udsendelser"]


def test_the_first_sheet_says_what_the_file_is_and_what_to_do_next(book: Workbook) -> None:
    sheet = book.worksheets[0]
    assert "Aktivplan" in sheet["A2"].value
    assert "aktivplan templates" in sheet["A3"].value


def test_every_setting_and_every_column_has_a_message(book: Workbook) -> None:
    for sheet, row in (
        ("Mål", 4),
        ("Enheter", 4),
        ("Tabeller", 4),
        ("Fält", 4),
        ("Vallistor", 4),
        ("Utskick", 4),
    ):
        headings = [cell.value for cell in book[sheet][row]]
        assert list(prompts(book, sheet)) == headings
        assert all(prompts(book, sheet).values())
    settings = [cell.value for cell in book["Inställningar"]["A"][5:]]
    assert list(prompts(book, "Inställningar")) == settings


def test_lists_are_excel_tables_with_their_headings_in_view(book: Workbook) -> None:
    for sheet in book.worksheets[1:]:
        (table,) = sheet.tables.values()
        assert table.autoFilter is not None
        assert sheet.freeze_panes is not None
        assert sheet.freeze_panes.endswith("5")


def test_enumerated_columns_have_drop_downs_in_the_plans_language(book: Workbook) -> None:
    assert drop_down(book, "Fält", "Krav") == '"obligatorisk,rekommenderas,frivillig"'
    assert "flerval" in drop_down(book, "Fält", "Typ")
    assert drop_down(book, "Inställningar", "Språk") == '"svenska,danska,norska,engelska"'
    assert drop_down(book, "Inställningar", "Förankring med chef krävs") == '"Ja,Nej"'


def test_columns_that_refer_to_other_cells_suggest_them(book: Workbook) -> None:
    assert drop_down(book, "Mål", "Överordnat mål") == "Mål!$A$5:$A$509"
    assert drop_down(book, "Fält", "Tabell").startswith("Tabeller!$A$5:")
    assert drop_down(book, "Fält", "Vallista") == '"status,malgrupp,beslut"'


def test_dates_are_dates(book: Workbook) -> None:
    cell = book["Inställningar"]["B9"]
    assert cell.value.date() == date(2027, 1, 1)
    assert cell.number_format == "yyyy-mm-dd"


def test_ids_are_text_and_so_are_the_cells_below_them(book: Workbook) -> None:
    sheet = book["Mål"]
    assert sheet["A6"].value == "1.1"
    assert sheet["A6"].number_format == "@"
    assert sheet.column_dimensions["A"].number_format == "@"


def test_text_that_begins_like_a_formula_is_text() -> None:
    settings = make_settings(title="=HYPERLINK(1)", organisation="+46", purpose="@alla", follow_up="-1")
    sheet = load_workbook(io.BytesIO(write_plan(make_plan(settings=settings)))).worksheets[0]
    assert [sheet[cell].data_type for cell in ("B6", "B7", "B23", "B24")] == ["s"] * 4
    assert sheet["B6"].value == "=HYPERLINK(1)"


def test_a_list_that_is_empty_has_a_row_to_begin_with() -> None:
    book = load_workbook(io.BytesIO(write_plan(load_preset("handlemal"))))
    (table,) = book["Valglister"].tables.values()
    assert table.ref == "A4:C5"


def test_rows_grow_when_somebody_writes_more() -> None:
    with zipfile.ZipFile(io.BytesIO(sample_book())) as package:
        sheet = package.read("xl/worksheets/sheet1.xml")
    assert b"customHeight" not in sheet


def test_every_sheet_prints_on_the_width_of_a_page_with_its_headings_repeated(book: Workbook) -> None:
    for sheet in book.worksheets:
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.fitToWidth in (None, 1)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_title_rows


def test_the_properties_name_plan_and_organisation_and_no_clock(book: Workbook) -> None:
    assert book.properties.title == "Handlingsplan för barnets rättigheter"
    assert book.properties.creator == "Lindesjö kommun"
    assert book.properties.created == book.properties.modified == FIXED_TIME


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plan_in_any_language_leaves_no_english_behind(language: str) -> None:
    plan = make_plan(settings=make_settings(language=language))
    sheet = load_workbook(io.BytesIO(write_plan(plan))).worksheets[0]
    assert (sheet["A7"].value == "Organisation") == (language in ("sv", "da", "en"))
    assert ("This workbook" in sheet["A2"].value) == (language == "en")
