"""A zip put together anew of parts that have been checked. Knows no format of what is inside."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterable

from aktivplan.workbooks.package import Part

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION, _NO_FLAGS, _NO_TIME, _FIRST_DAY = 20, 0, 0, 0x21


def write_zip(parts: Iterable[tuple[str, bytes | Part]]) -> bytes:
    """A zip of the parts (name in ASCII; content, or a part of another package as it lies there)."""
    pieces: list[bytes | memoryview] = []
    directory: list[bytes] = []
    at = 0
    for name, content in parts:
        part = content if isinstance(content, Part) else stored(content)
        title = name.encode("ascii")
        about = (
            _NO_FLAGS,
            part.method,
            _NO_TIME,
            _FIRST_DAY,
            part.crc,
            len(part.packed),
            part.size,
            len(title),
        )
        directory.append(_CENTRAL.pack(b"PK\x01\x02", _VERSION, _VERSION, *about, 0, 0, 0, 0, 0, at) + title)
        pieces += (_LOCAL.pack(b"PK\x03\x04", _VERSION, *about, 0), title, part.packed)
        at += _LOCAL.size + len(title) + len(part.packed)
    count, length = len(directory), sum(map(len, directory))
    return b"".join((*pieces, *directory, _END.pack(b"PK\x05\x06", 0, 0, count, count, length, at, 0)))


def stored(content: bytes) -> Part:
    """The content as a part that is not packed."""
    return Part(memoryview(content), zipfile.ZIP_STORED, zlib.crc32(content), len(content))


def deflated(content: bytes) -> Part:
    """The content as a packed part; quickly rather than tightly."""
    packer = zlib.compressobj(1, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(content) + packer.flush()
    return Part(memoryview(packed), zipfile.ZIP_DEFLATED, zlib.crc32(content), len(content))
