"""Where everything stands in one plan.xlsx: which sheet is which, and the place of each slot in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from aktivplan.definition.plan_cells import cell_text
from aktivplan.definition.plan_settings import SETTINGS
from aktivplan.definition.plan_sheets import SHEETS
from aktivplan.definition.plan_slots import SheetWords, Slot
from aktivplan.definition.plan_words import (
    is_password,
    is_settings_heading,
    language_of,
    sheet_named,
    slot_named,
    word_named,
)
from aktivplan.findings import Finding, Place, finding, quoted
from aktivplan.i18n import Translator
from aktivplan.workbooks.sheets import Sheet

FILE = "plan.xlsx"
_HEADING_ROWS = 25
"""How far down the row of headings is looked for."""
NAME_COLUMN, VALUE_COLUMN = 1, 2
"""Columns of the settings."""

SlotKey = tuple[str, int]
"""An attribute, and its number where it stands once a level (1 the topmost; otherwise 0)."""


@dataclass(frozen=True, slots=True)
class Located:
    """A sheet of the workbook that was recognised."""

    words: SheetWords
    grid: Sheet
    heading_row: int
    """0 in the settings, and where no heading was found."""
    lines: Mapping[SlotKey, int]
    """The column of each attribute; in the settings, its row."""

    @property
    def place(self) -> Place:
        """The sheet."""
        return Place(FILE, self.grid.name)

    @property
    def has_slots(self) -> bool:
        """Whether anything that Aktivplan knows stands in it."""
        return bool(self.lines)

    def slot_place(self, attribute: str, number: int, row: int) -> Place:
        """The cell of an attribute; for a column that is missing, its row alone."""
        line = self.lines.get((attribute, number), 0)
        if self.words is SETTINGS:
            return self.place.at(row=line, column=VALUE_COLUMN if line else 0)
        return self.place.at(row=row, column=line)

    def slot_name(self, slot: Slot, number: int, t: Translator) -> str:
        """The slot's name as it stands in this workbook, or else in the translator's language."""
        line = self.lines.get((slot.attribute, number), 0)
        if not line:
            return slot.named(t, number or "")
        settings = self.words is SETTINGS
        cell = self.grid.cell(line, NAME_COLUMN) if settings else self.grid.cell(self.heading_row, line)
        return " ".join(cell_text(cell).split())


def workbook_language(grids: tuple[Sheet, ...]) -> str:
    """The plan's language by the settings, or else the one that most of the sheets are named in."""
    for grid in grids:
        if sheet_named(grid.name) is SETTINGS:
            row = _settings(grid)[0].lines.get(("language", 0), 0)
            language = word_named(SETTINGS.slot("language"), cell_text(grid.cell(row, VALUE_COLUMN)))
            if language:
                return language
    return language_of(tuple(grid.name for grid in grids))


def locate(grids: tuple[Sheet, ...], t: Translator) -> tuple[dict[str, Located], list[Finding]]:
    """The recognised sheets by their kind, and what is wrong with sheets and headings."""
    located: dict[str, Located] = {}
    findings: list[Finding] = []
    for grid in grids:
        words = sheet_named(grid.name)
        if words is None:
            continue
        if words.kind in located:
            other = located[words.kind].grid.name
            findings.append(finding("plan-sheet-twice", Place(FILE, grid.name), other=other))
            continue
        found, wrong = _settings(grid) if words is SETTINGS else _list(words, grid, t)
        located[words.kind] = found
        findings += wrong
    for words in SHEETS:
        if words.kind not in located and not words.optional:
            findings.append(finding("plan-sheet-missing", Place(FILE), wanted=t(words.name)))
    return located, findings


def _settings(grid: Sheet) -> tuple[Located, list[Finding]]:
    """Names down the first column, values beside them; lines without a value are prose."""
    place = Place(FILE, grid.name)
    lines: dict[SlotKey, int] = {}
    findings = []
    for row in range(1, len(grid.rows) + 1):
        name, value = cell_text(grid.cell(row, NAME_COLUMN)), grid.cell(row, VALUE_COLUMN)
        slot = slot_named(SETTINGS, name) if name else None
        if slot is None:
            if name and value != "" and is_password(name):
                findings.append(finding("plan-password", place.at(row=row, column=1), value=quoted(name)))
            elif name and value != "" and not is_settings_heading(name):
                findings.append(finding("plan-setting-unknown", place.at(row=row, column=1), value=name))
            continue
        key = (slot[0].attribute, slot[1])
        first = lines.setdefault(key, row)
        if first != row:
            there = place.at(row=row, column=1)
            findings.append(finding("plan-setting-twice", there, heading=name, first=first))
    return Located(SETTINGS, grid, 0, lines), findings


def _list(words: SheetWords, grid: Sheet, t: Translator) -> tuple[Located, list[Finding]]:
    """A row of headings, found by its words, and the columns under them."""
    row = max(range(1, _HEADING_ROWS + 1), key=lambda row: (len(_columns(words, grid, row)[0]), -row))
    lines, twice, unknown = _columns(words, grid, row)
    place = Place(FILE, grid.name, row)
    findings = []
    for slot in words.slots:
        if slot.needed and (slot.attribute, 0) not in lines:
            missing = finding("plan-heading-missing", Place(FILE, grid.name), heading=slot.named(t))
            findings.append(missing)
    if lines:
        findings += [
            finding("plan-heading-twice", place.at(column=column), heading=name) for column, name in twice
        ]
        findings += [
            finding("plan-password", place.at(column=column), value=quoted(name))
            if is_password(name)
            else finding("plan-heading-unknown", place.at(column=column), heading=name)
            for column, name in unknown
        ]
    return Located(words, grid, row if lines else 0, lines), findings


def _columns(
    words: SheetWords, grid: Sheet, row: int
) -> tuple[dict[SlotKey, int], list[tuple[int, str]], list[tuple[int, str]]]:
    """The row read as headings: columns by slot, and column and text of repeated and of unknown ones."""
    lines: dict[SlotKey, int] = {}
    twice, unknown = [], []
    cells = grid.rows[row - 1] if row <= len(grid.rows) else ()
    for column, cell in enumerate(cells, start=1):
        name = " ".join(cell_text(cell).split())
        slot = slot_named(words, name) if name else None
        if slot and (slot[0].attribute, 0) not in lines:
            lines[slot[0].attribute, 0] = column
        elif slot:
            twice.append((column, name))
        elif name:
            unknown.append((column, name))
    return lines, twice, unknown
