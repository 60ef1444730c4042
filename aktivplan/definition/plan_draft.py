"""The recognised sheets of a plan.xlsx as a draft: every row an entry, every cell a value or a mistake."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from aktivplan.definition.draft import Draft, Entry, Mistake, Path
from aktivplan.definition.plan_cells import cell_text, cell_value
from aktivplan.definition.plan_headings import VALUE_COLUMN, Located
from aktivplan.definition.plan_sheets import CHOICES, FIELDS, GOALS, MESSAGES, TABLES, UNITS
from aktivplan.definition.plan_slots import SheetWords, Slot
from aktivplan.definition.plan_words import key_from
from aktivplan.definition.terms import FieldType
from aktivplan.workbooks.sheets import Cell


def read_draft(located: Mapping[str, Located]) -> tuple[Draft, list[Mistake]]:
    """The draft, and the cells that could not be taken as what they stand for."""
    mistakes: list[Mistake] = []

    def rows(words: SheetWords) -> tuple[Entry, ...]:
        return _rows(located[words.kind], mistakes) if words.kind in located else ()

    settings = _settings(located.get("settings"), mistakes)
    choices = rows(CHOICES)
    draft = Draft(
        settings=_with_key(settings, "id", settings.text("title")),
        goals=rows(GOALS),
        units=rows(UNITS),
        tables=tuple(_with_key(table, "key", table.text("title")) for table in rows(TABLES)),
        fields=tuple(_with_key(field, "key", _called(field)) for field in rows(FIELDS)),
        lists=_lists(choices),
        choices=choices,
        messages=rows(MESSAGES),
    )
    return draft, mistakes


def _settings(sheet: Located | None, mistakes: list[Mistake]) -> Entry:
    """The values of the settings; the levels' names become one list."""
    path: Path = ("settings",)
    if sheet is None:
        return Entry(path, {})
    cells = {key: sheet.grid.cell(row, VALUE_COLUMN) for key, row in sheet.lines.items()}
    single = ((sheet.words.slot(name), cell) for (name, number), cell in cells.items() if number == 0)
    entry = _entry(path, single, mistakes)
    levels = {number: cell for (_name, number), cell in cells.items() if number and _filled(cell)}
    slot = sheet.words.slot("level_names")
    for number, cell in levels.items():
        value = cell_value(slot, cell, entry.at(slot.attribute, number - 1))
        if isinstance(value, Mistake):
            mistakes.append(value)
    names = [cell_text(levels.get(number, "")) for number in range(1, max(levels, default=0) + 1)]
    return Entry(path, {**entry.values, slot.attribute: names}, entry.spoiled)


def _rows(sheet: Located, mistakes: list[Mistake]) -> tuple[Entry, ...]:
    """The rows below the headings in which something stands."""
    columns = [(sheet.words.slot(name), column) for (name, _number), column in sheet.lines.items()]
    entries = []
    for row in range(sheet.heading_row + 1, len(sheet.grid.rows) + 1) if columns else ():
        cells = [(slot, sheet.grid.cell(row, column)) for slot, column in columns]
        if any(_filled(cell) for _slot, cell in cells):
            entries.append(_entry((sheet.words.kind, row), cells, mistakes))
    return tuple(entries)


def _entry(path: Path, cells: Iterable[tuple[Slot, Cell]], mistakes: list[Mistake]) -> Entry:
    values: dict[str, object] = {}
    spoiled = set()
    for slot, cell in cells:
        if not _filled(cell):
            continue
        value = cell_value(slot, cell, (*path, slot.attribute))
        if isinstance(value, Mistake):
            mistakes.append(value)
            spoiled.add(slot.attribute)
        else:
            values[slot.attribute] = value
    return Entry(path, values, frozenset(spoiled))


def _with_key(entry: Entry, attribute: str, name: str) -> Entry:
    """The entry with a key made from its name where none is given.

    Without a name the key is not missed: it is the name's absence that is told.
    """
    if attribute in entry.values or attribute in entry.spoiled:
        return entry
    key = key_from(name)
    if key:
        return Entry(entry.path, {**entry.values, attribute: key}, entry.spoiled)
    return Entry(entry.path, entry.values, entry.spoiled | {attribute})


def _called(field: Entry) -> str:
    """What a field's key is made from; goal fields may be without heading."""
    goal = field.text("type") == FieldType.GOAL
    return field.text("heading") or (FieldType.GOAL.value if goal else "")


def _lists(choices: Iterable[Entry]) -> tuple[Entry, ...]:
    """Every list that a choice belongs to, where it first stands."""
    lists: dict[str, Entry] = {}
    for choice in choices:
        name = choice.text("list")
        if name:
            lists.setdefault(name, Entry(choice.path, {"name": name}))
    return tuple(lists.values())


def _filled(cell: Cell) -> bool:
    return not isinstance(cell, str) or bool(cell.strip())
