"""The signs that figures are made of, and the entries of the legend that explains them. Knows no library."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from aktivplan.palette import GREY


class Fill(StrEnum):
    """How a bar is filled; told apart without colour."""

    SOLID = "solid"
    STRIPED = "striped"
    """Lines upright."""
    SLANTED = "slanted"
    """Lines aslant."""
    ROUGH = "rough"
    """Solid, its ends aslant."""
    HOLLOW = "hollow"
    """White, with an outline."""


class Mark(StrEnum):
    """What stands in a legend, in its order."""

    BAR = "bar"
    ROUGH = "rough"
    RECURRING = "recurring"
    OPEN = "open"
    DEADLINE = "deadline"
    OUTSIDE = "outside"
    TARGET = "target"
    LATER = "later"
    SLANTED = "slanted"
    HOLLOW = "hollow"


FILLS = {
    Mark.BAR: Fill.SOLID,
    Mark.ROUGH: Fill.ROUGH,
    Mark.RECURRING: Fill.STRIPED,
    Mark.SLANTED: Fill.SLANTED,
    Mark.HOLLOW: Fill.HOLLOW,
}
"""How the marks that are bars are filled."""


@dataclass(frozen=True, slots=True)
class Key:
    """A sign and what it means."""

    mark: Mark
    meaning: str
    colour: str = GREY
