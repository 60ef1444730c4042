"""Rules for years and school years, and for the year that another rule finds behind its own words."""

from __future__ import annotations

from aktivplan.reading.period.notes import Note
from aktivplan.reading.period.slots import FIRST_YEAR, LAST_YEAR, Scale, Slot
from aktivplan.reading.period.sorts import Sort, Token
from aktivplan.reading.period.stretches import Match, Stretch, Tokens, after, single, token_at

_NAMES_AFTER_NUMBER = frozenset({Sort.MONTH, Sort.QUARTER, Sort.HALF, Sort.TERTIAL})
_UNITS_OF_LENGTH = frozenset({Sort.MONTHS, Sort.DAYS, Sort.WEEK, Sort.TIMES, Sort.HOURS})
CENTURY, _TURN_OF_CENTURY = 100, 70


def is_year(token: Token) -> bool:
    """Whether it is a number of four digits that can be a year."""
    return token.sort is Sort.NUMBER and len(token.text) == 4 and FIRST_YEAR <= token.value <= LAST_YEAR


def is_short_year(token: Token) -> bool:
    """Whether it can be the last two digits of a year."""
    return token.sort is Sort.NUMBER and len(token.text) == 2 and not token.ordinal


def full_year(short: int) -> int:
    """The year of two digits: 27 is 2027, 98 is 1998."""
    return short + (2000 if short < _TURN_OF_CENTURY else 1900)


def after_noise(tokens: Tokens, at: int) -> int:
    """Where the next token stands that is not a little word, a comma or the word for year."""
    return after(tokens, at, Sort.NOISE, Sort.YEAR, Sort.COMMA)


def year_after(
    tokens: Tokens, at: int, *, short: bool = False, slash: bool = False
) -> tuple[int | None, int]:
    """The year told there, perhaps after a little word, a comma, a hyphen (or a slash); and where it ends."""
    if at >= len(tokens):
        return None, at
    found = after_noise(tokens, at)
    mark = token_at(tokens, at).sort
    if found == at and (mark is Sort.DASH or (slash and mark is Sort.SLASH)):
        found = at + 1
    year = token_at(tokens, found)
    if is_year(year) and not _goes_on_as_date(tokens, found + 1):
        return year.value, found + 1
    if short and is_short_year(year) and found <= at + 1 and not names_number(tokens, found + 1):
        return full_year(year.value), found + 1
    return None, at


def _goes_on_as_date(tokens: Tokens, at: int) -> bool:
    """Whether the year there begins a date of its own: "maj-2027-06-30"."""
    return (
        token_at(tokens, at).sort is Sort.DASH
        and len(token_at(tokens, at + 1).text) == 2
        and token_at(tokens, at + 1).sort is Sort.NUMBER
        and token_at(tokens, at + 2).sort is Sort.DASH
    )


def names_number(tokens: Tokens, at: int) -> bool:
    """Whether a month or the like stands there ("mars", "/3"), so that the number before belongs to it."""
    follower = token_at(tokens, at).sort
    if follower is Sort.SLASH:
        return token_at(tokens, at + 1).sort is Sort.NUMBER
    return follower in _NAMES_AFTER_NUMBER or follower in _UNITS_OF_LENGTH


def year_pair(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Of "2025/26", "2025-2026", "25/26" the first year, and where the pair ends."""
    first, mark, second = (token_at(tokens, at + step) for step in range(3))
    if mark.sort not in (Sort.SLASH, Sort.DASH) or second.sort is not Sort.NUMBER:
        return None
    if is_year(first):
        year = first.value
    elif is_short_year(first):
        year = full_year(first.value)
    else:
        return None
    follows = second.value % CENTURY == (year + 1) % CENTURY and len(second.text) in (2, 4)
    return (year, at + 3) if follows else None


def bare_year(tokens: Tokens, at: int) -> Match | None:
    """Such as "2027"."""
    token = token_at(tokens, at)
    return (single(Slot(Scale.YEAR, year=token.value)), at + 1) if is_year(token) else None


def named_year(tokens: Tokens, at: int) -> Match | None:
    """Such as "år 2027", and "året" for the plan's."""
    if token_at(tokens, at).sort is Sort.YEAR:
        return bare_year(tokens, at + 1)
    year, end = year_after(tokens, at + 1)
    return single(Slot(Scale.YEAR, year=year)), end


def bare_pair(tokens: Tokens, at: int) -> Match | None:
    """Such as "2026/27": a school year, or two budget years. "2026-28": from the one to the other."""
    first, mark, second = (token_at(tokens, at + step) for step in range(3))
    if not is_year(first):
        return None
    if mark.sort is Sort.SLASH:
        pair = year_pair(tokens, at)
        return (single(Slot(Scale.SCHOOL_YEAR, year=pair[0], note=Note.YEAR_PAIR)), pair[1]) if pair else None
    later = is_short_year(second) and second.value > first.value % CENTURY
    if mark.sort is not Sort.DASH or not later or names_number(tokens, at + 3):
        return None
    last = first.value - first.value % CENTURY + second.value
    slots = [Slot(Scale.YEAR, year=year, note=Note.YEAR_PAIR) for year in (first.value, last)]
    return Stretch(slots[0], slots[1]), at + 3


def school_year(tokens: Tokens, at: int) -> Match | None:
    """Such as "läsåret 2026/27", "läsåren 2026/27-2027/28"."""
    ends = token_at(tokens, at).value
    first, end = _school_year_slot(tokens, after_noise(tokens, at + 1), ends)
    joint = token_at(tokens, end).sort
    if first.year is not None and joint in (Sort.DASH, Sort.AND, Sort.UNTIL, Sort.TO):
        pair = year_pair(tokens, end + 1)
        if pair is not None:
            return Stretch(first, Slot(Scale.SCHOOL_YEAR, ends, year=pair[0])), pair[1]
    return single(first), end


def _school_year_slot(tokens: Tokens, at: int, ends: int) -> tuple[Slot, int]:
    pair = year_pair(tokens, at)
    if pair is not None:
        return Slot(Scale.SCHOOL_YEAR, ends, year=pair[0]), pair[1]
    year, end = year_after(tokens, at)
    note = Note.YEAR_PAIR if year else Note.WHICH_SCHOOL_YEAR
    return Slot(Scale.SCHOOL_YEAR, ends, year=year, note=note), end
