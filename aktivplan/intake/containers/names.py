"""What strangers call their files, made fit to be shown. The names are never used as paths on disk."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from pathlib import PurePosixPath

_LONGEST = 150
"""Characters of one step of a path."""
_UNSHOWN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Control and format characters, and what is no character: they could make a name look like another."""
_HALF_LETTER = re.compile("[\ud800-\udfff]")
"""A surrogate: a byte that was no text, or one half of a pair; no file format can hold it."""
_DRIVE = re.compile(r"[A-Za-z]:")


def shown_path(raw: str) -> str:
    """A path as an archive tells it; of one that leads elsewhere (absolute, "..", with backslashes) only the last step."""
    leads_elsewhere = "\\" in raw or raw.startswith("/") or _DRIVE.match(raw) or ".." in raw.split("/")
    if leads_elsewhere:
        return shown_name(raw)
    return "/".join(step for step in map(shown_name, raw.split("/")) if step)


def shown_name(raw: str) -> str:
    """The last step of a name; "" where nothing is left that could be shown."""
    text = re.split(r"[/\\]", _HALF_LETTER.sub("\ufffd", raw).rstrip("/\\"))[-1]
    kept = "".join(" " if letter in "\t\r\n" else letter for letter in unicodedata.normalize("NFC", text))
    kept = "".join(letter for letter in kept if unicodedata.category(letter) not in _UNSHOWN)
    kept = " ".join(kept.split())
    return "" if kept in (".", "..") else _shortened(kept)


def distinct(names: Iterable[str]) -> list[str]:
    """The names in their order; of those that are the same, all but the first get a number ("plan [2].xlsx").

    Not "plan (2).xlsx", which is how programs name copies of a file.
    """
    taken: set[str] = set()
    numbered: list[str] = []
    counts: dict[str, int] = {}
    for name in names:
        free = name
        while free.casefold() in taken:
            counts[name] = counts.get(name, 1) + 1
            path = PurePosixPath(name)
            free = path.with_name(f"{path.stem} [{counts[name]}]{path.suffix}").as_posix()
        taken.add(free.casefold())
        numbered.append(free)
    return numbered


def _shortened(name: str) -> str:
    if len(name) <= _LONGEST:
        return name
    path = PurePosixPath(name)
    suffix = path.suffix if len(path.suffix) < 10 else ""
    return path.name[: _LONGEST - len(suffix)].rstrip() + suffix
