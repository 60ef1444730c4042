"""Texts made alike, to be compared: case, Unicode form, dashes, quotes and spaces do not tell them apart."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ALIKE = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-") | dict.fromkeys("“”„«»", '"') | {"’": "'", "‘": "'"})
_PARENTHESES = re.compile(r"\s*\([^()]*\)")
_TRAILING = " :*.;,?"


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """The text in small letters, NFC, one space for any white space, without ``:*.;,?`` at its end."""
    folded = unicodedata.normalize("NFC", text).translate(_ALIKE).casefold()
    return " ".join(folded.split()).rstrip(_TRAILING)


@lru_cache(maxsize=2048)
def fold_bare(text: str) -> str:
    """Folded, and without what stands in parentheses: headings carry their help there."""
    return fold(_PARENTHESES.sub("", text))
