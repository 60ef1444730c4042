from __future__ import annotations

import pytest
from openpyxl import Workbook

from aktivplan.reading.decisions import read_decisions
from aktivplan.records import Decision
from aktivplan.workbooks.sheets import ReadingError
from tests.reading.filling import saved
from tests.support import every_type_table, make_plan

PLAN = make_plan(tables=(every_type_table(),))
KEYS = ("allt.id", "allt.f_text", "allt.beslut")
HEADINGS = ("Nr", "Fält text", "Beslut")


def master(*rows: tuple[str, str, str], keys: tuple[str, ...] = KEYS) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Alla typer"
    sheet.append(["Alla typer"])
    for row in (keys, HEADINGS, *rows):
        sheet.append(list(row))
    book.create_sheet("Översikt")["A1"] = "3 av 4 har svarat"
    return saved(book)


def decisions(*rows: tuple[str, str, str]) -> tuple[Decision, ...]:
    return read_decisions(PLAN, master(*rows), "master.xlsx")


def test_what_leaders_filled_in_is_read_by_record() -> None:
    (decision,) = decisions(("BUF-T001", "Kurs", "Beviljat"))
    assert (decision.record, decision.table) == ("BUF-T001", "allt")
    assert {key: value.parsed for key, value in decision.values.items()} == {"beslut": "Beviljat"}


def test_the_place_is_that_of_the_master_workbook() -> None:
    (decision,) = decisions(("BUF-T001", "", ""), ("BUF-T002", "", "Avslag"))
    assert (decision.place.file, decision.place.sheet, decision.place.row) == ("master.xlsx", "Alla typer", 5)
    assert decision.values["beslut"].column == 3


def test_rows_where_leaders_wrote_nothing_are_no_decisions() -> None:
    assert decisions(("BUF-T001", "Kurs", ""), ("", "", "Avslag")) == ()


def test_what_is_not_understood_is_kept_as_text() -> None:
    (decision,) = decisions(("BUF-T001", "", "Kanske"))
    assert (decision.values["beslut"].text, decision.values["beslut"].parsed) == ("Kanske", None)


def test_a_sheet_without_ids_is_passed_over() -> None:
    content = master(("BUF-T001", "", "Beviljat"), keys=("", "allt.f_text", "allt.beslut"))
    assert read_decisions(PLAN, content, "master.xlsx") == ()


def test_what_is_no_workbook_raises() -> None:
    with pytest.raises(ReadingError):
        read_decisions(PLAN, b"nej", "master.xlsx")
