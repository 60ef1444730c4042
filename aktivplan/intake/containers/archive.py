"""Zip archives: what lies in them. Unpacks one entry at a time, into memory, and no more of it than a file may hold."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from copy import copy
from datetime import UTC, datetime
from functools import partial

from aktivplan.intake.containers.container import MOST_ENTRIES, Container, ContainerError, Entry, Form
from aktivplan.intake.containers.names import distinct, shown_path
from aktivplan.intake.limits import LARGEST_FILE
from aktivplan.workbooks.limits import MEBIBYTE, MOST_UNPACKED

_ENCRYPTED = 0x1
_DOCUMENT_PART = "[Content_Types].xml"
_NAME_IS_UTF8 = 0x800
_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    EOFError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    ImportError,
)
"""ImportError: Python may lack the modules for rarer ways of packing."""
_NO_DATE = (1980, 1, 1)


def is_archive(content: bytes) -> bool:
    """Whether a zip is somebody's files, and not the parts of one document."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _DOCUMENT_PART not in archive.NameToInfo
    except _UNREADABLE:
        return False


def open_archive(content: bytes) -> Container:
    """The archive's files.

    Raises:
        ContainerError: archive-damaged, archive-too-large (too many files), archive-protected (all of them).
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except _UNREADABLE as error:
        raise ContainerError("archive-damaged") from error
    files = [info for info in archive.infolist() if not info.is_dir()]
    if len(files) > MOST_ENTRIES:
        raise ContainerError("archive-too-large", limit=MOST_UNPACKED // MEBIBYTE, entries=MOST_ENTRIES)
    if files and all(info.flag_bits & _ENCRYPTED for info in files):
        raise ContainerError("archive-protected")
    return Container(Form.ARCHIVE, tuple(_entries(archive, files)))


def _entries(archive: zipfile.ZipFile, files: list[zipfile.ZipInfo]) -> Iterator[Entry]:
    names = (shown_path(_name(info)) or str(number) for number, info in enumerate(files, start=1))
    for info, name in zip(files, distinct(names), strict=True):
        yield Entry(
            name,
            info.file_size,
            partial(_unpacked, archive, info),
            _modified(info),
        )


def _unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    if info.flag_bits & _ENCRYPTED:
        raise ContainerError("archive-protected")
    bounded = copy(info)
    # What the entry says of its own size may be a lie.
    bounded.file_size = LARGEST_FILE + 1
    try:
        with archive.open(bounded) as file:
            content = file.read(LARGEST_FILE + 1)
    except _UNREADABLE as error:
        raise ContainerError("file-damaged") from error
    if len(content) > LARGEST_FILE:
        raise ContainerError("file-too-large", limit=LARGEST_FILE // MEBIBYTE)
    return content


def _name(info: zipfile.ZipInfo) -> str:
    """The name as it was meant: programs on a Mac write UTF-8 without saying so, older Windows the code page of its console."""
    if info.flag_bits & _NAME_IS_UTF8:
        return info.orig_filename
    raw = info.orig_filename.encode("cp437", "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp850")


def _modified(info: zipfile.ZipInfo) -> datetime | None:
    """The entry's date. Archives give a local time without saying which; it is taken as UTC, the same on every machine."""
    if info.date_time[:3] == _NO_DATE:
        return None
    try:
        return datetime(*info.date_time, tzinfo=UTC)
    except ValueError:
        return None
