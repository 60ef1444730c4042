"""What a line says that has no date in it: how often, how long, or one of the statements ("löpande", "klart")."""

from __future__ import annotations

from datetime import date

from aktivplan.reading.period.frequencies import Frequency, Length
from aktivplan.reading.period.items import STATEMENTS, Item
from aktivplan.reading.period.notes import Note, gravest
from aktivplan.reading.period.resolving import Context
from aktivplan.reading.period.sorts import Sort
from aktivplan.records import Period, PeriodKind, Precision

_KINDS = {
    Sort.ONGOING: (PeriodKind.ONGOING, Note.NOTHING),
    Sort.EVENT: (PeriodKind.EVENT, Note.NOTHING),
    Sort.ASAP: (PeriodKind.ASAP, Note.NO_END),
    Sort.LONGTERM: (PeriodKind.LONGTERM, Note.NOTHING),
    Sort.DONE: (PeriodKind.STATUS, Note.STATUS_WORD),
    Sort.STARTED: (PeriodKind.STATUS, Note.STATUS_WORD),
    Sort.STATUS: (PeriodKind.STATUS, Note.STATUS_WORD),
    Sort.MISSING: (PeriodKind.MISSING, Note.NOTHING),
    Sort.DITTO: (PeriodKind.DITTO, Note.ROW_ABOVE),
}
_ONLY_ALONE = frozenset({Sort.DONE, Sort.STARTED, Sort.STATUS, Sort.MISSING, Sort.DITTO})


def undated(text: str, items: list[Item], context: Context) -> Period:
    """The period of a line without dates."""
    counted = [item for item in items if not isinstance(item, Sort)]
    for frequency in counted:
        if isinstance(frequency, Frequency):
            roughly = Note.ROUGHLY if Sort.ROUGHLY in items else Note.NOTHING
            # "Ongoing, follow-up every quarter": the frequency is not that of the whole.
            aside = Sort.ONGOING in items and Sort.UNKNOWN in items[: items.index(frequency)]
            note = gravest((frequency.note, Note.DATE_BESIDE if aside else roughly))
            return _recurring(text, frequency, note)
    if counted and isinstance(counted[0], Length):
        horizon = counted[0].horizon or Sort.LONGTERM in items
        return _lasting(text, counted[0]._replace(horizon=horizon), context)
    unknown = Sort.UNKNOWN in items
    for sort in STATEMENTS:
        if sort in items and not (sort in _ONLY_ALONE and unknown):
            return _stated(text, sort, context)
    anchored = any(lead in items for lead in (Sort.BY, Sort.BEFORE, Sort.AFTER))
    if unknown and (anchored or items[0] is Sort.WHEN):
        # "Before the next meeting"; "at recruitment" may be a place too.
        return _said(text, PeriodKind.EVENT, Note.NOTHING if anchored else Note.OTHER_WORDS)
    if items == [Sort.ONWARDS]:
        return _said(text, PeriodKind.LONGTERM, Note.ROUGHLY)
    return _said(text, PeriodKind.UNPARSED, Note.NOT_UNDERSTOOD)


def _recurring(text: str, frequency: Frequency, note: Note) -> Period:
    recurrence = frequency.between.iso
    kind, unit = PeriodKind.RECURRING, frequency.precision
    return Period(text, kind, None, None, (), recurrence, unit, note.confidence, note)


def _said(text: str, kind: PeriodKind, note: Note) -> Period:
    return Period(text, kind, None, None, (), "", Precision.NONE, note.confidence, note)


def _stated(text: str, sort: Sort, context: Context) -> Period:
    kind, note = _KINDS[sort]
    start = context.today if sort is Sort.ASAP else None
    return Period(text, kind, start, None, (), "", Precision.NONE, note.confidence, note)


def _lasting(text: str, length: Length, context: Context) -> Period:
    precision = length.precision
    if not length.within and not length.horizon and not length.ahead:
        return Period(text, PeriodKind.DURATION, precision=precision)
    note = Note.HORIZON if length.horizon else Note.ROUGHLY if length.ahead else Note.NOTHING
    start: date | None = context.today if length.ahead and not length.within else None
    end = length.longest.after(context.today) if context.today else None
    if end is None:
        note, start = Note.NO_TODAY, None
    return Period(text, PeriodKind.RELATIVE, start, end, (), "", precision, note.confidence, note)
