"""What a token is: its sort, and what goes with it."""

from __future__ import annotations

from enum import StrEnum, auto
from typing import NamedTuple

from aktivplan.reading.period.durations import Duration
from aktivplan.reading.period.slots import Part


class Sort(StrEnum):
    """What a token is to the grammar."""

    NUMBER = auto()
    ROMAN = auto()
    ORDINAL = auto()
    COUNT = auto()

    MONTH = auto()
    SEASON = auto()
    TERM = auto()
    SCHOOL_YEAR = auto()
    HOLIDAY = auto()
    YEAR = auto()
    THE_YEAR = auto()
    HALF = auto()
    TERTIAL = auto()
    QUARTER = auto()
    MONTHS = auto()
    WEEK = auto()
    DAYS = auto()
    HOURS = auto()
    TERMS = auto()
    WEEKDAY = auto()
    PART = auto()
    TURN_OF_YEAR = auto()
    TURN_OF_HALF = auto()
    TURN_OF_MONTH = auto()
    PLAN_PERIOD = auto()
    NEXT = auto()
    THIS = auto()
    FORMER = auto()

    DASH = auto()
    SLASH = auto()
    COMMA = auto()
    AND = auto()
    OR = auto()
    OPEN = auto()
    CLOSE = auto()

    BY = auto()
    BEFORE = auto()
    AFTER = auto()
    FROM = auto()
    UNTIL = auto()
    TO = auto()
    BETWEEN = auto()
    WITHIN = auto()
    REST = auto()
    ONWARDS = auto()

    RECURRING = auto()
    EVERY = auto()
    EVERY_OTHER = auto()
    TIMES = auto()
    PER = auto()

    ONGOING = auto()
    LONGTERM = auto()
    HORIZON = auto()
    ASAP = auto()
    EVENT = auto()
    WHEN = auto()
    DONE = auto()
    STARTED = auto()
    STATUS = auto()
    MISSING = auto()
    DITTO = auto()

    ROUGHLY = auto()
    NOISE = auto()
    UNKNOWN = auto()

    __hash__ = str.__hash__  # Enum's own is written in Python, and takes ten times as long


class Token(NamedTuple):
    """A piece of the line, or a known word or phrase; ``value`` is the number that it is or that goes with it."""

    sort: Sort
    text: str = ""
    value: int = 0
    duration: Duration | None = None
    """Of a word for how often."""
    part: Part | None = None
    ordinal: bool = False
    """Whether a number was marked as one of a row ("4:e", "4.", "4th")."""
    definite: bool = False
    """Whether it names the unit that we are in ("kvartalet", "the week")."""
    elsewhere: bool = False
    """Whether it is a common word for something else too ("vår", "may")."""
