"""Stretches of time in a row of tokens: "31 mars 2027", "kv. 3", "läsåret 2026/27", "primo maj", "2027 Q3".

Each rule looks at one position and gives a stretch and where it ends, or None. What is told of the year may
be missing; `resolving` finds it.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from aktivplan.reading.period.days import compact_date, day_of_numbers, iso, serial, short_date
from aktivplan.reading.period.months import day_and_month, day_of_week, named_month, part_of_named_month
from aktivplan.reading.period.slots import Part, Scale
from aktivplan.reading.period.sorts import Sort
from aktivplan.reading.period.stretches import Match, Rule, Stretch, Tokens, single, token_at
from aktivplan.reading.period.turns import (
    plan_period,
    told_from_today,
    turn_of_month,
    turn_of_year_or_half,
    unit_of_today,
)
from aktivplan.reading.period.units import (
    named_holiday,
    named_season,
    named_term,
    number_then_unit,
    roman_one,
    unit_then_number,
)
from aktivplan.reading.period.years import after_noise, bare_pair, bare_year, named_year, school_year

_RULES: Mapping[Sort, tuple[Rule, ...]] = MappingProxyType(
    {
        Sort.ORDINAL: (part_of_named_month, number_then_unit, day_and_month),
        Sort.ROMAN: (number_then_unit,),
        Sort.NOISE: (roman_one,),
        Sort.MONTH: (named_month,),
        Sort.QUARTER: (unit_then_number, unit_of_today),
        Sort.HALF: (unit_then_number, unit_of_today),
        Sort.TERTIAL: (unit_then_number, unit_of_today),
        Sort.WEEK: (unit_then_number, unit_of_today),
        Sort.MONTHS: (unit_of_today,),
        Sort.TERMS: (unit_of_today,),
        Sort.TERM: (named_term,),
        Sort.SEASON: (named_season,),
        Sort.HOLIDAY: (named_holiday,),
        Sort.SCHOOL_YEAR: (school_year,),
        Sort.YEAR: (named_year,),
        Sort.THE_YEAR: (named_year,),
        Sort.WEEKDAY: (day_of_week,),
        Sort.TURN_OF_YEAR: (turn_of_year_or_half,),
        Sort.TURN_OF_HALF: (turn_of_year_or_half,),
        Sort.TURN_OF_MONTH: (turn_of_month,),
        Sort.PLAN_PERIOD: (plan_period,),
        Sort.NEXT: (told_from_today,),
        Sort.THIS: (told_from_today,),
        Sort.FORMER: (told_from_today,),
    }
)
_BY_DIGITS: Mapping[int, tuple[Rule, ...]] = MappingProxyType(
    dict.fromkeys((1, 2), (short_date, day_and_month, day_of_numbers, number_then_unit, part_of_named_month))
    | {4: (iso, bare_pair, bare_year), 5: (serial,), 6: (compact_date,), 8: (compact_date,)}
)
"""The rules for a number, by how many digits it has."""
_WHOLE_YEARS = frozenset({Scale.YEAR, Scale.SCHOOL_YEAR, Scale.PLAN_PERIOD, Scale.TURN_OF_YEAR})


def stretch_at(tokens: Tokens, at: int) -> Match | None:
    """The stretch that begins there, with its part ("primo") if one is told, and where it ends."""
    first = tokens[at]
    if first.part is not None:
        return _partial(tokens, at, first.part)
    match = _first_match(tokens, at)
    if match is not None and first.sort is Sort.NUMBER and match[0].first.scale is Scale.YEAR:
        return _year_first(tokens, match)
    return match


def _partial(tokens: Tokens, at: int, part: Part) -> Match | None:
    """Such as "primo mars", "mid-March"."""
    dash = token_at(tokens, at + 1).sort is Sort.DASH
    later = token_at(tokens, at + 1 + dash).part if dash else None
    if later is not None:
        return _from_part_to_part(tokens, at, part, later)
    match = _first_match(tokens, after_noise(tokens, at + 1 + dash))
    if match is None:
        return None
    stretch, end = match
    first = stretch.first._replace(part=part)
    return (single(first) if stretch.is_single else Stretch(first, stretch.last)), end


def _from_part_to_part(tokens: Tokens, at: int, part: Part, later: Part) -> Match | None:
    """Such as "primo-medio maj"."""
    match = _first_match(tokens, after_noise(tokens, at + 3))
    if match is None or not match[0].is_single:
        return None
    slot = match[0].first
    return Stretch(slot._replace(part=part), slot._replace(part=later)), match[1]


def _year_first(tokens: Tokens, year: Match) -> Match:
    """The year stands before what it is the year of: "2027 Q3", "2027-W34", "2027, mars"."""
    stretch, end = year
    if end >= len(tokens) or not stretch.is_single:
        return year
    at = end + (tokens[end].sort is Sort.DASH)
    at = after_noise(tokens, at)
    if token_at(tokens, at).sort in (Sort.NUMBER, Sort.NEXT, Sort.THIS, Sort.FORMER):
        return year
    match = stretch_at(tokens, at) if at < len(tokens) else None
    if match is None:
        return year
    first = match[0].first
    if (
        not match[0].is_single
        or first.year is not None
        or first.offset is not None
        or first.scale in _WHOLE_YEARS
    ):
        return year
    return single(first._replace(year=stretch.first.year)), match[1]


def _first_match(tokens: Tokens, at: int) -> Match | None:
    if at >= len(tokens):
        return None
    token = tokens[at]
    is_number = token.sort is Sort.NUMBER
    for rule in _BY_DIGITS.get(len(token.text), ()) if is_number else _RULES.get(token.sort, ()):
        match = rule(tokens, at)
        if match is not None:
            return match
    return None
