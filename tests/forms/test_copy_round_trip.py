"""A corrected copy, mended and sent back, is read like any form, and nothing of the answer is lost."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from aktivplan.checking import check_submission
from aktivplan.forms.writer import write_corrected_copy
from aktivplan.reading.submission import read_submission
from aktivplan.records import Submission
from tests.forms.copies import APPROVED, LEFT_OVER, copy_of, faulty_answer, mended_by, plan_with_approval
from tests.forms.support import keyed

PLAN = plan_with_approval()
ANSWER = faulty_answer(PLAN, saved=datetime(2020, 1, 1, tzinfo=UTC))
RECEIVED = datetime(2026, 11, 20, tzinfo=UTC)
MENDED = {"D7": "Rektor på Vikskolan", "B8": "1.1 Vi vet mer om barns levnadsvillkor", "G9": "Minst 80 %"}


def mended_copy() -> bytes:
    """The copy, with every fault mended in a spreadsheet program."""
    book = copy_of(PLAN, ANSWER)
    for cell, text in MENDED.items():
        book["Aktiviteter"][cell].value = text
    manager, day = (keyed(book["Läs först"], f"attestation.{key}") for key in ("manager", "day"))
    manager.value, day.value = APPROVED
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def by_libreoffice(content: bytes, folder: Path) -> bytes:
    """The workbook, opened by LibreOffice and saved by it."""
    (folder / "in.xlsx").write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", folder / "out"]
    subprocess.run([*command, folder / "in.xlsx"], check=True, capture_output=True, timeout=120)
    return (folder / "out" / "in.xlsx").read_bytes()


@pytest.fixture(
    scope="module",
    params=[
        "openpyxl",
        pytest.param(
            "libreoffice",
            marks=pytest.mark.skipif(
                shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed"
            ),
        ),
    ],
)
def saved_by(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[bytes], bytes]:
    """What saves the workbook last."""
    if request.param == "openpyxl":
        return lambda content: content
    return lambda content: by_libreoffice(content, tmp_path_factory.mktemp("libreoffice"))


@pytest.fixture(scope="module")
def returned(saved_by: Callable[[bytes], bytes]) -> Submission:
    """The mended copy as it is read."""
    return read_submission(PLAN, "BUF rättad.xlsx", saved_by(mended_copy()), RECEIVED)


def texts(answer: Submission) -> dict[str, dict[str, str]]:
    """What every record says, by its id."""
    return {
        record.id: {key: one.text for key, one in record.values.items() if one.text}
        for record in answer.records
    }


def test_what_was_mended_is_no_longer_found(returned: Submission) -> None:
    assert returned.findings == ()
    assert check_submission(PLAN, returned) == ()


def test_the_cells_mended_are_the_only_ones_that_differ(returned: Submission) -> None:
    before, after = texts(ANSWER), texts(returned)
    assert list(after) == list(before)
    changed = {
        (record, key): after[record].get(key)
        for record in before
        for key in before[record].keys() | after[record].keys()
        if before[record].get(key) != after[record].get(key)
    }
    assert changed == {
        ("BUF-002", "ansvarig"): MENDED["D7"],
        ("BUF-004", "mal"): MENDED["B8"],
        ("BUF-005", "indikatorer"): MENDED["G9"],
    }


def test_the_approval_written_into_the_copy_is_read(returned: Submission) -> None:
    assert returned.attestation is not None
    assert (returned.attestation.manager, returned.attestation.day) == APPROVED


def test_what_stood_in_a_column_of_the_units_own_comes_back_to_its_row(returned: Submission) -> None:
    own, _note = LEFT_OVER
    assert [record.extra for record in returned.records] == [((own.heading, own.text),), (), (), ()]


def test_what_stood_in_no_row_comes_back_as_it_was(returned: Submission) -> None:
    _own, note = LEFT_OVER
    assert [(one.record, one.heading, one.text) for one in returned.leftovers] == [("", "", note.text)]


def test_the_copy_is_known_to_be_the_units_and_to_be_later(returned: Submission) -> None:
    assert returned.unit == "BUF"
    assert ANSWER.saved is not None
    assert returned.saved is not None
    assert returned.saved > ANSWER.saved


def test_a_copy_of_a_copy_keeps_what_was_left_over(returned: Submission) -> None:
    again = read_submission(PLAN, "a.xlsx", write_corrected_copy(PLAN, returned, ()), RECEIVED)
    assert [record.extra for record in again.records] == [record.extra for record in returned.records]
    assert [one.text for one in again.leftovers] == [one.text for one in returned.leftovers]


def test_what_stood_in_a_row_that_is_gone_is_kept_all_the_same() -> None:
    book = copy_of(PLAN, ANSWER)
    book["Aktiviteter"].delete_rows(6)
    buffer = io.BytesIO()
    book.save(buffer)
    again = read_submission(PLAN, "BUF.xlsx", buffer.getvalue(), RECEIVED)
    assert [(one.record, one.text) for one in again.leftovers] == [
        (one.record, one.text) for one in LEFT_OVER
    ]


def test_a_copy_sent_back_as_it_was_says_the_same_as_the_answer(saved_by: Callable[[bytes], bytes]) -> None:
    content = saved_by(write_corrected_copy(PLAN, ANSWER, mended_by(PLAN, ANSWER)))
    again = read_submission(PLAN, "BUF.xlsx", content, RECEIVED)
    assert again.findings == ()
    assert texts(again) == texts(ANSWER)
    assert [one.code for one in check_submission(PLAN, again)] == [
        one.code for one in check_submission(PLAN, ANSWER)
    ]


def test_notes_written_beside_and_below_the_list_are_kept(saved_by: Callable[[bytes], bytes]) -> None:
    book = copy_of(PLAN, ANSWER)
    sheet = book["Att rätta"]
    row = next(row[0].row for row in sheet.iter_rows() if row[1].value == "Aktiviteter D7")
    sheet.cell(row, 8).value = "Vi har ingen ansvarig än"
    sheet.cell(sheet.max_row + 2, 1).value = "Hälsningar från Eva"
    buffer = io.BytesIO()
    book.save(buffer)
    kept = read_submission(PLAN, "BUF.xlsx", saved_by(buffer.getvalue()), RECEIVED).leftovers
    assert [(one.record, one.text) for one in kept[:2]] == [
        ("BUF-002", "Vi har ingen ansvarig än"),
        ("", "Hälsningar från Eva"),
    ]
    assert kept[0].place.cell == f"H{row}"


def test_the_two_sheets_are_known_under_other_names_too() -> None:
    book = copy_of(PLAN, ANSWER)
    for sheet in (book["Att rätta"], book["Övrigt från ert svar"]):
        sheet.title = sheet.title[:3]
    buffer = io.BytesIO()
    book.save(buffer)
    again = read_submission(PLAN, "BUF.xlsx", buffer.getvalue(), RECEIVED)
    assert again.findings == ()
    assert [one.text for one in again.leftovers] == [LEFT_OVER[1].text]
    assert again.records[0].extra == ((LEFT_OVER[0].heading, LEFT_OVER[0].text),)
