"""Success criteria taken apart: every figure or date that tells when one is met. Knows text only.

"Mindst 80 % ved udgangen af 2027, på længere sigt 95 %" holds two targets. In sv, da, nb and en, all at once:
units of one plan may write in different languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from aktivplan.pickling import PickledByPosition
from aktivplan.targets.comparators import Comparator
from aktivplan.targets.dates import FIRST_WORDS, dates_in
from aktivplan.targets.figures import NUMBER_WORDS, Figure, figures_in
from aktivplan.targets.words import Span, words_of

__all__ = ["Comparator", "Target", "find_targets"]

_SENTENCE_END = re.compile(
    r"""\n | ;\s
      | [.!?…]+\s+ (?=["'»«”“(]?[A-ZÅÄÖÆØ])        # a new sentence begins with a capital
        (?!(?:Jan|Feb|Mar|Apr|Ma[ij]|Ju[nl]|Aug|Sep|O[kc]t|Nov|De[cs]))  # but "31. December" goes on
      | [.,:]\s+ (?=på\s+(?:længere\s+|lengre\s+|längre\s+|lang\s+|lång\s+)?si[gk]t\b)""",
    re.VERBOSE,
)
_LONGER_TERM = re.compile(
    r"""\bpå\s+(?:(?:lite|litt|noget|noe|något)\s+)?(?:længere\s+|lengre\s+|längre\s+|lang\s+|lång\s+)?si[gk]t\b
      | \blångsiktig\w*\b | \blangsigte[td]\w*\b
      | \b(?:in\s+the\s+)?long(?:er)?[\s-]+(?:term|run)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_STARTING_WORDS = FIRST_WORDS | NUMBER_WORDS
_BULLET = " \t-–•*·…."


@dataclass(frozen=True, slots=True)
class Target(PickledByPosition):
    """One thing to reach: a figure, a date, or both."""

    text: str
    """The sentence it stands in, as written."""
    comparator: Comparator | None = None
    """None where the criterion does not say it, or gives no figure."""
    value: float | None = None
    """The figure as written: 80 for "80 %". None where only a date is given."""
    unit: str = ""
    """ "%", or the word after the figure."""
    due: str = ""
    """By when, as written."""
    longer_term: bool = False
    """Whether it is meant for later on ("på længere sigt")."""


def find_targets(text: str) -> tuple[Target, ...]:
    """Every target in a criterion, in the order written; () if nothing in it can be measured."""
    targets: list[Target] = []
    for sentence in _sentences(text.replace("\N{NO-BREAK SPACE}", " ")):
        targets += _targets_in(sentence, targets)
    return tuple(targets)


def _sentences(text: str) -> Iterator[str]:
    start = 0
    for end in _SENTENCE_END.finditer(text):
        yield text[start : end.end()]
        start = end.end()
    yield text[start:]


def _targets_in(sentence: str, before: Sequence[Target]) -> Iterator[Target]:
    words = words_of(sentence)
    starts = [
        index for index, word in enumerate(words) if word.text[0].isdigit() or word.text in _STARTING_WORDS
    ]
    if not starts:
        return
    dates = dates_in(sentence, words, starts)
    figures = figures_in(sentence, words, starts, dates)
    shown = sentence.strip().lstrip(_BULLET)
    longer = _LONGER_TERM.search(sentence)
    if not figures:
        for span in dates[:1]:
            yield Target(shown, due=span.of(sentence), longer_term=longer is not None)
    said = {target.unit: target.comparator for target in before}
    for figure in figures:
        comparator = figure.comparator or said.get(figure.unit)
        said[figure.unit] = comparator
        later = longer is not None and longer.start() < figure.start
        due = _nearest(figure, dates)
        yield Target(shown, comparator, figure.value, figure.unit, due.of(sentence) if due else "", later)


def _nearest(figure: Figure, dates: Iterable[Span]) -> Span | None:
    """The date a figure is to be reached by: the one that stands closest to it."""
    return min(dates, key=lambda span: max(span.start - figure.end, figure.start - span.end), default=None)
