"""What a mail or an archive is to the rest of the intake: a list of entries. Data only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum, auto

MOST_ENTRIES = 2_000
"""So many files may lie in one file among the answers, at whatever depth."""


class Form(StrEnum):
    """What a container is."""

    MAIL = auto()
    ARCHIVE = auto()


@dataclass(frozen=True, slots=True)
class Entry:
    """One file inside a container."""

    name: str
    """Path below the container, with forward slashes, NFC; no two entries have the same."""
    size: int
    """In bytes, by the container's account, which may be a lie."""
    content: Callable[[], bytes]
    """Gives the bytes; raises ContainerError where they cannot be had."""
    modified: datetime | None = None
    """The file's date (UTC); None if it is not told."""
    told: str = ""
    """The code of the finding that settles the matter, for a file that is not to be read; "" for the others."""
    sender: str = ""
    """Who sent the mail that it came with."""
    sent: datetime | None = None
    """When that mail was sent (UTC)."""


@dataclass(frozen=True, slots=True)
class Container:
    """A mail or an archive, opened."""

    form: Form
    entries: tuple[Entry, ...]
    sender: str = ""
    sent: datetime | None = None


class ContainerError(Exception):
    """The container, or an entry of it, cannot be opened: a finding's code, and the arguments of its text."""

    def __init__(self, code: str, **arguments: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.told = tuple(sorted(arguments.items()))
