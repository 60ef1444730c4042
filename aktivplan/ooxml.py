"""Office files as zips whose bytes depend on their content alone. Knows no workbook and no document."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable
from datetime import datetime

FIXED_TIME = datetime(2000, 1, 1)  # noqa: DTZ001 - openpyxl takes none with a time zone
"""Stands in document properties that would otherwise say when a file was made."""
_ENTRY_TIME = (1980, 1, 1, 0, 0, 0)


def write_package(parts: Iterable[tuple[str, bytes]], *, level: int = 6) -> bytes:
    """A zip of the parts in the given order (name without leading slash, content), without the clock's time."""
    return write_streamed(((name, (content,)) for name, content in parts), level=level)


def write_streamed(parts: Iterable[tuple[str, Iterable[bytes]]], *, level: int = 6) -> bytes:
    """The same for parts that are made piece by piece, so that none of them is ever whole in memory."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as package:
        for name, pieces in parts:
            entry = zipfile.ZipInfo(name, _ENTRY_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry._compresslevel = level  # type: ignore[attr-defined] # noqa: SLF001 - public from Python 3.13 on
            with package.open(entry, "w") as part:
                for piece in pieces:
                    part.write(piece)
    return buffer.getvalue()


def _unchanged(_name: str, content: bytes) -> bytes:
    return content


def repack(package: bytes, change: Callable[[str, bytes], bytes] = _unchanged) -> bytes:
    """The same package, every entry's date fixed, each part (name, content) as ``change`` gives it back."""
    with zipfile.ZipFile(io.BytesIO(package)) as source:
        return write_package((name, change(name, source.read(name))) for name in source.namelist())
