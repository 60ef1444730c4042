"""The coverage of goals as a picture: a number in every field, shaded by it; a gap is a word. Knows no edition."""

from __future__ import annotations

from aktivplan import palette
from aktivplan.i18n import Translator, translator
from aktivplan.rendering.figures.canvas import WIDTH_CM, Canvas, Layout
from aktivplan.rendering.figures.coverage import Coverage
from aktivplan.rendering.figures.figure import Figure
from aktivplan.rendering.figures.titles import brief
from aktivplan.rendering.figures.typesetting import width

_ROW_CM = 0.52
_TOTAL = 2
"""Columns that the total takes up, as it may be a word."""
_TALLEST_HEAD_CM = 4.5
_DARKEST = 0.45
"""How far towards the accent a field may go, so that ink on it keeps a contrast of 4.5:1."""
_LONGEST_TITLE = 90


def draw_coverage(coverage: Coverage) -> Figure:
    """The picture of a coverage, and what it shows in words."""
    t = translator(coverage.language)
    heads = [column.label for column in coverage.columns]
    head_cm = min(max(map(width, [*heads, t("Total")])) + 0.35, _TALLEST_HEAD_CM)
    columns = len(heads)
    layout = Layout(columns + _TOTAL, len(coverage.lines) + 1, _ROW_CM, head_cm=head_cm, ruled=0)
    canvas = Canvas(layout)
    canvas.upright_heads((column + 0.5, head) for column, head in enumerate(heads))
    canvas.upright_heads([(columns + _TOTAL / 2, t("Total"))])
    most = max(max(line.counts) for line in coverage.lines)
    for row, line in enumerate(coverage.lines):
        canvas.label(row, line.label)
        for column, count in enumerate(line.counts):
            unasked = not count and not coverage.columns[column].answered
            shade = palette.mixed(palette.WHITE, palette.ACCENT, _DARKEST * count / most)
            canvas.cell(row, column, shade, "–" if unasked else str(count))
        ground, words = (
            (palette.FAINT, str(line.records)) if line.records else (palette.CAUTION.tint, t("gap"))
        )
        canvas.cell(row, columns, ground, words, span=_TOTAL)
    _draw_sums(canvas, coverage, t)
    return Figure(canvas.png(), WIDTH_CM, canvas.height_cm, alternative_text(coverage, t))


def alternative_text(coverage: Coverage, t: Translator) -> str:
    """What the picture shows, in at most some 250 characters."""
    title = brief(coverage.title, _LONGEST_TITLE)
    goals, columns = len(coverage.lines), len(coverage.columns)
    if coverage.by_group:
        return t(
            "Rows by goal and group of units, {title}: {goals} goals, {columns} groups. Goals without rows: {gaps}. "
            "The table after the figure says the same.",
            title=title,
            goals=goals,
            columns=columns,
            gaps=coverage.gaps,
        )
    return t(
        "Rows by goal and unit, {title}: {goals} goals, {columns} units. Goals without rows: {gaps}. "
        "The table after the figure says the same.",
        title=title,
        goals=goals,
        columns=columns,
        gaps=coverage.gaps,
    )


def _draw_sums(canvas: Canvas, coverage: Coverage, t: Translator) -> None:
    row = len(coverage.lines)
    sums = [sum(line.counts[column] for line in coverage.lines) for column in range(len(coverage.columns))]
    canvas.label(row, t("Total ( – : has not answered)"))
    for column, count in enumerate(sums):
        canvas.cell(row, column, palette.FAINT, str(count))
    canvas.cell(row, len(sums), palette.FAINT, str(sum(sums)), span=_TOTAL)
