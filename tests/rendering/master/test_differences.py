from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from aktivplan.findings import Place
from aktivplan.records import Attestation
from tests.rendering.master.support import cell, of, rendered, rows, small_edition
from tests.support import SAVED, activity, make_plan, make_submission, value

NAME = "Skillnader mellan svar"


def test_every_cell_that_a_later_answer_changed_stands_with_both_texts_and_both_files() -> None:
    plan = make_plan()
    before = make_submission(plan, "BUF", activity(plan, "BUF", 1, ansvarig=value("=Rektor")))
    mended = activity(plan, "BUF", 1, ansvarig=value("Eva Lind"))
    mended = replace(mended, place=mended.place._replace(file="rättad.xlsx"))
    after = make_submission(
        plan, "BUF", mended, file="rättad.xlsx", sha256="2", saved=SAVED + timedelta(days=1)
    )

    sheet = rendered(of(plan, before, after))[NAME]

    (row,) = rows(sheet)
    assert (row["Enhetskod"], row["Radens nr"], row["Kolumn"]) == ("BUF", "BUF-001", "Ansvarig")
    assert (row["Vad som har hänt"], row["Tidigare"], row["Nu"]) == ("Ändrad", "=Rektor", "Eva Lind")
    assert (row["Tidigare fil"], row["Cell i den tidigare filen"]) == ("BUF.xlsx", "D6")
    assert (row["Fil som gäller"], row["Cell i filen som gäller"]) == ("rättad.xlsx", "D6")
    assert cell(sheet, "Tidigare").data_type == "s"


def test_new_and_lost_rows_own_columns_and_approvals_are_named() -> None:
    plan = make_plan()
    first = replace(activity(plan, "BUF", 1), extra=(("Budget", "5 tkr"),))
    before = make_submission(plan, "BUF", first, activity(plan, "BUF", 2))
    approved = Attestation(Place("b.xlsx", "Läs först", 20, 2), "Maj Ek", date(2026, 11, 2))
    after = make_submission(
        plan,
        "BUF",
        replace(first, extra=()),
        activity(plan, "BUF", 3),
        file="b.xlsx",
        sha256="2",
        saved=SAVED + timedelta(days=1),
        attestation=approved,
    )

    found = rows(rendered(of(plan, before, after))[NAME])

    assert {(row["Radens nr"], row["Vad som har hänt"]) for row in found} == {
        (None, "Ändrad"),
        ("BUF-001", "Ändrad"),
        ("BUF-002", "Raden borta"),
        ("BUF-003", "Ny rad"),
    }
    assert [row["Kolumn"] for row in found if row["Vad som har hänt"] == "Ändrad"] == [
        "Chefens namn",
        "Datum för godkännandet",
        "Budget",
    ]


def test_without_a_second_answer_there_is_no_such_sheet() -> None:
    assert NAME not in rendered(small_edition()).sheetnames
