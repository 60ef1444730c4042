"""One sheet with one table: headings, filter, frozen panes, widths, print set-up, drop-downs. The rows come later."""

from __future__ import annotations

from math import ceil

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from aktivplan import palette
from aktivplan.findings import column_letters
from aktivplan.forms.layout import FIRST_ROW, HEADING_ROW, KEY_ROW
from aktivplan.i18n import Translator
from aktivplan.rendering.master.choices import Choices
from aktivplan.rendering.master.conditions import BARS, write_months
from aktivplan.rendering.master.months import WIDTH
from aktivplan.rendering.master.sheet import Column, Kind, Sheet
from aktivplan.rendering.master.sizes import height_of
from aktivplan.rendering.master.styles import Styles
from aktivplan.rendering.master.texts import plain

_A3, _A4 = 8, 9
_WIDEST_ON_A4, _WIDEST_ON_A3 = 170, 330
"""In characters; what is wider would be too small to read."""
_LONGEST_PRINTED, _LONGEST_HEADER = 150, 255
_FILTER_BUTTON = 2
"""In characters."""
_HEADING_AIR = 4
"""In points."""


class SheetWriter:
    """Prepares the sheets of one workbook."""

    def __init__(self, workbook: Workbook, styles: Styles, choices: Choices, t: Translator) -> None:
        self._workbook = workbook
        self._styles = styles
        self._choices = choices
        self._t = t

    def prepare(self, sheet: Sheet, overview: str, *, footer: str) -> None:
        """Add the sheet, its table empty but for a first row that shows each column's style."""
        worksheet, t = self._workbook.add_worksheet(sheet.name), self._t
        worksheet.set_tab_color(sheet.colour)
        worksheet.hide_gridlines(2)
        worksheet.write_string(0, 0, plain(sheet.title), self._styles.title)
        worksheet.set_row(0, 24)
        worksheet.write_string(1, 0, plain(sheet.about), self._styles.about)
        back = t("Back to {sheet}", sheet=overview)
        worksheet.write_url(2, 0, internal(overview), self._styles.back, back)
        print_setup(worksheet, footer)
        if sheet.rows:
            self._table(worksheet, sheet)

    def _table(self, worksheet: Worksheet, sheet: Sheet) -> None:
        last_row, last_column = FIRST_ROW - 2 + sheet.rows, sheet.width - 1
        characters = [column.width for column in sheet.columns]
        for index, column in enumerate(sheet.columns):
            worksheet.set_column(index, index, column.width)
            worksheet.write_blank(FIRST_ROW - 1, index, None, self._styles.cell(column))
            self._conditions(worksheet, column, (FIRST_ROW - 1, index, last_row, index))
            self._choices.offer(worksheet, column, (FIRST_ROW - 1, index, last_row, index))
        if sheet.months:
            write_months(worksheet, sheet.months, (len(sheet.columns), last_row), self._styles)
            characters += [WIDTH] * len(sheet.months.headings)
        worksheet.write_blank(last_row, last_column, None, self._styles.cell(sheet.columns[-1]))
        worksheet.add_table(HEADING_ROW - 1, 0, FIRST_ROW - 1, last_column, self._options(sheet))
        cells = f"$A${FIRST_ROW}:${column_letters(sheet.width)}${last_row + 1}"
        self._workbook.define_name(f"data_{sheet.key}", f"={quoted(sheet.name)}!{cells}")
        self._keys(worksheet, sheet)
        headings = (column.heading for column in sheet.columns)
        narrower = (width - _FILTER_BUTTON for width in characters)
        worksheet.set_row(HEADING_ROW - 1, height_of(zip(headings, narrower, strict=False)) + _HEADING_AIR)
        worksheet.freeze_panes(HEADING_ROW, sheet.frozen)
        self._page(worksheet, sheet, sum(characters))

    @staticmethod
    def _page(worksheet: Worksheet, sheet: Sheet, width: float) -> None:
        """Print the table alone, under a page header with the sheet's title, on pages that leave it readable."""
        title, about = _printed(sheet.title), _printed(sheet.about)
        header = f"&L&14&B&K{palette.ACCENT[1:]}{title}&B\n&9&K{palette.GREY[1:]}{about}"
        worksheet.set_header(header if len(header) <= _LONGEST_HEADER else f"&L&14&B{title}")
        worksheet.set_margins(left=0.5, right=0.5, top=1.0, bottom=0.7)
        last_row, last_column = FIRST_ROW - 2 + sheet.rows, sheet.width - 1
        worksheet.print_area(HEADING_ROW - 1, 0, last_row, last_column)
        worksheet.repeat_rows(HEADING_ROW - 1)
        if width > _WIDEST_ON_A4:
            worksheet.set_paper(_A3)
            worksheet.fit_to_pages(ceil(width / _WIDEST_ON_A3), 0)
            worksheet.repeat_columns(0, sheet.frozen - 1)

    def _options(self, sheet: Sheet) -> dict[str, object]:
        columns = [
            {"header": plain(column.heading), "header_format": self._styles.heading(column)}
            for column in sheet.columns
        ]
        if sheet.months:
            looks = self._styles.month(heading=True)
            columns += [{"header": heading, "header_format": looks} for heading in sheet.months.headings]
        return {
            "name": f"table_{sheet.key}",
            "style": None,
            "columns": columns,
            "title": plain(sheet.title),
            "description": plain(sheet.about),
        }

    def _keys(self, worksheet: Worksheet, sheet: Sheet) -> None:
        """The hidden row by which what leaders fill in here is read again."""
        for index, column in enumerate(sheet.columns):
            if column.key:
                worksheet.write_string(KEY_ROW - 1, index, column.key, self._styles.key)
        worksheet.set_row(KEY_ROW - 1, None, None, {"hidden": True})

    def _conditions(self, worksheet: Worksheet, column: Column, cells: tuple[int, int, int, int]) -> None:
        """Signs, colours and bars, by what stands in the column's cells."""
        if column.kind is Kind.COVER:
            gap = {"type": "cell", "criteria": "==", "value": 0, "format": self._styles.gap()}
            worksheet.conditional_format(*cells, gap)
        if column.bars:
            worksheet.conditional_format(*cells, BARS)
        for mark in column.marks:
            quoted = '"' + mark.word.replace('"', '""') + '"'
            rule = {
                "type": "cell",
                "criteria": "==",
                "value": quoted,
                "format": self._styles.marked(mark),
            }
            worksheet.conditional_format(*cells, rule)


def print_setup(worksheet: Worksheet, footer: str) -> None:
    """Landscape, as wide as a page, with the plan's name, the sheet's name and page numbers at the foot."""
    worksheet.set_landscape()
    worksheet.set_paper(_A4)
    worksheet.fit_to_pages(1, 0)
    worksheet.set_margins(left=0.5, right=0.5, top=0.5, bottom=0.7)
    worksheet.set_footer(f"&L&8 {_printed(footer)}&C&8 &A&R&8 &P (&N)")


def _printed(text: str) -> str:
    """The text as it can stand in a page's header or footer."""
    return plain(text)[:_LONGEST_PRINTED].replace("&", "&&")


def internal(sheet: str) -> str:
    """A link to the top of another sheet of the workbook."""
    return f"internal:{quoted(sheet)}!A1"


def quoted(sheet: str) -> str:
    """A sheet's name as it stands before a cell."""
    doubled = sheet.replace("'", "''")
    return f"'{doubled}'"
