"""How a sheet with one list looks, in the workbooks about mail: a title, a line below it, and a table that can be printed."""

from __future__ import annotations

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from aktivplan.definition.plan_looks import TABLE_STYLE, Looks
from aktivplan.definition.plan_sizes import heading_height
from aktivplan.i18n import Translator

HEADING_ROW = 3
"""Rows and columns count from 0 here, as XlsxWriter has it."""
_A4 = 9


def begin(sheet: Worksheet, title: str, lead: str, columns: Sequence[tuple[str, int]], looks: Looks) -> None:
    """Title, a line below it, and the columns' widths (in characters)."""
    sheet.set_row(0, 32)
    sheet.set_row(1, 24)
    for column, (_heading, width) in enumerate(columns):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, title if column == 0 else "", looks.title)
        sheet.write_string(1, column, lead if column == 0 else "", looks.lead)


def end(
    sheet: Worksheet, name: str, rows: int, columns: Sequence[tuple[str, int]], looks: Looks, t: Translator
) -> None:
    """The table around the rows, and how it is printed."""
    headings = [{"header": t(heading), "header_format": looks.heading} for heading, _width in columns]
    sheet.set_row(HEADING_ROW, heading_height((t(heading), width) for heading, width in columns))
    table = {"name": name, "style": TABLE_STYLE, "columns": headings}
    sheet.add_table(HEADING_ROW, 0, HEADING_ROW + max(rows, 1), len(columns) - 1, table)
    sheet.freeze_panes(HEADING_ROW + 1, 2)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEADING_ROW)
    sheet.hide_gridlines(2)
