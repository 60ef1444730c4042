"""A form that LibreOffice itself has filled in and saved, cell by cell, in each of its formats."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from aktivplan.forms.writer import write_form
from aktivplan.records import Period
from tests.reading.filling import codes, read, texts
from tests.support import make_plan, make_settings

PLAN = make_plan(settings=make_settings(attestation=True))
PYTHON = "/usr/bin/python3"
FILTERS = {"xlsx": "Calc MS Excel 2007 XML", "ods": "calc8", "xls": "MS Excel 97"}
TYPED = [
    ["Aktiviteter", "B6", "1.1 Vi vet mer om barns levnadsvillkor"],
    ["Aktiviteter", "C6", "Fråga barnen i årskurs 5"],
    ["Aktiviteter", "D6", "Eva Lind och Ali Demir"],
    ["Aktiviteter", "E6", "mars–maj 2027"],
    ["Aktiviteter", "G6", "80 %"],
    ["Aktiviteter", "C7", "-samtal med elevrådet"],
    ["Aktiviteter", "D7", "Se ovan"],
    ["Aktiviteter", "E7", "2027-03-31"],
    ["Aktiviteter", "G7", "Minst 12 samtal"],
    ["Aktiviteter", "merge", "B6:B7"],
    ["Aktiviteter", "B8", "2.1"],
    ["Aktiviteter", "C8", "Kurs för alla chefer"],
    ["Aktiviteter", "D8", "HR-chefen"],
    ["Aktiviteter", "E8", "senast 30 juni 2027"],
    ["Aktiviteter", "G8", "=1/0"],
    ["Aktiviteter", "hide", "8"],
]


def _has_uno() -> bool:
    if shutil.which("soffice") is None or not Path(PYTHON).exists():
        return False
    return subprocess.run([PYTHON, "-c", "import uno"], check=False, capture_output=True).returncode == 0


pytestmark = pytest.mark.skipif(
    not _has_uno(), reason="LibreOffice (soffice) and its module for Python (python3-uno) are not installed"
)


@pytest.fixture(scope="module", params=FILTERS)
def answer(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, bytes]:
    """The kind of file, and the form as LibreOffice saved it."""
    kind: str = request.param
    folder = tmp_path_factory.mktemp("typed")
    form, target, pipe = folder / "form.xlsx", folder / f"svar.{kind}", f"aktivplan{os.getpid()}{kind}"
    form.write_bytes(write_form(PLAN, PLAN.units[0]))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    office = subprocess.Popen(
        ["soffice", profile, "--headless", "--norestore", f"--accept=pipe,name={pipe};urp"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        script = Path(__file__).with_name("typing_in_libreoffice.py")
        command = [PYTHON, str(script), str(form), str(target), FILTERS[kind], pipe]
        subprocess.run(command, input=json.dumps([*TYPED, *_approval()]), text=True, check=True, timeout=120)
    finally:
        office.terminate()
        office.wait(timeout=30)
    return kind, target.read_bytes()


def _approval() -> list[list[str]]:
    """The manager's name and the date, in the cells beside their keys."""
    import io

    from openpyxl import load_workbook

    first = load_workbook(io.BytesIO(write_form(PLAN, PLAN.units[0]))).worksheets[0]
    rows = {str(row[3].value): row[1].coordinate for row in first.iter_rows() if row[3].value}
    return [
        [first.title, rows["attestation.manager"], "Per Ström"],
        [first.title, rows["attestation.day"], "2026-11-03"],
    ]


def test_what_was_typed_is_read(answer: tuple[str, bytes]) -> None:
    kind, content = answer
    submission = read(PLAN, content, f"svar.{kind}")
    first, second, third = texts(submission)
    assert first["aktivitet"] == "Fråga barnen i årskurs 5"
    assert second["aktivitet"] == "-samtal med elevrådet"
    assert third["ansvarig"] == "HR-chefen"
    assert first["indikatorer"] == "80 %"
    assert [record.id for record in submission.records] == ["BUF-001", "BUF-002", "BUF-003"]


def test_what_leans_on_other_cells_is_understood_and_told(answer: tuple[str, bytes]) -> None:
    kind, content = answer
    submission = read(PLAN, content, f"svar.{kind}")
    assert [record.value("mal").parsed for record in submission.records] == ["1.1", "1.1", "2.1"]
    assert submission.records[1].value("ansvarig").parsed == ("Eva Lind", "Ali Demir")
    assert {"cells-merged", "cell-ditto", "rows-hidden"} <= set(codes(submission))


def test_a_day_that_was_typed_is_that_day(answer: tuple[str, bytes]) -> None:
    kind, content = answer
    when = read(PLAN, content, f"svar.{kind}").records[1].value("tid").parsed
    assert isinstance(when, Period)
    assert (when.start, when.end) == (date(2027, 3, 31), date(2027, 3, 31))


def test_the_approval_that_was_typed_counts(answer: tuple[str, bytes]) -> None:
    kind, content = answer
    approval = read(PLAN, content, f"svar.{kind}").attestation
    assert approval
    assert (approval.manager, approval.day) == ("Per Ström", date(2026, 11, 3))
