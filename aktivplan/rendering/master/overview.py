"""The first sheet: how far the collection has come, on one landscape page, with ways to everything else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from xlsxwriter import Workbook
from xlsxwriter.chart import Chart
from xlsxwriter.worksheet import Worksheet

from aktivplan.edition import Edition, UnitStatus
from aktivplan.findings import column_letters
from aktivplan.forms.layout import FIRST_ROW
from aktivplan.i18n import Translator
from aktivplan.rendering.master.blocks import (
    Block,
    Cell,
    figures,
    goal_block,
    sheet_block,
    unit_block,
    what_it_holds,
)
from aktivplan.rendering.master.charts import (
    GOAL_COLOURS,
    STATUS_COLOURS,
    Range,
    bar_chart,
    column_chart,
    stacked_chart,
)
from aktivplan.rendering.master.months import stretch_word
from aktivplan.rendering.master.sheet import Sheet
from aktivplan.rendering.master.sizes import height, height_of
from aktivplan.rendering.master.styles import Styles
from aktivplan.rendering.master.texts import plain
from aktivplan.rendering.master.writer import internal, print_setup, quoted

_WIDTHS = (30, 10, 3, 9, 60, 9, 10, 3, 34, 16, 9)
_FIGURES, _GOALS, _UNITS = 0, 3, 8
"""The first columns of the three stacks of tables."""
_AFTER_SHEETS = 7
"""The list of sheets reaches across two stacks: its last column is narrow, and what it says runs on over empty cells."""
_FIRST_ROW = 4
_ROW_HEIGHT = height(1)
_GOAL_CHART_WIDTH, _UNIT_CHART_WIDTH = 634, 425
_BAR_HEIGHT, _CHART_MARGIN, _ROW_PIXELS = 20, 90, 24
_TIME_CHART_HEIGHT = 260
"""All in pixels."""
_MOST_BARS = 18


@dataclass(frozen=True, slots=True)
class _Placed:
    """A small table on the sheet, by the rows of its cells; rows count from 0."""

    block: Block
    first_row: int
    column: int

    @property
    def next_row(self) -> int:
        """The first row below, after an empty one."""
        return self.first_row + len(self.block.rows) + 1

    def range(self, sheet: str, column: int, count: int | None = None) -> Range:
        """The first cells, or all, of one of the table's columns."""
        rows = len(self.block.rows) if count is None else count
        return Range(sheet, self.first_row, self.first_row + rows - 1, self.column + column)


class Overview:
    """Writes the overview of one edition."""

    def __init__(
        self, workbook: Workbook, styles: Styles, edition: Edition, name: str, t: Translator
    ) -> None:
        self._workbook = workbook
        self._styles = styles
        self._edition = edition
        self._name = name
        self._t = t
        self._heights: dict[int, float] = {}
        self._worksheet: Worksheet = workbook.add_worksheet(name)

    def write(self, sheets: Sequence[Sheet]) -> None:
        """Fill the sheet; ``sheets`` are those that it leads to."""
        self._set_up()
        self._head()
        status, row = self._rail()
        goals = self._table(goal_block(self._edition, self._t), _FIRST_ROW, _GOALS)
        units = unit_block(self._edition, self._t)
        below = self._table(units, _FIRST_ROW, _UNITS).next_row if units else _FIRST_ROW
        by_key = {sheet.key: sheet for sheet in sheets}
        ends = [row, goals.next_row, below]
        if goals.block.rows:
            ends.append(goals.next_row + self._goal_chart(goals, goals.next_row))
        if "groups" in by_key:
            ends.append(below + self._group_chart(by_key["groups"], below))
        else:
            ends.append(below + self._status_chart(status, below))
        self._contents(sheets, max(ends))
        if "months" in by_key:
            self._time_chart(by_key["months"], max(ends))

    def _set_up(self) -> None:
        worksheet = self._worksheet
        for column, width in enumerate(_WIDTHS):
            worksheet.set_column(column, column, width)
        worksheet.set_default_row(_ROW_HEIGHT)
        worksheet.hide_gridlines(2)
        print_setup(worksheet, self._edition.plan.settings.title)
        worksheet.fit_to_pages(1, 1)
        worksheet.activate()

    def _head(self) -> None:
        settings, t = self._edition.plan.settings, self._t
        facts = [settings.organisation]
        facts.append(t("Period {start} – {end}", start=settings.period_start, end=settings.period_end))
        if self._edition.day:
            facts.append(t("Edition of {day}", day=self._edition.day))
        self._worksheet.set_row(0, 26)
        self._worksheet.write_string(0, 0, plain(settings.title), self._styles.title)
        self._worksheet.write_string(1, 0, plain(" · ".join(facts)), self._styles.about)
        self._worksheet.write_string(2, 0, self._sentences(), self._styles.lead)

    def _sentences(self) -> str:
        edition, t = self._edition, self._t
        answered = edition.units_by_status[UnitStatus.ANSWERED]
        taken_in, held_back = len(edition.records), len(edition.held_back)
        return " ".join(
            [
                t("{answered} of {asked} units have answered.", answered=answered, asked=len(edition.units)),
                t.plural("{count} row has been taken in.", "{count} rows have been taken in.", taken_in),
                t.plural("{count} row is not taken in.", "{count} rows are not taken in.", held_back),
            ]
        )

    def _rail(self) -> tuple[_Placed, int]:
        """The figures. Gives the table of the units' status, and the first row below them all."""
        placed = []
        row = _FIRST_ROW
        for block in figures(self._edition, self._t):
            placed.append(self._table(block, row, _FIGURES))
            row = placed[-1].next_row
        return placed[0], row

    def _contents(self, sheets: Sequence[Sheet], row: int) -> None:
        """The list of sheets, each a link."""
        contents = self._table(sheet_block(sheets, self._t), row, _FIGURES)
        looks = self._styles.small_heading(number=False)
        for at in range(row, contents.next_row - 1):
            for column in range(len(contents.block.headings), _AFTER_SHEETS):
                self._worksheet.write_blank(at, column, None, looks)
            looks = self._styles.small_cell()
        for at, sheet in enumerate(sheets, start=contents.first_row):
            self._worksheet.write_url(at, _FIGURES, internal(sheet.name), self._styles.link, sheet.name)
            what = plain(what_it_holds(sheet))
            self._worksheet.write_string(at, len(contents.block.headings) - 1, what, self._styles.line())

    def _table(self, block: Block, row: int, column: int) -> _Placed:
        """A small table with its headings in ``row``."""
        if block.rows:
            last = row + len(block.rows), column + len(block.headings) - 1
            self._worksheet.add_table(row, column, *last, self._options(block))
        for at, cells in enumerate(block.rows, start=row + 1):
            for beside, cell in enumerate(cells, start=column):
                self._cell(at, beside, cell)
            if block.names:
                name = f"figure_{block.key}_{block.names[at - row - 1]}"
                target = f"={quoted(self._name)}!${column_letters(column + 2)}${at + 1}"
                self._workbook.define_name(name, target)
        return _Placed(block, row + 1, column)

    def _options(self, block: Block) -> dict[str, object]:
        numbers = [not isinstance(cell, str) for cell in block.rows[0]]
        looks = [self._styles.small_heading(number=number) for number in numbers]
        columns = [
            {"header": heading, "header_format": look}
            for heading, look in zip(block.headings, looks, strict=True)
        ]
        return {
            "name": f"overview_{block.key}",
            "style": None,
            "autofilter": False,
            "columns": columns,
            "title": ", ".join(block.headings),
        }

    def _cell(self, row: int, column: int, cell: Cell) -> None:
        if isinstance(cell, str):
            self._worksheet.write_string(row, column, plain(cell), self._styles.small_cell())
            self._grow(row, cell, _WIDTHS[column])
        else:
            looks = self._styles.small_cell("0 %" if isinstance(cell, Fraction) else "#,##0")
            self._worksheet.write_number(row, column, float(cell), looks)

    def _grow(self, row: int, text: str, width: float) -> None:
        """Make the row high enough for the text. The tables stand beside one another, so the highest text counts."""
        points = height_of([(text, width)])
        if points > self._heights.get(row, _ROW_HEIGHT):
            self._heights[row] = points
            self._worksheet.set_row(row, points)

    def _status_chart(self, status: _Placed, row: int) -> int:
        """How many rows the chart takes, as of each that follows."""
        counts, t = self._edition.units_by_status, self._t
        names = [str(cells[0]) for cells in status.block.rows]
        told = [f"{name}: {count}" for name, count in zip(names, counts.values(), strict=False)]
        title = t("Who has answered")
        names_range, counts_range = (status.range(self._name, column, len(counts)) for column in (0, 1))
        chart = bar_chart(self._workbook, title, names_range, counts_range, STATUS_COLOURS)
        size = _UNIT_CHART_WIDTH, _chart_height(len(counts) * 2)
        return self._insert(chart, (row, _UNITS), size, title, told)

    def _group_chart(self, sheet: Sheet, row: int) -> int:
        groups, t = self._edition.groups[:_MOST_BARS], self._t
        title = t("Who has answered, by group")
        last = FIRST_ROW - 2 + len(groups)
        names, *counts = (Range(sheet.name, FIRST_ROW - 1, last, column) for column in (0, 2, 3))
        series = [(sheet.columns[at].heading, one) for at, one in zip((2, 3), counts, strict=True)]
        chart = stacked_chart(self._workbook, title, names, series)
        told = [f"{one.group or '–'}: {one.answered} / {one.asked}" for one in groups]
        size = _UNIT_CHART_WIDTH, _chart_height(len(groups) + 1)
        return self._insert(chart, (row, _UNITS), size, title, told)

    def _goal_chart(self, goals: _Placed, row: int) -> int:
        t = self._t
        title = t("Rows for each goal")
        chart = bar_chart(
            self._workbook,
            title,
            goals.range(self._name, 0),
            goals.range(self._name, 2),
            GOAL_COLOURS,
        )
        told = [f"{cells[0]}: {cells[2]}" for cells in goals.block.rows]
        size = _GOAL_CHART_WIDTH, _chart_height(len(goals.block.rows))
        return self._insert(chart, (row, _GOALS), size, title, told)

    def _time_chart(self, sheet: Sheet, row: int) -> int:
        stretches, t = self._edition.for_leaders.stretches, self._t
        title = t("Rows under way or due over time")
        last = FIRST_ROW - 2 + len(stretches)
        names, counts = (Range(sheet.name, FIRST_ROW - 1, last, column) for column in (0, 3))
        chart = column_chart(self._workbook, title, names, counts)
        told = [f"{stretch_word(one, t)}: {one.under_way}" for one in stretches]
        return self._insert(chart, (row, _UNITS), (_UNIT_CHART_WIDTH, _TIME_CHART_HEIGHT), title, told)

    def _insert(
        self, chart: Chart, at: tuple[int, int], size: tuple[int, int], title: str, told: Sequence[str]
    ) -> int:
        chart.set_size({"width": size[0], "height": size[1]})
        options = {"description": f"{title}. {'; '.join(told)}.", "object_position": 2}
        self._worksheet.insert_chart(*at, chart, options)
        return ceil(size[1] / _ROW_PIXELS) + 1


def _chart_height(bars: int) -> int:
    return _CHART_MARGIN + bars * _BAR_HEIGHT
