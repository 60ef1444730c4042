"""Zip packages, unpacked within limits that no header can talk away. Knows no format of what is inside."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from aktivplan.workbooks.limits import (
    LEAST_RATIO,
    MEBIBYTE,
    MOST_IN_A_PART,
    MOST_PARTS,
    MOST_UNPACKED,
    RATIO_FROM,
)
from aktivplan.workbooks.sheets import ReadingError

_XML = (".xml", ".rels")
_XML_IN_UTF_8 = re.compile(
    rb"""(?:\xef\xbb\xbf)?\s*(?:<\?xml(?:[^?>]*?\sencoding\s*=\s*["'](?:utf-?8|us-ascii)["']|(?![^?>]*\sencoding))|<(?!\?xml))""",
    re.IGNORECASE,
)
"""How XML in UTF-8 begins: no other encoding in its declaration, or no declaration."""
_OF_OTHERS = ("customXml/", "Basic/", "Dialogs/")
"""Parts that other programs put there, UTF-16 and document types among them; nothing here reads them."""
_MANIFEST, _ENCRYPTED_PART = "META-INF/manifest.xml", b":encryption-data"
_DOCTYPE = b"<!DOCTYPE"
_OUTSIDE = re.compile(r"(?:^|/)\.\.(?:/|$)|^/|^[A-Za-z]:")
_BEGINNING_OF_ENTRY = b"PK\x01\x02"
_ENCRYPTED = 0x1
_LOCAL_HEADER = 30
_PIECE = 4 * MEBIBYTE
_KEPT = 16 * MEBIBYTE
"""So much of what has been unpacked is kept for when it is asked for."""


class Part(NamedTuple):
    """A part as it lies in the package. There are many of them, and a tuple is made fastest."""

    packed: memoryview
    method: int
    crc: int
    size: int
    """Bytes, unpacked; as counted, never as told."""


class Package:
    """A zip that has been looked through: no larger than the limits allow, and without traps in its XML."""

    def __init__(self, content: bytes) -> None:
        """Look the zip through, unpacking every part once.

        Raises:
            ReadingError: file-damaged, file-encrypted, file-swollen, file-too-many-parts or file-unsafe.
        """
        self.parts: dict[str, Part] = {}
        self._folded: dict[str, str] = {}
        self._kept: dict[str, bytes] = {}
        left, to_keep = MOST_UNPACKED, _KEPT
        # The manifest of an OpenDocument comes first: it tells whether the others are encrypted.
        for name, entry, packed in sorted(_entries(content), key=lambda one: one[0] != _MANIFEST):
            if name.lower() in self._folded:
                raise ReadingError("file-unsafe")
            data = _unpack(packed, entry.compress_type, entry.CRC, left)
            left -= len(data)
            if name == _MANIFEST and _ENCRYPTED_PART in data:
                raise ReadingError("file-encrypted")
            if name.lower().endswith(_XML) and not name.startswith(_OF_OTHERS):
                check_xml(data)
            self.parts[name] = Part(packed, entry.compress_type, entry.CRC, len(data))
            self._folded[name.lower()] = name
            if len(data) <= to_keep:
                self._kept[name] = data
                to_keep -= len(data)

    def find(self, name: str) -> str:
        """The part's name as the package has it, whatever its case; "" if there is none."""
        return name if name in self.parts else self._folded.get(name.lower(), "")

    def read(self, name: str) -> bytes:
        """What the part of that name holds; b"" if there is none.

        Raises:
            ReadingError: file-damaged, if it is not what was once packed.
        """
        found = self.find(name)
        if not found:
            return b""
        part = self.parts[found]
        data = self._kept.get(found)
        if data is None:
            data = _unpack(part.packed, part.method, part.crc, MOST_UNPACKED)
        if zlib.crc32(data) != part.crc:
            raise ReadingError("file-damaged")
        return data


def check_xml(data: bytes) -> None:
    """Refuse what could make a parser of XML go astray.

    Raises:
        ReadingError: file-unsafe.
    """
    if (data and not _XML_IN_UTF_8.match(data)) or _DOCTYPE in data:
        raise ReadingError("file-unsafe")


def _entries(content: bytes) -> Iterator[tuple[str, zipfile.ZipInfo, memoryview]]:
    """Name (with forward slashes), directory entry and packed bytes of every part, in order."""
    # Each entry costs memory before it can be counted.
    if content.count(_BEGINNING_OF_ENTRY) > 4 * MOST_PARTS:
        raise ReadingError("file-too-many-parts", limit=MOST_PARTS)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError, OverflowError) as error:
        raise ReadingError("file-damaged") from error
    if len(entries) > MOST_PARTS:
        raise ReadingError("file-too-many-parts", limit=MOST_PARTS)
    view = memoryview(content)
    for entry in entries:
        name = entry.filename.replace("\\", "/")
        if _OUTSIDE.search(name):
            raise ReadingError("file-unsafe")
        if entry.flag_bits & _ENCRYPTED:
            raise ReadingError("file-encrypted")
        if not name.endswith("/"):
            yield name, entry, _packed(view, entry)


def _packed(content: memoryview, entry: zipfile.ZipInfo) -> memoryview:
    at = entry.header_offset
    if not 0 <= at <= len(content) - _LOCAL_HEADER:
        raise ReadingError("file-damaged")
    start = at + _LOCAL_HEADER
    start += int.from_bytes(content[at + 26 : at + 28], "little")
    start += int.from_bytes(content[at + 28 : at + 30], "little")
    packed = content[start : start + entry.compress_size]
    if len(packed) < entry.compress_size:
        raise ReadingError("file-damaged")
    return packed


def _unpack(packed: memoryview, method: int, crc: int, left: int) -> bytes:
    most = min(left, MOST_IN_A_PART)
    if method == zipfile.ZIP_STORED:
        if len(packed) > most:
            raise ReadingError("file-swollen", limit=MOST_UNPACKED // MEBIBYTE)
        return bytes(packed)
    if method != zipfile.ZIP_DEFLATED:
        raise ReadingError("file-damaged")
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        data = inflater.decompress(packed, min(_PIECE, most + 1))
        if not inflater.eof:
            data = _unpack_on(inflater, data, len(packed), most)
    except zlib.error as error:
        raise ReadingError("file-damaged") from error
    # Some programs leave out the mark at the end; what is all there is taken.
    if not inflater.eof and zlib.crc32(data) != crc:
        raise ReadingError("file-damaged")
    return data


def _unpack_on(inflater: zlib._Decompress, data: bytes, packed: int, most: int) -> bytes:
    """The whole of a large part, of which the first piece is given."""
    pieces, size = [data], len(data)
    while True:
        if size > most or (size > RATIO_FROM and packed < LEAST_RATIO * size):
            raise ReadingError("file-swollen", limit=MOST_UNPACKED // MEBIBYTE)
        if inflater.eof or not inflater.unconsumed_tail:
            return b"".join(pieces)
        piece = inflater.decompress(inflater.unconsumed_tail, _PIECE)
        pieces.append(piece)
        size += len(piece)
