"""A document as a PDF that screen readers can read, made by LibreOffice."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

_FILTER = (
    'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"},'
    '"UseTaggedPDF":{"type":"boolean","value":"true"},"ExportBookmarks":{"type":"boolean","value":"true"}}'
)


class PdfError(Exception):
    """LibreOffice made no PDF."""


def find_libreoffice() -> Path | None:
    """The program; None if there is none."""
    found = shutil.which("soffice")
    return Path(found) if found else None


def convert_to_pdf(docx: bytes, *, seconds: float) -> bytes:
    """The document as a PDF."""
    program = find_libreoffice()
    if program is None:
        raise PdfError("not installed")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "d.docx").write_bytes(docx)
        subprocess.run(
            [
                str(program),
                f"-env:UserInstallation={(folder / 'p').as_uri()}",
                "--headless",
                "--convert-to",
                _FILTER,
                "--outdir",
                name,
                str(folder / "d.docx"),
            ],
            timeout=seconds,
            check=False,
            capture_output=True,
        )
        made = folder / "d.pdf"
        if not made.exists():
            raise PdfError("failed")
        return made.read_bytes()
