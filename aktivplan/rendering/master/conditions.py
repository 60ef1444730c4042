"""Conditional formats that draw: bars in columns of numbers, and the months of a timeline."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from aktivplan import palette
from aktivplan.findings import column_letters
from aktivplan.forms.layout import FIRST_ROW, KEY_ROW
from aktivplan.rendering.master.months import WIDTH, Months
from aktivplan.rendering.master.styles import Styles

BARS = {
    "type": "data_bar",
    "data_bar_2010": True,
    "bar_solid": True,
    "bar_border_color": palette.ACCENT,
    "bar_color": palette.mixed(palette.WHITE, palette.CATEGORIES[0], 0.45),
    "min_type": "num",
    "min_value": 0,
}
_SHADES = {
    "type": "2_color_scale",
    "min_type": "num",
    "min_value": 0,
    "min_color": palette.WHITE,
    "max_color": palette.mixed(palette.WHITE, palette.CATEGORIES[0], 0.45),
}


def write_months(worksheet: Worksheet, months: Months, at: tuple[int, int], styles: Styles) -> None:
    """Prepare the months' columns, from the column ``at[0]`` on, down to the row ``at[1]`` (both from 0)."""
    column, last_row = at
    worksheet.set_column(column, column + len(months.headings) - 1, WIDTH)
    for index, day in enumerate(months.first_days, start=column):
        worksheet.write_datetime(KEY_ROW - 1, index, day, styles.key)
        worksheet.write_blank(FIRST_ROW - 1, index, None, styles.month(heading=False))
    cells = FIRST_ROW - 1, column, last_row, column + len(months.headings) - 1
    if months.days is None:
        worksheet.conditional_format(*cells, _SHADES)
    else:
        has_bar = months.days.has_bar(column_letters(column + 1), FIRST_ROW, months.step)
        is_due = months.days.is_due(FIRST_ROW)
        worksheet.conditional_format(*cells, _where(f"AND({is_due},{has_bar})", styles.due()))
        worksheet.conditional_format(*cells, _where(f"AND(NOT({is_due}),{has_bar})", styles.bar()))
    worksheet.conditional_format(*cells, _where("TRUE", styles.between_rows()))


def _where(formula: str, looks: object) -> dict[str, object]:
    return {"type": "formula", "criteria": f"={formula}", "format": looks}
