from __future__ import annotations

from datetime import UTC

from aktivplan.evidence import Evidence
from aktivplan.findings import Place, finding
from aktivplan.records import Submission
from tests.rendering.master.support import cell, of, rendered, rows, small_edition
from tests.support import SAVED, activity, make_plan, make_submission


def test_units_to_be_reminded_stand_first_then_the_rejected_then_the_others() -> None:
    found = rows(rendered(small_edition())["Enheter"])

    assert [(row["Enhetskod"], row["Status"]) for row in found] == [
        ("KOF", "Saknas"),
        ("SOC", "Svaret avvisat"),
        ("BUF", "Har svarat"),
    ]


def test_a_unit_is_shown_with_what_came_of_its_answer_and_whom_to_ask() -> None:
    *_, answered = rows(rendered(small_edition())["Enheter"])

    assert answered["Sparad (UTC)"].replace(tzinfo=UTC) == SAVED
    assert answered["Fil"] == "BUF.xlsx"
    assert (answered["Medtagna rader"], answered["Ej medtagna rader"]) == (2, 1)
    assert (answered["Fel"], answered["Varningar"]) == (1, 1)
    assert (answered["Kontaktperson"], answered["E-post"]) == ("Eva Lind", "eva.lind@lindesjo.example")
    assert (answered["Chef"], answered["Grupp"]) == ("Per Ström", "Förvaltning")


def test_every_file_found_stands_with_its_check_sum_its_outcome_and_why() -> None:
    lock = Submission(
        "~$BUF.xlsx", "0" * 64, skipped=True, findings=(finding("file-lock", Place("~$BUF.xlsx")),)
    )
    letter = Submission("brev.docx", "1" * 64, findings=(finding("file-not-workbook", Place("brev.docx")),))
    sheet = rendered(of(make_plan(), lock, letter))["Källor"]

    found = {row["Fil"]: row for row in rows(sheet)}

    assert found["~$BUF.xlsx"]["Utfall"] == "Överhoppad"
    assert found["~$BUF.xlsx"]["SHA-256"] == "0" * 64
    assert found["brev.docx"]["Utfall"] == "Avvisad"
    assert found["brev.docx"]["Varför"].startswith("Filen är ingen Excelarbetsbok")
    assert cell(sheet, "Fil").hyperlink.target == "../returned/brev.docx"


def test_a_source_says_by_what_its_unit_is_known() -> None:
    plan = make_plan()
    sent = make_submission(plan, "BUF", activity(plan, "BUF", 1), identified_by=Evidence.FILE_NAME)
    (row,) = rows(rendered(of(plan, sent))["Källor"])

    assert row["Enheten framgår av"] == "filens namn"
