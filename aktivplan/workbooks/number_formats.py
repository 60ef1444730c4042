"""What number formats say of the numbers they show: dates, durations, months, percent. Knows no files."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import cache


class Shown(IntEnum):
    """What a format shows a number as; the value is that of a built-in format of the same kind."""

    NUMBER = 0
    PERCENT = 9
    DATE = 14
    MONTH = 17
    """A date as month and year alone."""
    DURATION = 46


TOLD = frozenset({Shown.PERCENT, Shown.MONTH})
"""What a cell's value alone does not tell."""

_BUILT_IN = {
    **dict.fromkeys((9, 10), Shown.PERCENT),
    **dict.fromkeys((14, 15, 16, 18, 19, 20, 21, 22, 45, 47), Shown.DATE),
    17: Shown.MONTH,
    46: Shown.DURATION,
}
_NOT_A_SIGN = re.compile(r'".*?"|\[(?!hh?\]|mm?\]|ss?\])[^\]]*\]')
_ESCAPED = re.compile(r"[_\\*].")
_DURATION = re.compile(r"\[(?:hh?|mm?|ss?)\]", re.IGNORECASE)
_DATE_SIGN = re.compile(r"[dmhys]", re.IGNORECASE)
_MONTH = re.compile(r"[^dhs]*m[^dhs]*[yå][^dhs]*|[^dhs]*[yå][^dhs]*m[^dhs]*", re.IGNORECASE)


def built_in(number: int) -> Shown:
    """What one of the formats shows that every workbook has, by its number."""
    return _BUILT_IN.get(number, Shown.NUMBER)


@cache
def shown_by(code: str) -> Shown:
    """What a format shows, by its code ("yyyy-mm-dd", "[h]:mm", "mmm-yy", "0.00")."""
    first = code.split(";", 1)[0]
    signs = _ESCAPED.sub("", _NOT_A_SIGN.sub("", first))
    if not _DATE_SIGN.search(signs):
        return Shown.PERCENT if "%" in signs else Shown.NUMBER
    if _DURATION.search(first):
        return Shown.DURATION
    return Shown.MONTH if _MONTH.fullmatch(signs) else Shown.DATE
