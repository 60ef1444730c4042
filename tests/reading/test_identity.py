from __future__ import annotations

import pytest

from aktivplan.definition.models import Unit
from aktivplan.forms.layout import KEY_UNIT, META_SHEET
from aktivplan.i18n import translator
from aktivplan.reading.identity import Identity, identify, read_meta
from aktivplan.reading.start_sheet import find_start_sheet
from aktivplan.workbooks.sheets import Cell, Sheet
from tests.support import make_plan

PLAN = make_plan(
    units=(
        Unit(code="BUF", name="Barn- och utbildningsförvaltningen"),
        Unit(code="SKO", name="Skolan"),
        Unit(code="SKO-1", name="Vikskolan"),
    )
)


def meta(unit: str, plan: str = "barnplan") -> Sheet:
    return Sheet(META_SHEET, visible=False, rows=[["plan", plan], ["unit", unit]])


def start(code: Cell, *more: list[Cell]) -> Sheet:
    return Sheet("Läs först", visible=True, rows=[["Enhetens kod", code, "", KEY_UNIT], *more])


def who(*sheets: Sheet, file: str = "svar.xlsx") -> Identity:
    visible = [sheet for sheet in sheets if sheet.visible]
    return identify(PLAN, read_meta(sheets, translator("sv")), sheets, find_start_sheet(visible), file)


def test_the_hidden_sheet_says_plan_and_unit() -> None:
    assert who(meta("BUF"), start("SKO")) == Identity("barnplan", "BUF", "SKO")


@pytest.mark.parametrize("code", ["SKO", "sko ", "Skolan", "SKO – Skolan", "Skolan (SKO)"])
def test_without_it_the_cell_for_the_code_does(code: str) -> None:
    assert who(start(code)).unit == "SKO"


def test_a_hidden_unit_that_the_plan_does_not_have_gives_way_to_the_cell() -> None:
    assert who(meta("XYZ"), start("SKO")).unit == "SKO"


def test_any_cell_of_the_first_sheet_may_name_the_unit() -> None:
    plain = Sheet("Blad1", visible=True, rows=[["Vår plan", ""], ["Enhet:", "Vikskolan"]])
    assert who(plain).unit == "SKO-1"


def test_two_units_on_the_first_sheet_are_none() -> None:
    plain = Sheet("Blad1", visible=True, rows=[["Skolan", "Vikskolan"]])
    assert who(plain).unit == ""


@pytest.mark.parametrize(
    ("file", "unit"),
    [
        ("Svar/BUF handlingsplan.xlsx", "BUF"),
        ("plan_buf_2027.xlsx", "BUF"),
        ("SKO-1 plan.xlsx", "SKO-1"),
        ("SKO plan.xlsx", "SKO"),
        ("BUFFE.xlsx", ""),
        ("BUF och SKO.xlsx", ""),
    ],
)
def test_at_last_the_file_name_is_looked_at_word_by_word(file: str, unit: str) -> None:
    assert who(Sheet("Blad1", visible=True, rows=[]), file=file).unit == unit


def test_what_was_claimed_is_told_when_nothing_fits() -> None:
    assert who(meta("XYZ"), start("ABC")) == Identity("barnplan", "", "ABC")
