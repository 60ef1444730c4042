"""Several people, or units, in one cell: "Eva Lind och Ali Demir". Knows no cell."""

from __future__ import annotations

import re
from collections.abc import Collection

from aktivplan.reading.folding import fold

_LINES = re.compile(r"\s*[;\n]\s*")
_JOINTS = re.compile(r"[,/&+]|\b(?:och|og|samt|and)\b")
_NAME = re.compile(
    r"\b[^\W\d_a-zåäöæøéü][^\W\d_]+(?:-[^\W\d_]+)?\s+(?:[^\W\d_]\.?\s+)?[^\W\d_a-zåäöæøéü][^\W\d_]+"
)
"""A first name and a surname, each with a capital letter."""
_BULLET = re.compile(r"^(?:[•·*–-]|\d{1,2}[.)])\s+")


def people_in(text: str, units: Collection[str]) -> tuple[str, ...]:
    """The people named in a text, one at a time; the whole text where it cannot be taken apart for certain.

    A line break and a semicolon part them always. A comma, a stroke or "and" does so only where everything between
    is a person's full name (perhaps with a title) or one of the units, given as folded codes and names: "Rektor,
    Vikskolan" is one, and so is "Kultur och fritid".
    """
    if ";" not in text and "\n" not in text:
        return _in_line(text, units)
    lines = [line for line in _LINES.split(text) if line.strip()]
    return tuple(one for line in lines for one in _in_line(line, units)) or (text,)


def _in_line(line: str, units: Collection[str]) -> tuple[str, ...]:
    line = _BULLET.sub("", line).strip()
    joint = _JOINTS.search(line)
    # Most commas follow a title or a place, so the first part tells that they part no people.
    if joint is None or not _is_someone(line[: joint.start()].strip(), units):
        return (line,)
    parts = [part.strip() for part in _JOINTS.split(line)]
    whole = all(_is_someone(part, units) for part in parts)
    return tuple(parts) if whole and fold(line) not in units else (line,)


def _is_someone(part: str, units: Collection[str]) -> bool:
    named = " " in part and _NAME.search(part) is not None
    return named or (bool(part) and fold(part) in units)
