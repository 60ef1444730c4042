"""From tokens to one Period: what the stretches of a line, and what stands beside them, say together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from aktivplan.reading.period.frequencies import Frequency
from aktivplan.reading.period.items import Item, items_of
from aktivplan.reading.period.joining import joined
from aktivplan.reading.period.notes import Note, gravest, note_of
from aktivplan.reading.period.parts import coarsest, hull, period_of
from aktivplan.reading.period.resolving import Context
from aktivplan.reading.period.sorts import Sort
from aktivplan.reading.period.stretches import Stretch, Tokens
from aktivplan.reading.period.undated import undated
from aktivplan.records import Period, PeriodKind, Precision

_UNPLACED = frozenset({Note.NO_YEAR, Note.NO_TODAY, Note.NO_PLAN})


def compose(text: str, tokens: Tokens, context: Context) -> Period:
    """The period that the tokens of one line say; ``text`` is what was written."""
    items = items_of(tokens)
    parts: list[Period] = []
    for dated in joined(items):
        part = period_of(text, dated, context)
        if not isinstance(part, Period):
            return _without_days(text, items, part, context)
        parts.append(part)
    if not parts:
        return undated(text, items, context)
    if len(items) == 1:
        return parts[0]
    return _together(text, parts, items)


def _without_days(text: str, items: list[Item], why: Note, context: Context) -> Period:
    """The days are not to be had; what else is said may still hold."""
    if why in _UNPLACED and any(isinstance(item, Frequency) or item is Sort.ONGOING for item in items):
        said = undated(text, items, context)
        return replace(said, confidence="C", note=why)
    return Period(text, PeriodKind.UNPARSED, None, None, (), "", Precision.NONE, why.confidence, why)


def _together(text: str, parts: list[Period], items: list[Item]) -> Period:
    """The dated parts as one period, with what is said of how often or how long it goes on."""
    notes = [note_of(part.note) for part in parts]
    # What is told from a today that nobody knows has no days to be a part with; its note stays.
    parts = [part for part in parts if part.start or part.end] or parts[:1]
    kind, start, end = parts[0].kind, parts[0].start, parts[0].end
    precision = parts[0].precision
    several: tuple[Period, ...] = ()
    if len(parts) > 1:
        kind, several = PeriodKind.MULTI, tuple(parts)
        start, end = hull(parts)
        precision = coarsest([part.precision for part in parts])
        notes.append(_list_note(parts, items))
        if PeriodKind.DEADLINE in {part.kind for part in parts} and Sort.UNKNOWN in items:
            notes.append(Note.DATE_BESIDE)
    recurrence = ""
    frequency = next((item for item in items if isinstance(item, Frequency)), None)
    if frequency is not None:
        kind, recurrence = PeriodKind.RECURRING, frequency.between.iso
        notes.append(frequency.note)
    elif Sort.ONGOING in items:
        if kind is PeriodKind.INTERVAL and _is_aside(items):
            # "Ongoing, follow-up in December": the date is not that of the whole.
            start = None
            notes.append(Note.DATE_BESIDE)
        kind = PeriodKind.ONGOING
    if Sort.UNKNOWN in items:
        notes.append(Note.OTHER_WORDS)
    if Sort.ROUGHLY in items:
        notes.append(Note.ROUGHLY)
    note = gravest(notes)
    return Period(text, kind, start, end, several, recurrence, precision, note.confidence, note)


def _list_note(parts: Sequence[Period], items: list[Item]) -> Note:
    if Sort.OR in items:
        return Note.EITHER_OR
    months = all(part.precision is Precision.MONTH for part in parts)
    return Note.SEVERAL_MONTHS if months else Note.NOTHING


def _is_aside(items: list[Item]) -> bool:
    """Whether words that we do not know stand between "ongoing" and the date."""
    ongoing = items.index(Sort.ONGOING)
    dated = next(at for at, item in enumerate(items) if isinstance(item, Stretch))
    return Sort.UNKNOWN in items[ongoing:dated]
