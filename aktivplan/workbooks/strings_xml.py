"""The shared strings of an .xlsx. Looks at the bytes with patterns."""

from __future__ import annotations

import re

_BEGINNING = re.compile(rb"<(?:\w+:)?sst\b[^<>]*?(/?)>")
_END_OF_TEXT = re.compile(rb"</(?:\w+:)?si>")
_PREFIXED_TEXT = re.compile(rb"<(\w+):t>")


def longest_text(xml: bytes) -> int:
    """How many bytes the longest of the texts takes, mark-up included."""
    ends = [found.start() for found in _END_OF_TEXT.finditer(xml)]
    return max((end - start for start, end in zip([0, *ends], [*ends, len(xml)], strict=True)), default=0)


def for_calamine(xml: bytes) -> bytes:
    """The same strings, without a promise of how many there are, and with the spaces at their ends kept."""
    xml = _BEGINNING.sub(rb"<sst\1>", xml, count=1)
    if b":t>" in xml:
        xml = _PREFIXED_TEXT.sub(rb'<\1:t xml:space="preserve">', xml)
    return xml.replace(b"<t>", b'<t xml:space="preserve">')
