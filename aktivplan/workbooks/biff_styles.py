"""Styles and shared texts of an .xls. Layouts are those of [MS-XLS]."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence

from aktivplan.workbooks.number_formats import Shown, built_in, shown_by
from aktivplan.workbooks.sheets import ReadingError

Record = tuple[int, int, int]
"""Kind, place and size."""

_XF, _FORMAT, _SST, _CONTINUE, _BOF = 0x00E0, 0x041E, 0x00FC, 0x003C, 0x0809
_BIFF_8 = 0x0600
_WIDE, _PHONETIC, _RICH = 0x01, 0x04, 0x08


def cell_styles(stream: bytes, records: Sequence[Record]) -> tuple[Shown, ...]:
    """For every cell style, by its number, what it shows."""
    own: dict[int, Shown] = {}
    numbers: list[int] = []
    version = 0
    for kind, at, size in records:
        if kind == _BOF and size >= 2 and not version:
            (version,) = struct.unpack_from("<H", stream, at)
        elif kind == _FORMAT and size > 2:
            (number,) = struct.unpack_from("<H", stream, at)
            own[number] = shown_by(_format_code(stream[at + 2 : at + size], wide=version == _BIFF_8))
        elif kind == _XF and size >= 4:
            numbers += struct.unpack_from("<H", stream, at + 2)
    return tuple(own[number] if number in own else built_in(number) for number in numbers)


def _format_code(data: bytes, *, wide: bool) -> str:
    if not wide:
        return data[1 : 1 + data[0]].decode("cp1252", "replace")
    length = int.from_bytes(data[:2], "little")
    if len(data) > 2 and data[2] & _WIDE:
        return data[3 : 3 + 2 * length].decode("utf-16-le", "replace")
    return data[3 : 3 + length].decode("latin-1")


def shared_text_sizes(stream: bytes, records: Sequence[Record]) -> list[int]:
    """How many bytes each of the shared texts takes at the most.

    Raises:
        ReadingError: file-damaged.
    """
    start = next((n for n, (kind, _, _) in enumerate(records) if kind == _SST), len(records))
    pieces = [stream[at : at + size] for _, at, size in records[start : start + 1]]
    for kind, at, size in records[start + 1 :]:
        if kind != _CONTINUE:
            break
        pieces.append(stream[at : at + size])
    try:
        return list(_sizes(pieces))
    except (struct.error, IndexError) as error:
        raise ReadingError("file-damaged") from error


def _sizes(pieces: list[bytes]) -> Iterator[int]:
    piece, at = 0, 8
    while True:
        if piece < len(pieces) and at >= len(pieces[piece]):
            piece, at = piece + 1, 0
        if piece >= len(pieces):
            return
        length, flags = struct.unpack_from("<HB", pieces[piece], at)
        yield 2 * length
        at += 3
        runs = extra = 0
        if flags & _RICH:
            (runs,) = struct.unpack_from("<H", pieces[piece], at)
            at += 2
        if flags & _PHONETIC:
            (extra,) = struct.unpack_from("<I", pieces[piece], at)
            at += 4
        piece, at = _after_text(pieces, piece, at, length, wide=bool(flags & _WIDE))
        piece, at = _after_bytes(pieces, piece, at, 4 * runs + extra)


def _after_text(pieces: list[bytes], piece: int, at: int, length: int, *, wide: bool) -> tuple[int, int]:
    """Where the text ends; each further piece begins by saying anew how wide its characters are."""
    while length:
        here = min(length, (len(pieces[piece]) - at) // (2 if wide else 1))
        length -= here
        at += here * (2 if wide else 1)
        if length:
            piece += 1
            wide, at = bool(pieces[piece][0] & _WIDE), 1
    return piece, at


def _after_bytes(pieces: list[bytes], piece: int, at: int, size: int) -> tuple[int, int]:
    at += size
    while at > len(pieces[piece]):
        at -= len(pieces[piece])
        piece += 1
    return piece, at
