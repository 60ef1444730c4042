"""What a line is made of: stretches, frequencies, lengths of time, and the words between them."""

from __future__ import annotations

from aktivplan.reading.period.frequencies import Frequency, Length, counted_at
from aktivplan.reading.period.grammar import stretch_at
from aktivplan.reading.period.sorts import Sort
from aktivplan.reading.period.stretches import Stretch, Tokens

Item = Stretch | Frequency | Length | Sort

LEADS = frozenset(
    {
        Sort.BY,
        Sort.BEFORE,
        Sort.AFTER,
        Sort.FROM,
        Sort.UNTIL,
        Sort.TO,
        Sort.BETWEEN,
        Sort.REST,
    }
)
"""What stands before a stretch and says how it is meant."""
LIST_JOINTS = frozenset({Sort.AND, Sort.OR, Sort.COMMA, Sort.SLASH})
"""What stands between the stretches of a list."""
STATEMENTS = (
    Sort.ONGOING,
    Sort.EVENT,
    Sort.ASAP,
    Sort.LONGTERM,
    Sort.DONE,
    Sort.STARTED,
    Sort.STATUS,
    Sort.MISSING,
    Sort.DITTO,
)
"""What a line can say without any date; what weighs most first."""

_SILENT = frozenset(
    {
        Sort.NOISE,
        Sort.COUNT,
        Sort.TIMES,
        Sort.HORIZON,
        Sort.TERMS,
        Sort.DAYS,
        Sort.MONTHS,
        Sort.WEEKDAY,
        Sort.PART,
        Sort.PER,
        Sort.WITHIN,
        Sort.EVERY,
    }
)
_KEPT = (
    LEADS
    | LIST_JOINTS
    | frozenset(STATEMENTS)
    | {Sort.DASH, Sort.OPEN, Sort.CLOSE, Sort.ROUGHLY, Sort.WHEN, Sort.ONWARDS}
)


def items_of(tokens: Tokens) -> list[Item]:
    """The line's items, in order. Little words are left out; what says nothing here is `Sort.UNKNOWN`."""
    items: list[Item] = []
    at = 0
    while at < len(tokens):
        match = counted_at(tokens, at) or stretch_at(tokens, at)
        if match is not None:
            item, at = match
            items.append(item)
            continue
        sort = tokens[at].sort
        at += 1
        if sort not in _SILENT:
            items.append(sort if sort in _KEPT else Sort.UNKNOWN)
    return items
