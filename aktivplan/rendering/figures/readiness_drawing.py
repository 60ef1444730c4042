"""The readiness profile as a picture: a bar for every dimension. Knows no edition.

Colour tells nothing alone: the score stands beside its bar, the lowest is named so, and an earlier score is a hollow
diamond.
"""

from __future__ import annotations

from aktivplan import palette
from aktivplan.i18n import Translator, translator
from aktivplan.rendering.figures.canvas import WIDTH_CM, Canvas, Layout
from aktivplan.rendering.figures.figure import Figure
from aktivplan.rendering.figures.marks import Key, Mark
from aktivplan.rendering.figures.readiness import HIGHEST, Dimension, Readiness, ReadinessArea, shown
from aktivplan.rendering.figures.titles import brief

_ROW_CM = 0.5
_BEYOND = 2
"""Columns after the scale, for the words beside the highest score."""
_BEFORE = palette.CATEGORIES[3]
_LONGEST_TITLE = 90


def draw_readiness(readiness: Readiness) -> Figure:
    """The picture of a readiness profile, and what it shows in words."""
    t = translator(readiness.language)
    rows = sum(1 + len(area.dimensions) for area in readiness.areas)
    twice = any(one.before is not None for area in readiness.areas for one in area.dimensions)
    legend = [Key(Mark.BAR, t("Score")), Key(Mark.LATER, t("Earlier score"), _BEFORE)] if twice else []
    layout = Layout(HIGHEST + _BEYOND, rows, _ROW_CM, label_cm=5.6, head_cm=0.7, ruled=HIGHEST)
    canvas = Canvas(layout, legend)
    canvas.ticks((score, str(score)) for score in range(1, HIGHEST + 1))
    row = 0
    for index, area in enumerate(readiness.areas):
        mean = t("{area}: mean {mean}", area=area.label, mean=shown(area.mean, t))
        canvas.group_label(row, mean)
        row += 1
        for one in area.dimensions:
            canvas.label(row, one.label)
            _draw_score(canvas, row, one, palette.CATEGORIES[index % len(palette.CATEGORIES)])
            _write_score(canvas, row, one, area, t)
            row += 1
    return Figure(canvas.png(), WIDTH_CM, canvas.height_cm, alternative_text(readiness, t))


def alternative_text(readiness: Readiness, t: Translator) -> str:
    """What the picture shows, in at most some 250 characters."""
    means = [area.mean for area in readiness.areas]
    return t(
        "Readiness on a scale from 1 to 9, {title}: {areas} areas, their means from {lowest} to {highest}. "
        "The table after the figure says the same.",
        title=brief(readiness.title, _LONGEST_TITLE),
        areas=len(means),
        lowest=shown(min(means), t),
        highest=shown(max(means), t),
    )


def _draw_score(canvas: Canvas, row: int, one: Dimension, colour: str) -> None:
    canvas.bar(row, 0, one.score, colour)
    if one.before is not None:
        canvas.diamond(row, one.before, _BEFORE, hollow=True)


def _write_score(canvas: Canvas, row: int, one: Dimension, area: ReadinessArea, t: Translator) -> None:
    words = shown(one.score, t)
    if one.score == area.lowest and any(other.score > area.lowest for other in area.dimensions):
        words = t("{score} (lowest)", score=words)
    canvas.words(row, max(one.score, one.before or 0) + canvas.cm(0.2), words)
