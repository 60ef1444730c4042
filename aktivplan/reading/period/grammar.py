"""Stretches of time in a row of tokens: "31 mars 2027", "kv. 1-2", "läsåret 2026/27", "primo maj".

Each rule looks at one position and gives a stretch and where it ends, or None. What is told of the year may
be missing; `resolving` finds it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from aktivplan.reading.period.days import day_and_month, day_of_numbers, iso, named_month
from aktivplan.reading.period.stretches import Match, Rule, Tokens, single, token_at
from aktivplan.reading.period.turns import (
    christmas,
    plan_period,
    this_month,
    told_from_today,
    turn_of_month,
    turn_of_year_or_half,
)
from aktivplan.reading.period.units import named_season, named_term, number_then_unit, unit_then_number
from aktivplan.reading.period.words import Sort
from aktivplan.reading.period.years import after_noise, bare_pair, bare_year, named_year, school_year

_RULES: Mapping[Sort, tuple[Rule, ...]] = MappingProxyType(
    {
        Sort.NUMBER: (iso, bare_pair, day_and_month, day_of_numbers, number_then_unit, bare_year),
        Sort.ORDINAL: (number_then_unit,),
        Sort.ROMAN: (number_then_unit,),
        Sort.MONTH: (named_month,),
        Sort.QUARTER: (unit_then_number,),
        Sort.HALF: (unit_then_number,),
        Sort.TERTIAL: (unit_then_number,),
        Sort.WEEK: (unit_then_number,),
        Sort.TERM: (named_term,),
        Sort.SEASON: (named_season,),
        Sort.SCHOOL_YEAR: (school_year,),
        Sort.YEAR: (named_year,),
        Sort.THE_YEAR: (named_year,),
        Sort.TURN_OF_YEAR: (turn_of_year_or_half,),
        Sort.TURN_OF_HALF: (turn_of_year_or_half,),
        Sort.TURN_OF_MONTH: (turn_of_month,),
        Sort.CHRISTMAS: (christmas,),
        Sort.PLAN_PERIOD: (plan_period,),
        Sort.THE_MONTH: (this_month,),
        Sort.NEXT: (told_from_today,),
        Sort.THIS: (told_from_today,),
    }
)


def stretch_at(tokens: Tokens, at: int) -> Match | None:
    """The stretch that begins there, with its part ("primo") if one is told, and where it ends."""
    first = token_at(tokens, at)
    if first.part is not None:
        match = _first_match(tokens, after_noise(tokens, at + 1))
        if match is None:
            return None
        stretch, end = match
        part = replace(stretch.first, part=first.part)
        return (single(part) if stretch.is_single else replace(stretch, first=part)), end
    return _first_match(tokens, at)


def _first_match(tokens: Tokens, at: int) -> Match | None:
    for rule in _RULES.get(token_at(tokens, at).sort, ()):
        match = rule(tokens, at)
        if match is not None:
            return match
    return None
