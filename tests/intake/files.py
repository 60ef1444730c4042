"""Files of many kinds, made from scratch."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from aktivplan.intake.discovery import Found

PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
MODIFIED = datetime(2026, 11, 5, 12, 0, tzinfo=UTC)


def package(*names: str, content: bytes = b"<a/>") -> bytes:
    """A zip with those parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as parts:
        for name in names:
            # Always the same bytes: tests are told apart by them.
            parts.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def workbook() -> bytes:
    """What an .xlsx has at the least."""
    return package("[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml")


def open_document(kind: str) -> bytes:
    """An OpenDocument package of that kind."""
    return package("mimetype", content=f"application/vnd.oasis.opendocument.{kind}".encode())


def compound_file(*streams: str) -> bytes:
    """A compound file (.xls, or an encrypted .xlsx) whose directory names those streams."""
    directory = b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in ("Root Entry", *streams))
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + directory.ljust(512, b"\0")


@cache
def bomb(parts: int) -> bytes:
    """A zip of 32 MiB of zeros per part, whose headers say that they are ten bytes."""
    content = package(
        "[Content_Types].xml",
        "xl/workbook.xml",
        *(f"xl/{n}.xml" for n in range(parts)),
        content=bytes(1 << 25),
    )
    return content.replace((1 << 25).to_bytes(4, "little"), (10).to_bytes(4, "little"))


def found(folder: Path, name: str, content: bytes) -> Found:
    """The file put in place, and found."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return Found(path, name, len(content), MODIFIED)
