"""The signs that stand before words of a status, so that no colour speaks alone."""

from __future__ import annotations

from aktivplan.palette import BAD, CAUTION, GOOD, QUIET
from aktivplan.rendering.master.sheet import Mark


def good(word: str) -> Mark:
    """All is well."""
    return Mark(word, GOOD, "✔")


def caution(word: str) -> Mark:
    """Somebody should look."""
    return Mark(word, CAUTION, "▲")


def bad(word: str) -> Mark:
    """It is not in the plan."""
    return Mark(word, BAD, "✖")


def quiet(word: str, sign: str = "●") -> Mark:
    """Only told."""
    return Mark(word, QUIET, sign)
