"""Zip packages, unpacked within limits that no header can talk away. Knows no format of what is inside."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from aktivplan.workbooks.limits import (
    LEAST_RATIO,
    MEBIBYTE,
    MOST_IN_A_PART,
    MOST_UNPACKED,
    RATIO_FROM,
)
from aktivplan.workbooks.sheets import ReadingError
from aktivplan.workbooks.zip_directory import Entry, read_directory

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
_ENCRYPTED = 0x1
_PIECE = 4 * MEBIBYTE
_SMALL, _SMALL_UNPACKED, _SMALL_KNOWN = 4096, 65536, 64
"""A part of so many bytes, and so many when unpacked, is remembered; and so many of them."""
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
        self._sound: set[str] = set()
        left, to_keep = MOST_UNPACKED, _KEPT
        # The manifest of an OpenDocument comes first: it tells whether the others are encrypted.
        for entry in sorted(_checked(read_directory(content)), key=lambda one: one.name != _MANIFEST):
            name, folded = entry.name, entry.name.lower()
            if folded in self._folded:
                raise ReadingError("file-unsafe")
            data = _unpack(entry.packed, entry.method, entry.crc, left)
            left -= len(data)
            if name == _MANIFEST and _ENCRYPTED_PART in data:
                raise ReadingError("file-encrypted")
            if folded.endswith(_XML) and not name.startswith(_OF_OTHERS):
                check_xml(data)
            self.parts[name] = Part(entry.packed, entry.method, entry.crc, len(data))
            self._folded[folded] = name
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
        if found not in self._sound:
            if zlib.crc32(data) != part.crc:
                raise ReadingError("file-damaged")
            self._sound.add(found)
        return data

    def unpacked(self, name: str) -> Part:
        """The part as it would lie in a package that packs nothing. Raises like `read`."""
        data = self.read(name)
        return Part(memoryview(data), zipfile.ZIP_STORED, self.parts[self.find(name)].crc, len(data))


def check_xml(data: bytes) -> None:
    """Refuse what could make a parser of XML go astray.

    Raises:
        ReadingError: file-unsafe.
    """
    if (data and not _XML_IN_UTF_8.match(data)) or _DOCTYPE in data:
        raise ReadingError("file-unsafe")


def _checked(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries that are no folders, with forward slashes in their names."""
    for entry in entries:
        name, is_outside = _plain_name(entry.name)
        if is_outside:
            raise ReadingError("file-unsafe")
        if entry.flags & _ENCRYPTED:
            raise ReadingError("file-encrypted")
        if not name.endswith("/"):
            yield entry if name == entry.name else entry._replace(name=name)


@lru_cache(maxsize=256)
def _plain_name(name: str) -> tuple[str, bool]:
    """An entry's name with forward slashes, and whether it leads out of the package. Most packages name their parts alike."""
    plain = name.replace("\\", "/")
    return plain, _OUTSIDE.search(plain) is not None


def _unpack(packed: memoryview, method: int, crc: int, left: int) -> bytes:
    if len(packed) <= _SMALL and method == zipfile.ZIP_DEFLATED:
        small = _unpacked_once(bytes(packed))
        if small is not None and len(small) <= left:
            return small
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


@lru_cache(_SMALL_KNOWN)
def _unpacked_once(packed: bytes) -> bytes | None:
    """What a small part holds; None if it is broken or much. Forms of a plan have most of their parts alike."""
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        data = inflater.decompress(packed, _SMALL_UNPACKED)
    except zlib.error:
        return None
    return data if inflater.eof else None


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
