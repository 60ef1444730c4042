"""What attributes of WordprocessingML say, as plain values."""

from __future__ import annotations

import html
from collections.abc import Mapping

Attributes = Mapping[bytes, bytes]
_OFF = (b"0", b"false", b"off")
_HEXADECIMAL = frozenset("0123456789ABCDEF")


def is_on(attributes: Attributes, name: bytes = b"w:val") -> bool:
    """Whether a property that is on or off is on."""
    return attributes.get(name, b"1") not in _OFF


def plain_text(written: bytes) -> str:
    """Text as people read it, on one line."""
    return " ".join(html.unescape(written.decode("utf-8", "replace")).split())


def name_of(attributes: Attributes) -> str:
    """The name that a property gives, such as a style's; "" for none."""
    return attributes.get(b"w:val", b"").decode("utf-8", "replace")


def whole_number(written: bytes) -> int:
    """A whole number as Word writes it; 0 for what is none."""
    try:
        return int(float(written))
    except (ValueError, OverflowError):
        return 0


def fill_of(attributes: Attributes) -> str:
    """The colour of a shading, as six digits or "auto"; "" for none."""
    solid = attributes.get(b"w:val") == b"solid"
    return colour_of(attributes.get(b"w:color" if solid else b"w:fill", b""))


def colour_of(written: bytes) -> str:
    """Six hexadecimal digits, "auto", or "" for what says nothing."""
    text = written.decode("ascii", "replace").upper()
    if text == "AUTO":
        return "auto"
    return text if len(text) == 6 and set(text) <= _HEXADECIMAL else ""
