"""Rules for days and months in words: "31 mars", "mars 2027", "sista mars", "fredag den 5 september"."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from aktivplan.reading.period.days import SEPARATORS, day_of_numbers, is_day, iso, short_date
from aktivplan.reading.period.notes import Note
from aktivplan.reading.period.slots import LAST_DAY, Part, Scale, Slot
from aktivplan.reading.period.sorts import Sort
from aktivplan.reading.period.stretches import Match, Rule, Stretch, Tokens, after, single, token_at
from aktivplan.reading.period.years import after_noise, full_year, is_short_year, names_number, year_after

_TO_ANOTHER_MONTH = frozenset({Sort.DASH, Sort.UNTIL, Sort.TO, Sort.AND, Sort.COMMA})


def day_and_month(tokens: Tokens, at: int) -> Match | None:
    """Such as "31 mars 2027", "31st of March", "31-mar-27"; also "första mars", "sista mars"."""
    day = token_at(tokens, at)
    month_at = after(tokens, at + 1, Sort.NOISE)
    if month_at == at + 1 and token_at(tokens, month_at).sort in SEPARATORS:
        month_at += 1
    month = token_at(tokens, month_at)
    if month.sort is not Sort.MONTH:
        return None
    if day.sort is Sort.ORDINAL:
        number = LAST_DAY if day.value < 0 else day.value
    elif is_day(day):
        number = day.value
    else:
        return None
    year, end = year_after(tokens, month_at + 1, short=True, slash=True)
    return single(Slot(Scale.DAY, month.value, number, year)), end


def named_month(tokens: Tokens, at: int) -> Match | None:
    """Such as "mars", "mars månad 2027", "jan 27", and English "March 31, 2027"."""
    month, day = token_at(tokens, at), token_at(tokens, at + 1)
    if is_elsewhere(tokens, at):
        return None
    if is_day(day):
        year, end = year_after(tokens, at + 2)
        if year is not None or len(day.text) == 1 or day.ordinal or _goes_to_another_month(tokens, at + 2):
            return single(Slot(Scale.DAY, month.value, day.value, year)), end
    after_month = after(tokens, at + 1, Sort.MONTHS)
    year, end = year_after(tokens, after_month, slash=True)
    if year is None:
        dash = token_at(tokens, after_month).sort is Sort.DASH
        short = token_at(tokens, after_month + dash)
        if is_short_year(short) and not names_number(tokens, after_month + dash + 1):
            # The 25th of January, or January 2025: a person has to say.
            slot = Slot(Scale.MONTH, month.value, year=full_year(short.value), note=Note.DAY_OR_YEAR)
            return single(slot), after_month + dash + 1
    return single(Slot(Scale.MONTH, month.value, year=year)), end


def _goes_to_another_month(tokens: Tokens, at: int) -> bool:
    """Whether another day of a month follows: "March 15 - June 30, 2027"."""
    return (
        token_at(tokens, at).sort in _TO_ANOTHER_MONTH
        and token_at(tokens, at + 1).sort is Sort.MONTH
        and is_day(token_at(tokens, at + 2))
    )


def is_elsewhere(tokens: Tokens, at: int) -> bool:
    """Whether it is the common word and not the calendar's: "may have", "vår plan"."""
    return tokens[at].elsewhere and token_at(tokens, at + 1).sort is Sort.UNKNOWN and at + 1 < len(tokens)


def part_of_named_month(tokens: Tokens, at: int) -> Match | None:
    """Such as "första halvan av mars", "första veckan i mars"."""
    which, unit = token_at(tokens, at), token_at(tokens, at + 1)
    month_at = after(tokens, at + 2, Sort.NOISE)
    month = token_at(tokens, month_at)
    if unit.sort not in (Sort.HALF, Sort.WEEK) or month.sort is not Sort.MONTH:
        return None
    year, end = year_after(tokens, month_at + 1)
    is_last = which.value < 0
    if unit.sort is Sort.HALF:
        part = Part.SECOND_HALF if is_last or which.value == 2 else Part.FIRST_HALF
        return single(Slot(Scale.MONTH, month.value, year=year, part=part)), end
    if is_last:
        return single(Slot(Scale.MONTH, month.value, year=year, part=Part.LATE)), end
    if which.value > 4 or which.sort not in (Sort.ORDINAL, Sort.NUMBER):
        return None
    days = [
        Slot(Scale.DAY, month.value, day, year, note=Note.PART_OF_PART)
        for day in (7 * which.value - 6, 7 * which.value)
    ]
    return Stretch(days[0], days[1]), end


def day_of_week(tokens: Tokens, at: int) -> Match | None:
    """Such as "fredag v. 22", "fredag den 5 september"."""
    weekday = token_at(tokens, at)
    found = after_noise(tokens, at + 1)
    if token_at(tokens, found).sort is Sort.WEEK:
        number = token_at(tokens, found + 1)
        if number.sort is not Sort.NUMBER or not 1 <= number.value <= 53:
            return None
        year, end = year_after(tokens, found + 2)
        return single(Slot(Scale.WEEK, number.value, year=year, weekday=weekday.value)), end
    for rule in _DATES.get(token_at(tokens, found).sort, ()):
        match = rule(tokens, found)
        if match is not None and match[0].first.scale is Scale.DAY and match[0].is_single:
            return single(match[0].first._replace(weekday=weekday.value)), match[1]
    return None


_DATES: Mapping[Sort, tuple[Rule, ...]] = MappingProxyType(
    {
        Sort.NUMBER: (iso, short_date, day_and_month, day_of_numbers),
        Sort.ORDINAL: (day_and_month,),
        Sort.MONTH: (named_month,),
    }
)
"""The rules for what may stand behind a day of the week."""
