"""The way in: any text to a Period. Never raises, whatever the text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache

from aktivplan.reading.period.composing import compose
from aktivplan.reading.period.normalising import lines_of, normalise
from aktivplan.reading.period.notes import Note, gravest, note_of
from aktivplan.reading.period.parts import coarsest, hull
from aktivplan.reading.period.resolving import Context
from aktivplan.reading.period.sharing import share_units
from aktivplan.reading.period.tokens import tokenise
from aktivplan.records import Period, PeriodKind

_LONGEST = 2000
"""Characters; what is longer is no time expression."""
_MARKS = frozenset(" \"'↑-?!.,:;…·•*_~/\\()[]=+#<>|\n\r\t")
"""A line of these alone says that there is nothing, or the same as above."""
_DITTO_MARKS = frozenset("\"'↑")
_BESIDE_DITTO_MARKS = frozenset("- ")


@lru_cache(maxsize=2048)
def understand(
    text: str,
    *,
    language: str,
    year: int | None,
    plan_start: date | None = None,
    plan_end: date | None = None,
    today: date | None = None,
) -> Period:
    """What a time expression says. The text stands in the period as it was written.

    Args:
        text: what somebody wrote, one line or several.
        language: the plan's, "sv", "da", "nb" or "en"; words of all four are known in each.
        year: the plan's year, for expressions without one; None if they are not to be understood.
        plan_start: the plan's first day; with ``plan_end``, a month without its year falls within the plan.
        plan_end: the plan's last day.
        today: for what is told from today ("next year"); without it such a period has no days.
    """
    context = Context(language, year, plan_start, plan_end, today)
    lines = lines_of(text if len(text) <= _LONGEST else text[:_LONGEST])
    if len(lines) <= 1:
        return _line(text, lines[0] if lines else text, context)
    return _together(text, [_line(line, line, context) for line in lines])


def _line(text: str, line: str, context: Context) -> Period:
    plain = normalise(line)
    tokens = tokenise(plain)
    if tokens and not _MARKS.issuperset(plain):
        return compose(text, share_units(tokens), context)
    return _marks(text, plain)


def _marks(text: str, plain: str) -> Period:
    """What a line without words or figures says."""
    marks = set(plain) - _BESIDE_DITTO_MARKS
    if (marks and marks <= _DITTO_MARKS) or plain.strip() == ",,":
        note = Note.ROW_ABOVE
        return Period(text, PeriodKind.DITTO, confidence=note.confidence, note=note)
    return Period(text, PeriodKind.MISSING)


def _together(text: str, parts: list[Period]) -> Period:
    """The lines as one: the single one that was understood, or all of them with their hull."""
    understood = [part for part in parts if part.kind is not PeriodKind.UNPARSED]
    if any(part.note == Note.REVERSED for part in parts):
        return Period(text, PeriodKind.UNPARSED, parts=tuple(parts), confidence="C", note=Note.REVERSED)
    if len(understood) <= 1:
        only = understood[0] if understood else parts[0]
        note = gravest((note_of(only.note), Note.OTHER_WORDS))
        return replace(only, text=text, confidence=note.confidence, note=note)
    note = gravest(note_of(part.note) for part in parts)
    precision = coarsest([part.precision for part in understood])
    # A line may hold several itself; a list of lists would say no more.
    several = tuple(single for part in parts for single in (part.parts if _is_list(part) else (part,)))
    start, end = hull(several)
    return Period(text, PeriodKind.MULTI, start, end, several, "", precision, note.confidence, note)


def _is_list(part: Period) -> bool:
    return part.kind is PeriodKind.MULTI
