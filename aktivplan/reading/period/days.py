"""Rules for days and months in figures: "2027-03-31", "31/3", "31.3.27", "20270331", "03/2027"."""

from __future__ import annotations

from datetime import date

from aktivplan.reading.period.notes import Note
from aktivplan.reading.period.slots import FIRST_YEAR, LAST_YEAR, Scale, Slot
from aktivplan.reading.period.sorts import Sort, Token
from aktivplan.reading.period.stretches import Match, Tokens, single, token_at
from aktivplan.reading.period.years import CENTURY, full_year, is_short_year, is_year, year_after

SEPARATORS = frozenset({Sort.DASH, Sort.SLASH})


def is_month(token: Token) -> bool:
    """Whether it can be a month by its number."""
    return token.sort is Sort.NUMBER and 1 <= token.value <= 12 and len(token.text) <= 2


def is_day(token: Token) -> bool:
    """Whether it can be a day of a month."""
    return token.sort is Sort.NUMBER and 1 <= token.value <= 31 and len(token.text) <= 2


def iso(tokens: Tokens, at: int) -> Match | None:
    """Such as "2027-03-31", "2027.3.31", or "2027-03" for the month."""
    year, mark = token_at(tokens, at), token_at(tokens, at + 1)
    if year.ordinal:
        month, day, end = mark, token_at(tokens, at + 2), at + 3
    elif mark.sort is Sort.NUMBER and len(mark.text) == len(token_at(tokens, at + 2).text) == 2:
        return _spaced(tokens, at)
    elif mark.sort in SEPARATORS:
        month, day, end = token_at(tokens, at + 2), token_at(tokens, at + 4), at + 5
        if token_at(tokens, at + 3).sort is not mark.sort:
            day = mark
    else:
        return None
    if len(year.text) != 4 or not is_month(month):
        return None
    if day.sort is Sort.NUMBER and len(day.text) <= 2:
        # Any year will do here: nothing but a date is written like this.
        return single(Slot(Scale.DAY, month.value, day.value, year.value)), end
    is_pair = mark.sort is Sort.SLASH and month.value == (year.value + 1) % CENTURY
    if mark.sort in SEPARATORS and len(month.text) == 2 and is_year(year) and not is_pair:
        return single(Slot(Scale.MONTH, month.value, year=year.value)), at + 3
    return None


def _spaced(tokens: Tokens, at: int) -> Match | None:
    """Such as "2027 03 31"."""
    year, month, day = tokens[at], tokens[at + 1], tokens[at + 2]
    if not is_year(year) or not is_month(month) or not is_day(day):
        return None
    return single(Slot(Scale.DAY, month.value, day.value, year.value, note=Note.COMPACT_DATE)), at + 3


def short_date(tokens: Tokens, at: int) -> Match | None:
    """Such as "31-03-2027", and "27-03-31" or "31-03-27", of which nobody can be sure."""
    first, dash, month, second_dash, last = (token_at(tokens, at + step) for step in range(5))
    if not (dash.sort is second_dash.sort is Sort.DASH) or not is_month(month) or len(first.text) > 2:
        return None
    if is_year(last) and is_day(first):
        return single(Slot(Scale.DAY, month.value, first.value, last.value)), at + 5
    if not is_short_year(first) or not is_short_year(last) or len(month.text) != 2:
        return None
    year, day = (first, last) if first.value <= last.value or not is_day(first) else (last, first)
    slot = Slot(Scale.DAY, month.value, day.value, full_year(year.value), note=Note.SHORT_DATE)
    return single(slot), at + 5


def compact_date(tokens: Tokens, at: int) -> Match | None:
    """Such as "20270331"; "270331" and "202703", of which nobody can be sure."""
    digits = token_at(tokens, at).text
    if len(digits) not in (6, 8):
        return None
    century, rest = int(digits[:4]), digits[4:]
    if FIRST_YEAR <= century <= LAST_YEAR and 1 <= int(rest[:2]) <= 12:
        if len(rest) == 4:
            slot = Slot(Scale.DAY, int(rest[:2]), int(rest[2:]), century, note=Note.COMPACT_DATE)
        else:
            slot = Slot(Scale.MONTH, int(rest), year=century, note=Note.SHORT_DATE)
        return single(slot), at + 1
    if len(digits) == 6 and 1 <= int(digits[2:4]) <= 12:
        year, month, day = full_year(int(digits[:2])), int(digits[2:4]), int(digits[4:])
        return single(Slot(Scale.DAY, month, day, year, note=Note.SHORT_DATE)), at + 1
    return None


def day_of_numbers(tokens: Tokens, at: int) -> Match | None:
    """Such as "31/3", "31/3-27", "31.3.2027", and "03/2027" for a month."""
    day, mark = token_at(tokens, at), token_at(tokens, at + 1)
    is_slash = mark.sort is Sort.SLASH
    step = 2 if is_slash else 1
    month = token_at(tokens, at + step)
    if is_month(day) and is_year(month) and (is_slash or day.ordinal or mark.sort is Sort.DASH):
        return single(Slot(Scale.MONTH, day.value, year=month.value)), at + step + 1
    if is_month(day) and mark.sort is Sort.DASH and is_year(token_at(tokens, at + 2)):
        return single(Slot(Scale.MONTH, day.value, year=token_at(tokens, at + 2).value)), at + 3
    if not is_day(day) or not is_day(month) or (not is_slash and not day.ordinal):
        return None
    end = at + step + 1
    if is_slash and token_at(tokens, end).sort is Sort.SLASH:
        end += 1
    year, end = year_after(tokens, end, short=True)
    if is_month(month):
        return single(Slot(Scale.DAY, month.value, day.value, year)), end
    if not is_month(day) or year is None:
        return None
    # "3/31/2027", as Americans write it.
    return single(Slot(Scale.DAY, day.value, month.value, year, note=Note.DAY_OR_MONTH)), end


_EXCEL_EPOCH = date(1899, 12, 30).toordinal()


def serial(tokens: Tokens, at: int) -> Match | None:
    """A spreadsheet's own number of a day, if it stands alone: "45747"."""
    number = tokens[at]
    if len(tokens) > 1 or len(number.text) != 5:
        return None
    day = date.fromordinal(_EXCEL_EPOCH + number.value)
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        return None
    return single(Slot(Scale.DAY, day.month, day.day, day.year, note=Note.SERIAL)), at + 1
