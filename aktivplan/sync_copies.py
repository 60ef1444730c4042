"""File names, and what programs add to them when a file is copied. Knows nothing of what the files hold."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

_LONGEST = 255
"""Characters that a file system takes; names in archives may be longer, and are looked at no further."""
_SPACE = r"[\s_]*"
_MARKS = (
    # Dropbox, Nextcloud, Box: "plan (Anna Larssons konflikterande kopia 2026-11-03)"; Google: "plan [Conflict]".
    re.compile(rf"{_SPACE}[(\[][^()\[\]]*(?:konflikt|conflict|motstrid)[^()\[\]]*[)\]]$", re.IGNORECASE),
    # Syncthing: "plan.sync-conflict-20261103-101010-ABCDEFG".
    re.compile(r"\.sync-conflict-[\d-]+(?:-\w+)?$", re.IGNORECASE),
    # OneDrive adds the computer's name, and most computers are called as Windows or their maker has it.
    re.compile(r"-(?:DESKTOP|LAPTOP|SURFACE|MACBOOK|IMAC|PC|WIN)[A-Z0-9]*(?:-[A-Z0-9]+)*$"),
    # Browsers, mail programs and Google Drive: "plan (1)".
    re.compile(rf"{_SPACE}\(\d{{1,3}}\)$"),
    # Windows and macOS: "plan – kopia", "plan - Kopi", "plan kopia 2", "plan - Copy".
    re.compile(r"(?:\s*[-–—_]\s*|\s+)(?:kopia|kopi|copy)(?:\s\d{1,3})?$", re.IGNORECASE),
    # Google Drive and Windows of old: "Kopia av plan", "Kopi af plan", "Copy of plan".
    re.compile(r"^(?:kopia|kopi|copy)\s+(?:\(\d{1,3}\)\s+)?(?:av|af|of)\s+", re.IGNORECASE),
)
_ANY_COMPUTER = re.compile(r"-[A-Z0-9][A-Z0-9-]{2,14}")
"""What OneDrive adds on a computer of another name; looks like much else, so only beside the name without it."""


def name_without_marks(file: str) -> str:
    """The file's name without folders, suffix and what copying has added: "BUF plan" for "BUF plan (1)-DESKTOP-AB12.xlsx"."""
    name = _stem(file)
    while True:
        shorter = _shortened(name)
        if shorter == name:
            return name
        name = shorter


def has_marks(file: str) -> bool:
    """Whether copying has added something to the file's name."""
    return name_without_marks(file) != _stem(file)


def are_copies(one: str, other: str) -> bool:
    """Whether the names differ by nothing but what a program adds when it makes a copy."""
    first, second = sorted((_stem(one), _stem(other)), key=lambda name: (len(name), name))
    if first.casefold() == second.casefold():
        return False
    if name_without_marks(one).casefold() == name_without_marks(other).casefold():
        return True
    return second.startswith(first) and bool(_ANY_COMPUTER.fullmatch(second[len(first) :]))


def _shortened(name: str) -> str:
    for mark in _MARKS:
        shorter = mark.sub("", name).strip()
        if shorter and shorter != name:
            return shorter
    return name


def _stem(file: str) -> str:
    return PurePosixPath(file).stem[:_LONGEST].strip()
