"""The records of an .xlsb's parts. Layouts are those of [MS-XLSB]."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from aktivplan.workbooks.number_formats import Shown, built_in, shown_by
from aktivplan.workbooks.sheets import ReadingError

Record = tuple[int, int, int]
"""Kind, place and size."""

_FORMAT, _BEGIN_STYLES, _STYLE, _END_STYLES = 0x002C, 0x0269, 0x002F, 0x026A
_TEXT = 0x0013


def records(part: bytes) -> Iterator[Record]:
    """Every record of a part, in order.

    Raises:
        ReadingError: file-damaged, where a record is longer than what is left.
    """
    at, end = 0, len(part)
    try:
        while at < end:
            kind = part[at]
            at += 1
            if kind & 0x80:
                kind = (kind & 0x7F) | (part[at] & 0x7F) << 7
                at += 1
            size = shift = 0
            while True:
                byte = part[at]
                at += 1
                size |= (byte & 0x7F) << shift
                shift += 7
                if byte < 0x80 or shift == 28:
                    break
            if at + size > end:
                raise ReadingError("file-damaged")
            yield kind, at, size
            at += size
    except IndexError as error:
        raise ReadingError("file-damaged") from error


def cell_styles(part: bytes) -> tuple[Shown, ...]:
    """For every cell style of the part styles.bin, by its number, what it shows."""
    own: dict[int, Shown] = {}
    numbers: list[int] = []
    within = False
    for kind, at, size in records(part):
        if kind == _FORMAT and size >= 6:
            number, length = struct.unpack_from("<HI", part, at)
            code = part[at + 6 : at + 6 + min(2 * length, size - 6)]
            own[number] = shown_by(code.decode("utf-16-le", "replace"))
        elif kind in (_BEGIN_STYLES, _END_STYLES):
            within = kind == _BEGIN_STYLES
        elif kind == _STYLE and within and size >= 4:
            numbers += struct.unpack_from("<H", part, at + 2)
    return tuple(own[number] if number in own else built_in(number) for number in numbers)


def shared_text_sizes(part: bytes) -> list[int]:
    """How many bytes each of the shared texts takes at the most."""
    return [size for kind, _, size in records(part) if kind == _TEXT]
