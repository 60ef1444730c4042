"""Rules for the turn of a year or a month, and for what is told from today or from the plan."""

from __future__ import annotations

from aktivplan.reading.period.slots import Scale, Slot
from aktivplan.reading.period.stretches import BETWEEN_NUMBERS, Match, Tokens, single, token_at
from aktivplan.reading.period.words import Sort
from aktivplan.reading.period.years import after_noise, year_after, year_pair

_TURNS = {Sort.TURN_OF_YEAR: Scale.TURN_OF_YEAR, Sort.TURN_OF_HALF: Scale.TURN_OF_HALF}


def turn_of_year_or_half(tokens: Tokens, at: int) -> Match | None:
    """Such as "årsskiftet 2026/27", "halvårsskiftet"."""
    scale = _TURNS[token_at(tokens, at).sort]
    pair = year_pair(tokens, after_noise(tokens, at + 1))
    if pair is not None:
        return single(Slot(scale, year=pair[0])), pair[1]
    year, end = year_after(tokens, at + 1)
    if year is not None and scale is Scale.TURN_OF_YEAR:
        return single(Slot(scale, year=year - 1, confidence="C")), end
    return single(Slot(scale, year=year)), end


def turn_of_month(tokens: Tokens, at: int) -> Match | None:
    """Such as "månadsskiftet maj/juni"."""
    month, mark, following = (token_at(tokens, at + step) for step in range(1, 4))
    if month.sort is not Sort.MONTH or mark.sort not in BETWEEN_NUMBERS or following.sort is not Sort.MONTH:
        return None
    year, end = year_after(tokens, at + 4)
    return single(Slot(Scale.TURN_OF_MONTH, month.value, year=year, confidence="C")), end


def christmas(tokens: Tokens, at: int) -> Match | None:
    """The 24th of December."""
    year, end = year_after(tokens, at + 1)
    return single(Slot(Scale.DAY, 12, 24, year, confidence="C")), end


def plan_period(_tokens: Tokens, at: int) -> Match | None:
    """The plan's own period."""
    return single(Slot(Scale.PLAN_PERIOD, relative=True)), at + 1


def this_month(_tokens: Tokens, at: int) -> Match | None:
    """Today's month."""
    return single(Slot(Scale.MONTH, relative=True)), at + 1


def told_from_today(tokens: Tokens, at: int) -> Match | None:
    """Such as "nästa år", "innevarande läsår"; the number says how many years on."""
    unit = token_at(tokens, at + 1)
    years_on = 1 if token_at(tokens, at).sort is Sort.NEXT else 0
    if unit.sort in (Sort.YEAR, Sort.THE_YEAR):
        year, end = year_after(tokens, at + 2)
        told = Slot(Scale.YEAR, years_on, year=year, relative=year is None)
        return single(told), end
    if unit.sort is Sort.SCHOOL_YEAR:
        return single(Slot(Scale.SCHOOL_YEAR, years_on, confidence="B", relative=True)), at + 2
    return None
