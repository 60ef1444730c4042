"""How often something comes back: "P3M" (an ISO 8601 duration) as steps in time, and in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from aktivplan.i18n import Translator
from aktivplan.rendering.figures.buckets import LAST_DAY, months_later

Unit = Literal["day", "week", "month", "year"]

_DURATION = re.compile(r"P([1-9]\d{0,2})([DWMY])")
_UNITS: dict[str, Unit] = {"D": "day", "W": "week", "M": "month", "Y": "year"}


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
        """The times between first and last that each hold one return, their last days included; for months and years."""
        start, last = first, min(last, LAST_DAY)
        while self.months and start <= last:
            following = months_later(start, self.months)
            yield start, min(following - timedelta(days=1), last)
            start = following

    def words(self, t: Translator) -> str:
        """How often, as "every quarter" or "every other week"."""
        if self.months in (3, 6):
            return t("every quarter") if self.months == 3 else t("every half-year")
        match self.unit:
            case "day":
                phrases = t("every day"), t("every other day"), t("every {count} days", count=self.count)
            case "week":
                phrases = t("every week"), t("every other week"), t("every {count} weeks", count=self.count)
            case "month":
                phrases = (
                    t("every month"),
                    t("every other month"),
                    t("every {count} months", count=self.count),
                )
            case "year":
                phrases = t("every year"), t("every other year"), t("every {count} years", count=self.count)
        return phrases[min(self.count, 3) - 1]


def recurrence_of(duration: str) -> Recurrence | None:
    """Of "P3M"; None for "" and for anything else."""
    found = _DURATION.fullmatch(duration)
    return Recurrence(int(found[1]), _UNITS[found[2]]) if found else None
