"""A stretch of time as people name it ("third quarter", "höstterminen"), before it has days."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, StrEnum, auto
from types import MappingProxyType
from typing import NamedTuple

from aktivplan.reading.period.notes import Note
from aktivplan.records import Precision

FIRST_YEAR, LAST_YEAR = 1990, 2100
"""A number of four digits within these is a year."""
LAST_DAY = -1
"""As the day of a slot: the last one of its month."""


class Scale(StrEnum):
    """How a stretch of time is named."""

    YEAR = auto()
    HALF = auto()
    TERTIAL = auto()
    QUARTER = auto()
    MONTH = auto()
    WEEK = auto()
    DAY = auto()
    TERM = auto()
    SEASON = auto()
    HOLIDAY = auto()
    SCHOOL_YEAR = auto()
    TURN_OF_YEAR = auto()
    TURN_OF_HALF = auto()
    TURN_OF_MONTH = auto()
    PLAN_PERIOD = auto()

    __hash__ = str.__hash__  # Enum's own is written in Python, and takes ten times as long


class Part(Enum):
    """Primo, medio, ultimo and their like; and the halves of a month."""

    EARLY = auto()
    MIDDLE = auto()
    LATE = auto()
    FIRST_HALF = auto()
    SECOND_HALF = auto()

    __hash__ = object.__hash__  # Enum's own is written in Python, and takes ten times as long


class Slot(NamedTuple):
    """A named stretch of time, its year perhaps not told."""

    scale: Scale
    number: int = 0
    """Which one of the year: month 1 to 12, quarter 1 to 4, week 1 to 53, spring term 1, winter 4 ...

    Of a school year the month it ends in, 0 if its name does not tell.
    """
    day: int = 0
    year: int | None = None
    part: Part | None = None
    weekday: int = 0
    """Monday 1: the day of that week, or what the date must fall on; 0 if none is told."""
    offset: int | None = None
    """Told from today: 0 this one, 1 the next. None if it was not."""
    note: Note = Note.NOTHING


PRECISIONS: Mapping[Scale, Precision] = MappingProxyType(
    {
        Scale.YEAR: Precision.YEAR,
        Scale.HALF: Precision.HALF_YEAR,
        Scale.TERTIAL: Precision.TERTIAL,
        Scale.QUARTER: Precision.QUARTER,
        Scale.MONTH: Precision.MONTH,
        Scale.WEEK: Precision.WEEK,
        Scale.DAY: Precision.DAY,
        Scale.TERM: Precision.TERM,
        Scale.SEASON: Precision.SEASON,
        Scale.HOLIDAY: Precision.SEASON,
        Scale.SCHOOL_YEAR: Precision.SCHOOL_YEAR,
        Scale.TURN_OF_YEAR: Precision.DAY,
        Scale.TURN_OF_HALF: Precision.DAY,
        Scale.TURN_OF_MONTH: Precision.MONTH,
        Scale.PLAN_PERIOD: Precision.NONE,
    }
)
