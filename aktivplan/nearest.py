"""What somebody may have meant by a misspelt value. Only ever suggested: people decide."""

from __future__ import annotations

from collections.abc import Sequence

_LIKE_ENOUGH = 72.0
"""Of 100 that two equal texts get; one misspelt letter in a word of five still reaches it."""


def nearest(text: str, candidates: Sequence[str]) -> str:
    """The candidate most like the text; "" if none is like it."""
    from rapidfuzz import fuzz, process

    found = process.extractOne(
        text, candidates, scorer=fuzz.ratio, processor=alike, score_cutoff=_LIKE_ENOUGH
    )
    return found[0] if found else ""


def alike(text: str) -> str:
    """The text in small letters, with single spaces."""
    return " ".join(text.casefold().split())
