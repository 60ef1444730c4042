"""Names in double braces, as people write them into texts of their own. Knows no name.

Small and capital letters, spaces, dashes and kinds of apostrophes do not matter.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

BRACES = re.compile(r"\{\{\s*([^{}]{1,80}?)\s*\}\}")
"""Group 1 is the name."""
_SEPARATORS = re.compile(r"[\s_\-\u2010-\u2015\u00ad]+")
_APOSTROPHES = re.compile("[\u2018\u2019\u02bc\u00b4`]")


def braces(text: str) -> Iterator[re.Match[str]]:
    """Everything in double braces; group 1 is the name."""
    return BRACES.finditer(text)


def alone(text: str) -> str:
    """The name of the only thing that a paragraph says, if it is in double braces; "" for any other paragraph."""
    found = BRACES.fullmatch(text.strip())
    return found[1] if found else ""


def in_braces(name: str) -> str:
    """The name as it is written in a text."""
    return "{{ " + name + " }}"


def folded(name: str) -> str:
    """The name as names are compared."""
    plain = _APOSTROPHES.sub("'", unicodedata.normalize("NFC", name))
    return _SEPARATORS.sub(" ", plain).strip().casefold()
