"""Files that lie among answers and are none: damaged, locked, password-protected, photographed.

Each is made byte for byte, so that a demo shows the same everywhere. Knows no plan.
"""

from __future__ import annotations

import hashlib
import struct
import zlib

_SECTOR = 512
_STREAM = 8 * _SECTOR
"""Size of each stream: the smallest that a compound file keeps in sectors of its own."""
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_ROOT, _FILE = 5, 2
"""Kinds of directory entries in a compound file."""


def damaged(workbook: bytes) -> bytes:
    """The first two thirds of a workbook, as a broken-off transfer leaves them."""
    return workbook[: len(workbook) * 2 // 3]


def lock_file(name: str) -> bytes:
    """What Excel leaves beside a workbook that a person with that name has open."""
    narrow = name.encode("latin-1", "replace")[:54]
    wide = name.encode("utf-16-le")[:108]
    return (bytes([len(narrow)]) + narrow.ljust(54)) + struct.pack("<H", len(wide) // 2) + wide.ljust(108)


def encrypted(workbook: bytes) -> bytes:
    """A compound file of the shape that Excel gives a workbook with a password; no password opens it."""
    seed = hashlib.sha256(workbook).digest()
    noise = b"".join(hashlib.sha256(seed + bytes([block])).digest() for block in range(_STREAM // 32))
    package = (struct.pack("<Q", _STREAM - 8) + noise)[:_STREAM]
    about = struct.pack("<HHI", 4, 4, 0x40) + b'<?xml version="1.0" encoding="UTF-8"?><encryption/>'
    directory = b"".join(
        (
            _directory_entry("Root Entry", _ROOT, child=1),
            _directory_entry("EncryptionInfo", _FILE, right=2, start=2, size=_STREAM),
            _directory_entry("EncryptedPackage", _FILE, start=2 + _STREAM // _SECTOR, size=_STREAM),
            bytes(128),
        )
    )
    return _header() + _allocation_table() + directory + about.ljust(_STREAM) + package


def photograph(width: int = 320, height: int = 220) -> bytes:
    """A PNG picture of lines in blue ink on grey paper."""
    paper, ink = b"\xe6\xe4\xdf", b"\x2b\x3f\x87"
    rows = (
        b"\0" + b"".join(ink if _is_ink(x, y, width, height) else paper for x in range(width))
        for y in range(height)
    )
    about = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = (b"IHDR", about), (b"IDAT", zlib.compress(b"".join(rows), 9)), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_png_chunk(name, content) for name, content in chunks)


def _header() -> bytes:
    """Of a compound file with its allocation table in sector 0 and its directory in sector 1."""
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + bytes(16)
        + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
        + struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, _END, 0, _END, 0)
        + struct.pack("<109I", 0, *[_FREE] * 108)
    )


def _allocation_table() -> bytes:
    """Two streams of equal length, one after the other, behind the table and the directory."""
    length = _STREAM // _SECTOR
    chain = [*range(3, 2 + length), _END, *range(3 + length, 2 + 2 * length), _END]
    table = [_FAT, _END, *chain]
    return struct.pack("<128I", *table, *[_FREE] * (128 - len(table)))


def _directory_entry(
    name: str, kind: int, *, right: int = _FREE, child: int = _FREE, start: int = _END, size: int = 0
) -> bytes:
    text = name.encode("utf-16-le")
    return (
        text.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(text) + 2, kind, 1, _FREE, right, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )


def _is_ink(x: int, y: int, width: int, height: int) -> bool:
    """Whether a line of handwriting passes here: a zigzag with gaps between the words."""
    margin, spacing = 24, 22
    if not (margin <= x < width - margin and margin <= y < height - margin):
        return False
    line = y // spacing
    is_word = (x * 7 + line * 53) % 97 > 18
    wave = abs((x * 3 + line * 5) % 16 - 8)
    return is_word and abs(y % spacing - 6 - wave) <= 1


def _png_chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
