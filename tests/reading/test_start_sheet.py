from __future__ import annotations

from datetime import date

import pytest

from aktivplan.forms.layout import KEY_DAY, KEY_MANAGER
from aktivplan.i18n import translator
from aktivplan.reading.start_sheet import attestation_findings, attestation_of, find_start_sheet
from aktivplan.records import Attestation
from aktivplan.workbooks.sheets import Cell, Sheet

SV = translator("sv")


def approval(manager: Cell, day: Cell, left: int = 0) -> Attestation | None:
    space: list[Cell] = [""] * left
    rows: list[list[Cell]] = [
        [],
        [*space, "Chefens namn", manager, "", KEY_MANAGER],
        [*space, "Datum", day, "", KEY_DAY],
    ]
    return attestation_of(find_start_sheet([Sheet("Läs först", visible=True, rows=rows)]), "f.xlsx", SV)


def test_name_and_day_stand_beside_their_keys() -> None:
    found = approval(" Per Ström ", date(2026, 11, 1))
    assert found is not None
    assert (found.manager, found.day, found.place.cell) == ("Per Ström", date(2026, 11, 1), "B2")


def test_columns_put_in_to_the_left_move_them() -> None:
    found = approval("Per Ström", date(2026, 11, 1), left=2)
    assert found is not None
    assert (found.manager, found.place.cell) == ("Per Ström", "D2")


@pytest.mark.parametrize("key_column", [1, 2])
def test_a_key_whose_answer_has_been_deleted_with_its_column_is_lost(key_column: int) -> None:
    rows: list[list[Cell]] = [[], [*[""] * (key_column - 1), KEY_MANAGER]]
    start = find_start_sheet([Sheet("Läs först", visible=True, rows=rows)])
    assert attestation_of(start, "f.xlsx", SV) is None
    assert start.place(KEY_MANAGER, "f.xlsx").column == 0


@pytest.mark.parametrize("day", ["2026-11-01", "1 november 2026", "1/11 2026", "1.11.2026"])
def test_a_day_may_be_written_out(day: str) -> None:
    found = approval("Per Ström", day)
    assert found is not None
    assert found.day == date(2026, 11, 1)


@pytest.mark.parametrize(
    ("manager", "day", "cell"),
    [
        ("Per Ström 2026-11-01", "", "B2"),
        ("Per Ström, 1 november 2026", "", "B2"),
        ("Per Ström den 1 nov 2026", "", "B2"),
        ("", "Per Ström, 1/11 2026", "B3"),
    ],
)
def test_name_and_day_may_stand_in_one_cell(manager: str, day: str, cell: str) -> None:
    rows: list[list[Cell]] = [[], ["", manager, "", KEY_MANAGER], ["", day, "", KEY_DAY]]
    start = find_start_sheet([Sheet("Läs först", visible=True, rows=rows)])
    read = attestation_of(start, "f.xlsx", SV)
    assert read is not None
    assert (read.manager, read.day) == ("Per Ström", date(2026, 11, 1))
    (told,) = attestation_findings(start, read, "BUF", SV)
    assert (told.code, told.place.cell) == ("attestation-in-one-cell", cell)


def test_a_name_alone_has_no_day() -> None:
    read = approval("Per Ström", "")
    assert read is not None
    assert (read.manager, read.day) == ("Per Ström", None)


@pytest.mark.parametrize("day", ["", "igår", "1 november", "november 2026"])
def test_what_is_no_whole_day_is_none(day: str) -> None:
    found = approval("Per Ström", day)
    assert found is not None
    assert found.day is None


def test_nothing_filled_in_is_an_empty_approval() -> None:
    found = approval("", "")
    assert found is not None
    assert (found.manager, found.day) == ("", None)


def test_a_sheet_without_the_keys_is_not_the_first_sheet() -> None:
    start = find_start_sheet([Sheet("Blad1", visible=True, rows=[["Chefens namn", "Per Ström"]])])
    assert attestation_of(start, "f.xlsx", SV) is None
