"""Compound files (OLE), the container of .xls: streams taken out, and a stream put into a new one. Knows no contents."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from aktivplan.workbooks.sheets import ReadingError

_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER, _ENTRY, _MINI_SECTOR, _SMALLEST_IN_SECTORS = 512, 128, 64, 4096
_IN_HEADER = 109
"""So many sectors of the allocation table are listed in the header."""
_FREE, _END, _TABLE, _LAST_SECTOR = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFF9
_ROOT, _STREAM, _FOLDER = 5, 2, 1


class CompoundFile:
    """A compound file. Whatever is wrong with its chains of sectors, reading them comes to an end."""

    def __init__(self, content: bytes) -> None:
        """Read the directory.

        Raises:
            ReadingError: file-damaged.
        """
        if len(content) < _HEADER or not content.startswith(_SIGNATURE):
            raise ReadingError("file-damaged")
        (shift,) = struct.unpack_from("<H", content, 30)
        if shift not in (9, 12):
            raise ReadingError("file-damaged")
        self._content = content
        self._size = 1 << shift
        self._table = self._allocation_table()
        (directory,) = struct.unpack_from("<I", content, 48)
        self.folders: set[str] = set()
        """Names of the folders in it."""
        self._entries: dict[str, tuple[int, int]] = {}
        # Of two streams with the same name the first is the file's own, the other an embedded object's.
        for name, place in self._read_directory(self._chain(directory, self._table)):
            self._entries.setdefault(name, place)
        if not self._entries.keys() - {""}:
            raise ReadingError("file-damaged")

    def stream(self, name: str) -> bytes | None:
        """What the stream of that name holds, whatever its case; None if there is none.

        Raises:
            ReadingError: file-damaged.
        """
        entry = self._entries.get(name.upper())
        if entry is None:
            return None
        start, size = entry
        if size >= _SMALLEST_IN_SECTORS:
            return self._joined(self._chain(start, self._table, size))[:size]
        root, root_size = self._entries.get("", (_END, 0))
        small = self._joined(self._chain(root, self._table, root_size))
        (first,) = struct.unpack_from("<I", self._content, 60)
        table = self._numbers(self._chain(first, self._table))
        sectors = self._chain(start, table, size, _MINI_SECTOR)
        return b"".join(small[n * _MINI_SECTOR : (n + 1) * _MINI_SECTOR] for n in sectors)[:size]

    def _allocation_table(self) -> list[int]:
        listed = list(struct.unpack_from(f"<{_IN_HEADER}I", self._content, 76))
        (more,) = struct.unpack_from("<I", self._content, 68)
        most = len(self._content) // self._size
        while more <= _LAST_SECTOR and len(listed) <= most:
            *numbers, more = struct.unpack(
                f"<{self._size // 4}I", self._sector(more).ljust(self._size, b"\xff")
            )
            listed += numbers
        return self._numbers(number for number in listed if number <= _LAST_SECTOR)

    def _read_directory(self, sectors: Iterator[int]) -> Iterator[tuple[str, tuple[int, int]]]:
        directory = self._joined(sectors)
        for at in range(0, len(directory) - _ENTRY + 1, _ENTRY):
            length, kind = struct.unpack_from("<HB", directory, at + 64)
            start, size = struct.unpack_from("<II", directory, at + 116)
            if kind == _ROOT:
                yield "", (start, size)
                continue
            name = directory[at : at + min(max(length - 2, 0), 62)].decode("utf-16-le", "replace")
            if kind == _STREAM:
                yield name.upper(), (start, size)
            elif kind == _FOLDER:
                self.folders.add(name)

    def _chain(self, sector: int, table: list[int], size: int = 1 << 32, each: int = 0) -> Iterator[int]:
        """The sectors of a chain, as many as ``size`` bytes take. A chain that bites its tail is damaged."""
        left = min(-(-size // (each or self._size)), len(table) + 1)
        while sector != _END and left:
            if sector >= len(table):
                raise ReadingError("file-damaged")
            yield sector
            sector = table[sector]
            left -= 1
        if sector != _END and size == 1 << 32:
            raise ReadingError("file-damaged")

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        return self._content[start : start + self._size]

    def _joined(self, sectors: Iterator[int]) -> bytes:
        return b"".join(map(self._sector, sectors))

    def _numbers(self, sectors: Iterator[int]) -> list[int]:
        data = self._joined(sectors)
        return list(struct.unpack_from(f"<{len(data) // 4}I", data))


def compound_file(name: str, stream: bytes) -> bytes:
    """A compound file with one stream, in sectors of 4096 bytes."""
    size = 4096
    stream = stream.ljust(_SMALLEST_IN_SECTORS, b"\0")
    data = -(-len(stream) // size)
    tables = next(count for count in range(1, _IN_HEADER + 1) if count * size // 4 >= data + count + 1)
    directory, first = tables, tables + 1
    table = [_TABLE] * tables + [_END] + [first + n + 1 for n in range(data - 1)] + [_END]
    table += [_FREE] * (tables * size // 4 - len(table))
    header = struct.pack("<8s16s5H6x3I", _SIGNATURE, b"", 62, 4, 0xFFFE, 12, 6, 1, tables, directory)
    header += struct.pack("<6I", 0, _SMALLEST_IN_SECTORS, _END, 0, _END, 0)
    header += struct.pack(f"<{_IN_HEADER}I", *range(tables), *[_FREE] * (_IN_HEADER - tables))
    entries = _entry("Root Entry", _ROOT, 1, 0, 0) + _entry(name, _STREAM, _FREE, first, len(stream))
    return b"".join(
        (
            header.ljust(size, b"\0"),
            struct.pack(f"<{len(table)}I", *table),
            entries.ljust(size, b"\0"),
            stream.ljust(data * size, b"\0"),
        )
    )


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    title = name.encode("utf-16-le") + b"\0\0"
    told = struct.pack("<HBB3I36xIQ", len(title), kind, 1, _FREE, _FREE, child, start, size)
    return title.ljust(64, b"\0") + told
