"""What every responsible person has to do, and in which months."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain

from aktivplan.edition import Edition, Load, Responsibility


def loads(edition: Edition, touched: Sequence[range]) -> tuple[Load, ...]:
    """The load of each responsible person over the stretches that its records touch: those with the most at one time first, then by name."""
    when = {
        (one.record.table, one.record.id): stretch
        for one, stretch in zip(edition.schedule, touched, strict=True)
    }
    found = [_load(one, when) for one in edition.responsible]
    return tuple(sorted(found, key=_most_at_one_time, reverse=True))


def _load(one: Responsibility, when: Mapping[tuple[str, str], range]) -> Load:
    stretches = [when.get((record.table, record.id), ()) for record in one.records]
    under_way = (
        Counter(chain.from_iterable(stretches)) if len(stretches) > 1 else dict.fromkeys(stretches[0], 1)
    )
    units = dict.fromkeys([record.unit for record in one.records])
    return Load(one, tuple(units), tuple(sorted(under_way.items())))


def _most_at_one_time(load: Load) -> tuple[int, int]:
    return max([count for _, count in load.under_way], default=0), len(load.responsible.records)
