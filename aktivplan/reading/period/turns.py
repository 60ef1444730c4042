"""Rules for the turn of a year or a month, and for what is told from today or from the plan."""

from __future__ import annotations

from aktivplan.reading.period.notes import Note
from aktivplan.reading.period.slots import Scale, Slot
from aktivplan.reading.period.sorts import Sort, Token
from aktivplan.reading.period.stretches import Match, Tokens, after, single, token_at
from aktivplan.reading.period.years import after_noise, is_year, year_after, year_pair

_TURNS = {Sort.TURN_OF_YEAR: Scale.TURN_OF_YEAR, Sort.TURN_OF_HALF: Scale.TURN_OF_HALF}
_BETWEEN_MONTHS = frozenset({Sort.DASH, Sort.AND, Sort.SLASH, Sort.TO})
_OFFSETS = {Sort.NEXT: 1, Sort.THIS: 0, Sort.FORMER: -1}
_TOLD_FROM_TODAY = {
    Sort.YEAR: Scale.YEAR,
    Sort.THE_YEAR: Scale.YEAR,
    Sort.HALF: Scale.HALF,
    Sort.TERTIAL: Scale.TERTIAL,
    Sort.QUARTER: Scale.QUARTER,
    Sort.MONTHS: Scale.MONTH,
    Sort.WEEK: Scale.WEEK,
    Sort.TERMS: Scale.TERM,
    Sort.TERM: Scale.TERM,
    Sort.SEASON: Scale.SEASON,
    Sort.SCHOOL_YEAR: Scale.SCHOOL_YEAR,
}
_MANY_YEARS = frozenset({"åren", "årene", "years"})
_NOTES = {
    Scale.TERM: Note.WHICH_SCHOOL_YEAR,
    Scale.SCHOOL_YEAR: Note.WHICH_SCHOOL_YEAR,
    Scale.SEASON: Note.SEASON,
}


def turn_of_year_or_half(tokens: Tokens, at: int) -> Match | None:
    """Such as "årsskiftet 2026/27", "halvårsskiftet"."""
    scale = _TURNS[tokens[at].sort]
    pair = year_pair(tokens, after_noise(tokens, at + 1))
    if pair is not None:
        return single(Slot(scale, year=pair[0])), pair[1]
    year, end = year_after(tokens, at + 1, short=True)
    if year is not None and scale is Scale.TURN_OF_YEAR:
        return single(Slot(scale, year=year - 1, note=Note.WHICH_TURN)), end
    return single(Slot(scale, year=year)), end


def turn_of_month(tokens: Tokens, at: int) -> Match | None:
    """Such as "månadsskiftet maj/juni"."""
    month, mark, following = (token_at(tokens, at + step) for step in range(1, 4))
    if at + 1 >= len(tokens):
        return single(Slot(Scale.TURN_OF_MONTH, offset=0, note=Note.TURN_OF_MONTH)), at + 1
    if month.sort is not Sort.MONTH or mark.sort not in _BETWEEN_MONTHS or following.sort is not Sort.MONTH:
        return None
    year, end = year_after(tokens, at + 4)
    return single(Slot(Scale.TURN_OF_MONTH, month.value, year=year, note=Note.TURN_OF_MONTH)), end


def plan_period(tokens: Tokens, at: int) -> Match | None:
    """The plan's own period, if no years are told."""
    if is_year(token_at(tokens, after_noise(tokens, at + 1))):
        return None
    note = Note.WHICH_PERIOD if tokens[at].value else Note.NOTHING
    return single(Slot(Scale.PLAN_PERIOD, offset=0, note=note)), at + 1


def unit_of_today(tokens: Tokens, at: int) -> Match | None:
    """The unit that we are in: "måneden", "kvartalet"."""
    unit = tokens[at]
    if not unit.definite or token_at(tokens, after(tokens, at + 1, Sort.NOISE)).sort is Sort.MONTH:
        return None
    return single(_told(unit, 0)), at + 1


def told_from_today(tokens: Tokens, at: int) -> Match | None:
    """Such as "nästa år", "innevarande läsår", "i höst"."""
    offset = _OFFSETS[tokens[at].sort]
    unit_at = after(tokens, at + 1, Sort.NEXT)
    unit = token_at(tokens, unit_at)
    if unit.sort not in _TOLD_FROM_TODAY or unit.text in _MANY_YEARS:
        return None
    if unit.elsewhere and token_at(tokens, unit_at + 1).sort is Sort.UNKNOWN and unit_at + 1 < len(tokens):
        return None
    year, end = year_after(tokens, unit_at + 1)
    slot = _told(unit, offset)
    if year is not None and unit.sort in (Sort.YEAR, Sort.THE_YEAR, Sort.SEASON, Sort.TERM):
        return single(slot._replace(year=year, offset=None)), end
    return single(slot), unit_at + 1


def _told(unit: Token, offset: int) -> Slot:
    scale = _TOLD_FROM_TODAY[unit.sort]
    return Slot(scale, unit.value, offset=offset, note=_NOTES.get(scale, Note.NOTHING))
