"""The looks of the master workbook: one cell format for each purpose, made once."""

from __future__ import annotations

from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from aktivplan import palette
from aktivplan.i18n import Translator
from aktivplan.rendering.master.sheet import Column, Kind, Mark

DATES = {"sv": "yyyy-mm-dd", "da": "dd-mm-yyyy", "nb": "dd.mm.yyyy", "en": "dd/mm/yyyy"}
"""How days are written in a sheet, by language."""

_NUMBERS = {Kind.COUNT: "#,##0", Kind.MONEY: "#,##0", Kind.NUMBER: "General", Kind.PERCENT: "0.0 %"}


class Styles:
    """Hands out the workbook's formats."""

    def __init__(self, workbook: Workbook, t: Translator) -> None:
        self._workbook = workbook
        self._t = t
        self._made: dict[tuple[tuple[str, Any], ...], Format] = {}
        self.title = self._format(font_size=16, bold=True, font_color=palette.ACCENT)
        self.lead = self._format(font_size=11, bold=True, font_color=palette.INK)
        self.about = self._format(font_size=10, font_color=palette.GREY)
        self.back = self._format(font_size=10, font_color=palette.ACCENT, underline=1)
        self.link = self._format(
            font_size=10,
            font_color=palette.ACCENT,
            underline=1,
            valign="vcenter",
            indent=1,
            bottom=1,
            bottom_color=palette.LINE,
        )
        self.key = self._format(font_size=8, font_color=palette.GREY)

    def heading(self, column: Column) -> Format:
        """A column's heading in a table."""
        surface = palette.LEADERS if column.input else palette.ACCENT
        return self._format(
            font_size=10,
            bold=True,
            font_color=palette.WHITE,
            bg_color=surface,
            text_wrap=True,
            valign="vcenter",
            align="left",
            indent=1,
        )

    def small_heading(self, *, number: bool) -> Format:
        """A heading of one of the overview's tables; over numbers it stands to the right, as they do."""
        looks = {"font_size": 10, "bold": True, "font_color": palette.WHITE, "bg_color": palette.ACCENT}
        return self._format(**looks, valign="vcenter", indent=1, align="right" if number else "left")

    def small_cell(self, number_format: str = "") -> Format:
        """A cell of one of the overview's tables: text, or a number in a format."""
        looks = {"font_size": 10, "font_color": palette.INK, "bottom": 1, "bottom_color": palette.LINE}
        looks |= {"valign": "vcenter", "indent": 1, "text_wrap": not number_format}
        return self._format(**looks, num_format=number_format, align="right" if number_format else "left")

    def line(self) -> Format:
        """A cell of the overview whose text runs on over the empty cells beside it."""
        looks = {"font_size": 10, "font_color": palette.GREY, "bottom": 1, "bottom_color": palette.LINE}
        return self._format(**looks, valign="vcenter")

    def cell(self, column: Column) -> Format:
        """A column's cells in a table."""
        looks: dict[str, Any] = {"font_size": 10, "valign": "top", "font_color": palette.INK}
        looks |= {"bottom": 1, "bottom_color": palette.LINE}
        number = self._number(column.kind)
        looks |= {"num_format": number} | _ALIGNED.get(column.kind, {"align": "left", "indent": 1})
        if column.kind in (Kind.TEXT, Kind.PLACE):
            looks |= {"text_wrap": True}
        if column.kind in (Kind.PLACE, Kind.RECORD):
            looks |= {"font_color": palette.ACCENT, "underline": 1}
        if column.input:
            looks |= {"bg_color": palette.LEADERS_TINT, "locked": False}
            looks |= {"border": 1, "border_color": palette.LINE}
        return self._format(**looks)

    def gap(self) -> Format:
        """What a conditional format lays over a cell that shows the word for a gap."""
        return self._format(font_color=palette.CAUTION.text, bg_color=palette.CAUTION.tint)

    def marked(self, mark: Mark) -> Format:
        """What a conditional format lays over a cell with a marked word: colour, and the sign before the word."""
        tone = mark.tone
        sign = f'"{mark.sign} "@'
        return self._format(font_color=tone.text, bg_color=tone.tint, bold=True, num_format=sign)

    def month(self, *, heading: bool) -> Format:
        """A month's cells, or its heading."""
        looks: dict[str, Any] = {"font_size": 9, "align": "center"}
        if heading:
            return self._format(
                **looks,
                bold=True,
                font_color=palette.WHITE,
                bg_color=palette.ACCENT,
                text_wrap=True,
                valign="top",
            )
        looks |= {"bottom": 1, "bottom_color": palette.LINE, "num_format": "#,##0"}
        return self._format(**looks, valign="top", font_color=palette.INK)

    def bar(self) -> Format:
        """What a conditional format lays over the months from a first day to a last one."""
        looks = {"font_color": palette.WHITE, "bg_color": palette.CATEGORIES[0]}
        return self._format(**looks, bottom=1, bottom_color=palette.WHITE)

    def due(self) -> Format:
        """The same for the month of a last day without a first one."""
        looks = {"font_color": palette.CAUTION.text, "bg_color": palette.CAUTION.tint, "bold": True}
        return self._format(**looks, bottom=1, bottom_color=palette.LINE)

    def between_rows(self) -> Format:
        """The hairline under cells that are not written."""
        return self._format(bottom=1, bottom_color=palette.LINE)

    def _number(self, kind: Kind) -> str:
        t = self._t
        match kind:
            case Kind.DATE:
                return DATES[t.language]
            case Kind.TIME:
                return f"{DATES[t.language]} hh:mm"
            case Kind.COVER:
                gap = t("gap")
                return f'0;-0;"{gap}"'
            case _:
                return _NUMBERS.get(kind, "")

    def _format(self, **looks: Any) -> Format:
        key = tuple(sorted(looks.items()))
        if key not in self._made:
            self._made[key] = self._workbook.add_format(looks)
        return self._made[key]


_ALIGNED: dict[Kind, dict[str, Any]] = {
    Kind.COUNT: {"align": "center"},
    Kind.NUMBER: {"align": "right"},
    Kind.MONEY: {"align": "right"},
    Kind.PERCENT: {"align": "right"},
    Kind.COVER: {"align": "center"},
}
