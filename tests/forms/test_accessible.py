"""What the law and Excel's own checker ask of a form, one rule a test, for the blank form of every preset."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from functools import cache

import pytest
from openpyxl.cell import Cell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from aktivplan.definition import PRESETS
from aktivplan.definition.preset import load_preset
from aktivplan.forms.writer import write_form
from aktivplan.linting.contrast import contrast
from tests.forms.support import opened

every_preset = pytest.mark.parametrize("preset", PRESETS)
UNNAMED = re.compile(r"(?:sheet|blad|ark)\s*\d*", re.IGNORECASE)
WHITE, BLACK = "FFFFFF", "000000"


@cache
def blank(preset: str) -> bytes:
    plan = load_preset(preset)
    return write_form(plan, plan.units[0])


@cache
def book(preset: str) -> Workbook:
    return opened(blank(preset))


def shown(preset: str) -> list[Worksheet]:
    return [sheet for sheet in book(preset) if sheet.sheet_state == "visible"]


def filled(sheet: Worksheet) -> Iterator[Cell]:
    return (cell for row in sheet.iter_rows() for cell in row if cell.value not in (None, ""))


@every_preset
def test_sheets_are_named_for_what_they_hold_and_say_it_first(preset: str) -> None:
    for sheet in shown(preset):
        assert not UNNAMED.fullmatch(sheet.title)
        assert sheet["A1"].value


@every_preset
def test_every_list_to_fill_in_is_an_excel_table_with_its_headings(preset: str) -> None:
    plan = load_preset(preset)
    sheets = {sheet.title: sheet for sheet in shown(preset)}
    for table in plan.tables:
        (area,) = sheets[table.title].tables.values()
        headings = [cell.value for cell in sheets[table.title][area.ref][0]]
        assert area.headerRowCount == 1
        assert headings == area.column_names
        assert all(headings)


@every_preset
def test_the_list_of_goals_is_an_excel_table_of_all_goals(preset: str) -> None:
    plan = load_preset(preset)
    goals = shown(preset)[1]
    (area,) = goals.tables.values()
    texts = [row[1].value for row in goals[area.ref]]
    assert texts[1:] == [goal.label for goal in plan.walk()]
    assert area.headerRowCount == 1


@every_preset
def test_no_cells_are_merged(preset: str) -> None:
    assert [sheet.title for sheet in book(preset) if sheet.merged_cells.ranges] == []


@every_preset
def test_there_is_no_picture_or_chart_that_would_need_a_text(preset: str) -> None:
    with zipfile.ZipFile(io.BytesIO(blank(preset))) as package:
        assert [name for name in package.namelist() if re.search("drawings|media|charts", name)] == []


@every_preset
def test_all_text_can_be_told_from_what_is_behind_it(preset: str) -> None:
    poor = [
        (sheet.title, cell.coordinate, cell.value)
        for sheet in shown(preset)
        for cell in filled(sheet)
        if contrast(_colour(cell.font.color, BLACK), _background(cell)) < 4.5
    ]
    assert poor == []


@every_preset
def test_marks_that_come_and_go_leave_the_text_readable(preset: str) -> None:
    for sheet in shown(preset):
        for area in sheet.conditional_formatting:
            for rule in area.rules:
                fill, font = rule.dxf.fill, rule.dxf.font
                behind = _colour(fill.bgColor, WHITE) if fill else WHITE
                text = _colour(font.color, BLACK) if font else BLACK
                assert contrast(text, behind) >= 4.5


@every_preset
def test_a_row_says_in_a_word_what_its_marks_say_in_colour(preset: str) -> None:
    plan = load_preset(preset)
    for table in plan.tables:
        sheet = book(preset)[table.title]
        coloured = [rule for area in sheet.conditional_formatting for rule in area.rules if rule.dxf.fill]
        # What a rule prints beside the row's number is part of its number format, in quotation marks.
        words = [
            rule.dxf.numFmt.formatCode
            for area in sheet.conditional_formatting
            for rule in area.rules
            if "A6" in area and rule.dxf.numFmt
        ]
        assert coloured
        assert len({word for word in words if re.search(r"\w{3,}", word)}) == 2


@every_preset
def test_no_number_is_red_to_say_that_it_is_negative(preset: str) -> None:
    formats = {cell.number_format for sheet in shown(preset) for row in sheet.iter_rows() for cell in row}
    assert [one for one in formats if re.search(r"\[(?:Red|Color)", one, re.IGNORECASE)] == []


def _colour(colour: object, otherwise: str) -> str:
    told = getattr(colour, "rgb", None)
    return told[-6:] if isinstance(told, str) and getattr(colour, "type", "") == "rgb" else otherwise


def _background(cell: Cell) -> str:
    return _colour(cell.fill.fgColor, WHITE) if cell.fill.patternType == "solid" else WHITE
