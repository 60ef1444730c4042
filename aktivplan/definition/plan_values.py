"""What plan.xlsx says about a plan: the rows of its sheets, in the plan's language. Knows no workbook."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from aktivplan.definition.message_words import text_of
from aktivplan.definition.models import Plan
from aktivplan.definition.plan_settings import SETTINGS
from aktivplan.definition.plan_slots import Kind, SheetWords, Slot
from aktivplan.definition.terms import MessageKind
from aktivplan.i18n import Translator

Content = str | float | date
_LEVELS = 4
"""How many levels can be named without adding a row."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A row of the settings."""

    slot: Slot
    name: str
    content: Content
    """"" if it is not set."""


def settings_rows(plan: Plan, t: Translator) -> tuple[Setting, ...]:
    """Every setting, in order, with its name and value as they are written."""
    return tuple(row for slot in SETTINGS.slots for row in _settings(plan, slot, t))


def list_rows(plan: Plan, words: SheetWords, t: Translator) -> tuple[tuple[Content, ...], ...]:
    """The rows of another sheet, a cell for each of its slots."""
    return tuple(
        tuple(_listed(slot, attributes.get(slot.attribute), t) for slot in words.slots)
        for attributes in _ENTRIES[words.kind](plan)
    )


def _settings(plan: Plan, slot: Slot, t: Translator) -> Iterator[Setting]:
    if slot.attribute != "level_names":
        yield Setting(slot, slot.named(t), _content(slot, getattr(plan.settings, slot.attribute), t))
        return
    names = plan.settings.level_names
    for number in range(1, max(len(names), _LEVELS) + 1):
        yield Setting(slot, slot.named(t, number), names[number - 1] if number <= len(names) else "")


def _listed(slot: Slot, value: object, t: Translator) -> Content:
    """As in the settings, but a column of yes and no says only yes, so that it stands out."""
    return "" if value is False else _content(slot, value, t)


def _content(slot: Slot, value: object, t: Translator) -> Content:
    """A model's value as it is written; "" for none."""
    if slot.kind is Kind.YESNO:
        value = "yes" if value else "no"
    if slot.words:
        return next((t(word.message) for word in slot.words if word.value == value), "")
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return value if isinstance(value, str | int | float | date) else ""


def _goals(plan: Plan) -> Iterator[dict[str, object]]:
    return (dict(goal) for goal in plan.goals)


def _units(plan: Plan) -> Iterator[dict[str, object]]:
    return (dict(unit) for unit in plan.units)


def _tables(plan: Plan) -> Iterator[dict[str, object]]:
    return (dict(table) for table in plan.tables)


def _fields(plan: Plan) -> Iterator[dict[str, object]]:
    return ({"table": table.key, **dict(field)} for table in plan.tables for field in table.fields)


def _choices(plan: Plan) -> Iterator[dict[str, object]]:
    return ({"list": one.name, **dict(choice)} for one in plan.choice_lists for choice in one.choices)


def _messages(plan: Plan) -> Iterator[dict[str, object]]:
    """A text of every kind in the plan's language, then those in other languages."""
    shown = [text_of(plan, kind) for kind in MessageKind]
    return (dict(text) for text in (*shown, *(text for text in plan.messages if text not in shown)))


_ENTRIES = {
    "goals": _goals,
    "units": _units,
    "tables": _tables,
    "fields": _fields,
    "choices": _choices,
    "messages": _messages,
}
