"""How often something comes back: "P3M" (an ISO 8601 duration) as steps in time, and in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from aktivplan.i18n import Translator
from aktivplan.rendering.figures.buckets import months_later

Unit = Literal["day", "week", "month", "year"]

_DURATION = re.compile(r"P([1-9]\d{0,2})([DWMY])")
_UNITS: dict[str, Unit] = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_DAYS = {"day": 1, "week": 7}


@dataclass(frozen=True, slots=True)
class Recurrence:
    """Once in so many days, weeks, months or years."""

    count: int
    unit: Unit

    @property
    def months(self) -> int:
        """The step in months; 0 for days and weeks."""
        return self.count * (12 if self.unit == "year" else 1) if self.unit in ("month", "year") else 0

    def stretches(self, first: date, last: date) -> Iterator[tuple[date, date]]:
        """The times between first and last that each hold one return, their last days included."""
        start = first
        while start <= last:
            following = self._following(start)
            yield start, min(following - timedelta(days=1), last)
            start = following

    def words(self, t: Translator) -> str:
        """Such as "every quarter" or "every 2 weeks"."""
        if self.count == 1 and self.unit in _DAYS:
            return t("every week") if self.unit == "week" else t("every day")
        named = {1: t("every month"), 3: t("every quarter"), 6: t("every half-year"), 12: t("every year")}
        if self.months in named:
            return named[self.months]
        match self.unit:
            case "day":
                return t("every {count} days", count=self.count)
            case "week":
                return t("every {count} weeks", count=self.count)
            case "month":
                return t("every {count} months", count=self.count)
            case "year":
                return t("every {count} years", count=self.count)

    def _following(self, start: date) -> date:
        if self.months:
            return months_later(start, self.months)
        return start + timedelta(days=self.count * _DAYS[self.unit])


def recurrence_of(duration: str) -> Recurrence | None:
    """Of "P3M"; None for "" and for anything else."""
    found = _DURATION.fullmatch(duration)
    return Recurrence(int(found[1]), _UNITS[found[2]]) if found else None
