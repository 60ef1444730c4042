"""Word documents as tagged PDF files, by the LibreOffice that is installed."""

from __future__ import annotations

import io
import os
import sys
import time
from pathlib import Path

import psutil
import pytest

from aktivplan.rendering import pdf
from aktivplan.rendering.pdf import PdfError, PdfFault, convert_to_pdf, find_libreoffice
from tests.demos import demo_handbook

needs_libreoffice = pytest.mark.skipif(
    find_libreoffice() is None, reason="LibreOffice (soffice) is not installed"
)
needs_a_shell = pytest.mark.skipif(
    sys.platform == "win32", reason="the program put in its place is a shell script"
)


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo's handbook with a drawn timeline, as a PDF file."""
    file = tmp_path_factory.mktemp("pdf") / "handbook.pdf"
    file.write_bytes(convert_to_pdf(demo_handbook("barnratt"), seconds=120))
    return file


@needs_libreoffice
def test_a_demos_handbook_has_no_fault_by_outloud(handbook: Path) -> None:
    import outloud

    errors = [one for one in outloud.check(str(handbook)).findings if one.severity == "error"]
    assert errors == []


@needs_libreoffice
def test_a_demos_handbook_has_no_fault_by_pdfua(handbook: Path) -> None:
    import pdfua

    assert pdfua.validate(str(handbook)).findings == ()


@needs_libreoffice
def test_the_file_has_the_documents_title_and_language_its_headings_as_bookmarks_and_tags(
    handbook: Path,
) -> None:
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(handbook.read_bytes()))
    root = reader.trailer["/Root"]
    assert reader.metadata is not None
    assert reader.metadata.title == "Handlingsplan för barnets rättigheter 2027"
    assert root["/Lang"] == "sv-SE"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert root["/MarkInfo"]["/Marked"]
    assert len(reader.outline) > 3


def test_a_machine_without_libreoffice_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "find_libreoffice", lambda: None)
    with pytest.raises(PdfError) as told:
        convert_to_pdf(b"", seconds=60)
    assert told.value.fault is PdfFault.NOT_INSTALLED


@needs_a_shell
def test_a_program_that_hangs_is_ended_with_all_it_has_started(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    script = tmp_path / "soffice"
    script.write_text(f"#!/bin/sh\nsleep 61 & echo $! > {tmp_path}/child\nwait\n")
    script.chmod(0o755)
    monkeypatch.setattr(pdf, "find_libreoffice", lambda: script)
    began = time.monotonic()
    with pytest.raises(PdfError) as told:
        convert_to_pdf(b"", seconds=0.5)
    assert told.value.fault is PdfFault.TIMED_OUT
    assert time.monotonic() - began < 20
    child = int((tmp_path / "child").read_text())
    assert not psutil.pid_exists(child) or psutil.Process(child).status() == psutil.STATUS_ZOMBIE


@needs_a_shell
def test_a_program_that_makes_no_file_is_told_with_what_it_said_and_leaves_nothing_behind(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    script = tmp_path / "soffice"
    script.write_text("#!/bin/sh\necho no room\nexit 3\n")
    script.chmod(0o755)
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr(pdf, "find_libreoffice", lambda: script)
    monkeypatch.setattr("tempfile.tempdir", str(place))
    with pytest.raises(PdfError) as told:
        convert_to_pdf(b"", seconds=20)
    assert (told.value.fault, told.value.detail) == (PdfFault.FAILED, "no room")
    assert list(place.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has another way of finding programs")
def test_the_program_is_found_by_the_path_of_commands(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "libreoffice"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    monkeypatch.setitem(os.environ, "PATH", str(tmp_path))
    assert find_libreoffice() == program
