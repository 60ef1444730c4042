"""The directory of a zip: which entries it lists, and where they lie. Believes no size, and unpacks nothing."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from aktivplan.workbooks.limits import MOST_PARTS
from aktivplan.workbooks.sheets import ReadingError

_BEGINNING_OF_ENTRY, _BEGINNING_OF_END = b"PK\x01\x02", b"PK\x05\x06"
_ENTRY, _END = struct.Struct("<4s4x2H4x3L3H8xL"), struct.Struct("<4s4H2LH")
_UTF_8 = 0x800
_IN_64_BITS = 0xFFFFFFFF
"""Stands for a number that is told elsewhere, in 64 bits."""
_LOCAL_HEADER, _LOCAL_LENGTHS = 30, struct.Struct("<26x2H")
"""How long the header is that stands before what is packed, and where it tells the lengths of name and extra field."""


class Entry(NamedTuple):
    """What the directory says of an entry."""

    name: str
    flags: int
    method: int
    crc: int
    packed: memoryview


def read_directory(content: bytes) -> tuple[Entry, ...]:
    """Every entry, in order.

    Raises:
        ReadingError: file-damaged or file-too-many-parts.
    """
    # Each entry costs memory before it can be counted.
    if entries_at_most(content) > 4 * MOST_PARTS:
        raise ReadingError("file-too-many-parts", limit=MOST_PARTS)
    entries = usual_directory(content)
    if entries is None:
        entries = tuple(_unusual(content))
    if len(entries) > MOST_PARTS:
        raise ReadingError("file-too-many-parts", limit=MOST_PARTS)
    return entries


@lru_cache(maxsize=1)
def entries_at_most(content: bytes) -> int:
    """How many entries there may be, those of zips inside it too. That of the last zip is remembered."""
    return content.count(_BEGINNING_OF_ENTRY)


@lru_cache(maxsize=1)
def usual_directory(content: bytes) -> tuple[Entry, ...] | None:
    """The entries of a zip with nothing before, between or after what belongs to it; None for any other.

    That of the last zip is remembered: it is asked what a file is, and then what lies in it.

    Raises:
        ReadingError: file-damaged, where an entry lies outside the file.
    """
    last = len(content) - _END.size
    if last < 0 or not content.startswith(_BEGINNING_OF_END, last):
        return None
    _, disk, first_disk, count, total, size, at, comment = _END.unpack_from(content, last)
    if disk or first_disk or comment or count != total or at + size != last:
        return None
    view = memoryview(content)
    entries = []
    for _ in range(count):
        if at + _ENTRY.size > last:
            return None
        sign, flags, method, crc, packed, unpacked, name_length, extra_length, comment_length, start = (
            _ENTRY.unpack_from(content, at)
        )
        if sign != _BEGINNING_OF_ENTRY or _IN_64_BITS in (packed, unpacked, start):
            return None
        at += _ENTRY.size
        name = content[at : at + name_length]
        at += name_length + extra_length + comment_length
        # The old code page is slow to decode, and nearly all names are ASCII.
        text = name.decode("utf-8" if flags & _UTF_8 or name.isascii() else "cp437", "replace")
        entries.append(Entry(text, flags, method, crc, _packed(view, start, packed)))
    return tuple(entries) if at == last else None


def _unusual(content: bytes) -> Iterator[Entry]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError, OverflowError) as error:
        raise ReadingError("file-damaged") from error
    view = memoryview(content)
    for one in entries:
        packed = _packed(view, one.header_offset, one.compress_size)
        yield Entry(one.filename, one.flag_bits, one.compress_type, one.CRC, packed)


def _packed(content: memoryview, at: int, size: int) -> memoryview:
    if not 0 <= at <= len(content) - _LOCAL_HEADER:
        raise ReadingError("file-damaged")
    name_length, extra_length = _LOCAL_LENGTHS.unpack_from(content, at)
    start = at + _LOCAL_HEADER + name_length + extra_length
    packed = content[start : start + size]
    if len(packed) < size:
        raise ReadingError("file-damaged")
    return packed
