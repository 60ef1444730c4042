"""Units as people write them, in cells and in file names."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aktivplan.definition.models import Unit
from aktivplan.reading.roster import Roster, roster_of
from tests.support import make_plan, make_settings

PLAN = make_plan(
    settings=make_settings(title="Handlingsplan för kultur och fritid"),
    units=(
        Unit(code="BUF", name="Barn- och utbildningsförvaltningen"),
        Unit(code="SKO", name="Skolan"),
        Unit(code="SKO-1", name="Vikskolan"),
        Unit(code="KOF", name="Kultur och fritid"),
        Unit(code="Å", name="Skolan vid ån"),
        Unit(code="PC", name="Datorer"),
    ),
)
ROSTER = Roster(PLAN)


@pytest.mark.parametrize(
    ("file", "units"),
    [
        ("Svar/BUF handlingsplan.xlsx", {"BUF"}),
        ("plan_buf_2027.xlsx", {"BUF"}),
        ("plan_buf_v2.xlsx", {"BUF"}),
        ("2027-BUF-rev3.xlsx", {"BUF"}),
        ("BUF plan (1).xlsx", {"BUF"}),
        ("BUF plan-DESKTOP-AB12CD.xlsx", {"BUF"}),
        ("BUF plan – kopia (2).xlsx", {"BUF"}),
        ("BUF plan (SKO Vikskolans konflikterande kopia 2026-11-03).xlsx", {"BUF"}),
        ("BUF plan-PC.xlsx", {"BUF"}),
        ("SKO-1 plan.xlsx", {"SKO-1"}),
        ("SKO plan.xlsx", {"SKO"}),
        ("SKO (1).xlsx", {"SKO"}),
        ("SKO-1 och SKO.xlsx", {"SKO-1", "SKO"}),
        ("Barn-_och_utbildningsförvaltningen.xlsx", {"BUF"}),
        ("vikskolan plan.xlsx", {"SKO-1"}),
        ("Plan Skolan vid ån 2027.xlsx", {"Å"}),
        ("Kultur och fritid svar.xlsx", {"KOF"}),
        ("BUF Handlingsplan för kultur och fritid.xlsx", {"BUF"}),
        ("BUF Handlingsplan för kultur och fri.xlsx", {"BUF"}),
        ("Handlingsplan för kultur och fritid.xlsx", set()),
        ("BUFFE.xlsx", set()),
        ("BUF och SKO.xlsx", {"BUF", "SKO"}),
    ],
)
def test_a_file_name_is_read_word_by_word(file: str, units: set[str]) -> None:
    assert ROSTER.in_file_name(file) == units


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("BUF-003", {"BUF"}),
        ("sko-1-A012", {"SKO-1"}),
        ("SKO-1", set()),
        ("BUF 003", set()),
        ("XYZ-003", set()),
    ],
)
def test_a_record_id_tells_its_unit(text: str, units: set[str]) -> None:
    assert ROSTER.numbered(text) == units


@given(st.text(alphabet=st.sampled_from("BUFSKO-1 _()–kopia.xå/\u0301\x00"), max_size=60))
def test_no_file_name_is_too_strange_to_be_read(file: str) -> None:
    assert ROSTER.in_file_name(file) <= {"BUF", "SKO", "SKO-1", "KOF", "Å", "PC"}


def test_a_name_as_long_as_archives_allow_is_read_at_once() -> None:
    began = time.perf_counter()
    assert ROSTER.in_file_name("BUF" + "_" * 60_000 + "(x.xlsx") == {"BUF"}
    assert time.perf_counter() - began < 1


def test_a_plan_has_one_roster() -> None:
    assert roster_of(PLAN) is roster_of(PLAN)
    assert roster_of(make_plan()).called("SOC") == {"SOC"}
    assert roster_of(PLAN).called("SOC") == set()
