"""What every responsible person has to do, and in which months."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain, repeat

from aktivplan.edition import Edition, Load, Responsibility


def loads(edition: Edition, touched: Sequence[Sequence[int]]) -> tuple[Load, ...]:
    """The load of each responsible person over the stretches that its records touch: those with the most at one time first, then by name."""
    when = {
        (one.record.table, one.record.id): stretch
        for one, stretch in zip(edition.schedule, touched, strict=True)
    }
    found = [_load(one, when) for one in edition.responsible]
    return tuple(sorted(found, key=_most_at_one_time, reverse=True))


def _load(one: Responsibility, when: Mapping[tuple[str, str], Sequence[int]]) -> Load:
    touched = [when.get((record.table, record.id), ()) for record in one.records]
    if len(touched) == 1:
        # Nearly everybody in a large plan.
        return Load(one, (one.records[0].unit,), tuple(zip(touched[0], repeat(1))))
    under_way = Counter(chain.from_iterable(touched))
    return Load(
        one, tuple(dict.fromkeys(record.unit for record in one.records)), tuple(sorted(under_way.items()))
    )


def _most_at_one_time(load: Load) -> tuple[int, int]:
    return max([count for _, count in load.under_way], default=0), len(load.responsible.records)
