"""Lengths of time that are counted in months or in days."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

_ISO = re.compile(r"P([1-9][0-9]*)([YMWD])")
_MOST_MONTHS = 1200
_MONTHS_OF, _DAYS_OF = {"Y": 12, "M": 1}, {"W": 7, "D": 1}


class Duration(NamedTuple):
    """A length of time, in months or in days; the other one is 0."""

    months: int = 0
    days: int = 0

    @property
    def iso(self) -> str:
        """As ISO 8601 writes it: "P3M", "P2Y", "P2W"."""
        if self.months:
            years, months = divmod(self.months, 12)
            return f"P{self.months}M" if months else f"P{years}Y"
        weeks, days = divmod(self.days, 7)
        return f"P{self.days}D" if days else f"P{weeks}W"

    def times(self, count: int) -> Duration:
        """So many of them; a hundred years at most."""
        return Duration(min(self.months * count, _MOST_MONTHS), self.days * count)

    def shared(self, count: int) -> Duration:
        """The time between, if so many fall within."""
        if self.months and self.months % count == 0:
            return Duration(months=self.months // count)
        if self.months > count * 12:
            return Duration(months=round(self.months / count))
        days = self.days or round(self.months * 365 / 12)
        if self.months == 1 and count == 2:
            days = 28
        return Duration(days=max(1, round(days / count)))

    def after(self, day: date) -> date | None:
        """The day so much later; None beyond the calendar's end."""
        try:
            year, month = divmod(day.year * 12 + day.month - 1 + self.months, 12)
            last = min(day.day, 28)
            return date(year, month + 1, last) + timedelta(days=self.days + day.day - last)
        except (ValueError, OverflowError):
            return None


def duration_of(iso: str) -> Duration:
    """Of "P3M", "P2Y", "P2W", "P1D". Raises ValueError for anything else."""
    match = _ISO.fullmatch(iso)
    if match is None:
        raise ValueError(f"no duration of one unit: {iso!r}")
    count, unit = int(match[1]), match[2]
    return Duration(_MONTHS_OF.get(unit, 0) * count, _DAYS_OF.get(unit, 0) * count)
