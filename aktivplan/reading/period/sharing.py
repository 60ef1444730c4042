"""A unit that is written once for several numbers is given to each: "v. 8 och 12", "1.-3. kvartal", "26-30 oktober".

So the rules after it need not know of lists and ranges.
"""

from __future__ import annotations

from aktivplan.reading.period.sorts import Sort, Token
from aktivplan.reading.period.stretches import Tokens, token_at

MOST: dict[Sort, int] = {Sort.QUARTER: 4, Sort.HALF: 2, Sort.TERTIAL: 3, Sort.WEEK: 53}
"""The units that have numbers, and how many of them a year has at most."""
_RANGES = frozenset({Sort.DASH, Sort.UNTIL, Sort.TO})
_JOINTS = _RANGES | {Sort.AND, Sort.COMMA, Sort.SLASH, Sort.OR}
_NUMBERS = frozenset({Sort.NUMBER, Sort.ORDINAL, Sort.ROMAN})
_NO_BEGINNING = frozenset({Sort.DASH, Sort.SLASH, Sort.NUMBER, *MOST})
_MOST_DAYS = 31
_LAST_WEEKS, _FIRST_WEEKS = 40, 12


def share_units(tokens: Tokens) -> Tokens:
    """The tokens, with the shared units written out."""
    joints = [
        at
        for at in range(1, len(tokens) - 1)
        if tokens[at].sort in _JOINTS and tokens[at - 1].sort in _NUMBERS
    ]
    if not joints:
        return tokens
    return _shared_behind(_shared_before(tokens))


def _shared_before(tokens: Tokens) -> Tokens:
    """The unit stands before its numbers: "v. 8 och 12"."""
    shared: Tokens = []
    at = 0
    while at < len(tokens):
        unit = tokens[at]
        shared.append(unit)
        at += 1
        if unit.sort is Sort.MONTH and _is_english_range(tokens, at):
            shared += [tokens[at], tokens[at + 1], unit]
            at += 2
            continue
        if unit.sort not in MOST or not _fits(token_at(tokens, at), unit.sort):
            continue
        while _goes_on(tokens, at, unit.sort):
            shared += [tokens[at], tokens[at + 1], unit]
            at += 2
    return shared


def _is_english_range(tokens: Tokens, at: int) -> bool:
    """Whether the days of a month stand there, and then the year: "October 20-25, 2027"."""
    first, joint, last = (token_at(tokens, at + step) for step in range(3))
    year_at = at + 3 + (token_at(tokens, at + 3).sort is Sort.COMMA)
    return (
        first.sort is last.sort is Sort.NUMBER
        and joint.sort in _RANGES
        and 1 <= first.value < last.value <= _MOST_DAYS
        and len(token_at(tokens, year_at).text) == 4
        and token_at(tokens, year_at).sort is Sort.NUMBER
    )


def _goes_on(tokens: Tokens, at: int, unit: Sort) -> bool:
    """Whether a joint and one more number of the unit follow the number there."""
    first, joint, second = (token_at(tokens, at + step) for step in range(3))
    if joint.sort not in _JOINTS or not _fits(second, unit) or _is_of_another(tokens, at + 3):
        return False
    if joint.sort is Sort.SLASH:
        return second.value == first.value + 1
    over_new_year = first.value >= _LAST_WEEKS and second.value <= _FIRST_WEEKS
    return second.value > first.value or (joint.sort in _RANGES and over_new_year)


def _is_of_another(tokens: Tokens, at: int) -> bool:
    """Whether the number before belongs to what stands there: a month, another unit, a date."""
    follower = token_at(tokens, at)
    if follower.sort is Sort.SLASH:
        return token_at(tokens, at + 1).sort is Sort.NUMBER and token_at(tokens, at + 1).value <= _MOST_DAYS
    return follower.sort is Sort.MONTH or follower.sort in MOST


def _fits(token: Token, unit: Sort) -> bool:
    return token.sort in (Sort.NUMBER, Sort.ROMAN) and 1 <= token.value <= MOST[unit]


def _shared_behind(tokens: Tokens) -> Tokens:
    """The unit stands behind its numbers: "1.-3. kvartal", "26-30 oktober"."""
    shared: Tokens = []
    at = 0
    while at < len(tokens):
        chain = () if at and tokens[at - 1].sort in _NO_BEGINNING else _chain(tokens, at)
        if not chain:
            shared.append(tokens[at])
            at += 1
            continue
        end = chain[-1] + 1
        unit = tokens[end : end + 2] if tokens[end].sort is Sort.SLASH else tokens[end : end + 1]
        for number in range(at, end):
            if number in chain[:-1]:
                # "12-14.3.": the first day has its dot too.
                in_figures = unit[0].sort is Sort.NUMBER
                shared += [tokens[number]._replace(ordinal=True) if in_figures else tokens[number], *unit]
            else:
                shared.append(tokens[number])
        at = end
    return shared


def _chain(tokens: Tokens, at: int) -> tuple[int, ...]:
    """Where the numbers of one unit stand; empty if there are not several, or no unit stands behind them."""
    numbers: list[int] = []
    joint: Sort | None = None
    while (
        token_at(tokens, at).sort in _NUMBERS and tokens[at].value <= _MOST_DAYS and not _is_long(tokens[at])
    ):
        numbers.append(at)
        unit = token_at(tokens, at + 1)
        if unit.sort is Sort.MONTH or (unit.sort in MOST and unit.sort is not Sort.WEEK):
            most = MOST.get(unit.sort, _MOST_DAYS)
            return tuple(numbers) if all(tokens[number].value <= most for number in numbers) else ()
        if _is_month_in_figures(tokens, at):
            return tuple(numbers)
        if unit.sort not in _JOINTS or unit.sort is Sort.SLASH or unit.sort is joint is Sort.DASH:
            # "27-03-01 - 30 juni" begins with a date of its own.
            return ()
        joint = unit.sort
        at += 2
        while token_at(tokens, at).sort is Sort.NOISE:
            at += 1
    return ()


def _is_long(number: Token) -> bool:
    return number.sort is Sort.NUMBER and len(number.text) > 2


def _is_month_in_figures(tokens: Tokens, at: int) -> bool:
    """Whether the day there has its month: "14/3", "14.3."."""
    after_day = token_at(tokens, at + 1)
    month = token_at(tokens, at + 2) if after_day.sort is Sort.SLASH else after_day
    if after_day.sort is Sort.NUMBER and not tokens[at].ordinal:
        return False
    return month.sort is Sort.NUMBER and 1 <= month.value <= 12 and len(month.text) <= 2
