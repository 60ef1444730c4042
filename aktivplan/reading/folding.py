"""Texts made alike, to be compared: case, Unicode form, dashes, quotes and spaces do not tell them apart."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ALIKE = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-") | dict.fromkeys("“”„«»", '"') | {"’": "'", "‘": "'"})
_HAS_ALIKE = re.compile("[‐-―−“-„«»‘’]")
_PARENTHESES = re.compile(r"\s*\([^()]*\)")
_NUMBER = re.compile(r"\(?(?:\d{1,2}|[A-Za-z])[.)]\s+")
_EXPLANATION = re.compile(r"\s+[-‐-―]\s+|:\s+")
_TRAILING = " :*.;,?"


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """The text in small letters, NFC, one space for any white space, without ``:*.;,?`` at its end."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
        if _HAS_ALIKE.search(text):
            text = text.translate(_ALIKE)
    return " ".join(text.casefold().split()).rstrip(_TRAILING)


@lru_cache(maxsize=2048)
def fold_bare(text: str) -> str:
    """Folded, and without what stands in parentheses: headings carry their help there."""
    return fold(_PARENTHESES.sub("", text))


@lru_cache(maxsize=2048)
def fold_core(text: str) -> str:
    """Folded and bare, without a number before it ("1. ", "A) ") and an explanation behind it ("– when?", a second line)."""
    lines = [line for line in _PARENTHESES.sub("", text).splitlines() if line.strip()]
    first = _NUMBER.sub("", lines[0].strip(), count=1) if lines else ""
    return fold(_EXPLANATION.split(first, maxsplit=1)[0])
