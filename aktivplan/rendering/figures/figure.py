"""A finished picture, as a document takes it in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A PNG, the size it is to be shown at, and what it says in words."""

    png: bytes
    width_cm: float
    height_cm: float
    alt: str
    """What the picture shows, for those who do not see it."""
