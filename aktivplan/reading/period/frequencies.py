"""How often ("varje kvartal", "2 ggr/år") and how long ("inom 12 månader", "3-12 månader")."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from aktivplan.reading.period.stretches import Tokens, token_at
from aktivplan.reading.period.words import Sort


@dataclass(frozen=True, slots=True)
class Duration:
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
        """So many of them."""
        return Duration(self.months * count, self.days * count)

    def shared(self, count: int) -> Duration:
        """The time between, if so many fall within."""
        if self.months and self.months % count == 0:
            return Duration(months=self.months // count)
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


@dataclass(frozen=True, slots=True)
class Frequency:
    """Something that comes back; ``duration`` is the time between."""

    duration: str


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time that is no frequency."""

    longest: Duration
    within: bool
    """"within two years": to be reached before it has passed."""
    horizon: bool
    """"in two or three years' time"."""


_UNITS = {
    Sort.YEAR: Duration(months=12),
    Sort.THE_YEAR: Duration(months=12),
    Sort.SCHOOL_YEAR: Duration(months=12),
    Sort.HALF: Duration(months=6),
    Sort.TERMS: Duration(months=6),
    Sort.TERM: Duration(months=6),
    Sort.TERTIAL: Duration(months=4),
    Sort.QUARTER: Duration(months=3),
    Sort.MONTHS: Duration(months=1),
    Sort.THE_MONTH: Duration(months=1),
    Sort.WEEK: Duration(days=7),
    Sort.DAYS: Duration(days=1),
    Sort.WEEKDAY: Duration(days=7),
}
_YEAR = Duration(months=12)
_YEARLY = (Sort.MONTH, Sort.SEASON)
_MOST = 100


def frequency_at(tokens: Tokens, at: int) -> tuple[Frequency, int] | None:
    """The frequency that begins there, and where it ends."""
    match token_at(tokens, at).sort:
        case Sort.RECURRING:
            return Frequency(token_at(tokens, at).duration), at + 1
        case Sort.EVERY | Sort.EVERY_OTHER:
            return _every(tokens, at)
        case Sort.PER:
            unit = _UNITS.get(token_at(tokens, at + 1).sort)
            return (Frequency(unit.iso), at + 2) if unit else None
        case Sort.ORDINAL | Sort.NUMBER | Sort.COUNT | Sort.UNTIL:
            return _counted(tokens, at) or _weekday_of_month(tokens, at)
        case _:
            return None


def length_at(tokens: Tokens, at: int) -> tuple[Length, int] | None:
    """Such as "inom ett år", "på 2-3 års sikt", "3-12 månader", and where it ends."""
    within = token_at(tokens, at).sort in (Sort.WITHIN, Sort.BY, Sort.BEFORE)
    start = at + 1 if within else at
    count, end = _count(tokens, start)
    if count and token_at(tokens, end).sort is Sort.DASH:
        count, end = _count(tokens, end + 1)
    unit = _UNITS.get(token_at(tokens, end).sort)
    if not count or unit is None:
        return None
    horizon = token_at(tokens, end + 1).sort is Sort.HORIZON
    return Length(unit.times(count), within, horizon), end + 1 + horizon


def _count(tokens: Tokens, at: int) -> tuple[int, int]:
    token = token_at(tokens, at)
    if token.sort is Sort.COUNT or (
        token.sort is Sort.NUMBER and not token.ordinal and 1 <= token.value <= _MOST
    ):
        return token.value, at + 1
    # The Danish for two is the English for until.
    return (2, at + 1) if token.text == "to" else (0, at)


def _every(tokens: Tokens, at: int) -> tuple[Frequency, int] | None:
    count = 2 if token_at(tokens, at).sort is Sort.EVERY_OTHER else 1
    at += 1
    step = token_at(tokens, at)
    if step.sort in (Sort.ORDINAL, Sort.COUNT) or (step.sort is Sort.NUMBER and 1 <= step.value <= _MOST):
        count, at = count * max(step.value, 1), at + 1
    unit = token_at(tokens, at).sort
    if unit in _YEARLY:
        # "Every March": the month itself says when, and is read next.
        return Frequency(Duration(months=12 * count).iso), at
    return (Frequency(_UNITS[unit].times(count).iso), at + 1) if unit in _UNITS else None


def _counted(tokens: Tokens, at: int) -> tuple[Frequency, int] | None:
    """Such as "2 ggr/år", "en gang årligt", "tre gange om året"."""
    count, end = _count(tokens, at)
    if not count or token_at(tokens, end).sort is not Sort.TIMES:
        return None
    end += 1
    if token_at(tokens, end).sort is Sort.RECURRING:
        per = _YEAR if token_at(tokens, end).duration == _YEAR.iso else None
        return (Frequency((per.shared(count) if per else _YEAR).iso), end + 1)
    while token_at(tokens, end).sort in (Sort.PER, Sort.SLASH, Sort.NOISE, Sort.EVERY, Sort.COUNT):
        end += 1
    unit = _UNITS.get(token_at(tokens, end).sort)
    return (Frequency(unit.shared(count).iso), end + 1) if unit else None


def _weekday_of_month(tokens: Tokens, at: int) -> tuple[Frequency, int] | None:
    """Such as "2. tirsdag i måneden"."""
    if token_at(tokens, at + 1).sort is not Sort.WEEKDAY:
        return None
    end = at + 2
    while token_at(tokens, end).sort in (Sort.NOISE, Sort.EVERY):
        end += 1
    if token_at(tokens, end).sort in (Sort.MONTHS, Sort.THE_MONTH):
        return Frequency(Duration(months=1).iso), end + 1
    return None
