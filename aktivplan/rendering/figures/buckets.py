"""The columns of a timeline: months, quarters or years of the plan's period, so that they fit side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from aktivplan.i18n import Translator

_MOST_COLUMNS, _MOST_YEARS = 13, 10
"""A year takes more room than the short name of a month."""
LAST_DAY = date(9998, 12, 31)
"""Calendars end with the year after it."""


@dataclass(frozen=True, slots=True)
class Bucket:
    """A stretch of time, its first and last day included."""

    start: date
    end: date
    short: str
    """For a narrow column: the first month's name, or the year."""
    full: str
    """Standing alone: "mars 2027"."""


def buckets(start: date, end: date, t: Translator) -> tuple[Bucket, ...]:
    """The period from start to end in whole months; in quarters, years or several years where there would be too many."""
    end = min(end, LAST_DAY)
    months = _months_between(start, end) + 1
    years = ceil(months / (12 * _MOST_YEARS))
    size = next((size for size in (1, 3) if months <= size * _MOST_COLUMNS), 12 * years)
    return tuple(_buckets(start.replace(day=1), end, size, t))


def months_later(day: date, months: int) -> date:
    """The first of the month that lies so many months after the day's own; the last day of all where there is none."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, 1) if year <= date.max.year else date.max


def _buckets(first: date, end: date, size: int, t: Translator) -> Iterator[Bucket]:
    while first <= end:
        last = months_later(first, size) - timedelta(days=1)
        yield Bucket(first, last, _short(first, size, t), _full(first, last, size, t))
        first = months_later(first, size)


def _short(first: date, size: int, t: Translator) -> str:
    return str(first.year) if size >= 12 else t.month(first.month, "LLL").rstrip(".")


def _full(first: date, last: date, size: int, t: Translator) -> str:
    if size == 1:
        return t.date(first, "LLLL y")
    if first.year == last.year and size == 12:
        return str(first.year)
    return t("{start} to {end}", start=t.date(first, "LLL y"), end=t.date(last, "LLL y"))


def _months_between(start: date, end: date) -> int:
    return (end.year - start.year) * 12 + end.month - start.month
