"""A record's time in words, as it stands in the tables beside the figures."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from aktivplan.edition import Scheduled
from aktivplan.i18n import Translator
from aktivplan.rendering.figures.recurrence import recurrence_of

_MONTH = "LLLL y"


def when(scheduled: Scheduled, t: Translator) -> str:
    """From when, to when, by when, and how often it comes back; one part after the other where there are several."""
    parts = [(part.start, part.end) for part in scheduled.parts]
    words = "; ".join(_dates(start, end, t) for start, end in parts or [(scheduled.start, scheduled.end)])
    recurrence = recurrence_of(scheduled.recurrence)
    often = recurrence.words(t) if recurrence else ""
    return ", ".join(filter(None, (words, often)))


def _dates(start: date | None, end: date | None, t: Translator) -> str:
    if start is None and end is None:
        return ""
    if start is None:
        return t("by {end}", end=end)
    if end is None:
        return t("from {start}", start=start)
    if start == end:
        return t.date(start)
    if not _are_whole_months(start, end):
        return t("{start} to {end}", start=start, end=end)
    first, last = t.date(start, _MONTH), t.date(end, _MONTH)
    return first if first == last else t("{start} to {end}", start=first, end=last)


def _are_whole_months(start: date, end: date) -> bool:
    return start.day == 1 and end.day == monthrange(end.year, end.month)[1]
