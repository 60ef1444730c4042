"""How a unit's workbook looks: one palette, one typeface, the formats of every kind of cell. Knows no plan.

Text has a contrast of 4.5:1 or more on its surface, and no colour says anything that a word does not say too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from aktivplan.codes import Severity
from aktivplan.definition.models import Language
from aktivplan.definition.terms import FieldType
from aktivplan.palette import (
    ACCENT,
    ACCENT_TINT,
    BAD,
    CAUTION,
    GOOD,
    GREY,
    INK,
    LINE,
    QUIET,
    STRONG_LINE,
    WHITE,
    Tone,
)

FONT = "Calibri"
_MISSING_TINT = "#F7CDC9"
"""Of a cell still to be filled in; stronger than the palette's own, as it is looked for in a whole sheet."""

_THIN, _MEDIUM = 1, 2
_UNDERLINED: dict[str, object] = {"bottom": _THIN, "bottom_color": LINE}
_STARRED = '@" *"'
"""A number format that shows a star after the text, which itself stays as it is."""


@dataclass(frozen=True, slots=True)
class DateStyle:
    """How dates are shown in cells, and the CLDR pattern that writes an example in the same way."""

    number_format: str
    pattern: str


_DATES = {
    "sv": DateStyle("yyyy-mm-dd", "yyyy-MM-dd"),
    "da": DateStyle("dd-mm-yyyy", "dd-MM-yyyy"),
    "nb": DateStyle("dd.mm.yyyy", "dd.MM.yyyy"),
    "en": DateStyle("dd/mm/yyyy", "dd/MM/yyyy"),
}
_TONES: Mapping[Severity, Tone] = MappingProxyType(
    {Severity.ERROR: BAD, Severity.WARNING: CAUTION, Severity.NOTE: QUIET}
)
_NUMBERS = {FieldType.NUMBER: "General", FieldType.MONEY: "#,##0", FieldType.PERCENT: "0 %"}


def date_style(language: Language) -> DateStyle:
    """How that language writes dates in cells."""
    return _DATES[language]


class Styles:
    """The formats of one workbook, made when first asked for."""

    def __init__(self, workbook: Workbook, language: Language) -> None:
        self._workbook = workbook
        self._date_format = date_style(language).number_format
        self._kept: dict[tuple[str, object], Format] = {}

    @cached_property
    def title(self) -> Format:
        """The sheet's title, on its band."""
        return self._format(
            font_size=18, bold=True, font_color=WHITE, bg_color=ACCENT, valign="vcenter", indent=1
        )

    @cached_property
    def subtitle(self) -> Format:
        """The line below the title, on the same band."""
        return self._format(font_size=12, font_color=WHITE, bg_color=ACCENT, valign="vcenter", indent=1)

    @cached_property
    def lead(self) -> Format:
        """A line above a table that runs on over the empty cells to its right."""
        return self._format(valign="vcenter", indent=1)

    @cached_property
    def tally(self) -> Format:
        """The line that counts complete rows."""
        return self._format(bold=True, font_color=ACCENT, valign="vcenter", indent=1)

    @cached_property
    def section(self) -> Format:
        """A heading within a sheet."""
        return self._format(
            font_size=14, bold=True, font_color=ACCENT, bottom=_MEDIUM, bottom_color=ACCENT, indent=1
        )

    @cached_property
    def label(self) -> Format:
        """What a value is."""
        return self._wrapped(bold=True, font_color=ACCENT)

    @cached_property
    def step_number(self) -> Format:
        """The number of a step."""
        return self._wrapped(bold=True, font_color=ACCENT, align="right")

    @cached_property
    def value(self) -> Format:
        """Running text."""
        return self._wrapped()

    @cached_property
    def strong_value(self) -> Format:
        """A value that must not be overlooked."""
        return self._wrapped(bold=True)

    @cached_property
    def required_label(self) -> Format:
        """What is asked and must be answered: shown with a star that is no part of the text."""
        return self._wrapped(bold=True, font_color=ACCENT, valign="vcenter", num_format=_STARRED)

    @cached_property
    def state(self) -> Format:
        """A word that says whether something is filled in."""
        return self._wrapped(bold=True, font_color=GOOD.text, valign="vcenter")

    @cached_property
    def example(self) -> Format:
        """An example's text."""
        return self._wrapped(**_UNDERLINED)

    @cached_property
    def example_label(self) -> Format:
        """The field that an example is of."""
        return self._wrapped(bold=True, **_UNDERLINED)

    @cached_property
    def required_example_label(self) -> Format:
        """The same for a required field: shown with a star that is no part of the text."""
        return self._wrapped(bold=True, num_format=_STARRED, **_UNDERLINED)

    @cached_property
    def example_note(self) -> Format:
        """The help beside an example."""
        return self._wrapped(font_color=GREY, **_UNDERLINED)

    @cached_property
    def heading(self) -> Format:
        """A column's heading."""
        return self._heading()

    @cached_property
    def required_heading(self) -> Format:
        """The heading of a column that must be filled in: shown with a star that is no part of the text."""
        return self._heading(num_format=_STARRED)

    def goal(self, indent: int, *, top: bool) -> Format:
        """A goal, moved in by so many steps; ``top``: one of the topmost level."""
        known = (f"goal {indent}", top)
        if known not in self._kept:
            weight = {"bold": True, "font_color": ACCENT, "bg_color": ACCENT_TINT} if top else {}
            self._kept[known] = self._wrapped(indent=indent + 1, **weight, **_UNDERLINED)
        return self._kept[known]

    def goal_description(self, *, top: bool) -> Format:
        """What is said of a goal."""
        known = ("goal description", top)
        if known not in self._kept:
            surface = {"bg_color": ACCENT_TINT} if top else {}
            self._kept[known] = self._wrapped(**surface, **_UNDERLINED)
        return self._kept[known]

    def answer(self, kind: str, fault: Severity | None = None) -> Format:
        """A cell to fill in on the first sheet; ``kind`` is that of its rule, ``fault`` the gravest thing found in it."""
        number_format = self._date_format if kind == "date" else "@"
        look: dict[str, object] = {"border": _THIN, "border_color": STRONG_LINE}
        if fault is not None:
            look["bg_color"] = _TONES[fault].tint
        return self._wrapped(**look, num_format=number_format, valign="vcenter")

    @cached_property
    def listed(self) -> Format:
        """A cell of a list."""
        return self._wrapped(**_UNDERLINED)

    @cached_property
    def listed_answer(self) -> Format:
        """A cell of a list that holds what a unit wrote: text, whatever it looks like."""
        return self._wrapped(num_format="@", **_UNDERLINED)

    @cached_property
    def link(self) -> Format:
        """A cell of a list that leads elsewhere."""
        return self._wrapped(font_color=ACCENT, underline=_THIN, **_UNDERLINED)

    def severity(self, severity: Severity) -> Format:
        """The word for how grave something is, in a list."""
        known = ("severity", severity)
        if known not in self._kept:
            tone = _TONES[severity]
            look = {"bold": True, "font_color": tone.text, "bg_color": tone.tint}
            self._kept[known] = self._wrapped(**look, **_UNDERLINED)
        return self._kept[known]

    def cell(self, kind: FieldType | None, fault: Severity | None = None) -> Format:
        """A cell of a table: a field's, or (None) a record id's; ``fault``: the gravest thing found in it."""
        known = (kind or "id", fault)
        if known not in self._kept:
            look: dict[str, object] = {"font_color": GREY if kind is None else INK}
            look["num_format"] = self._number_format(kind)
            if kind in _NUMBERS:
                look["align"] = "right"
            if fault is not None:
                look["bg_color"] = _TONES[fault].tint
            self._kept[known] = self._wrapped(**look)
        return self._kept[known]

    @cached_property
    def missing_mark(self) -> Format:
        """Laid over a required cell that is empty in a row begun."""
        return self._workbook.add_format({"bg_color": _MISSING_TINT})

    @cached_property
    def mended_mark(self) -> Format:
        """Laid over a cell with something to mend once it has been changed."""
        return self._workbook.add_format({"bg_color": GOOD.tint})

    @cached_property
    def used_mark(self) -> Format:
        """Laid over the rows of the table: thin lines around its cells."""
        return self._workbook.add_format({"border": _THIN, "border_color": LINE})

    @cached_property
    def missing_word(self) -> Format:
        """Laid over a word that says that something is missing."""
        return self._workbook.add_format({"font_color": BAD.text})

    def complete_id(self, word: str) -> Format:
        """Laid over the id of a complete row: shows the word after it."""
        return self._workbook.add_format({"font_color": GOOD.text, "num_format": f'@": {word}"'})

    def incomplete_id(self, word: str) -> Format:
        """Laid over the id of a row where something is missing: shows the word after it."""
        return self._workbook.add_format({"font_color": BAD.text, "num_format": f'@": {word}"'})

    def faulty_id(self, word: str, fault: Severity) -> Format:
        """Laid over the id of a row with something to mend: shows the word after it."""
        tone = _TONES[fault]
        return self._workbook.add_format({"font_color": tone.text, "num_format": f'@": {word}"'})

    def _number_format(self, kind: FieldType | None) -> str:
        """Text as text, so that "1-3" does not become a date nor "- talk" a formula."""
        if kind is FieldType.DATE:
            return self._date_format
        return _NUMBERS.get(kind, "@") if kind else "@"

    def _heading(self, **more: object) -> Format:
        look = {"bold": True, "font_color": WHITE, "bg_color": ACCENT, "border": _THIN, "border_color": WHITE}
        return self._wrapped(**look | {"valign": "vcenter"} | more)

    def _wrapped(self, **more: object) -> Format:
        return self._format(**{"text_wrap": True, "align": "left", "valign": "top", "indent": 1} | more)

    def _format(self, **more: object) -> Format:
        return self._workbook.add_format({"font_name": FONT, "font_size": 11, "font_color": INK} | more)
