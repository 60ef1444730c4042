"""The year that a wheel shows, counted in days from its first."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from aktivplan.definition.models import Settings
from aktivplan.i18n import Translator
from aktivplan.rendering.figures.buckets import months_later
from aktivplan.rendering.figures.spans import Span


class WheelYear(NamedTuple):
    """Twelve months from the first of one."""

    first: date

    @property
    def last(self) -> date:
        """Its last day."""
        return months_later(self.first, 12) - timedelta(days=1)

    @property
    def label(self) -> str:
        """The year as "2027", or as "2026/27" where it runs over the turn of one."""
        year = self.first.year
        return str(year) if self.first.month == 1 else f"{year}/{(year + 1) % 100:02}"

    @property
    def months(self) -> tuple[date, ...]:
        """The first day of each month."""
        return tuple(months_later(self.first, index) for index in range(12))

    def names(self, t: Translator) -> tuple[str, ...]:
        """The months' short names."""
        return tuple(t.month(month.month, "LLL").rstrip(".") for month in self.months)

    def month_of(self, day: date) -> int:
        """Which month of the year a day lies in, 0 the first; days outside count on from its ends."""
        return (day.year - self.first.year) * 12 + day.month - self.first.month

    def turn(self, day: date) -> float:
        """Where the day begins, in twelfths of a turn: every month is as wide as the others."""
        index = self.month_of(day)
        first = months_later(self.first, index)
        return index + (day - first).days / (months_later(first, 1) - first).days

    def inside(self, span: Span) -> tuple[date, date] | None:
        """The first and last day of a stretch within the year; a deadline is its one day. None if it has none."""
        start = span.start or span.end
        if start is None or not span.touches(self.first, self.last):
            return None
        return max(start, self.first), min(span.end or self.last, self.last)


def wheel_year(settings: Settings, year: int | None = None) -> WheelYear:
    """The plan's first year, or the one that begins in the calendar year ``year``."""
    month = settings.first_month
    start = settings.period_start
    begun = start.year if start.month >= month else start.year - 1
    return WheelYear(date(begun if year is None else year, month, 1))
