"""Which files lie among the answers. Opens none of them."""

from __future__ import annotations

import os
import stat
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from aktivplan.intake.containers.container import Form
from aktivplan.pickling import PickledByPosition
from aktivplan.records import BY_ITSELF, Delivery

Inside = tuple[tuple[Form, int], ...]
"""The way to a file that lies in another: the kind of each container, and the entry's number in it."""


@dataclass(frozen=True, slots=True)
class Found(PickledByPosition):
    """One file among the answers, or inside of one."""

    path: Path
    """Of the file on disk."""
    name: str
    """Path below the folder of answers, with forward slashes, NFC; a container's own name is one step of it."""
    size: int
    """In bytes; inside a container by its account, which may be a lie."""
    modified: datetime
    """The file's date (UTC)."""
    inside: Inside = ()
    """From the file on disk inwards; () for that file itself."""
    delivery: Delivery = BY_ITSELF
    told: str = ""
    """The code of the finding that settles the matter, for a file that is not to be read; "" for the others."""


def discover(folder: Path) -> tuple[Found, ...]:
    """Every regular file below the folder, by name. A folder that does not exist has none.

    Folders that are links are not entered, and links to files outside the folder are left alone.
    """
    root = folder.resolve()
    # Text, since pathlib takes three times as long, and this is done before anything else can begin.
    paths = (os.path.join(parent, name) for parent, _, names in os.walk(root) for name in names)  # noqa: PTH118
    found = (_found(path, root) for path in paths)
    return tuple(sorted((file for file in found if file), key=lambda file: file.name))


def _found(path: str, root: Path) -> Found | None:
    try:
        status = os.lstat(path)
        if stat.S_ISLNK(status.st_mode):
            if root not in Path(path).resolve().parents:
                return None
            status = Path(path).stat()
    except OSError:
        # Gone, or out of reach, between listing and looking.
        return None
    if not stat.S_ISREG(status.st_mode):
        return None
    modified = datetime.fromtimestamp(status.st_mtime, UTC)
    below = path[len(os.fspath(root)) :].lstrip(os.sep)
    return Found(Path(path), _shown(below), status.st_size, modified)


def _shown(path: str) -> str:
    """As text that every format can hold: bytes of a name that are no UTF-8 are shown as "�"."""
    text = path.replace(os.sep, "/").encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return unicodedata.normalize("NFC", text)
