"""What the cells of plan.xlsx take, and what is said beside them and when something else is entered."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from aktivplan.definition.plan_slots import Kind, Slot
from aktivplan.definition.plan_words import words_of
from aktivplan.i18n import N_, Translator

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
LONGEST_INLINE = 255
"""The most characters in a drop-down's values, with a comma between each, that stand in the rule itself."""
_LIMITS: Mapping[Kind, Mapping[str, object]] = {
    Kind.DATE: {
        "validate": "date",
        "criteria": "between",
        "minimum": date(1950, 1, 1),
        "maximum": date(2199, 12, 31),
    },
    Kind.WHOLE: {"validate": "integer", "criteria": ">=", "value": 1},
    Kind.NUMBER: {"validate": "decimal", "criteria": "between", "minimum": -1e12, "maximum": 1e12},
}
_REFUSALS: Mapping[Kind, str] = {
    Kind.DATE: N_("Write a date, such as {example}."),
    Kind.WHOLE: N_("Write a whole number, 1 or higher."),
    Kind.NUMBER: N_("Write a number."),
    Kind.WORD: N_("Choose one of the values in the list."),
    Kind.YESNO: N_("Choose one of the values in the list."),
}


def plain(text: str) -> str:
    """The text without the characters that no XML file may hold."""
    return _ILLEGAL.sub("", text)


def entry_rule(slot: Slot, name: str, t: Translator, suggested: object = None) -> dict[str, object]:
    """The data validation of a slot's cells, as XlsxWriter takes it.

    ``suggested`` is a list of values, or a formula for the cells that hold them; other entries are let through.
    """
    rule: dict[str, object] = {"validate": "any", "input_title": name, "input_message": t(slot.help)}
    if slot.words:
        rule |= {"validate": "list", "source": list(words_of(slot, t))}
    elif suggested:
        rule |= {"validate": "list", "source": suggested, "show_error": False}
    else:
        rule |= _LIMITS.get(slot.kind, {})
    if slot.kind in _REFUSALS:
        example = t.date(date(2027, 3, 31), "yyyy-MM-dd")
        message = (
            t(_REFUSALS[slot.kind], example=example) if slot.kind is Kind.DATE else t(_REFUSALS[slot.kind])
        )
        rule |= {"error_title": name, "error_message": message}
    return rule
