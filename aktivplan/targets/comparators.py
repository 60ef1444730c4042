"""The words that say how what is measured is to stand to a figure: "mindst", "mer än", "eller fler"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from aktivplan.targets.words import Word


class Comparator(StrEnum):
    """How what is measured is to stand to the figure."""

    AT_LEAST = "≥"
    MORE_THAN = ">"
    AT_MOST = "≤"
    LESS_THAN = "<"
    EQUAL = "="


FILLERS = frozenset(["ca", "cirka", "omkring", "de", "the", "alle", "alla", "."])
"""Words that may stand between those that compare and the figure."""

_BEFORE = {
    Comparator.AT_LEAST: "minst|mindst|minimum|åtminstone|at least|no fewer than|no less than|≥|> =",
    Comparator.AT_MOST: """högst|højst|høyst|maks|maksimalt|max|maximalt|som mest|at most|no more than|inte mer än
        |inte fler än|ikke mere end|ikke mer enn|ikke flere end|ikke flere enn|upp till|op til|opp til|up to|inom
        |inden for|indenfor|innenfor|innen|within|≤|< =""",
    Comparator.MORE_THAN: """mer än|mere end|mer enn|fler än|flere end|flere enn|över|over|more than|above|>""",
    Comparator.LESS_THAN: """mindre än|mindre end|mindre enn|färre än|færre end|færre enn|under|below|less than
        |fewer than|<""",
    Comparator.EQUAL: "exakt|precis|præcis|nøyaktig|exactly|lika med|lig med|lik|=",
}
_MEANS = {
    phrase.strip(): comparator for comparator, phrases in _BEFORE.items() for phrase in phrases.split("|")
}
_LONGEST_PHRASE = 3
_OR_MORE = re.compile(r"\s+(?:eller|or)\s+(?:mere?|flere?|more|högre|højere|høyere|higher)\b", re.IGNORECASE)
_OR_LESS = re.compile(
    r"\s+(?:eller|or)\s+(?:mindre|färre|færre|less|fewer|lägre|lavere|lower)\b", re.IGNORECASE
)


def said_of(text: str, before: Sequence[Word], end: int) -> Comparator | None:
    """What is said of a figure that ends at ``end``: after it, or by the last of the words before it."""
    if _OR_MORE.match(text, end):
        return Comparator.AT_LEAST
    if _OR_LESS.match(text, end):
        return Comparator.AT_MOST
    for length in range(_LONGEST_PHRASE, 0, -1):
        phrase = " ".join(word.text for word in before[-length:])
        if phrase in _MEANS:
            return _MEANS[phrase]
    return None
