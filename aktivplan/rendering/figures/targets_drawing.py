"""The targets as a picture: from where each starts to where it is to be. Knows no edition.

Colour tells nothing alone: the target is a diamond with its number beside it, that of the longer term a hollow one.
"""

from __future__ import annotations

from collections.abc import Iterator

from aktivplan import palette
from aktivplan.i18n import Translator, translator
from aktivplan.rendering.figures.canvas import WIDTH_CM, Canvas, Layout
from aktivplan.rendering.figures.figure import Figure
from aktivplan.rendering.figures.marks import Fill, Key, Mark
from aktivplan.rendering.figures.targets import TargetBar, TargetsFigure, level, percent
from aktivplan.rendering.figures.titles import brief

_ROW_CM = 0.5
_STEPS = 10
_BEYOND = 6
"""Columns after the scale, for the words beside the highest target."""
_COLOUR, _LATER = palette.CATEGORIES[0], palette.CATEGORIES[3]
_LONGEST_TITLE = 90


def draw_targets(targets: TargetsFigure) -> Figure:
    """The picture of targets, and what it shows in words."""
    t = translator(targets.language)
    layout = Layout(_STEPS + _BEYOND, len(targets.bars), _ROW_CM, head_cm=0.7, ruled=_STEPS)
    canvas = Canvas(layout, list(_keys(targets, t)))
    canvas.ticks((step, t("{number}%", number=str(step * 10))) for step in range(0, _STEPS + 1, 2))
    for row, bar in enumerate(targets.bars):
        canvas.label(row, f"{bar.record}  {bar.title}")
        _draw_bar(canvas, row, bar, t)
    return Figure(canvas.png(), WIDTH_CM, canvas.height_cm, alternative_text(targets, t))


def alternative_text(targets: TargetsFigure, t: Translator) -> str:
    """What the picture shows, in at most some 250 characters."""
    values = [bar.value for bar in targets.bars]
    return t(
        "Targets in percent, {title}: {count} targets, the lowest {lowest}, the highest {highest}. "
        "The table after the figure says the same.",
        title=brief(targets.title, _LONGEST_TITLE),
        count=len(values),
        lowest=percent(min(values), t),
        highest=percent(max(values), t),
    )


def _draw_bar(canvas: Canvas, row: int, bar: TargetBar, t: Translator) -> None:
    at = bar.value / 10
    if bar.base is None:
        canvas.stem(row, 0, at, _COLOUR)
    else:
        left, right = sorted((bar.base / 10, at))
        canvas.bar(row, left, right, _COLOUR, Fill.SLANTED)
    canvas.diamond(row, at, _COLOUR)
    if bar.later is not None:
        canvas.diamond(row, bar.later / 10, _LATER, hollow=True)
    ends, words = max(at, (bar.later or 0) / 10), level(bar, t)
    if bar.later is not None:
        words = t("{target}, later {later}", target=words, later=percent(bar.later, t))
    canvas.words(row, ends + canvas.cm(0.3), words)


def _keys(targets: TargetsFigure, t: Translator) -> Iterator[Key]:
    yield Key(Mark.TARGET, t("Target"), _COLOUR)
    if any(bar.base is not None for bar in targets.bars):
        yield Key(Mark.SLANTED, t("From where it starts"), _COLOUR)
    if any(bar.later is not None for bar in targets.bars):
        yield Key(Mark.LATER, t("Longer term"), _LATER)
