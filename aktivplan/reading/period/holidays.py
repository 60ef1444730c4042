"""When holidays are. Local ones (winter and autumn breaks) are told by the week that most schools have them."""

from __future__ import annotations

from datetime import date, timedelta

CHRISTMAS, EASTER, SUMMER, MIDSUMMER, WHITSUN, SCHOOL_START = range(1, 7)
FEASTS = frozenset({CHRISTMAS, EASTER, MIDSUMMER, WHITSUN})
"""Those of a few days."""
IN_WEEK = 100
"""A holiday of this number plus a week lasts that week."""
_FRIDAY = 4


def holiday(number: int, year: int) -> tuple[date, date]:
    """First and last day, in that year, of one of the holidays above."""
    if number > IN_WEEK:
        monday = date.fromisocalendar(year, number - IN_WEEK, 1)
        return monday, monday + timedelta(days=6)
    easter = _easter_sunday(year)
    midsummer = date(year, 6, 19)
    midsummer += timedelta(days=(_FRIDAY - midsummer.weekday()) % 7)
    return {
        CHRISTMAS: (date(year, 12, 24), date(year, 12, 26)),
        EASTER: (easter - timedelta(days=3), easter + timedelta(days=1)),
        SUMMER: (date(year, 7, 1), date(year, 7, 31)),
        MIDSUMMER: (midsummer, midsummer + timedelta(days=1)),
        WHITSUN: (easter + timedelta(days=48), easter + timedelta(days=50)),
        SCHOOL_START: (date(year, 8, 1), date(year, 8, 31)),
    }[number]


def _easter_sunday(year: int) -> date:
    """By the Gregorian computus (Meeus, Jones, Butcher)."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)
