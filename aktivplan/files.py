"""Writing a file whole or not at all. Knows no format."""

from __future__ import annotations

import os
import re
import tempfile
import unicodedata
from itertools import count
from pathlib import Path

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_LONGEST_NAME = 80


def write_whole(path: Path, content: bytes) -> Path:
    """Put the content in place in one step, and say where it went.

    That is ``path``, or a sibling ("master (2).xlsx") where ``path`` is open in another program and
    cannot or should not be replaced. Whatever breaks off the writing leaves the former file as it was.

    Raises:
        OSError: the folder cannot be written to, or the disk is full.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
    part = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(0o666 & ~_umask())
        return _put_in_place(part, path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def safe_name(text: str) -> str:
    """The text as the name of a file, without its ending: allowed on Windows, macOS and Linux, and not too long."""
    words = _FORBIDDEN.sub(" ", re.sub(r"[/\\]", "-", unicodedata.normalize("NFC", text))).split()
    return " ".join(words)[:_LONGEST_NAME].rstrip(" .") or "_"


def is_open_elsewhere(path: Path) -> bool:
    """Whether Excel or LibreOffice has left its lock file beside the file."""
    return any(path.with_name(name).exists() for name in (f"~${path.name}", f".~lock.{path.name}#"))


def sibling(path: Path) -> Path:
    """The first free name of the kind "master (2).xlsx"."""
    return next(
        other
        for number in count(2)
        if not (other := path.with_name(f"{path.stem} ({number}){path.suffix}")).exists()
    )


def _put_in_place(part: Path, path: Path) -> Path:
    target = sibling(path) if is_open_elsewhere(path) else path
    try:
        return part.replace(target)
    except PermissionError:
        # Windows refuses to replace a file that a program holds open without a lock file beside it.
        return part.replace(sibling(path))


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
