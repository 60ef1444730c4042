"""How far the collection has come, as a picture. Knows no edition.

Colour tells nothing alone: what is rejected has slanted lines, what is missing is hollow, and words or numbers stand
beside or in every bar.
"""

from __future__ import annotations

from math import ceil

from aktivplan import palette
from aktivplan.edition import UnitStatus
from aktivplan.i18n import Translator, translator
from aktivplan.rendering.figures.canvas import WIDTH_CM, Canvas, Layout
from aktivplan.rendering.figures.figure import Figure
from aktivplan.rendering.figures.marks import FILLS, Key, Mark
from aktivplan.rendering.figures.status import StatusFigure, UnitBar, status_word
from aktivplan.rendering.figures.titles import brief
from aktivplan.rendering.figures.typesetting import width

_MARKS = {
    UnitStatus.ANSWERED: (Mark.BAR, palette.CATEGORIES[2]),
    UnitStatus.REJECTED: (Mark.SLANTED, palette.CATEGORIES[3]),
    UnitStatus.MISSING: (Mark.HOLLOW, palette.CATEGORIES[1]),
}
_UNIT_ROW_CM, _GROUP_ROW_CM = 0.5, 0.68
_AFTER = 0.28
"""How much of the longest bar is left free after it, for words."""
_LONGEST_TITLE = 90


def draw_status(status: StatusFigure) -> Figure:
    """The picture of the units' status, and what it shows in words."""
    t = translator(status.language)
    canvas = _draw_units(status, t) if status.by_unit else _draw_groups(status, t)
    return Figure(canvas.png(), WIDTH_CM, canvas.height_cm, alternative_text(status, t))


def alternative_text(status: StatusFigure, t: Translator) -> str:
    """What the picture shows, in at most some 250 characters."""
    answered, rejected, missing = status.totals
    return t(
        "Answers, {title}. Units asked: {units}; answered: {answered}; rejected: {rejected}; missing: {missing}. "
        "The table after the figure says the same.",
        title=brief(status.title, _LONGEST_TITLE),
        units=answered + rejected + missing,
        answered=answered,
        rejected=rejected,
        missing=missing,
    )


def _draw_units(status: StatusFigure, t: Translator) -> Canvas:
    """A bar of rows taken in for every unit that has answered, and a word for the others."""
    rows = sum(1 + len(group.units) for group in status.groups)
    most = max((one.records for group in status.groups for one in group.units), default=0)
    canvas = Canvas(Layout(ceil(max(most, 1) * (1 + _AFTER)), rows, _UNIT_ROW_CM, head_cm=0.2, ruled=0))
    row = 0
    for group in status.groups:
        canvas.group_label(row, group.label)
        row += 1
        for one in group.units:
            canvas.label(row, f"{one.code}  {one.name}")
            _draw_unit(canvas, row, one, t)
            row += 1
    return canvas


def _draw_unit(canvas: Canvas, row: int, one: UnitBar, t: Translator) -> None:
    mark, colour = _MARKS[one.status]
    if one.status is UnitStatus.ANSWERED:
        if one.records:
            canvas.bar(row, 0, one.records, colour)
        words = t.plural("{count} row", "{count} rows", one.records)
        across = one.records + canvas.cm(0.15)
    else:
        canvas.bar(row, 0, canvas.cm(0.7), colour, FILLS[mark])
        words, across = status_word(one.status, t), canvas.cm(0.85)
    canvas.words(row, across, words)


def _draw_groups(status: StatusFigure, t: Translator) -> Canvas:
    """Answered, rejected and missing beside one another, and after them how many have answered of how many."""
    most = max(sum(group.counts) for group in status.groups)
    legend = [Key(mark, status_word(one, t), colour) for one, (mark, colour) in _MARKS.items()]
    columns = ceil(most * (1 + _AFTER))
    canvas = Canvas(Layout(columns, len(status.groups), _GROUP_ROW_CM, head_cm=0.2, ruled=0), legend)
    for row, group in enumerate(status.groups):
        canvas.label(row, group.label)
        left = 0
        for count, (mark, colour) in zip(group.counts, _MARKS.values(), strict=True):
            if count:
                canvas.bar(row, left, left + count, colour, FILLS[mark])
            if count > canvas.cm(width(str(count)) + 0.2):
                _write_count(canvas, row, left + count / 2, str(count), mark)
            left += count
        answered = group.counts[0]
        canvas.words(row, left + canvas.cm(0.15), t("{count} of {total}", count=answered, total=left))
    return canvas


def _write_count(canvas: Canvas, row: int, across: float, count: str, mark: Mark) -> None:
    """A number in a bar, so that it can be read on what the bar is filled with."""
    if mark is Mark.SLANTED:
        canvas.tag(row, across, count)
    else:
        colour = palette.INK if mark is Mark.HOLLOW else palette.WHITE
        canvas.words(row, across, count, colour=colour, centred=True, bold=True)
