"""A definition as somebody wrote it, right or wrong, and the mistakes found in it.

Knows neither TOML nor workbooks: an entry's path says where it stands, in terms of what it was read from.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from aktivplan.findings import Argument

Path = tuple[str | int, ...]
"""As in ("goals", 3, "parent"): the number is an index in TOML, a row in plan.xlsx."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that a definition names (a goal, a field ...)."""

    path: Path
    values: Mapping[str, object]
    """By attribute of its model; what was left empty is left out."""
    spoiled: frozenset[str] = frozenset()
    """Attributes that were filled in, but so that their mistake is told already."""

    def text(self, attribute: str) -> str:
        """The attribute's text, stripped; "" if it is empty or not a text."""
        value = self.values.get(attribute)
        return value.strip() if isinstance(value, str) else ""

    def at(self, *steps: str | int) -> Path:
        """The path of an attribute, or of a part of it."""
        return (*self.path, *steps)


@dataclass(frozen=True, slots=True)
class Draft:
    """Every entry of a definition, each kind in the order it was written."""

    settings: Entry
    goals: tuple[Entry, ...]
    units: tuple[Entry, ...]
    tables: tuple[Entry, ...]
    fields: tuple[Entry, ...]
    """Each with the key of its table as "table"."""
    lists: tuple[Entry, ...]
    """The choice lists, by "name"."""
    choices: tuple[Entry, ...]
    """Each with the name of its list as "list"."""
    messages: tuple[Entry, ...] = ()
    """Texts of mails."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """Something in a draft that cannot stand; always an error."""

    code: str
    """A code of the catalogue of findings."""
    path: Path
    value: str = ""
    """What stands there."""
    first: Path = ()
    """The path of the entry that had it before, where two cannot be alike."""
    allowed: tuple[str, ...] = ()
    """What can stand there, where that is a closed list; as messages."""
    arguments: tuple[tuple[str, Argument], ...] = ()
    """What else the catalogue's message asks for."""


def mistake(
    code: str,
    path: Path,
    value: str = "",
    *,
    first: Path = (),
    allowed: tuple[str, ...] = (),
    **arguments: Argument,
) -> Mistake:
    """A mistake, the message's further arguments by name."""
    return Mistake(code, path, value, first, allowed, tuple(sorted(arguments.items())))
