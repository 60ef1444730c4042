"""How often ("varje kvartal", "2 ggr/år") and how long ("inom 12 månader", "3-12 månader")."""

from __future__ import annotations

from typing import NamedTuple

from aktivplan.reading.period.durations import Duration
from aktivplan.reading.period.notes import Note
from aktivplan.reading.period.sharing import MOST
from aktivplan.reading.period.sorts import Sort
from aktivplan.reading.period.stretches import Tokens, after, token_at
from aktivplan.records import Precision


class Frequency(NamedTuple):
    """Something that comes back; ``between`` is the time from one to the next."""

    between: Duration
    precision: Precision
    """The unit named."""
    note: Note = Note.NOTHING


class Length(NamedTuple):
    """A length of time that is no frequency."""

    longest: Duration
    precision: Precision
    """The unit named."""
    within: bool = False
    """"within two years": to be reached before it has passed."""
    horizon: bool = False
    """"in two or three years' time"."""
    ahead: bool = False
    """"the next three years": from today on."""


class _Unit(NamedTuple):
    length: Duration
    precision: Precision


_YEAR = _Unit(Duration(months=12), Precision.YEAR)
_HALF = _Unit(Duration(months=6), Precision.HALF_YEAR)
_TERM = _Unit(Duration(months=6), Precision.TERM)
_MONTH = _Unit(Duration(months=1), Precision.MONTH)
_WEEK = _Unit(Duration(days=7), Precision.WEEK)
_UNITS = {
    Sort.YEAR: _YEAR,
    Sort.THE_YEAR: _YEAR,
    Sort.SCHOOL_YEAR: _Unit(Duration(months=12), Precision.SCHOOL_YEAR),
    Sort.HALF: _HALF,
    Sort.TERMS: _TERM,
    Sort.TERM: _TERM,
    Sort.TERTIAL: _Unit(Duration(months=4), Precision.TERTIAL),
    Sort.QUARTER: _Unit(Duration(months=3), Precision.QUARTER),
    Sort.MONTHS: _MONTH,
    Sort.WEEK: _WEEK,
    Sort.DAYS: _Unit(Duration(days=1), Precision.DAY),
    Sort.WEEKDAY: _WEEK,
}
_HOURS = _Unit(Duration(), Precision.NONE)
_YEARLY = frozenset({Sort.MONTH, Sort.SEASON, Sort.TERM, Sort.HOLIDAY})
_TURNS = {Sort.TURN_OF_YEAR: _YEAR, Sort.TURN_OF_HALF: _HALF, Sort.TURN_OF_MONTH: _MONTH}
_PRECISIONS = {unit.length: unit.precision for unit in (*_UNITS.values(), _HALF)}
_COUNTS = frozenset({Sort.ORDINAL, Sort.NUMBER, Sort.COUNT, Sort.TO, Sort.NOISE})
_IN_ALL = frozenset({Sort.PER, Sort.SLASH, Sort.NOISE, Sort.WHEN})
_WITHIN = frozenset({Sort.WITHIN, Sort.BY, Sort.BEFORE})
_WITHIN_WORDS = frozenset({"om", "in", "i løbet af", "i løpet av", "under loppet av"})
_BEGINNINGS = (
    _COUNTS
    | _WITHIN
    | {Sort.RECURRING, Sort.EVERY, Sort.EVERY_OTHER, Sort.PER, Sort.TIMES, Sort.NEXT, Sort.WHEN}
)
_PASSED_OVER = frozenset({Sort.NOISE, Sort.ROUGHLY})
_ONE = frozenset({"a", "an"})
_MOST, _MOST_DIGITS = 999, 3


def counted_at(tokens: Tokens, at: int) -> tuple[Frequency | Length, int] | None:
    """The frequency or length of time that begins there, and where it ends."""
    token = tokens[at]
    if token.sort not in _BEGINNINGS or (token.sort is Sort.NUMBER and len(token.text) > _MOST_DIGITS):
        return None
    return _frequency(tokens, at) or _length(tokens, at)


def _frequency(tokens: Tokens, at: int) -> tuple[Frequency, int] | None:
    token = tokens[at]
    match token.sort:
        case Sort.RECURRING:
            return (_named(token.duration), at + 1) if token.duration else None
        case Sort.EVERY | Sort.EVERY_OTHER:
            every = _every(tokens, at)
            return (Frequency(*every[0]), every[1]) if every else None
        case Sort.PER:
            unit = _UNITS.get(token_at(tokens, at + 1).sort)
            return (Frequency(*unit), at + 2) if unit else None
        case Sort.ORDINAL | Sort.NUMBER | Sort.COUNT | Sort.TO | Sort.TIMES:
            return _counted(tokens, at) or _weekday_of_unit(tokens, at)
        case _:
            return None


def _length(tokens: Tokens, at: int) -> tuple[Length, int] | None:
    """Such as "inom ett år", "på 2-3 års sikt", "3-12 månader", "de närmaste tre åren", and where it ends."""
    token = tokens[at]
    within = token.sort in _WITHIN or token.text in _WITHIN_WORDS
    start = at
    if within:
        start += 1
        while token_at(tokens, start).sort in _PASSED_OVER and tokens[start].text not in _ONE:
            start += 1
    ahead = token_at(tokens, start).sort is Sort.NEXT
    start += ahead
    within = within and not (ahead and token.text in _WITHIN_WORDS)
    if start == at and token.sort not in _COUNTS:
        return None
    count, end = _count(tokens, start)
    if count and token_at(tokens, end).sort in (Sort.DASH, Sort.TO, Sort.OR):
        count, end = _count(tokens, end + 1)
    unit = token_at(tokens, end)
    named = _UNITS.get(unit.sort, _HOURS if unit.sort is Sort.HOURS else None)
    if not count or named is None or (ahead and count == 1 and not within):
        return None
    if unit.sort in MOST and unit.sort is not Sort.WEEK and tokens[start].sort is Sort.NUMBER:
        # "2 kvartal" is the second one, with its dot left out.
        return None
    horizon = token_at(tokens, end + 1).sort is Sort.HORIZON
    return Length(named.length.times(count), named.precision, within, horizon, ahead), end + 1 + horizon


def _count(tokens: Tokens, at: int) -> tuple[int, int]:
    token = token_at(tokens, at)
    if (token.sort is Sort.COUNT and token.value > 0) or (
        token.sort is Sort.NUMBER and not token.ordinal and 1 <= token.value <= _MOST
    ):
        return token.value, at + 1
    unit = token_at(tokens, at + 1).sort
    if (
        token.text == "to"
        and (unit in _UNITS or unit is Sort.TIMES)
        and token_at(tokens, at + 2).sort is not Sort.NUMBER
    ):
        # The Danish and Norwegian for two is the English for until.
        return 2, at + 1
    return (1, at + 1) if token.text in _ONE and unit in _UNITS else (0, at)


def _named(between: Duration) -> Frequency:
    """Of a word that says how often by itself: "halvårsvis"."""
    whole_years = between.months and between.months % 12 == 0
    rough = Precision.YEAR if whole_years else Precision.MONTH if between.months else Precision.WEEK
    return Frequency(between, _PRECISIONS.get(between, rough))


def _every(tokens: Tokens, at: int) -> tuple[_Unit, int] | None:
    count = 2 if tokens[at].sort is Sort.EVERY_OTHER else 1
    at = after(tokens, at + 1, Sort.NOISE)
    step = token_at(tokens, at)
    number, counted = _count(tokens, at)
    if step.sort is Sort.ORDINAL or (step.sort is Sort.NUMBER and step.ordinal):
        if token_at(tokens, at + 1).sort is Sort.WEEKDAY:
            # "Every first Monday": of the month. "Every second Monday": every other week.
            of_month = _weekday_of_unit(tokens, at)
            if of_month or step.value in (-1, 1):
                return _MONTH, of_month[1] if of_month else at + 2
        number, counted = min(max(step.value, 1), _MOST), at + 1
    if number:
        count, at = count * number, counted
    if token_at(tokens, at).sort in (Sort.BY, Sort.PART) and token_at(tokens, at + 1).definite:
        # "Varje termins slut".
        at += 1
    unit = token_at(tokens, at).sort
    if unit in _YEARLY:
        # "Every March": the month itself says when, and is read next.
        return _times(_YEAR, count), at
    length = _UNITS.get(unit) or _TURNS.get(unit)
    return (_times(length, count), at + 1) if length else None


def _times(unit: _Unit, count: int) -> _Unit:
    return _Unit(unit.length.times(count), unit.precision)


def _shared(unit: _Unit, count: int, note: Note) -> Frequency:
    return Frequency(unit.length.shared(count), unit.precision, note)


def _counted(tokens: Tokens, at: int) -> tuple[Frequency, int] | None:
    """Such as "2 ggr/år", "en gang årligt", "tre gange om året", "1-2 gånger per år", "2/år"."""
    count, end = _count(tokens, at + (tokens[at].sort is Sort.TIMES))
    note = Note.NOTHING
    if tokens[at].sort is Sort.COUNT and tokens[at].value < 0:
        # "Several times a year": once at least.
        count, end, note = 1, at + 1, Note.HOW_OFTEN
    if count and token_at(tokens, end).sort in (Sort.DASH, Sort.OR, Sort.TO):
        other, after_other = _count(tokens, end + 1)
        if other:
            end, note = after_other, Note.HOW_OFTEN
    times = token_at(tokens, end).sort is Sort.TIMES or tokens[at].sort is Sort.TIMES
    end += token_at(tokens, end).sort is Sort.TIMES
    if not count or (not times and token_at(tokens, end).sort not in (Sort.PER, Sort.SLASH)):
        return None
    recurring = token_at(tokens, end)
    if recurring.duration is not None:
        between, precision, _note = _named(recurring.duration)
        return Frequency(between.shared(count), precision, note), end + 1
    end = after(tokens, end, *_IN_ALL)
    if token_at(tokens, end).sort in (Sort.EVERY, Sort.EVERY_OTHER):
        every = _every(tokens, end)
        return (_shared(every[0], count, note), every[1]) if every else None
    end += token_at(tokens, end).sort is Sort.COUNT
    unit = token_at(tokens, end)
    length = _UNITS.get(unit.sort)
    if length is None or (unit.sort is Sort.WEEK and token_at(tokens, end + 1).sort is Sort.NUMBER):
        return None
    return _shared(length, count, note), end + 1


def _weekday_of_unit(tokens: Tokens, at: int) -> tuple[Frequency, int] | None:
    """Such as "2. tirsdag i måneden", "sista fredagen varje kvartal"."""
    if token_at(tokens, at + 1).sort is not Sort.WEEKDAY:
        return None
    end = after(tokens, at + 2, Sort.NOISE, Sort.EVERY, Sort.PER)
    unit = token_at(tokens, end).sort
    if unit in (Sort.MONTHS, Sort.QUARTER, Sort.TERMS):
        return Frequency(*_UNITS[unit]), end + 1
    return None
