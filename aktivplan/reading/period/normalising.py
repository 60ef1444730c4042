"""The many ways of typing the same thing, made one, before a time expression is taken apart."""

from __future__ import annotations

import re
import unicodedata

_ALIKE = (
    dict.fromkeys(map(ord, "‐‑‒–—―−﹣－"), "-")
    | dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f\t\u3000"), " ")
    | dict.fromkeys(map(ord, "’‘`´′"), "'")
    | dict.fromkeys(map(ord, "“”„″〃«»"), '"')
    | dict.fromkeys([0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF], "")
)
_CLOCK = re.compile(
    r"\b(?:kl|klockan|klokken)\b\.?\s*[0-9]{1,2}(?:[.:][0-9][0-9])?(?:\s*-\s*[0-9]{1,2}(?:[.:][0-9][0-9])?)?"
    r"|(?:\bt|(?<=[0-9])t|\b)[0-9]{1,2}:[0-9][0-9](?::[0-9][0-9](?:\.[0-9]+)?)?z?\b"
)
_ZERO_DECIMALS = (".0", ",0")
_WHOLE_NUMBER = re.compile(r"^\s*([0-9]{4,5})[.,]0$")
_DASHES = re.compile("-{2,}|->|=>")
_MONTH = "jan|feb|mar|apr|maj|mai|may|jun|jul|aug|sep|okt|oct|nov|dec|des"
_SHORT_YEAR = re.compile(rf"(?<=[^\W\d_]) -([0-9]{{2}})(?![0-9/.:]|-[0-9]|\s+(?:{_MONTH}))")
_BULLET = re.compile(r"^\s*(?:[•·*◦▪‣○●■□]|[-–—](?=\s)|[0-9]{1,2}\)(?=\s)|[a-z]\)(?=\s))\s*")
_BULLETS = frozenset("•◦▪‣●■)")
_LINES = re.compile(r"[\r\n\v\f\u2028\u2029\x85]+|(?<=\S)\s*[•◦▪‣●■]")


def lines_of(text: str) -> list[str]:
    """The text's lines, without bullets; empty ones are left out."""
    if text and text.isprintable() and _BULLETS.isdisjoint(text) and text[0].isalnum():
        return [text.strip()]
    lines = (_BULLET.sub("", line).strip() for line in _LINES.split(text))
    return [line for line in lines if line]


def normalise(line: str) -> str:
    """Small letters, NFC, plain spaces, hyphens and quotes, and no time of day."""
    plain = line if line.isascii() else unicodedata.normalize("NFC", line).translate(_ALIKE)
    plain = plain.lower()
    if ":" in plain or "kl" in plain:
        plain = _CLOCK.sub(" ", plain)
    if plain.endswith(_ZERO_DECIMALS):
        plain = _WHOLE_NUMBER.sub(r"\1", plain)
    if "-" in plain:
        # "Mars -27": the year, and no stretch of time from March on.
        plain = _SHORT_YEAR.sub(r" '\1", _DASHES.sub("-", plain))
    return plain
