"""The timeline as a picture. Knows no edition; matplotlib is needed here and in `canvas` only.

Colour tells nothing alone: a deadline is a diamond, what goes on is an arrow, what comes back is striped, and what
begins and ends thereabouts has slanted lines at its ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from aktivplan import palette
from aktivplan.i18n import Translator, translator
from aktivplan.rendering.figures.canvas import WIDTH_CM, Canvas, Layout
from aktivplan.rendering.figures.figure import Figure
from aktivplan.rendering.figures.marks import FILLS, Key, Mark
from aktivplan.rendering.figures.spans import Span
from aktivplan.rendering.figures.timeline import Timeline

_BAR_ROW_CM = 0.47


def draw_timeline(timeline: Timeline) -> Figure:
    """The picture of a timeline of bars, and what it shows in words."""
    t = translator(timeline.language)
    canvas = _draw_bars(timeline, t)
    return Figure(canvas.png(), WIDTH_CM, canvas.height_cm, alternative_text(timeline, t))


def alternative_text(timeline: Timeline, t: Translator) -> str:
    """What the picture shows, in at most some 250 characters."""
    busiest = timeline.busiest
    return t(
        "Timeline from {start} to {end}: {records} rows with a date. Most are under way or due in {month}: {count}. "
        "The table after the figure says the same.",
        start=timeline.buckets[0].start,
        end=timeline.buckets[-1].end,
        records=timeline.records,
        month=timeline.buckets[busiest].full,
        count=timeline.totals[busiest],
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    """Days as columns: 0 is the first bucket's left edge, 1 the second's."""

    timeline: Timeline

    def of(self, day: date) -> float:
        for index, bucket in enumerate(self.timeline.buckets):
            if day <= bucket.end:
                length = (bucket.end - bucket.start).days + 1
                return index + max((day - bucket.start).days, 0) / length
        return float(len(self.timeline.buckets))

    def after(self, day: date | None) -> float:
        """Where a day ends; the sheet's edge for none."""
        return self.of(min(day or self.last, self.last) + timedelta(days=1))

    @property
    def first(self) -> date:
        return self.timeline.buckets[0].start

    @property
    def last(self) -> date:
        return self.timeline.buckets[-1].end


def _draw_bars(timeline: Timeline, t: Translator) -> Canvas:
    rows = sum(len(group.bars) + 1 for group in timeline.groups)
    scale = _Scale(timeline)
    used = {
        _mark(scale, span, recurring=bar.recurring)
        for group in timeline.groups
        for bar in group.bars
        for span in bar.spans
    }
    legend = [Key(mark, _meaning(mark, t)) for mark in Mark if mark in used]
    canvas = Canvas(Layout(len(timeline.buckets), rows, _BAR_ROW_CM), legend)
    canvas.heads(_heads(timeline))
    row = 0
    for index, group in enumerate(timeline.groups):
        colour = palette.CATEGORIES[index % len(palette.CATEGORIES)]
        canvas.group_label(row, group.label)
        row += 1
        for bar in group.bars:
            canvas.label(row, f"{bar.record}  {bar.title}")
            for span in bar.spans:
                _draw_span(canvas, scale, row, span, colour, _mark(scale, span, recurring=bar.recurring))
            row += 1
    return canvas


def _mark(scale: _Scale, span: Span, *, recurring: bool) -> Mark:
    """How a stretch of time is drawn."""
    if not span.touches(scale.first, scale.last):
        return Mark.OUTSIDE
    if span.start is None or span.start == span.end:
        return Mark.DEADLINE
    if span.end is None or span.ongoing:
        return Mark.OPEN
    if recurring:
        return Mark.RECURRING
    return Mark.ROUGH if span.rough else Mark.BAR


def _draw_span(canvas: Canvas, scale: _Scale, row: int, span: Span, colour: str, mark: Mark) -> None:
    left = scale.of(span.start or scale.first)
    match mark:
        case Mark.OUTSIDE:
            canvas.outside(row, before=span.end is not None and span.end < scale.first)
        case Mark.DEADLINE:
            canvas.diamond(row, scale.of(span.end or scale.last), colour)
        case Mark.OPEN:
            canvas.arrow(row, left, colour, scale.after(span.end))
        case _:
            canvas.bar(row, left, scale.after(span.end), colour, FILLS[mark])


def _heads(timeline: Timeline) -> Iterator[tuple[str, str]]:
    """Over every column its name, and the year where a new one begins."""
    year = ""
    for bucket in timeline.buckets:
        current = str(bucket.start.year)
        yield bucket.short, current if current not in (year, bucket.short) else ""
        year = current


def _meaning(mark: Mark, t: Translator) -> str:
    match mark:
        case Mark.BAR:
            return t("Under way")
        case Mark.RECURRING:
            return t("Recurring")
        case Mark.ROUGH:
            return t("Begins and ends thereabouts")
        case Mark.OPEN:
            return t("Ongoing, or no end stated")
        case Mark.DEADLINE:
            return t("One day or last day")
        case _:
            return t("Outside the plan's period")
