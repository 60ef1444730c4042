"""Word documents as tagged PDF files (PDF/UA), made by LibreOffice. Knows no plan."""

from __future__ import annotations

import io
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from enum import StrEnum
from pathlib import Path

_TAGGED = ("PDFUACompliance", "UseTaggedPDF", "ExportBookmarks")
_FILTER = "pdf:writer_pdf_Export:" + json.dumps(
    {option: {"type": "boolean", "value": "true"} for option in _TAGGED}, separators=(",", ":")
)
_NAMES = ("soffice", "libreoffice")
_PRINTED = 4
"""The flag of an annotation that is there on paper as well as on screen."""
_LONGEST_REASON = 300


class PdfFault(StrEnum):
    """Why there is no PDF file."""

    NOT_INSTALLED = "not-installed"
    TIMED_OUT = "timed-out"
    FAILED = "failed"


class PdfError(Exception):
    """No PDF file came of it: which fault it was, and what LibreOffice said of it, if anything."""

    def __init__(self, fault: PdfFault, detail: str = "") -> None:
        super().__init__(f"{fault}: {detail}" if detail else str(fault))
        self.fault = fault
        self.detail = detail


def convert_to_pdf(docx: bytes, *, seconds: float) -> bytes:
    """The document as a tagged PDF file with bookmarks, with the document's own title and language.

    LibreOffice gets a profile of its own, so that one that somebody works in is left alone, and is ended with all it
    has started once the seconds have passed.

    Raises:
        PdfError: LibreOffice is not installed, took longer than ``seconds``, or made no PDF file.
    """
    program = find_libreoffice()
    if program is None:
        raise PdfError(PdfFault.NOT_INSTALLED)
    with tempfile.TemporaryDirectory(prefix="aktivplan-pdf-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        (folder / "document.docx").write_bytes(docx)
        said = _run(_command(program, folder), seconds)
        try:
            made = (folder / "document.pdf").read_bytes()
        except FileNotFoundError:
            raise PdfError(PdfFault.FAILED, said) from None
    return _finished(made)


def find_libreoffice() -> Path | None:
    """The program, by the path of commands or where installers put it on Windows and macOS; None if it is not there."""
    for name in _NAMES:
        if found := shutil.which(name):
            return Path(found)
    return next((path for path in _usual_places() if path.is_file()), None)


def _usual_places() -> list[Path]:
    if sys.platform == "win32":
        folders = [os.environ.get(name) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "PROGRAMW6432")]
        return [Path(folder, "LibreOffice", "program", "soffice.exe") for folder in folders if folder]
    if sys.platform == "darwin":
        inside = Path("Applications", "LibreOffice.app", "Contents", "MacOS", "soffice")
        return [Path("/") / inside, Path.home() / inside]
    return []


def _command(program: Path, folder: Path) -> list[str]:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    quiet = ["--headless", "--norestore", "--nolockcheck", "--nodefault"]
    return [
        str(program),
        profile,
        *quiet,
        "--convert-to",
        _FILTER,
        "--outdir",
        str(folder),
        str(folder / "document.docx"),
    ]


def _run(command: list[str], seconds: float) -> str:
    """What the program said. It is waited for, or ended, in any case."""
    try:
        process = subprocess.Popen(  # noqa: S603 - the program is the one that is installed, its arguments are ours
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    except OSError as error:
        raise PdfError(PdfFault.FAILED, error.strerror or str(error)) from error
    try:
        said, _nothing = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        raise PdfError(PdfFault.TIMED_OUT) from None
    finally:
        _end(process)
    return " ".join(said.decode("utf-8", "replace").split())[:_LONGEST_REASON]


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the process and what it has started, if they are still there: LibreOffice works in a child of its own."""
    if sys.platform == "win32":
        if process.poll() is None:
            tree = ["taskkill", "/T", "/F", "/PID", str(process.pid)]
            subprocess.run(tree, check=False, capture_output=True)  # noqa: S603
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def _finished(pdf: bytes) -> bytes:
    """The file with what PDF/UA (ISO 14289-1, 7.18.3) asks for and LibreOffice leaves out.

    Links are gone through in reading order, and are there on paper as on screen.
    """
    from pypdf import PdfWriter
    from pypdf.errors import PyPdfError
    from pypdf.generic import NameObject, NumberObject

    try:
        writer = PdfWriter(clone_from=io.BytesIO(pdf))
        for page in writer.pages:
            for annotation in page.annotations or ():
                shown = annotation.get_object()
                shown[NameObject("/F")] = NumberObject(int(shown.get("/F", 0)) | _PRINTED)
            page[NameObject("/Tabs")] = NameObject("/S")
        finished = io.BytesIO()
        writer.write(finished)
    except (PyPdfError, ValueError, KeyError, TypeError) as error:
        raise PdfError(PdfFault.FAILED, "the PDF file cannot be read") from error
    return finished.getvalue()
