"""Rules for days and months: "2027-03-31", "31/3", "31.3.27", "26-30 oktober", "mars 2027"."""

from __future__ import annotations

from aktivplan.reading.period.slots import Scale, Slot
from aktivplan.reading.period.stretches import Match, Stretch, Tokens, single, token_at
from aktivplan.reading.period.tokens import Token
from aktivplan.reading.period.words import Sort
from aktivplan.reading.period.years import full_year, is_short_year, is_year, names_number, year_after


def iso(tokens: Tokens, at: int) -> Match | None:
    """Such as "2027-03-31", or "2027-03" for the month."""
    year, dash, month = (token_at(tokens, at + step) for step in range(3))
    if dash.sort is not Sort.DASH or not _is_month(month) or len(month.text) != 2:
        return None
    day = token_at(tokens, at + 4)
    if token_at(tokens, at + 3).sort is Sort.DASH and day.sort is Sort.NUMBER and len(day.text) <= 2:
        if is_year(year):
            return single(Slot(Scale.DAY, month.value, day.value, year.value)), at + 5
        if is_short_year(year):
            slot = Slot(Scale.DAY, month.value, day.value, full_year(year.value), confidence="B")
            return single(slot), at + 5
    return (single(Slot(Scale.MONTH, month.value, year=year.value)), at + 3) if is_year(year) else None


def _is_month(token: Token) -> bool:
    return token.sort is Sort.NUMBER and 1 <= token.value <= 12 and len(token.text) <= 2


def _is_day(token: Token) -> bool:
    return token.sort is Sort.NUMBER and 1 <= token.value <= 31 and len(token.text) <= 2


def day_of_numbers(tokens: Tokens, at: int) -> Match | None:
    """Such as "31/3", "31/3-27", "31.3.2027", and "03/2027" for a month."""
    day, mark = token_at(tokens, at), token_at(tokens, at + 1)
    if mark.sort is Sort.SLASH and _is_month(day) and is_year(token_at(tokens, at + 2)):
        return single(Slot(Scale.MONTH, day.value, year=token_at(tokens, at + 2).value)), at + 3
    step = 2 if mark.sort is Sort.SLASH else 1
    month = token_at(tokens, at + step)
    if not _is_day(day) or not _is_month(month) or (step == 1 and not day.ordinal):
        return None
    end = at + step + 1
    if step == 2 and token_at(tokens, end).sort is Sort.SLASH:
        end += 1
    year, end = year_after(tokens, end, short=True)
    return single(Slot(Scale.DAY, month.value, day.value, year)), end


def day_and_month(tokens: Tokens, at: int) -> Match | None:
    """Such as "31 mars 2027", "26-30 oktober"."""
    last_at = at + 2 if token_at(tokens, at + 1).sort in (Sort.DASH, Sort.UNTIL) else at
    first, last = token_at(tokens, at), token_at(tokens, last_at)
    month_at = last_at + 1
    if token_at(tokens, month_at).sort is Sort.NOISE:
        month_at += 1
    month = token_at(tokens, month_at)
    if not _is_day(first) or not _is_day(last) or month.sort is not Sort.MONTH:
        return None
    year, end = year_after(tokens, month_at + 1, short=True)
    days = [Slot(Scale.DAY, month.value, day.value, year) for day in (first, last)]
    return (single(days[0]) if last_at == at else Stretch(days[0], days[1])), end


def named_month(tokens: Tokens, at: int) -> Match | None:
    """Such as "mars", "mars 2027", "jan 27", and English "March 31, 2027"."""
    month, day = token_at(tokens, at), token_at(tokens, at + 1)
    year, end = year_after(tokens, at + 2)
    if _is_day(day) and year is not None:
        return single(Slot(Scale.DAY, month.value, day.value, year)), end
    year, end = year_after(tokens, at + 1, short=day.sort is Sort.DASH)
    if year is None and is_short_year(day) and not names_number(tokens, at + 2):
        # The 25th of January, or January 2025: a person has to say.
        return single(Slot(Scale.MONTH, month.value, year=full_year(day.value), confidence="C")), at + 2
    return single(Slot(Scale.MONTH, month.value, year=year)), end
