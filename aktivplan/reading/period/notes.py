"""Why a time expression was read as it was, or could not be: one code for each reason, and how sure it leaves us."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class Note(StrEnum):
    """A reason. People are told it in words elsewhere; here it only decides the confidence."""

    NOTHING = ""

    STATUS_WORD = "status-word"
    NO_END = "no-end"
    YEAR_OF_PLAN = "year-of-plan"
    NO_SUCH_DAY = "no-such-day"
    NO_SUCH_WEEK = "no-such-week"

    SEASON = "season"
    PART = "part-of-period"
    DAY_BEFORE = "day-before"
    DAY_AFTER = "day-after"
    SEVERAL_MONTHS = "several-months"
    OTHER_WORDS = "other-words"
    ROUGHLY = "roughly"
    COMPACT_DATE = "compact-date"
    WHICH_SCHOOL_YEAR = "which-school-year"
    ROW_ABOVE = "row-above"

    PART_OF_PART = "part-of-part"
    SHORT_DATE = "short-date"
    DAY_OR_YEAR = "day-or-year"
    DAY_OR_MONTH = "day-or-month"
    YEAR_PAIR = "school-year-or-two-years"
    WHICH_TURN = "which-turn-of-year"
    TURN_OF_MONTH = "turn-of-month"
    HOLIDAY = "holiday"
    SEASON_EDGE = "season-edge"
    WEEK_SHORTHAND = "week-shorthand"
    DATE_BESIDE = "date-beside"
    SERIAL = "serial"
    HORIZON = "horizon"
    OTHER_WEEKDAY = "other-weekday"
    EITHER_OR = "either-or"
    HOW_OFTEN = "how-often"
    WHICH_PERIOD = "which-period"
    REVERSED = "reversed"
    NO_YEAR = "no-year"
    NO_TODAY = "no-today"
    NO_PLAN = "no-plan"
    NOT_UNDERSTOOD = "not-understood"

    __hash__ = str.__hash__  # Enum's own is written in Python, and takes ten times as long

    @property
    def confidence(self) -> str:
        """What is left of it: A settled, B by convention, C a person should look."""
        return "A" if self in _SETTLED else "B" if self in _CONVENTIONS else "C"


_SETTLED = frozenset(
    {
        Note.NOTHING,
        Note.STATUS_WORD,
        Note.NO_END,
        Note.YEAR_OF_PLAN,
        Note.NO_SUCH_DAY,
        Note.NO_SUCH_WEEK,
    }
)
_CONVENTIONS = frozenset(
    {
        Note.SEASON,
        Note.PART,
        Note.DAY_BEFORE,
        Note.DAY_AFTER,
        Note.SEVERAL_MONTHS,
        Note.OTHER_WORDS,
        Note.ROUGHLY,
        Note.COMPACT_DATE,
        Note.WHICH_SCHOOL_YEAR,
        Note.ROW_ABOVE,
    }
)
_WEIGHT = {note: (note.confidence, note is not Note.YEAR_OF_PLAN) for note in Note} | {
    Note.NOTHING: ("", False)
}
_BY_CODE = {str(note): note for note in Note}


def note_of(code: str) -> Note:
    """The note of that code. Raises KeyError if there is none."""
    return _BY_CODE[code]


def gravest(notes: Iterable[Note]) -> Note:
    """The one that leaves us least sure; the first of equals."""
    worst = Note.NOTHING
    for note in notes:
        if note is not Note.NOTHING and _WEIGHT[note] > _WEIGHT[worst]:
            worst = note
    return worst
