"""Rules for halves, tertials, quarters and weeks, which have numbers, and for terms, seasons and holidays."""

from __future__ import annotations

from aktivplan.reading.period.months import is_elsewhere
from aktivplan.reading.period.notes import Note
from aktivplan.reading.period.sharing import MOST
from aktivplan.reading.period.slots import Scale, Slot
from aktivplan.reading.period.sorts import Sort, Token
from aktivplan.reading.period.stretches import Match, Tokens, single, token_at
from aktivplan.reading.period.years import CENTURY, after_noise, full_year, is_year, year_after, year_pair

SCALES = {
    Sort.QUARTER: Scale.QUARTER,
    Sort.HALF: Scale.HALF,
    Sort.TERTIAL: Scale.TERTIAL,
    Sort.WEEK: Scale.WEEK,
}
_SPRING, _SUMMER, _AUTUMN = 1, 2, 3
_ROMAN_ONE = Token(Sort.ROMAN, "i", 1)
_TERM_LETTERS = {"v": 1, "h": 2}


def unit_then_number(tokens: Tokens, at: int) -> Match | None:
    """Such as "kvartal 3", "Q1-27", "v. 34"."""
    unit, number = tokens[at], token_at(tokens, at + 1)
    if number.text == "i" and is_year(token_at(tokens, at + 2)) and unit.sort is not Sort.WEEK:
        number = _ROMAN_ONE
    if number.sort not in (Sort.NUMBER, Sort.ROMAN):
        return None
    if 1 <= number.value <= MOST[unit.sort] and len(number.text) <= 3:
        year, end = year_after(tokens, at + 2, short=True, slash=True)
        return single(Slot(SCALES[unit.sort], number.value, year=year)), end
    return None if number.ordinal else _with_year_in_it(tokens, at)


def _with_year_in_it(tokens: Tokens, at: int) -> Match | None:
    """Such as "v2734", "v. 2027-34", "H27"."""
    unit, number = tokens[at], tokens[at + 1]
    if unit.sort is Sort.WEEK and is_year(number):
        week = token_at(tokens, at + 3)
        if week.sort is Sort.NUMBER and 1 <= week.value <= MOST[Sort.WEEK]:
            return single(Slot(Scale.WEEK, week.value, year=number.value)), at + 4
    if unit.text in _TERM_LETTERS and (is_year(number) or unit.sort is Sort.HALF):
        return _term_by_letter(unit, number, at)
    if unit.sort is Sort.WEEK and len(number.text) == 4:
        year, week_of_year = divmod(number.value, CENTURY)
        slot = Slot(Scale.WEEK, week_of_year, year=full_year(year), note=Note.WEEK_SHORTHAND)
        return single(slot), at + 2
    return None


def _term_by_letter(unit: Token, number: Token, at: int) -> Match | None:
    """Such as "H27", "V2027"."""
    year = number.value if is_year(number) else full_year(number.value) if len(number.text) == 2 else None
    if year is None:
        return None
    return single(Slot(Scale.TERM, _TERM_LETTERS[unit.text], year=year, note=Note.WEEK_SHORTHAND)), at + 2


def number_then_unit(tokens: Tokens, at: int) -> Match | None:
    """Such as "3. kvartal", "första halvåret", "III kvartal"."""
    number, unit = tokens[at], token_at(tokens, at + 1)
    if unit.sort not in MOST or unit.sort is Sort.WEEK:
        return None
    most = MOST[unit.sort]
    which = most if number.value < 0 else number.value
    if not 1 <= which <= most:
        return None
    year, end = year_after(tokens, at + 2, short=True)
    if year is None and token_at(tokens, after_noise(tokens, at + 2)).sort is Sort.THE_YEAR:
        # "The second half of the year": the plan's.
        year, end = year_after(tokens, after_noise(tokens, at + 2) + 1)
        end = max(end, after_noise(tokens, at + 2) + 1)
    return single(Slot(SCALES[unit.sort], which, year=year)), end


def roman_one(tokens: Tokens, at: int) -> Match | None:
    """Such as "I kvartal 2027": the figure one, which is a little word too."""
    unit = token_at(tokens, at + 1)
    if tokens[at].text != "i" or unit.sort not in MOST or unit.sort is Sort.WEEK or unit.definite:
        return None
    year, end = year_after(tokens, at + 2)
    return (single(Slot(SCALES[unit.sort], 1, year=year)), end) if year else None


def named_term(tokens: Tokens, at: int) -> Match | None:
    """Such as "VT27", "hösttermin 2027"."""
    year, end = year_after(tokens, at + 1, short=True, slash=True)
    return single(Slot(Scale.TERM, tokens[at].value, year=year)), end


def named_season(tokens: Tokens, at: int) -> Match | None:
    """Such as "våren 2027", "vintern 2026/27"."""
    if is_elsewhere(tokens, at):
        return None
    season = tokens[at].value
    pair = year_pair(tokens, after_noise(tokens, at + 1))
    if pair is not None:
        # Of a school year, spring and summer lie in the second year.
        first_year = pair[0] + (season in (_SPRING, _SUMMER))
        return single(Slot(Scale.SEASON, season, year=first_year, note=Note.SEASON)), pair[1]
    year, end = year_after(tokens, at + 1, short=True)
    return single(Slot(Scale.SEASON, season, year=year, note=Note.SEASON)), end


def named_holiday(tokens: Tokens, at: int) -> Match | None:
    """Such as "jul 2027", "sommerferien"."""
    year, end = year_after(tokens, at + 1, short=True)
    return single(Slot(Scale.HOLIDAY, tokens[at].value, year=year, note=Note.HOLIDAY)), end
