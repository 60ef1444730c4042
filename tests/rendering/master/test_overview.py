from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from openpyxl.worksheet.worksheet import Worksheet

from aktivplan.definition.models import Goal, Unit
from tests.rendering.master.support import of, parts, rendered, shown, small_edition
from tests.support import activity, make_plan, make_submission


def block(sheet: Worksheet, key: str) -> list[tuple[object, ...]]:
    return [tuple(cell.value for cell in row) for row in sheet[sheet.tables[f"overview_{key}"].ref][1:]]


def test_it_names_the_plan_the_organisation_the_period_and_the_day() -> None:
    sheet = rendered(replace(small_edition(), day=date(2026, 11, 20)))["Översikt"]

    assert sheet["A1"].value == "Handlingsplan för barnets rättigheter"
    assert sheet["A2"].value == (
        "Lindesjö kommun · Period 1 januari 2027 – 31 december 2027 · Utgåva 20 november 2026"
    )


def test_no_day_is_printed_where_none_is_given() -> None:
    assert "Utgåva" not in rendered(small_edition())["Översikt"]["A2"].value


def test_it_counts_units_files_rows_and_findings() -> None:
    sheet = rendered(small_edition())["Översikt"]

    assert block(sheet, "status")[:4] == [
        ("Har svarat", 1),
        ("Svaret avvisat", 1),
        ("Saknas", 1),
        ("Totalt", 3),
    ]
    assert block(sheet, "files") == [("Godtagen", 1), ("Avvisad", 1), ("Överhoppad", 0), ("Hittade", 2)]
    assert block(sheet, "taken_in") == [("Medtagna rader", 2), ("Ej medtagna rader", 2)]
    assert block(sheet, "severity") == [("Fel", 2), ("Varning", 1), ("Upplysning", 0)]


def test_it_counts_rows_for_each_goal_and_each_unit() -> None:
    sheet = rendered(small_edition())["Översikt"]

    assert [(row[0], row[2], row[3]) for row in block(sheet, "goals")] == [
        ("1.1", 1, 1),
        ("1.2", 0, 0),
        ("2.1", 1, 1),
    ]
    assert block(sheet, "units_overview")[0] == ("Barn- och utbildningsförvaltningen", "Har svarat", 2)


def test_it_leads_to_every_other_sheet() -> None:
    book = rendered(small_edition())
    sheet = book["Översikt"]
    targets = [cell.hyperlink.location for row in sheet.iter_rows() for cell in row if cell.hyperlink]

    assert targets == [f"'{other.title}'!A1" for other in shown(book)[1:]]


def test_native_charts_have_titles_and_tell_in_words_what_they_show() -> None:
    found = parts(small_edition())
    drawing = found["xl/drawings/drawing1.xml"]
    described = re.findall(r'<xdr:cNvPr [^>]*descr="([^"]+)"', drawing)

    assert described[:2] == [
        "Rader per mål. 1.1: 1; 1.2: 0; 2.1: 1.",
        "Vilka har svarat. Har svarat: 1; Svaret avvisat: 1; Saknas: 1.",
    ]
    assert described[2].startswith("Rader som pågår eller ska vara klara, över tid. januari 2027: 0;")
    titles = [re.search(r"<a:t>([^<]+)", found[f"xl/charts/chart{number}.xml"]) for number in (1, 2, 3)]
    assert [title and title.group(1) for title in titles] == [
        "Rader per mål",
        "Vilka har svarat",
        "Rader som pågår eller ska vara klara, över tid",
    ]


def test_units_in_groups_are_charted_by_group() -> None:
    units = (Unit(code="A", name="A", group="Skola"), Unit(code="B", name="B", group="Vård"))
    plan = make_plan(units=units)
    drawing = parts(of(plan, make_submission(plan, "B", activity(plan, "B", 1))))["xl/drawings/drawing1.xml"]

    assert 'descr="Vilka har svarat, per grupp. Skola: 0 / 1; Vård: 1 / 1."' in drawing


def test_it_tells_in_a_line_what_every_sheet_holds() -> None:
    sheet = rendered(small_edition())["Översikt"]
    rows = block(sheet, "sheets")

    assert rows[0] == ("Aktiviteter", 2, "2 rader är medtagna, från 1 enhet.")
    assert all(row[2] for row in rows)


def test_key_figures_and_the_data_of_every_table_have_names() -> None:
    book = rendered(small_edition())

    named = book.defined_names["figure_status_answered"].attr_text
    sheet, cell = named.rsplit("!", 1)
    assert book[sheet.strip("'")][cell.replace("$", "")].value == 1
    assert book.defined_names["data_rows_aktiviteter"].attr_text == "'Aktiviteter'!$A$6:$P$7"


def test_it_prints_on_one_landscape_page() -> None:
    sheet = rendered(small_edition())["Översikt"]

    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.orientation == "landscape"
    # Excel's own default, which is not written out, is one page each way.
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (None, None)


def test_with_many_units_it_shows_groups_and_with_many_goals_a_level_that_fits() -> None:
    units = tuple(
        Unit(code=f"E{number}", name=f"Enhet {number}", group=f"Område {number % 3}") for number in range(500)
    )
    areas = tuple(Goal(id=str(number), text="Område") for number in (1, 2))
    goals = tuple(
        Goal(id=f"{area}.{number}", text="Mål", parent=area) for area in "12" for number in range(1, 20)
    )
    plan = make_plan(units=units, goals=(*areas, *goals))
    edition = of(plan, make_submission(plan, "E4", activity(plan, "E4", 1, goal="2.3")))

    sheet = rendered(edition)["Översikt"]

    assert block(sheet, "groups") == [
        ("Område 0", "0 / 167", 0),
        ("Område 1", "1 / 167", 1),
        ("Område 2", "0 / 166", 0),
    ]
    assert [row[0] for row in block(sheet, "goals")] == ["1", "2"]
    assert "overview_units_overview" not in sheet.tables
