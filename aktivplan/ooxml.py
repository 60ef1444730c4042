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
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as package:
        for name, content in parts:
            entry = zipfile.ZipInfo(name, _ENTRY_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, content, compresslevel=level)
    return buffer.getvalue()


def _unchanged(_name: str, content: bytes) -> bytes:
    return content


def repack(package: bytes, change: Callable[[str, bytes], bytes] = _unchanged) -> bytes:
    """The same package, every entry's date fixed, each part (name, content) as ``change`` gives it back."""
    with zipfile.ZipFile(io.BytesIO(package)) as source:
        return write_package((name, change(name, source.read(name))) for name in source.namelist())
