"""What a column's heading means, by a list of words that municipalities use over the same things. Knows no plan.

The list (`synonyms.csv`) was gathered from public plans, guides and forms in Swedish, Danish, Norwegian and English,
and from common words beside them. A row holds a concept, a language and a heading; "a+b": the heading means both. A
heading that stands in several rows may mean one or the other.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources

from aktivplan.reading.folding import fold, fold_bare, fold_core

Meaning = frozenset[str]
"""The concepts that a heading, or a part of it, may stand for: one of them."""

_PARTS = re.compile(r"\s*(?:[/,+&]|\b(?:och|og|and|samt|eller|or)\b)\s*")
_BOTH = "+"


@lru_cache(maxsize=4096)
def meanings(heading: str, language: str) -> tuple[Meaning, ...]:
    """What the heading stands for; more than one where it names several things ("resurskrav och kostnad").

    The plan's language is asked first, then the others together. () for a heading that nobody knows.
    """
    whole = _known(heading, language)
    if whole:
        return whole
    parts = [part for part in _PARTS.split(fold_bare(heading)) if part]
    found = [meaning for part in parts for meaning in _known(part, language)] if len(parts) > 1 else []
    return tuple(dict.fromkeys(found))


def _known(heading: str, language: str) -> tuple[Meaning, ...]:
    for folded in (fold(heading), fold_bare(heading), fold_core(heading)):
        own = _LISTS.get(language, {}).get(folded)
        if own:
            return own
        others = [_LISTS[other][folded] for other in sorted(_LISTS) if folded in _LISTS[other]]
        if others:
            either = frozenset(concept for one in others for meaning in one for concept in meaning)
            return others[0] if len(others[0]) > 1 else (either,)
    return ()


def _lists() -> Mapping[str, Mapping[str, tuple[Meaning, ...]]]:
    text = resources.files(__package__).joinpath("synonyms.csv").read_text("utf-8")
    lists: dict[str, dict[str, tuple[Meaning, ...]]] = {}
    for row in csv.DictReader(text.splitlines()):
        known = lists.setdefault(row["language"], {})
        heading = fold(row["heading"])
        if _BOTH in row["concept"]:
            known[heading] = tuple(frozenset({concept}) for concept in row["concept"].split(_BOTH))
        else:
            former = known.get(heading, (frozenset[str](),))[0]
            known[heading] = (former | {row["concept"]},)
    return lists


_LISTS = _lists()
"""By language and folded heading. Read with the module, which is imported once for all processes that read."""
