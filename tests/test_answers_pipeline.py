"""Which answer counts, from files in the folder to the master workbook, with nothing in between made up."""

from __future__ import annotations

import io
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from aktivplan.definition.models import Field, Plan
from aktivplan.definition.terms import Counting
from aktivplan.demo.saved_time import with_saved_time
from aktivplan.edition import Edition, Outcome, Source
from aktivplan.evidence import Evidence
from aktivplan.folder import PlanFolder
from aktivplan.forms.layout import META_SHEET
from aktivplan.forms.writer import write_form
from aktivplan.pipeline import build, consolidated
from aktivplan.records import Value
from tests.support import activities_table, activity, make_plan, make_settings

PLAN = make_plan()
CODE, NAME = "B6", "B5"
"""Cells of the first sheet."""


@pytest.fixture
def folder(tmp_path: Path) -> PlanFolder:
    """A plan folder without answers."""
    place = PlanFolder(tmp_path)
    place.returned.mkdir()
    return place


def day(number: int) -> datetime:
    return datetime(2026, 11, number, 9, 0, tzinfo=UTC)


def form(unit: str, *texts: str, plan: Plan = PLAN, **changes: Value) -> bytes:
    """A unit's form, one row per text."""
    rows = [activity(plan, unit, number, text=text, **changes) for number, text in enumerate(texts, start=1)]
    return write_form(plan, plan.units_by_code[unit], rows)


def drop(folder: PlanFolder, name: str, content: bytes, *, saved: int = 0, filed: int = 1) -> None:
    """Lay the file among the answers, saved and dated on those days of November."""
    path = folder.returned / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(with_saved_time(content, day(saved)) if saved else content)
    os.utime(path, (day(filed).timestamp(), day(filed).timestamp()))


def edited(content: bytes, **cells: str) -> bytes:
    """The workbook with cells of its first sheet changed, or (by "meta_unit") of its hidden one."""
    book = load_workbook(io.BytesIO(content))
    for cell, text in cells.items():
        if cell.startswith("meta_"):
            row = next(row for row in book[META_SHEET].iter_rows() if row[0].value == cell[5:])
            row[1].value = text
        else:
            book.worksheets[0][cell] = text
    return bytes_of(book)


def bytes_of(book: Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def own_workbook(*rows: list[str]) -> bytes:
    """A workbook that a unit has made itself."""
    book = Workbook()
    for row in (["Övergripande mål", "Aktivitet", "Ansvarig", "Tid"], *rows):
        book.active.append(row)
    return bytes_of(book)


def sources(edition: Edition) -> dict[str, Source]:
    return {one.file: one for one in edition.sources}


def codes(edition: Edition, file: str) -> list[str]:
    return [one.code for one in edition.findings if one.place.file == file]


def texts(edition: Edition) -> list[str]:
    return [record.value("aktivitet").text for record in edition.records]


def test_a_mended_answer_counts_and_what_was_mended_stands_in_the_master(folder: PlanFolder) -> None:
    drop(folder, "BUF svar.xlsx", form("BUF", "Kurs", "Samråd", ansvarig=Value("")), saved=3)
    drop(folder, "BUF rättad.xlsx", form("BUF", "Kurs", "Samråd", "Läger"), saved=4)
    edition = build(folder, PLAN).edition
    assert texts(edition) == ["Kurs", "Samråd", "Läger"]
    assert codes(edition, "BUF svar.xlsx") == ["answer-replaced"]
    (told,) = (one for one in edition.findings if one.code == "answer-replaced")
    assert dict(told.arguments) == {"later": "BUF rättad.xlsx", "changed": 2, "added": 1, "gone": 0}
    sheet = load_workbook(folder.master_file)["Skillnader mellan svar"]
    cells = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert sum("Ansvarig" in row and "Rektor" in row and "Ändrad" in row for row in cells) == 2


@pytest.mark.parametrize(
    ("counting", "counts"),
    [(Counting.SAVED, "a.xlsx"), (Counting.MAILED, "b.xlsx"), (Counting.FILED, "b.xlsx")],
)
def test_the_plan_says_which_clock_decides(folder: PlanFolder, counting: Counting, counts: str) -> None:
    drop(folder, "a.xlsx", form("BUF", "Kurs"), saved=9, filed=10)
    drop(folder, "b.xlsx", form("BUF", "Samråd"), saved=8, filed=11)
    plan = make_plan(settings=make_settings(counting=counting))
    found = sources(consolidated(folder, plan))
    assert [name for name, one in found.items() if one.outcome is Outcome.ACCEPTED] == [counts]


def test_the_clock_is_no_part_of_what_is_asked(folder: PlanFolder) -> None:
    drop(folder, "a.xlsx", form("BUF", "Kurs"))
    plan = make_plan(settings=make_settings(counting=Counting.FILED))
    assert codes(consolidated(folder, plan), "a.xlsx") == []


def test_each_kind_of_evidence_tells_the_unit(folder: PlanFolder) -> None:
    rows = (["1.1", "Kurs", "Rektor", "VT27"], ["1.1", "Samråd", "Rektor", "VT27"])
    drop(folder, "a.xlsx", form("BUF", "Kurs"))
    drop(folder, "b.xlsx", edited(form("SOC", "Kurs"), meta_unit=""))
    drop(folder, "kultur_och_fritid (1).xlsx", own_workbook(*rows))
    found = sources(consolidated(folder, PLAN))
    assert {one.unit: one.identified_by for one in found.values()} == {
        "BUF": Evidence.HIDDEN_SHEET,
        "SOC": Evidence.CODE_CELL,
        "KOF": Evidence.FILE_NAME,
    }
    assert {one.outcome for one in found.values()} == {Outcome.ACCEPTED}


def test_a_form_made_from_another_units_is_held_back_until_a_folder_says_whose_it_is(
    folder: PlanFolder,
) -> None:
    copied = edited(form("BUF", "Fritidsgård"), **{CODE: "KOF", NAME: "Kultur och fritid"})
    drop(folder, "BUF svar.xlsx", form("BUF", "Kurs"))
    drop(folder, "KOF svar.xlsx", copied)
    edition = consolidated(folder, PLAN)
    assert (texts(edition), codes(edition, "KOF svar.xlsx")) == (["Kurs"], ["unit-conflict"])
    assert [one.value("aktivitet").text for one in edition.held_back] == ["Fritidsgård"]

    (folder.returned / "KOF").mkdir()
    (folder.returned / "KOF svar.xlsx").rename(folder.returned / "KOF" / "svar.xlsx")
    edition = consolidated(folder, PLAN)
    assert [(one.unit, one.value("aktivitet").text) for one in edition.records] == [
        ("BUF", "Kurs"),
        ("KOF", "Fritidsgård"),
    ]
    assert "unit-doubtful" in codes(edition, "KOF/svar.xlsx")


def test_a_borrowed_file_name_is_told_and_the_form_counts(folder: PlanFolder) -> None:
    drop(folder, "SOC plan.xlsx", form("BUF", "Kurs"))
    edition = consolidated(folder, PLAN)
    assert [record.unit for record in edition.records] == ["BUF"]
    assert codes(edition, "SOC plan.xlsx") == ["unit-doubtful"]


def test_copies_that_a_sync_program_made_are_told_of(folder: PlanFolder) -> None:
    first, second = form("BUF", "Kurs"), form("BUF", "Kurs", "Samråd")
    drop(folder, "BUF plan.xlsx", first, saved=3)
    drop(folder, "BUF plan (1).xlsx", with_saved_time(first, day(3)))
    drop(folder, "BUF plan-DESKTOP-AB12CD.xlsx", second, saved=4)
    edition = consolidated(folder, PLAN)
    assert texts(edition) == ["Kurs", "Samråd"]
    assert codes(edition, "BUF plan.xlsx") == ["answer-replaced", "answer-sync-copy"]
    assert codes(edition, "BUF plan (1).xlsx") == ["answer-same"]
    assert sources(edition)["BUF plan-DESKTOP-AB12CD.xlsx"].outcome is Outcome.ACCEPTED


def test_a_form_of_an_older_plan_is_read_and_what_has_changed_is_listed(folder: PlanFolder) -> None:
    drop(folder, "BUF.xlsx", form("BUF", "Kurs"))
    fields = (*PLAN.tables[0].fields[:-1], Field(key="budget", heading="Budget"))
    edition = consolidated(folder, make_plan(tables=(activities_table(fields=fields),)))
    assert texts(edition) == ["Kurs"]
    assert codes(edition, "BUF.xlsx") == ["form-older-has", "form-older-lacks", "column-extra"]
    assert edition.records[0].extra == (("Indikatorer", "Minst 80 % av barnen har svarat"),)


def test_forms_of_another_plan_or_round_are_not_mixed_in(folder: PlanFolder) -> None:
    drop(folder, "a.xlsx", edited(form("BUF", "Kurs"), meta_plan="annan_plan"))
    drop(folder, "b.xlsx", edited(form("SOC", "Kurs"), meta_round="follow-up"))
    edition = consolidated(folder, PLAN)
    assert {one.code for one in edition.sources} == {"form-other-plan", "form-other-round"}
    assert (edition.records, edition.held_back) == ((), ())


def test_rows_without_numbers_keep_theirs_when_the_unit_sends_more(folder: PlanFolder) -> None:
    kurs, samrad = ["1.1", "Kurs", "Rektor", "VT27"], ["1.1", "Samråd", "Rektor", "VT27"]
    drop(folder, "BUF 1.xlsx", own_workbook(kurs), filed=1)
    drop(folder, "BUF 2.xlsx", own_workbook(samrad, kurs), filed=2)
    edition = consolidated(folder, PLAN)
    assert {one.value("aktivitet").text: one.id for one in edition.records} == {
        "Kurs": "BUF-001",
        "Samråd": "BUF-002",
    }


def test_a_picture_with_a_units_name_tells_that_the_unit_has_sent_something(folder: PlanFolder) -> None:
    drop(folder, "SOC tavla.png", b"\x89PNG\r\n\x1a\n" + b"0" * 40)
    edition = consolidated(folder, PLAN)
    assert [result.status for result in edition.units] == ["missing", "rejected", "missing"]
