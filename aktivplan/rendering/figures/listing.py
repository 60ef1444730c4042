"""The table that stands beside a figure and says the same in words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Listing:
    """Headings and rows of texts, in the plan's language; every row has a cell for every heading."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
