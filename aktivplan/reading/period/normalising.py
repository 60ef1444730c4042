"""The many ways of typing the same thing, made one, before a time expression is taken apart."""

from __future__ import annotations

import re
import unicodedata

_ALIKE = (
    dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
    | dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f\t"), " ")
    | dict.fromkeys([0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF], "")
)
_CLOCK = re.compile(r"\b(?:kl|klockan|klokken)\b\.?\s*\d{1,2}(?:[.:]\d\d)?|\b\d{1,2}:\d\d\b")
_DASHES = re.compile("-{2,}")
_BULLET = re.compile(r"^\s*(?:[•·*◦▪‣○●]|[-–](?=\s))\s*")
_LINES = re.compile(r"[\r\n]+|(?<=\S)\s*[•◦▪‣●]")


def lines_of(text: str) -> list[str]:
    """The text's lines, without bullets; empty ones are left out."""
    lines = (_BULLET.sub("", line).strip() for line in _LINES.split(text))
    return [line for line in lines if line]


def normalise(line: str) -> str:
    """Small letters, NFC, plain spaces and hyphens, and no time of day."""
    small = unicodedata.normalize("NFC", line).translate(_ALIKE).lower()
    return _DASHES.sub("-", _CLOCK.sub(" ", small)).replace("n/a", "na")
