"""Every received file, kept unchanged under its SHA-256. The same content is kept once."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path


def keep(archive: Path, content: bytes, suffix: str = "", *, safely: bool = True) -> str:
    """Keep the content; what is there already is left as it is.

    Args:
        archive: the folder.
        content: the file's bytes.
        suffix: the ending that people know the file by (".xlsx").
        safely: whether to wait until it is on disk: for what lies nowhere else.

    Returns:
        The SHA-256 in hexadecimal.

    Raises:
        OSError: the folder cannot be written to, or the disk is full. Nothing half is left.
    """
    digest = hashlib.sha256(content).hexdigest()
    target = path_of(archive, digest, suffix)
    # Looking through the folder takes longer, and finds only what was kept under another ending.
    if target.exists() or kept(archive, digest) is not None:
        return digest
    target.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=target.parent)
    part = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            if safely:
                file.flush()
                os.fsync(file.fileno())
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return digest


def kept(archive: Path, digest: str) -> Path | None:
    """The file with that SHA-256; None if there is none."""
    return next(iter(sorted((archive / digest[:2]).glob(f"{digest}*"))), None)


def path_of(archive: Path, digest: str, suffix: str) -> Path:
    """Where a file with that SHA-256 belongs."""
    return archive / digest[:2] / f"{digest}{suffix.lower()}"


def erase(archive: Path, digest: str) -> int:
    """Remove what is kept under that SHA-256; how many files that were."""
    found = list((archive / digest[:2]).glob(f"{digest}*"))
    for path in found:
        path.unlink()
    return len(found)
