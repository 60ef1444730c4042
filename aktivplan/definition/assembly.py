"""A draft's entries against the models: what each model refuses, and the plan where none does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from aktivplan.definition.draft import Draft, Entry, Mistake, Path, mistake
from aktivplan.definition.message_words import is_default
from aktivplan.definition.models import Choice, Field, Goal, MessageText, Plan, Settings, Table, Unit

_CODES = {
    "missing": "plan-value-missing",
    "string_too_short": "plan-value-missing",
    "string_too_long": "plan-too-long",
    "greater_than_equal": "plan-number-wrong",
}
_PATTERNS = {
    ("settings", "leader_email"): "plan-email-wrong",
    ("settings", "sender"): "plan-email-wrong",
    ("settings", "reply_to"): "plan-email-wrong",
    ("settings", "mail_server"): "plan-server-wrong",
    ("settings", "mailbox"): "plan-server-wrong",
    ("units", "email"): "plan-email-wrong",
    ("units", "code"): "plan-code-wrong",
    ("tables", "code"): "plan-letters-wrong",
}
"""What it means that an attribute does not have the form it must have."""
_LENGTHS = {"units": 12, "tables": 3}
"""The most characters of a code, as the models have it."""


def refused(draft: Draft) -> tuple[Mistake, ...]:
    """Every mistake that one entry shows by itself."""
    checks: tuple[tuple[type[BaseModel], tuple[Entry, ...], Mapping[str, object]], ...] = (
        (Settings, (draft.settings,), {"leader_email": ""}),
        (Goal, draft.goals, {}),
        (Unit, draft.units, {}),
        (Table, draft.tables, {"fields": ()}),
        (Field, draft.fields, {"heading": ""}),
        (Choice, draft.choices, {}),
        (MessageText, draft.messages, {}),
    )
    return tuple(
        found
        for model, entries, given in checks
        for entry in entries
        for found in _refused(model, entry, given)
    )


def assemble(draft: Draft) -> Plan:
    """The plan of a draft without mistakes. Raises pydantic's ValidationError if it has any."""
    fields, choices = draft.fields, draft.choices
    return Plan.model_validate(
        {
            "settings": draft.settings.values,
            "goals": [goal.values for goal in draft.goals],
            "units": [unit.values for unit in draft.units],
            "tables": [
                {**table.values, "fields": _members(fields, "table", table.text("key"))}
                for table in draft.tables
            ],
            "choice_lists": [
                {**one.values, "choices": _members(choices, "list", one.text("name"))} for one in draft.lists
            ],
            "messages": tuple(_own_texts(draft)),
        }
    )


def _own_texts(draft: Draft) -> Iterator[MessageText]:
    """The texts that somebody has changed; the others follow the plan's language."""
    texts = (MessageText.model_validate(entry.values) for entry in draft.messages)
    return (text for text in texts if not is_default(text))


def _members(entries: tuple[Entry, ...], owner: str, name: str) -> list[dict[str, object]]:
    return [_own_values(entry) for entry in entries if entry.text(owner) == name]


def _own_values(entry: Entry) -> dict[str, object]:
    """The values without what only says where the entry belongs; a goal field may lack its heading."""
    values = {name: value for name, value in entry.values.items() if name not in ("table", "list")}
    return {"heading": "", **values} if "table" in entry.values else values


def _refused(model: type[BaseModel], entry: Entry, given: Mapping[str, object]) -> Iterator[Mistake]:
    try:
        model.model_validate({**given, **_own_values(entry)})
    except ValidationError as error:
        for details in error.errors():
            if details["loc"][0] not in entry.spoiled:
                yield _mistake(entry, details)


def _mistake(entry: Entry, details: ErrorDetails) -> Mistake:
    path: Path = entry.at(*details["loc"])
    kind, attribute = str(path[0]), str(details["loc"][0])
    context: dict[str, Any] = details.get("ctx", {})
    value = str(entry.values.get(attribute, ""))
    if details["type"] == "string_pattern_mismatch":
        return mistake(_PATTERNS[kind, attribute], path, value, length=_LENGTHS.get(kind, 0))
    code = _CODES[details["type"]]
    return mistake(code, path, value, length=context.get("max_length", 0), example=context.get("ge", 1))
