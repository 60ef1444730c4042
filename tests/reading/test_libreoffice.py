from __future__ import annotations

import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from aktivplan.findings import has_errors
from tests.reading.filling import ROWS, blank_form, codes, fill_in, read, saved, texts
from tests.support import make_plan, make_settings

PLAN = make_plan(settings=make_settings(attestation=True))

pytestmark = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed"
)


@pytest.fixture(scope="session")
def resaved(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """A filled-in form, opened by LibreOffice and saved in each of its formats."""
    folder = tmp_path_factory.mktemp("libreoffice")
    book = blank_form(PLAN)
    fill_in(book, PLAN)
    rows = {str(row[3].value): row[1] for row in book.worksheets[0].iter_rows() if row[3].value}
    rows["attestation.manager"].value = "Per Ström"
    (folder / "svar.xlsx").write_bytes(saved(book))
    return {kind: _converted(folder, kind) for kind in ("xlsx", "ods", "xls")}


def _converted(folder: Path, kind: str) -> bytes:
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    out = folder / kind
    subprocess.run(
        [*command, "--convert-to", kind, "--outdir", str(out), str(folder / "svar.xlsx")],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return (out / f"svar.{kind}").read_bytes()


@pytest.mark.parametrize("kind", ["xlsx", "ods", "xls"])
def test_a_form_saved_by_libreoffice_reads_the_same(resaved: dict[str, bytes], kind: str) -> None:
    submission = read(PLAN, resaved[kind], f"svar.{kind}")
    assert texts(submission) == [dict(row) for row in ROWS]
    assert [(record.id, record.place.row) for record in submission.records] == [
        ("BUF-001", 6),
        ("BUF-002", 7),
    ]
    assert submission.unit == "BUF"
    assert codes(submission) == []
    assert not has_errors(submission.findings)
    assert submission.attestation is not None
    assert submission.attestation.manager == "Per Ström"


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_libreoffice_says_when_it_saved(resaved: dict[str, bytes], kind: str) -> None:
    moment = read(PLAN, resaved[kind]).saved
    assert moment is not None
    assert moment > datetime(2020, 1, 1, tzinfo=UTC)
