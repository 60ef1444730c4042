"""A document as a PDF that screen readers can read, made by LibreOffice in a profile of its own."""

from __future__ import annotations

import io
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from enum import StrEnum
from pathlib import Path

_FILTER = (
    'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"},'
    '"UseTaggedPDF":{"type":"boolean","value":"true"},"ExportBookmarks":{"type":"boolean","value":"true"}}'
)
_USUAL_PLACES = {
    "win32": (r"C:\Program Files\LibreOffice\program\soffice.exe",),
    "darwin": ("/Applications/LibreOffice.app/Contents/MacOS/soffice",),
}
"""Where installers put the program without telling the system's path."""


class Failure(StrEnum):
    """Why there is no PDF."""

    NOT_INSTALLED = "not installed"
    TIMED_OUT = "timed out"
    FAILED = "failed"


class PdfError(Exception):
    """LibreOffice made no PDF."""

    def __init__(self, why: Failure) -> None:
        super().__init__(why)
        self.why = why


def find_libreoffice() -> Path | None:
    """The program; None if it is not installed."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found:
        return Path(found)
    return next((Path(one) for one in _USUAL_PLACES.get(sys.platform, ()) if Path(one).is_file()), None)


def convert_to_pdf(docx: bytes, *, seconds: float) -> bytes:
    """The document as a tagged PDF (PDF/UA) with a bookmark for each heading.

    Args:
        docx: the bytes of a .docx.
        seconds: how long LibreOffice may take; then it is ended, with all that it has started.

    Raises:
        PdfError: there is no LibreOffice, or it makes no PDF.
    """
    program = find_libreoffice()
    if program is None:
        raise PdfError(Failure.NOT_INSTALLED)
    with tempfile.TemporaryDirectory(prefix="aktivplan-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source, made = folder / "document.docx", folder / "document.pdf"
        source.write_bytes(docx)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        options = ["--headless", "--norestore", "--convert-to", _FILTER, "--outdir", str(folder), str(source)]
        _run([str(program), profile, *options], seconds)
        try:
            return _in_tab_order(made.read_bytes())
        except OSError as error:
            raise PdfError(Failure.FAILED) from error


def _in_tab_order(pdf: bytes) -> bytes:
    """The PDF with links reached by Tab in the order of the text (PDF/UA-1, 7.18.3), which LibreOffice does not say."""
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import NameObject

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    for page in writer.pages:
        page[NameObject("/Tabs")] = NameObject("/S")
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def _run(command: list[str], seconds: float) -> None:
    quiet = subprocess.DEVNULL
    # A session of its own: the program that is called starts another one, which must end with it.
    with subprocess.Popen(  # noqa: S603 - a fixed command, and paths that are ours
        command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
    ) as process:
        try:
            process.wait(seconds)
        except BaseException as error:
            _end(process)
            if isinstance(error, subprocess.TimeoutExpired):
                raise PdfError(Failure.TIMED_OUT) from error
            raise


def _end(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        process.kill()
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
