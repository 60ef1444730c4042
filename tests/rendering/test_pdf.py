from __future__ import annotations

import io
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from aktivplan.rendering.handbook.handbook import Handbook, render_handbook
from aktivplan.rendering.page_numbers import pages_of
from aktivplan.rendering.pdf import Failure, PdfError, convert_to_pdf
from tests.rendering.handbook.documents import small_edition

needs_libreoffice = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="soffice (LibreOffice) is not installed"
)


@pytest.fixture(scope="module")
def handbook() -> Handbook:
    return render_handbook(small_edition())


@pytest.fixture(scope="module")
def pdf(handbook: Handbook) -> bytes:
    return convert_to_pdf(handbook.packed(), seconds=120)


@needs_libreoffice
@pytest.mark.parametrize("checker", [["outloud"], ["pdfua", "check"]])
def test_the_handbooks_pdf_passes_other_peoples_checkers(
    pdf: bytes, checker: list[str], tmp_path: Path
) -> None:
    (tmp_path / "handbook.pdf").write_bytes(pdf)
    program = Path(sys.executable).with_name(checker[0])
    command = [program, *checker[1:], tmp_path / "handbook.pdf"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@needs_libreoffice
def test_the_pdf_has_the_plans_title_and_language(pdf: bytes) -> None:
    reader = PdfReader(io.BytesIO(pdf))
    assert reader.metadata is not None
    assert reader.metadata.title == "Handlingsplan för barnets rättigheter"
    assert reader.trailer["/Root"]["/Lang"] == "sv-SE"  # type: ignore[index]


@needs_libreoffice
def test_every_heading_has_a_page(handbook: Handbook, pdf: bytes) -> None:
    pages = pages_of(pdf, [heading.text for heading in handbook.headings])
    assert len(pages) == len(handbook.headings)
    assert list(pages) == sorted(pages)
    assert pages[0] > 2


@needs_libreoffice
def test_the_pages_of_other_headings_are_not_told(pdf: bytes) -> None:
    assert pages_of(pdf, ["Något annat"]) == ()


def test_what_is_no_pdf_tells_no_pages() -> None:
    assert pages_of(b"no pdf", ["Inledning"]) == ()


def test_without_libreoffice_the_error_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr("aktivplan.rendering.pdf._USUAL_PLACES", {})
    with pytest.raises(PdfError) as error:
        convert_to_pdf(b"", seconds=10)
    assert error.value.why is Failure.NOT_INSTALLED


def pretend(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program of LibreOffice's name that does something else."""
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


@pytest.mark.skipif(os.name == "nt", reason="the stand-in is a shell script")
def test_a_program_that_makes_nothing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(tmp_path, "exit 0", monkeypatch)
    with pytest.raises(PdfError) as error:
        convert_to_pdf(b"", seconds=10)
    assert error.value.why is Failure.FAILED


@pytest.mark.skipif(os.name == "nt", reason="the stand-in is a shell script")
def test_a_program_that_hangs_is_ended_with_what_it_has_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend(tmp_path, f"sleep 60 & echo $! > {tmp_path}/child; wait", monkeypatch)
    with pytest.raises(PdfError) as error:
        convert_to_pdf(b"", seconds=0.5)
    assert error.value.why is Failure.TIMED_OUT
    child = int((tmp_path / "child").read_text())
    state = Path(f"/proc/{child}/stat")
    assert not state.exists() or state.read_text().split()[2] == "Z"
