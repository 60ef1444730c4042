"""The overview's charts, native to the workbook, each with a title and a text that tells what it shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from xlsxwriter import Workbook
from xlsxwriter.chart import Chart

from aktivplan import palette

STATUS_COLOURS = (palette.CATEGORIES[2], palette.CATEGORIES[3], palette.CATEGORIES[1])
"""Answered, rejected, missing. The bars carry their names; the colours only help."""
GOAL_COLOURS = (palette.CATEGORIES[0],)
_PARTS = (palette.CATEGORIES[2], palette.CATEGORIES[1])
"""Done, and still to come."""
_FONT = {"size": 9, "color": palette.INK}
_AXIS = {"num_font": _FONT, "line": {"color": palette.STRONG_LINE}, "major_tick_mark": "none"}
_NO_AXIS = {"visible": False, "major_gridlines": {"visible": False}, "min": 0}


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
    series = _series(categories, values, colours[0])
    if len(colours) > 1:
        series["points"] = [{"fill": {"color": colour}} for colour in colours]
    chart.add_series(series)
    chart.set_legend({"none": True})
    chart.set_y_axis(_AXIS | {"reverse": True})
    chart.set_x_axis(_NO_AXIS)
    return _titled(chart, title)


def stacked_chart(
    workbook: Workbook, title: str, categories: Range, series: Sequence[tuple[str, Range]]
) -> Chart:
    """Horizontal bars of several parts, each with its number; the legend names the parts."""
    chart: Chart = workbook.add_chart({"type": "bar", "subtype": "stacked"})
    for (name, values), colour in zip(series, _PARTS, strict=True):
        # A part of 0 has no number: it would stand on its neighbour's.
        labels = {"value": True, "font": _FONT | {"color": palette.WHITE}, "num_format": "0;;"}
        looks = {"name": name, "overlap": 100, "data_labels": labels}
        chart.add_series(_series(categories, values, colour) | looks)
    chart.set_legend({"position": "bottom", "font": _FONT})
    chart.set_y_axis(_AXIS | {"reverse": True})
    chart.set_x_axis(_NO_AXIS)
    return _titled(chart, title)


def column_chart(workbook: Workbook, title: str, categories: Range, values: Range) -> Chart:
    """Upright bars from left to right, with their numbers."""
    chart: Chart = workbook.add_chart({"type": "column"})
    chart.add_series(_series(categories, values, palette.CATEGORIES[0]))
    chart.set_legend({"none": True})
    chart.set_x_axis(_AXIS)
    chart.set_y_axis(_NO_AXIS)
    return _titled(chart, title)


def _series(categories: Range, values: Range, colour: str) -> dict[str, object]:
    return {
        "categories": categories.cells(),
        "values": values.cells(),
        "fill": {"color": colour},
        "gap": 45,
        "data_labels": {"value": True, "font": _FONT},
    }


def _titled(chart: Chart, title: str) -> Chart:
    font = {"size": 11, "bold": True, "color": palette.INK}
    chart.set_title({"name": title, "name_font": font, "overlay": False})
    chart.set_chartarea({"border": {"color": palette.LINE}})
    return chart
