"""The folder of corrected copies: new ones are put in place, old ones cleared away. Knows files, and no plan.

What somebody has saved, or has open, is never touched.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from aktivplan.files import is_open_elsewhere, write_whole
from aktivplan.workbooks.saved_at import is_as_made


@dataclass(frozen=True, slots=True)
class Copies:
    """What became of the folder."""

    written: tuple[Path, ...] = ()
    kept: tuple[Path, ...] = ()
    """Former copies that somebody has saved or has open, and which were left as they were."""


def put_copies(folder: Path, copies: Iterable[tuple[str, bytes]]) -> Copies:
    """Put each copy (file name, content) into the folder, and clear away those of earlier builds.

    A copy whose name is taken by a file that somebody has saved or has open becomes a sibling ("BUF plan (2).xlsx").

    Raises:
        OSError: the folder cannot be written to.
    """
    written = tuple(_put(folder / name, content) for name, content in copies)
    return Copies(written, tuple(_cleared(folder, written)) if folder.is_dir() else ())


def _put(path: Path, content: bytes) -> Path:
    target = next(one for one in _names(path) if not one.exists() or _is_ours(one))
    if target.exists() and target.read_bytes() == content:
        return target
    return write_whole(target, content)


def _cleared(folder: Path, written: Collection[Path]) -> Iterator[Path]:
    """Remove what no longer belongs in the folder, and give what had to be left."""
    for path in sorted(folder.glob("*.xlsx")):
        if path in written or path.name.startswith(("~$", ".")):
            continue
        if not (_is_ours(path) and _removed(path)):
            yield path


def _removed(path: Path) -> bool:
    try:
        path.unlink()
    except PermissionError:
        # Windows does not remove a file that a program holds open.
        return False
    return True


def _is_ours(path: Path) -> bool:
    """Whether the file is as a build made it, and nobody has it open."""
    return not is_open_elsewhere(path) and is_as_made(path.read_bytes())


def _names(path: Path) -> Iterator[Path]:
    """The path, then "name (2).xlsx" and so on."""
    yield path
    for number in count(2):
        yield path.with_name(f"{path.stem} ({number}){path.suffix}")
