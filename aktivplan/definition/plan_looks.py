"""How plan.xlsx looks: one palette, one typeface, the format of every kind of cell. Knows no plan."""

from __future__ import annotations

from functools import cached_property

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from aktivplan.definition.plan_slots import Kind
from aktivplan.palette import ACCENT, GREY, INK, LINE, WHITE

_DATES = {"sv": "yyyy-mm-dd", "da": "dd-mm-yyyy", "nb": "dd.mm.yyyy", "en": "dd/mm/yyyy"}
TABLE_STYLE = "Table Style Light 1"
"""Grey bands and thin lines; the headings have their own format."""


class Looks:
    """The formats of one workbook, made when first asked for."""

    def __init__(self, book: Workbook, language: str) -> None:
        self._book = book
        self._dates = _DATES[language]
        self._cells: dict[Kind, Format] = {}

    @cached_property
    def title(self) -> Format:
        """The sheet's title, on its band."""
        return self._format(font_size=18, bold=True, font_color=WHITE, bg_color=ACCENT, valign="vcenter")

    @cached_property
    def lead(self) -> Format:
        """The line below the title, which runs on over the empty cells to its right."""
        return self._format(font_color=WHITE, bg_color=ACCENT, valign="vcenter")

    @cached_property
    def next_step(self) -> Format:
        """What to do next."""
        return self._format(bold=True, font_color=ACCENT, valign="vcenter")

    @cached_property
    def heading(self) -> Format:
        """A column's heading."""
        return self._heading()

    @cached_property
    def needed_heading(self) -> Format:
        """The heading of a column that must be filled in: shown with a star that is no part of the text."""
        return self._heading(num_format='@" *"')

    @cached_property
    def label(self) -> Format:
        """A setting's name."""
        return self._wrapped(bold=True, font_color=ACCENT, bottom=1, bottom_color=LINE)

    @cached_property
    def note(self) -> Format:
        """What to fill in."""
        return self._wrapped(font_color=GREY, bottom=1, bottom_color=LINE, indent=1)

    def cell(self, kind: Kind) -> Format:
        """A cell to fill in. Text is kept as text, so that "1.2" does not become a date."""
        if kind not in self._cells:
            self._cells[kind] = self._entry(kind, border=1, border_color=LINE)
        return self._cells[kind]

    def spare(self, kind: Kind) -> Format:
        """A cell below the last row."""
        return self._entry(kind)

    def _entry(self, kind: Kind, **more: object) -> Format:
        shown = {Kind.DATE: self._dates, Kind.WHOLE: "0", Kind.NUMBER: "General"}.get(kind, "@")
        return self._wrapped(**{"num_format": shown, "align": "left"} | more)

    def _heading(self, **more: object) -> Format:
        look = {"bold": True, "font_color": WHITE, "bg_color": ACCENT, "border": 1, "border_color": WHITE}
        return self._wrapped(**look | {"valign": "vcenter"} | more)

    def _wrapped(self, **more: object) -> Format:
        return self._format(**{"text_wrap": True, "valign": "top"} | more)

    def _format(self, **more: object) -> Format:
        return self._book.add_format({"font_name": "Calibri", "font_size": 11, "font_color": INK} | more)
