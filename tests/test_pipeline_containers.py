"""Mails and archives among the answers, from the folder to the master workbook."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from aktivplan.definition.plan_writer import write_plan
from aktivplan.edition import Edition, Outcome
from aktivplan.folder import PlanFolder
from aktivplan.forms.writer import write_form
from aktivplan.pipeline import build, consolidated
from tests.intake.compound import msg
from tests.intake.files import PNG
from tests.intake.mails import archive, mail
from tests.reading.test_isolated import far_away
from tests.support import activity, make_plan

PLAN = make_plan()


@pytest.fixture
def folder(tmp_path: Path) -> PlanFolder:
    place = PlanFolder(tmp_path / "plan")
    place.returned.mkdir(parents=True)
    place.plan_file.write_bytes(write_plan(PLAN))
    return place


def form(unit: str, text: str = "Samtal") -> bytes:
    return write_form(PLAN, PLAN.units_by_code[unit], [activity(PLAN, unit, 1, text=text)])


def outcomes(edition: Edition) -> dict[str, tuple[Outcome, str]]:
    return {source.file: (source.outcome, source.code) for source in edition.sources}


def test_answers_in_mails_and_archives_count_like_any_others(folder: PlanFolder) -> None:
    (folder.returned / "Svar från BUF.eml").write_bytes(
        mail(("plan.xlsx", form("BUF")), ("logo.png", PNG)).as_bytes()
    )
    (folder.returned / "SOC.msg").write_bytes(msg(("plan.xlsx", form("SOC"))))
    (folder.returned / "resten.zip").write_bytes(archive(("Kultur/plan.xlsx", form("KOF"))))
    (folder.returned / "Fråga.eml").write_bytes(mail().as_bytes())
    edition = consolidated(folder, PLAN)
    assert outcomes(edition) == {
        "Fråga.eml": (Outcome.REJECTED, "mail-without-file"),
        "SOC.msg": (Outcome.SKIPPED, "file-opened"),
        "SOC.msg/plan.xlsx": (Outcome.ACCEPTED, ""),
        "Svar från BUF.eml": (Outcome.SKIPPED, "file-opened"),
        "Svar från BUF.eml/logo.png": (Outcome.SKIPPED, "mail-trappings"),
        "Svar från BUF.eml/plan.xlsx": (Outcome.ACCEPTED, ""),
        "resten.zip": (Outcome.SKIPPED, "file-opened"),
        "resten.zip/Kultur/plan.xlsx": (Outcome.ACCEPTED, ""),
    }
    assert {record.unit for record in edition.records} == {"BUF", "SOC", "KOF"}
    assert sum(edition.files_by_outcome.values()) == len(edition.sources)


def test_one_bad_file_in_an_archive_takes_no_other_with_it(folder: PlanFolder) -> None:
    files = [("BUF.xlsx", form("BUF")), ("ond.xlsx", far_away(form("SOC"))), ("KOF.xlsx", form("KOF"))]
    (folder.returned / "svar.zip").write_bytes(archive(*files))
    told = outcomes(consolidated(folder, PLAN))
    assert told["svar.zip/BUF.xlsx"] == told["svar.zip/KOF.xlsx"] == (Outcome.ACCEPTED, "")
    assert told["svar.zip/ond.xlsx"][0] is Outcome.REJECTED


def test_more_files_than_are_opened_in_one_container_reject_the_one_that_goes_beyond(
    folder: PlanFolder,
) -> None:
    crowd = archive(*((f"{number}.txt", b"x") for number in range(1_001)))
    message = mail(*((f"{number}.zip", crowd) for number in range(2)))
    (folder.returned / "svar.eml").write_bytes(message.as_bytes())
    told = outcomes(consolidated(folder, PLAN))
    assert {told["svar.eml/0.zip"], told["svar.eml/1.zip"]} == {
        (Outcome.SKIPPED, "file-opened"),
        (Outcome.REJECTED, "archive-too-large"),
    }
    assert len(told) == 3 + 1_001


def test_progress_is_told_for_files_inside_too(folder: PlanFolder) -> None:
    (folder.returned / "svar.zip").write_bytes(archive(("BUF.xlsx", form("BUF")), ("SOC.xlsx", form("SOC"))))
    told: list[tuple[int, int]] = []
    consolidated(folder, PLAN, progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 1), (2, 3), (3, 3)]


def test_the_master_leads_from_a_row_to_the_archive_it_came_in(folder: PlanFolder) -> None:
    (folder.returned / "svar.zip").write_bytes(archive(("BUF.xlsx", form("BUF"))))
    build(folder, PLAN)
    book = openpyxl.load_workbook(folder.master_file)
    links = {
        str(cell.value): (cell.hyperlink.target, cell.hyperlink.location)
        for sheet in (book["Aktiviteter"], book["Källor"])
        for row in sheet.iter_rows()
        for cell in row
        if cell.hyperlink and cell.hyperlink.target
    }
    (record,) = (link for shown, link in links.items() if shown.startswith("svar.zip/BUF.xlsx"))
    assert record == ("../returned/svar.zip", None)
    assert links["svar.zip"] == ("../returned/svar.zip", None)
