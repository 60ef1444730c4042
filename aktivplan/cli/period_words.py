"""Kinds, units and reasons of periods, in words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from aktivplan.i18n import N_, Translator
from aktivplan.reading.period import Note
from aktivplan.records import PeriodKind, Precision

_KINDS: Mapping[PeriodKind, str] = MappingProxyType(
    {
        PeriodKind.INTERVAL: N_("from and to"),
        PeriodKind.DEADLINE: N_("no later than"),
        PeriodKind.FROM: N_("from then on"),
        PeriodKind.RECURRING: N_("recurring"),
        PeriodKind.ONGOING: N_("ongoing"),
        PeriodKind.MULTI: N_("several"),
        PeriodKind.RELATIVE: N_("told from today or the plan"),
        PeriodKind.EVENT: N_("on occasion"),
        PeriodKind.LONGTERM: N_("in the long term"),
        PeriodKind.ASAP: N_("as soon as possible"),
        PeriodKind.DURATION: N_("length of time"),
        PeriodKind.STATUS: N_("status"),
        PeriodKind.MISSING: N_("nothing stated"),
        PeriodKind.DITTO: N_("as above"),
        PeriodKind.UNPARSED: N_("not understood"),
    }
)
_UNITS: Mapping[Precision, str] = MappingProxyType(
    {
        Precision.NONE: "",
        Precision.DAY: N_("day"),
        Precision.WEEK: N_("week"),
        Precision.MONTH: N_("month"),
        Precision.QUARTER: N_("quarter"),
        Precision.TERTIAL: N_("four months"),
        Precision.HALF_YEAR: N_("half-year"),
        Precision.TERM: N_("term"),
        Precision.SEASON: N_("season"),
        Precision.SCHOOL_YEAR: N_("school year"),
        Precision.YEAR: N_("year"),
    }
)
_NOTES: Mapping[Note, str] = MappingProxyType(
    {
        Note.NOTHING: "",
        Note.STATUS_WORD: N_("This says how far it has come, not when."),
        Note.NO_END: N_("No last day is stated."),
        Note.YEAR_OF_PLAN: N_("No year is written; the plan's is taken."),
        Note.NO_SUCH_DAY: N_("The calendar has no such day."),
        Note.NO_SUCH_WEEK: N_("That year has no such week."),
        Note.SEASON: N_("A season is read wide: spring to the end of June, autumn from the first of August."),
        Note.PART: N_("A part of a year is three or four months, a part of a month ten days."),
        Note.DAY_BEFORE: N_("Before a day: the day before is the last one."),
        Note.DAY_AFTER: N_("After a day: the day after is the first one."),
        Note.SEVERAL_MONTHS: N_(
            "Several months, each by itself; the dates reach from the first to the last."
        ),
        Note.OTHER_WORDS: N_("The text says more than the time."),
        Note.ROUGHLY: N_("The text says that it is rough."),
        Note.COMPACT_DATE: N_("The digits are read as a date."),
        Note.WHICH_SCHOOL_YEAR: N_("No year is written; the nearest school year or term is taken."),
        Note.ROW_ABOVE: N_("The same as in the row above."),
        Note.PART_OF_PART: N_("It is not settled how long such a part is."),
        Note.SHORT_DATE: N_("The digits may be read as a date in more than one way."),
        Note.DAY_OR_YEAR: N_("The number may be a day or a year; it is read as a year."),
        Note.DAY_OR_MONTH: N_("Read as month/day/year."),
        Note.YEAR_PAIR: N_("This may be a school year or whole calendar years."),
        Note.WHICH_TURN: N_(
            "This may be the turn of the year at its beginning or at its end; the first is taken."
        ),
        Note.TURN_OF_MONTH: N_("Read as a week before and a week after the turn of the month."),
        Note.HOLIDAY: N_("When this holiday begins and ends differs from place to place."),
        Note.SEASON_EDGE: N_("It is not settled when that time of the year begins or ends."),
        Note.WEEK_SHORTHAND: N_("Read as a year and a week or a term."),
        Note.DATE_BESIDE: N_("The date may be that of one step alone."),
        Note.SERIAL: N_("A spreadsheet's number for a day."),
        Note.HORIZON: N_("Read as the longest time that the text allows."),
        Note.OTHER_WEEKDAY: N_("The date falls on another day of the week."),
        Note.EITHER_OR: N_("One or the other; the dates reach from the first to the last."),
        Note.HOW_OFTEN: N_("How often is not settled; the longer time between is taken."),
        Note.WHICH_PERIOD: N_("Read as the plan's period, but another may be meant."),
        Note.REVERSED: N_("It ends before it begins."),
        Note.NO_YEAR: N_("No year is written, and none is known."),
        Note.NO_TODAY: N_("It is told from today, and today's date is not known."),
        Note.NO_PLAN: N_("It is told from the plan's period, which is not known: give it with --plan."),
        Note.NOT_UNDERSTOOD: N_("No time could be found in the text."),
    }
)


def kind_in_words(kind: PeriodKind, t: Translator) -> str:
    """What sort of time expression it is."""
    return t(_KINDS[kind])


def unit_in_words(precision: Precision, t: Translator) -> str:
    """The coarsest unit named; "" if there is none."""
    return t(_UNITS[precision])


def note_in_words(note: str, t: Translator) -> str:
    """Why it was read so, or could not be; "" if there is nothing to say."""
    return t(_NOTES[Note(note)])
