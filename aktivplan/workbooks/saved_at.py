"""When a workbook was saved, by its own account. Knows the document properties of .xlsx and .ods."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable
from datetime import UTC, datetime

from aktivplan.ooxml import FIXED_TIME

_PROPERTIES = {
    "docProps/core.xml": re.compile(rb"<(?:\w+:)?modified(?:\s[^<>]*)?>\s*([0-9][0-9TZ:.+-]{1,39})\s*<"),
    "meta.xml": re.compile(rb"<(?:\w+:)?date(?:\s[^<>]*)?>\s*([0-9][0-9TZ:.+-]{1,39})\s*<"),
}
"""Where each format keeps it: the part, and the element in it (dcterms:modified, dc:date)."""
_AS_MADE = FIXED_TIME.replace(tzinfo=UTC)
_LARGEST = 64 * 1024
"""Bytes; properties are some hundred, and more than this is not looked at."""


def saved_at(package: bytes) -> datetime | None:
    """The time of the last saving (UTC); None if it is not told, or if nobody has saved the form since it was made.

    OpenDocument gives a local time without saying which; it is taken as UTC, the same on every machine.
    """
    moment = _told(package)
    return None if moment == _AS_MADE else moment


def saved_in(read: Callable[[str], bytes]) -> datetime | None:
    """The same, for a package that has been opened: ``read`` gives a part's content, b"" where there is none."""
    moment = _told_in(read)
    return None if moment == _AS_MADE else moment


def is_as_made(package: bytes) -> bool:
    """Whether it is a workbook of our own that nobody has saved since."""
    return _told(package) == _AS_MADE


def _told(package: bytes) -> datetime | None:
    """The time that the workbook names, which in our own is always the same."""
    try:
        with zipfile.ZipFile(io.BytesIO(package)) as parts:
            return _told_in(lambda name: _start_of(parts, name) if name in parts.NameToInfo else b"")
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError, RuntimeError):
        return None


def _told_in(read: Callable[[str], bytes]) -> datetime | None:
    for name, element in _PROPERTIES.items():
        if xml := read(name):
            found = element.search(xml, 0, _LARGEST)
            return _time_in(found[1].decode()) if found else None
    return None


def _start_of(parts: zipfile.ZipFile, name: str) -> bytes:
    with parts.open(name) as part:
        return part.read(_LARGEST)


def _time_in(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
