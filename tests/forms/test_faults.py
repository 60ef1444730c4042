"""What a corrected copy shows as it is mended, computed by LibreOffice."""

from __future__ import annotations

import io
import shutil
import subprocess
from datetime import date, timedelta
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from aktivplan.findings import Place
from aktivplan.forms.faults import unchanged
from aktivplan.forms.writer import write_corrected_copy
from aktivplan.records import Attestation
from tests.forms.copies import faulty_answer, mended_by, plan_with_approval
from tests.forms.support import keyed, opened

CONTENTS = (
    "Retkor",
    "",
    "  ",
    'Säg "nej" & <ja>',
    "=1+1",
    "rad ett\nrad två",
    "x" * 300,
    "hurra 😀 för oss",
    "å" * 99 + "😀",
    12.5,
    0.8,
    -3,
    1e12,
    date(2027, 3, 1),
)

needs_libreoffice = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed"
)


def computed(book: Workbook, folder: Path) -> Workbook:
    """The workbook with every formula's result, by LibreOffice."""
    book.save(folder / "in.xlsx")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", folder / "out"]
    subprocess.run([*command, folder / "in.xlsx"], check=True, capture_output=True, timeout=120)
    return load_workbook(folder / "out" / "in.xlsx", data_only=True)


@needs_libreoffice
def test_a_cell_counts_as_unchanged_exactly_as_long_as_it_says_what_it_said(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    for row, content in enumerate(CONTENTS, start=1):
        changed = (
            "Rektor"
            if isinstance(content, str)
            else content + (timedelta(1) if isinstance(content, date) else 1)
        )
        for column, held in ((1, content), (2, changed)):
            cell = sheet.cell(row, column, held)
            if isinstance(held, str):
                cell.data_type = "s"
        sheet.cell(row, 3, "=" + unchanged(f"A{row}", content))
        sheet.cell(row, 4, "=" + unchanged(f"B{row}", content))
    found = [tuple(cell.value for cell in row[2:4]) for row in computed(book, tmp_path).active.iter_rows()]
    assert found == [(True, False)] * len(CONTENTS)


@needs_libreoffice
def test_the_word_beside_a_date_that_was_not_understood_goes_when_it_is_mended(tmp_path: Path) -> None:
    plan = plan_with_approval()
    given = Attestation(Place("BUF.xlsx", "Läs först", 20, 2), "Per Ström", None, "i våras")
    answer = faulty_answer(plan, attestation=given)
    content = write_corrected_copy(plan, answer, mended_by(plan, answer))
    before = keyed(opened(content)["Läs först"], "attestation.day")
    words = []
    for number, day in enumerate(("i våras", date(2026, 11, 9))):
        book = load_workbook(io.BytesIO(content))
        book["Läs först"][before.coordinate].value = day
        (tmp_path / str(number)).mkdir()
        words.append(computed(book, tmp_path / str(number))["Läs först"].cell(before.row, 3).value)
    assert words == ["rätta", "Ifyllt"]
