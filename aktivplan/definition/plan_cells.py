"""What a cell of plan.xlsx says: its text, and its value for an attribute of a model."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime

from aktivplan.definition.draft import Mistake, Path, mistake
from aktivplan.definition.models import MOST_DAYS
from aktivplan.definition.plan_slots import Kind, Slot
from aktivplan.definition.plan_words import key_from, word_named
from aktivplan.workbooks.sheets import Cell, NoValue

KEY_LENGTH = 40
"""The most characters a key may have."""


def cell_text(cell: Cell) -> str:
    """What a person sees in the cell, stripped."""
    if isinstance(cell, NoValue):
        return cell.shown
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def cell_value(slot: Slot, cell: Cell, path: Path) -> object | Mistake:
    """The cell's value for the slot's attribute, or what is wrong with it. The cell is not empty."""
    if isinstance(cell, NoValue):
        return mistake("plan-cell-without-value", path, cell.shown)
    return _READERS[slot.kind](slot, cell, path)


def _text(_slot: Slot, cell: Cell, _path: Path) -> object | Mistake:
    return cell_text(cell)


def _code(_slot: Slot, cell: Cell, path: Path) -> object | Mistake:
    if isinstance(cell, date):
        return mistake("plan-date-unexpected", path, cell_text(cell))
    return cell_text(cell)


def _key(_slot: Slot, cell: Cell, path: Path) -> object | Mistake:
    text = cell_text(cell)
    return key_from(text) or mistake("plan-code-wrong", path, text, length=KEY_LENGTH)


def _date(_slot: Slot, cell: Cell, path: Path) -> object | Mistake:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = cell_text(cell)
    try:
        return date.fromisoformat(text if isinstance(cell, str) else "")
    except ValueError:
        return mistake("plan-date-wrong", path, text)


def _whole(slot: Slot, cell: Cell, path: Path) -> object | Mistake:
    value = _number(slot, cell, path)
    if not isinstance(value, float) or not value.is_integer():
        return mistake("plan-number-wrong", path, cell_text(cell), example=2)
    return int(value)


def _days(_slot: Slot, cell: Cell, path: Path) -> object | Mistake:
    text = cell_text(cell)
    days = re.sub(r"[\u2010-\u2015\u2212]", "-", text).replace("+", "")
    if not re.fullmatch(r"\s*-?[0-9]{1,3}(\s*[,;]\s*-?[0-9]{1,3})*\s*", days):
        return mistake("plan-days-wrong", path, text)
    numbers = tuple(map(int, re.split("[,;]", days)))
    return (
        numbers if all(abs(one) <= MOST_DAYS for one in numbers) else mistake("plan-days-wrong", path, text)
    )


def _number(_slot: Slot, cell: Cell, path: Path) -> object | Mistake:
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return float(cell)
    text = cell_text(cell)
    plain = "".join(text.split()).replace(",", ".")
    if not re.fullmatch(r"[+-]?[0-9]+(\.[0-9]+)?", plain):
        return mistake("plan-decimal-wrong", path, text, example=2)
    return float(plain)


def _word(slot: Slot, cell: Cell, path: Path) -> object | Mistake:
    text = cell_text(cell)
    value = word_named(slot, text)
    if value is None:
        return mistake("plan-value-wrong", path, text, allowed=tuple(word.message for word in slot.words))
    return value


def _yes_or_no(slot: Slot, cell: Cell, path: Path) -> object | Mistake:
    value = cell if isinstance(cell, bool) else _word(slot, cell, path)
    return value == "yes" if isinstance(value, str) else value


_READERS: Mapping[Kind, Callable[[Slot, Cell, Path], object | Mistake]] = {
    Kind.TEXT: _text,
    Kind.CODE: _code,
    Kind.KEY: _key,
    Kind.DATE: _date,
    Kind.WHOLE: _whole,
    Kind.DAYS: _days,
    Kind.NUMBER: _number,
    Kind.WORD: _word,
    Kind.YESNO: _yes_or_no,
}
