"""The overview's two charts, native to the workbook, each with a title and a text that tells what it shows."""

from __future__ import annotations

from dataclasses import dataclass

from xlsxwriter import Workbook
from xlsxwriter.chart import Chart

from aktivplan import palette

STATUS_COLOURS = (palette.CATEGORIES[2], palette.CATEGORIES[3], palette.CATEGORIES[1])
"""Answered, rejected, missing. The bars carry their names; the colours only help."""
GOAL_COLOURS = (palette.CATEGORIES[0],)


@dataclass(frozen=True, slots=True)
class Range:
    """A stretch of a column on the overview; rows and columns from 0."""

    sheet: str
    first_row: int
    last_row: int
    column: int

    def cells(self) -> list[str | int]:
        """As the workbook library names them."""
        return [self.sheet, self.first_row, self.column, self.last_row, self.column]


def bar_chart(
    workbook: Workbook, title: str, categories: Range, values: Range, colours: tuple[str, ...]
) -> Chart:
    """Horizontal bars in the order of the rows, with their numbers; one colour for all, or one for each."""
    chart: Chart = workbook.add_chart({"type": "bar"})
    font = {"size": 9, "color": palette.INK}
    series = {
        "categories": categories.cells(),
        "values": values.cells(),
        "fill": {"color": colours[0]},
        "gap": 45,
        "data_labels": {"value": True, "font": font},
    }
    if len(colours) > 1:
        series["points"] = [{"fill": {"color": colour}} for colour in colours]
    chart.add_series(series)
    chart.set_title(
        {"name": title, "name_font": {"size": 11, "bold": True, "color": palette.INK}, "overlay": False}
    )
    chart.set_legend({"none": True})
    chart.set_y_axis(
        {"reverse": True, "num_font": font, "line": {"color": palette.STRONG_LINE}, "major_tick_mark": "none"}
    )
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0})
    chart.set_chartarea({"border": {"color": palette.LINE}})
    return chart
