"""Cell references as Excel writes them ("C14"), and how far a sheet reaches."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from aktivplan.workbooks.limits import LAST_COLUMN, LAST_ROW
from aktivplan.workbooks.sheets import ReadingError


@cache
def column_number(letters: bytes) -> int:
    """The number, from 1, of column "A" to "XFD".

    Raises:
        ReadingError: file-damaged, if there is no such column.
    """
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    if not 0 < number <= LAST_COLUMN:
        raise ReadingError("file-damaged")
    return number


def row_number(digits: bytes) -> int:
    """The number of a row, from 1.

    Raises:
        ReadingError: file-damaged, if there is no such row.
    """
    number = int(digits)
    if not 0 < number <= LAST_ROW:
        raise ReadingError("file-damaged")
    return number


@cache
def column_letters(number: int) -> str:
    """A column's name, "A" to "XFD", by its number from 1."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def columns_within(stretches: Iterable[tuple[int, int]]) -> frozenset[int]:
    """The numbers of all columns from the first to the last of each stretch, however many stretches there are."""
    marks = bytearray(LAST_COLUMN + 1)
    for start, end in set(stretches):
        first, last = max(start, 1), min(end, LAST_COLUMN)
        marks[first : last + 1] = b"\1" * (last + 1 - first)
    return frozenset(number for number, mark in enumerate(marks) if mark) if any(marks) else frozenset()
