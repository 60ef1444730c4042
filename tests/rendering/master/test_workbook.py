from __future__ import annotations

import re
import shutil
import subprocess
from itertools import groupby
from pathlib import Path

import pytest
from lxml import etree
from openpyxl.utils import column_index_from_string

from aktivplan.rendering.master import render_master
from tests.rendering.master.support import edition_of_every_type, of, parts, rendered, shown, small_edition
from tests.support import activities_table, activity, make_plan, make_settings, make_submission, value


def test_the_same_edition_gives_the_same_bytes() -> None:
    assert render_master(small_edition()) == render_master(small_edition())


def test_the_sheets_stand_in_a_fixed_order_with_names_in_the_plans_language() -> None:
    names = [sheet.title for sheet in shown(rendered(small_edition()))]

    assert names == [
        "Översikt",
        "Aktiviteter",
        "Tidslinje",
        "Månader",
        "Mål och enheter",
        "Enheter",
        "Ansvarig",
        "Anmärkningar",
        "Ej medtagna rader",
        "Källor",
    ]


def test_a_danish_plan_gets_danish_sheets() -> None:
    edition = small_edition(settings=make_settings(language="da"))

    assert rendered(edition).sheetnames[:4] == ["Oversigt", "Aktiviteter", "Tidslinje", "Måneder"]


def test_every_sheet_but_the_overview_has_one_table_with_a_filter_and_frozen_headings() -> None:
    _overview, *sheets = shown(rendered(small_edition()))

    for sheet in sheets:
        (table,) = sheet.tables.values()
        assert table.ref == f"A5:{sheet.dimensions.split(':')[1]}"
        assert table.autoFilter is not None
        assert table.autoFilter.ref == table.ref
        assert sheet.freeze_panes is not None
        assert sheet.freeze_panes.endswith("6")


def test_every_sheet_prints_landscape_and_repeats_its_headings() -> None:
    for sheet in shown(rendered(small_edition()))[1:]:
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.print_title_rows == "$5:$5"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage


def test_no_cells_are_merged() -> None:
    assert not any("mergeCell" in xml for xml in parts(small_edition()).values())


def test_the_elements_of_every_sheet_stand_in_the_order_that_excel_demands_each_once() -> None:
    order = [
        "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "conditionalFormatting",
        "dataValidations", "hyperlinks", "pageMargins", "pageSetup", "headerFooter", "drawing", "tableParts", "extLst",
    ]  # fmt: skip
    found = parts(edition_of_every_type(f_text=value("x"))) | parts(small_edition())

    for xml in (xml for name, xml in found.items() if name.startswith("xl/worksheets/sheet")):
        names = [etree.QName(child).localname for child in etree.fromstring(xml.encode())]
        once = [name for name, _ in groupby(names)]
        assert once == [name for name in order if name in names]
        assert names.count("hyperlinks") <= 1


def test_every_cell_stands_in_its_row_from_left_to_right() -> None:
    xml = parts(small_edition())["xl/worksheets/sheet2.xml"]
    found = [
        (int(row), column_index_from_string(letters))
        for letters, row in re.findall(r'<c r="([A-Z]+)(\d+)"', xml)
    ]

    assert found == sorted(set(found))


def test_a_plan_table_that_is_called_as_one_of_our_sheets_keeps_its_name() -> None:
    plan = make_plan(tables=(activities_table(title="Enheter"),))
    edition = of(plan, make_submission(plan, "BUF", activity(plan, "BUF", 1)))

    assert rendered(edition).sheetnames[1:6] == [
        "Enheter",
        "Tidslinje",
        "Månader",
        "Mål och enheter",
        "Enheter (2)",
    ]


def test_an_edition_without_any_answer_says_so_instead_of_showing_empty_tables() -> None:
    book = rendered(of(make_plan()))

    assert book["Aktiviteter"]["A2"].value == "Inga rader är medtagna."
    assert book["Anmärkningar"]["A2"].value == "Inga anmärkningar."
    assert book["Ej medtagna rader"]["A2"].value == "Ingen rad har behövt lämnas utanför."
    assert not book["Källor"].tables


def test_the_workbook_carries_the_plans_title_and_no_date_of_its_own() -> None:
    properties = rendered(small_edition()).properties

    assert properties.title == "Handlingsplan för barnets rättigheter"
    assert properties.created is not None
    assert properties.created.year == 2000


def test_libreoffice_opens_the_workbook(tmp_path: Path) -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("soffice (LibreOffice) is not installed")
    (tmp_path / "master.xlsx").write_bytes(render_master(small_edition()))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"

    subprocess.run(
        [
            soffice,
            profile,
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            tmp_path,
            tmp_path / "master.xlsx",
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )

    assert (tmp_path / "master.pdf").read_bytes().startswith(b"%PDF")
