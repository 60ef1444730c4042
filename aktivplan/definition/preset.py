"""The definitions that come with Aktivplan, one TOML file each in `presets/`. Knows no workbook."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any

from pydantic import ValidationError

from aktivplan.definition import PRESETS
from aktivplan.definition.draft import Draft, Entry, Path
from aktivplan.definition.models import Plan
from aktivplan.definition.rules import broken_rules

__all__ = ["PRESETS", "draft_of", "load_preset", "plan_from_toml"]


def load_preset(name: str) -> Plan:
    """The preset's plan.

    Raises KeyError for an unknown name, and ValueError that lists every mistake in the preset's file.
    """
    if name not in PRESETS:
        raise KeyError(f"there is no preset {name!r}; there are: {', '.join(PRESETS)}")
    text = (files("aktivplan.definition") / "presets" / f"{name}.toml").read_text(encoding="utf-8")
    return plan_from_toml(text)


def plan_from_toml(text: str) -> Plan:
    """The plan that a TOML file of the models' own shape defines. Raises ValueError that lists every mistake."""
    data = tomllib.loads(text)
    plan, mistakes = None, []
    try:
        plan = Plan.model_validate(data)
    except ValidationError as error:
        mistakes = [f"{_where(one['loc'])}: {one['msg']}" for one in error.errors()]
    for broken in broken_rules(draft_of(data)):
        first = f", first in {_where(broken.first)}" if broken.first else ""
        mistakes.append(f"{_where(broken.path)}: {broken.code} ({broken.value!r}{first})")
    if plan is None or mistakes:
        raise ValueError("\n".join(("the definition has mistakes:", *mistakes)))
    return plan


def draft_of(data: Mapping[str, Any]) -> Draft:
    """The draft of a definition in the models' own shape; what is not of that shape is left out."""
    tables, lists = tuple(_entries(data, "tables")), tuple(_entries(data, "choice_lists"))
    fields = (
        Entry(entry.path, {**entry.values, "table": table.text("key")})
        for table in tables
        for entry in _entries(table.values, "fields", table.path)
    )
    choices = (
        Entry(entry.path, {**entry.values, "list": one.text("name")})
        for one in lists
        for entry in _entries(one.values, "choices", one.path)
    )
    settings = data.get("settings")
    return Draft(
        settings=Entry(("settings",), settings if isinstance(settings, dict) else {}),
        goals=tuple(_entries(data, "goals")),
        units=tuple(_entries(data, "units")),
        tables=tables,
        fields=tuple(fields),
        lists=lists,
        choices=tuple(choices),
        messages=tuple(_entries(data, "messages")),
    )


def _entries(values: Mapping[str, Any], name: str, parent: Path = ()) -> Iterator[Entry]:
    listed = values.get(name)
    for index, one in enumerate(listed if isinstance(listed, list) else ()):
        if isinstance(one, dict):
            yield Entry((*parent, name, index), one)


def _where(path: Path) -> str:
    """A path as in "tables[0].fields[2].heading"."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).lstrip(".")
