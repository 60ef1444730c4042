"""What every responsible person has to do, and in which months."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from aktivplan.edition import Edition, Load, Responsibility


def loads(edition: Edition, touched: Sequence[range]) -> tuple[Load, ...]:
    """The load of each responsible person over the stretches that its records touch: those with the most at one time first, then by name."""
    when = {
        (one.record.table, one.record.id): stretch
        for one, stretch in zip(edition.schedule, touched, strict=True)
    }
    found = [_load(one, when) for one in edition.responsible]
    return tuple(sorted(found, key=_most_at_one_time, reverse=True))


def _load(one: Responsibility, when: dict[tuple[str, str], range]) -> Load:
    under_way: Counter[int] = Counter()
    for record in one.records:
        under_way.update(when.get((record.table, record.id), ()))
    units = tuple(dict.fromkeys(record.unit for record in one.records))
    return Load(one, units, tuple(sorted(under_way.items())))


def _most_at_one_time(load: Load) -> tuple[int, int]:
    busiest = load.busiest
    return (busiest[1] if busiest else 0), len(load.responsible.records)
