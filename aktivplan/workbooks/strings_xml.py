"""The shared strings of an .xlsx. Looks at the bytes with patterns."""

from __future__ import annotations

import re
from collections import Counter

_BEGINNING = re.compile(rb"<(?:\w+:)?sst\b[^<>]*?(/?)>")
_END_OF_TEXT = re.compile(rb"</(?:\w+:)?si>|<(?:\w+:)?si\s*/>")
_SHARED = re.compile(rb' t="s"[^<>]*>(?:<f[^<>]*(?:/>|>[^<]*</f>))?\s*<v[^<>]*>\s*([0-9]{1,9})')
_PREFIXED_TEXT = re.compile(rb"<(\w+):t>")


def text_sizes(xml: bytes) -> list[int]:
    """How many bytes each of the texts takes, mark-up included."""
    ends = [found.end() for found in _END_OF_TEXT.finditer(xml)]
    return [end - start for start, end in zip([0, *ends], ends, strict=False)]


def shared_texts(sheet: bytes) -> Counter[int]:
    """How often each of the shared texts stands in a worksheet's cells, by its number."""
    return Counter(map(int, _SHARED.findall(sheet)))


def for_calamine(xml: bytes) -> bytes:
    """The same strings, without a promise of how many there are, and with the spaces at their ends kept."""
    xml = _BEGINNING.sub(rb"<sst\1>", xml, count=1)
    if b":t>" in xml:
        xml = _PREFIXED_TEXT.sub(rb'<\1:t xml:space="preserve">', xml)
    return xml.replace(b"<t>", b'<t xml:space="preserve">')
