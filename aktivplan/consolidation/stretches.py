"""The plan's period in months, and how many records are under way in each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import accumulate, chain

from aktivplan.edition import Edition, Scheduled, Stretch

_MOST = 36
"""What stands side by side; longer periods are told in quarters, or in years."""


def stretches(edition: Edition) -> tuple[tuple[Stretch, ...], tuple[Sequence[int], ...]]:
    """The period in whole months (quarters or years where there would be too many), and who touches which.

    The latter says for each scheduled record the stretches, from 0, that it is under way in, or due: without a first day the
    one of its last day, without a last one all from its first day on. A time in several parts leaves out what lies between.
    """
    settings = edition.plan.settings
    start, end = settings.period_start.replace(day=1), settings.period_end
    months = _number(end) - _number(start) + 1
    size = next((size for size in (1, 3) if months <= size * _MOST), 12)
    parts = tuple(_parts(start, end, size))
    touched = tuple(_touched(_number(start), size, len(parts), one) for one in edition.schedule)
    counts = _under_way(touched, len(parts))
    return tuple(Stretch(*days, size, count) for days, count in zip(parts, counts, strict=True)), touched


def _touched(base: int, size: int, parts: int, scheduled: Scheduled) -> Sequence[int]:
    if scheduled.parts:
        several = (_between(base, size, parts, part.start, part.end) for part in scheduled.parts)
        return tuple(sorted(set(chain.from_iterable(several))))
    return _between(base, size, parts, scheduled.start, scheduled.end)


def _between(base: int, size: int, parts: int, start_day: date | None, last: date | None) -> range:
    first = start_day or last
    start = (_number(first) - base) // size if first else 0
    stop = (_number(last) - base) // size + 1 if last else parts
    return range(max(start, 0), min(stop, parts))


def _parts(start: date, end: date, size: int) -> Iterator[tuple[date, date]]:
    while start <= end:
        after = _first_of(_number(start) + size)
        yield start, after - timedelta(days=1)
        start = after


def _under_way(touched: Iterable[Sequence[int]], parts: int) -> list[int]:
    changes, single = [0] * (parts + 1), Counter[int]()
    for stretch in touched:
        if not isinstance(stretch, range):
            single.update(stretch)
        elif stretch:
            changes[stretch.start] += 1
            changes[stretch.stop] -= 1
    return [count + single[index] for index, count in enumerate(list(accumulate(changes))[:-1])]


def _number(day: date) -> int:
    """Months since the year 0."""
    return day.year * 12 + day.month - 1


def _first_of(number: int) -> date:
    year, month = divmod(number, 12)
    return date(year, month + 1, 1)
