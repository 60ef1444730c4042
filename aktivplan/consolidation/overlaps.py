"""What two units could do together: records under one goal, worded alike, at the same time.

Two wordings are alike from a score of `LEAST_ALIKE` on: the mean of how far their words are the same in whatever order
(token sort ratio) and how far one holds the other's (token set ratio). Figures do not count. Wordings are
compared only if they share one of their rarest words, so the cost grows with the number of records.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, islice, product
from typing import NamedTuple

from rapidfuzz import fuzz

from aktivplan.consolidation.order import goal_of
from aktivplan.edition import Edition, Overlap, Scheduled
from aktivplan.records import Record

LEAST_ALIKE = 75.0
"""Of 100 that two equal wordings get."""
_LEAST_ORDERED = 2 * LEAST_ALIKE - 100
"""What one of the two scores must be where the other is the highest there is."""
_MOST = 300
"""As many pairs are listed."""
_MOST_OF_A_WORDING = 20
"""As many pairs are listed of records with the same two wordings, so that one wording does not fill the list."""
_RAREST_WORDS, _MOST_WITH_A_WORD, _SHORTEST_WORD = 4, 30, 4
"""So many of a wording's words are looked up, each of at least so many letters; words of more wordings tell little."""
_FEWEST_WORDS = 2
_FIGURES = re.compile("[0-9]+")
_WORD = re.compile(r"[^\W\d_]+")


def overlaps(edition: Edition) -> tuple[tuple[Overlap, ...], int]:
    """The pairs that are most alike, and how many there are in all."""
    pairs = [pair for wordings in _by_goal(edition) for pair in _alike(wordings)]
    pairs.sort(key=lambda pair: -pair.score)
    listed = islice((overlap for pair in pairs for overlap in pair.overlaps()), _MOST)
    return tuple(listed), sum(pair.count() for pair in pairs)


class _Dated(NamedTuple):
    record: Record
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class _Wording:
    """The words of a title, and the records under one goal that have it."""

    text: str
    ordered: str
    """Its words by the alphabet."""
    words: frozenset[str]
    records: list[_Dated]


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two wordings that are alike, or one with itself."""

    one: _Wording
    other: _Wording
    score: float

    def overlaps(self) -> Iterator[Overlap]:
        """The first pairs of their records."""
        same = self.one is self.other
        pairs: Iterable[tuple[_Dated, _Dated]] = (
            combinations(self.one.records, 2) if same else product(self.one.records, self.other.records)
        )
        fitting = (pair for pair in islice(pairs, 50 * _MOST_OF_A_WORDING) if _at_once(*pair))
        for one, other in islice(fitting, _MOST_OF_A_WORDING):
            yield Overlap(one.record, other.record, self.score)

    def count(self) -> int:
        """How many pairs of their records there are, without going through them all."""
        if self.one is self.other:
            return _pairs_within(self.one.records)
        both = [*self.one.records, *self.other.records]
        return _pairs_within(both) - _pairs_within(self.one.records) - _pairs_within(self.other.records)


def _by_goal(edition: Edition) -> Iterator[list[_Wording]]:
    """The wordings under each goal, of records with a place in time."""
    plan = edition.plan
    period = plan.settings.period_start, plan.settings.period_end
    titles = {table.key: table.title_field.key for table in plan.tables}
    goals: dict[tuple[str, str], list[_Dated]] = {}
    for scheduled in edition.schedule:
        record = scheduled.record
        title = _FIGURES.sub("", record.value(titles[record.table]).text)
        goals.setdefault((goal_of(plan, record), title), []).append(_dated(scheduled, period))
    by_goal: dict[str, dict[str, _Wording]] = {}
    for (goal, title), records in goals.items():
        words = _WORD.findall(title.casefold())
        if goal and len(words) >= _FEWEST_WORDS:
            text = " ".join(words)
            wording = by_goal.setdefault(goal, {}).setdefault(
                text, _Wording(text, " ".join(sorted(words)), frozenset(words), [])
            )
            wording.records.extend(records)
    return (list(own.values()) for own in by_goal.values())


def _dated(scheduled: Scheduled, period: tuple[date, date]) -> _Dated:
    """What is to be done by a day may be done from the period's beginning on, what has no end until its end."""
    record, first, last = scheduled.record, scheduled.start, scheduled.end
    if last is None:
        last = max(period[1], first or period[1])
    if first is None:
        first = min(period[0], last)
    return _Dated(record, first, last)


def _alike(wordings: Sequence[_Wording]) -> Iterator[_Pair]:
    yield from (_Pair(one, one, 1.0) for one in wordings if len(one.records) > 1)
    for one, other in _candidates(wordings):
        ordered = fuzz.ratio(one.ordered, other.ordered, score_cutoff=_LEAST_ORDERED)
        score = ordered and (ordered + fuzz.token_set_ratio(one.text, other.text)) / 2
        if score >= LEAST_ALIKE:
            yield _Pair(one, other, score / 100)


def _candidates(wordings: Sequence[_Wording]) -> Iterator[tuple[_Wording, _Wording]]:
    """Pairs of wordings that share one of their rarest words, none twice."""
    known = Counter(word for one in wordings for word in one.words)
    with_word: dict[str, list[int]] = {}
    for number, one in enumerate(wordings):
        telling = [
            word for word in one.words if len(word) >= _SHORTEST_WORD and 1 < known[word] <= _MOST_WITH_A_WORD
        ]
        for word in sorted(telling, key=lambda word: (known[word], word))[:_RAREST_WORDS]:
            with_word.setdefault(word, []).append(number)
    pairs = dict.fromkeys(pair for numbers in with_word.values() for pair in combinations(numbers, 2))
    return ((wordings[one], wordings[other]) for one, other in pairs)


def _at_once(one: _Dated, other: _Dated) -> bool:
    return one.record.unit != other.record.unit and one.first <= other.last and other.first <= one.last


def _pairs_within(records: Sequence[_Dated]) -> int:
    """How many pairs of records of different units have a day in common."""
    units: dict[str, list[_Dated]] = {}
    for one in records:
        units.setdefault(one.record.unit, []).append(one)
    return _pairs_at_once(records) - sum(_pairs_at_once(own) for own in units.values())


def _pairs_at_once(records: Sequence[_Dated]) -> int:
    """All pairs but those where one has ended before the other begins."""
    ends = sorted(one.last for one in records)
    apart = sum(bisect_left(ends, one.first) for one in records)
    return len(records) * (len(records) - 1) // 2 - apart
