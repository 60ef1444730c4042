"""Rules for halves, tertials, quarters and weeks, which have numbers, and for terms and seasons."""

from __future__ import annotations

from aktivplan.reading.period.slots import Scale, Slot
from aktivplan.reading.period.stretches import (
    BETWEEN_NUMBERS,
    Match,
    Stretch,
    Tokens,
    single,
    token_at,
)
from aktivplan.reading.period.tokens import Token
from aktivplan.reading.period.words import Sort
from aktivplan.reading.period.years import (
    CENTURY,
    after_noise,
    full_year,
    is_year,
    names_number,
    year_after,
    year_pair,
)

_NUMBERED = {
    Sort.QUARTER: (Scale.QUARTER, 4),
    Sort.HALF: (Scale.HALF, 2),
    Sort.TERTIAL: (Scale.TERTIAL, 3),
    Sort.WEEK: (Scale.WEEK, 53),
}
"""The scale, and how many of them a year has at most."""


def unit_then_number(tokens: Tokens, at: int) -> Match | None:
    """Such as "kvartal 3", "kv. 1-2 2027", "v. 34"."""
    scale, most = _NUMBERED[token_at(tokens, at).sort]
    number = token_at(tokens, at + 1)
    if scale is Scale.WEEK and len(number.text) == 4 and not is_year(number):
        return _week_with_year(number, at)
    if number.sort is not Sort.NUMBER or not 1 <= number.value <= most:
        return None
    last, end = _second_number(tokens, at + 2, most)
    year, end = year_after(tokens, end)
    first = Slot(scale, number.value, year=year)
    return (single(first) if last is None else Stretch(first, Slot(scale, last, year=year))), end


def _second_number(tokens: Tokens, at: int, most: int) -> tuple[int | None, int]:
    number = token_at(tokens, at + 1)
    joined = token_at(tokens, at).sort in BETWEEN_NUMBERS and number.sort is Sort.NUMBER
    if joined and 1 <= number.value <= most and not names_number(tokens, at + 2):
        return number.value, at + 2
    return None, at


def _week_with_year(number: Token, at: int) -> Match | None:
    if number.sort is not Sort.NUMBER:
        return None
    year, week = divmod(number.value, CENTURY)
    return single(Slot(Scale.WEEK, week, year=full_year(year), confidence="C")), at + 2


def number_then_unit(tokens: Tokens, at: int) -> Match | None:
    """Such as "3. kvartal", "första halvåret", "1.-2. kvartal", "III kvartal"."""
    first = token_at(tokens, at)
    last_at = at + 2 if token_at(tokens, at + 1).sort in BETWEEN_NUMBERS else at
    unit = token_at(tokens, last_at + 1)
    if unit.sort not in _NUMBERED or unit.sort is Sort.WEEK:
        return None
    scale, most = _NUMBERED[unit.sort]
    numbers = [_counted(token, most) for token in (first, token_at(tokens, last_at))]
    if not all(1 <= number <= most for number in numbers):
        return None
    year, end = year_after(tokens, last_at + 2)
    slots = [Slot(scale, number, year=year) for number in numbers]
    return (single(slots[0]) if last_at == at else Stretch(slots[0], slots[1])), end


def _counted(token: Token, most: int) -> int:
    if token.sort not in (Sort.NUMBER, Sort.ORDINAL, Sort.ROMAN):
        return 0
    return most if token.value < 0 else token.value


def named_term(tokens: Tokens, at: int) -> Match | None:
    """Such as "VT27", "hösttermin 2027"."""
    year, end = year_after(tokens, at + 1, short=True)
    return single(Slot(Scale.TERM, token_at(tokens, at).value, year=year)), end


def named_season(tokens: Tokens, at: int) -> Match | None:
    """Such as "våren 2027", "vintern 2026/27"."""
    season = token_at(tokens, at).value
    pair = year_pair(tokens, after_noise(tokens, at + 1))
    if pair is not None:
        # Of a school year, spring and summer lie in the second year.
        first_year = pair[0] + (season in (1, 2))
        return single(Slot(Scale.SEASON, season, year=first_year, confidence="B")), pair[1]
    year, end = year_after(tokens, at + 1, short=True)
    return single(Slot(Scale.SEASON, season, year=year, confidence="B")), end
