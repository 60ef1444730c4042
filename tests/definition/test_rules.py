from __future__ import annotations

from typing import Any

import pytest

from aktivplan.definition.preset import draft_of
from aktivplan.definition.rules import RULES, broken_rules
from tests.definition.books import sample_plan


def definition(*path: Any, **changes: Any) -> dict[str, Any]:
    """The sample plan as TOML would give it, with changes to the thing at the path."""
    data: dict[str, Any] = sample_plan().model_dump(mode="python")
    data = _listed(data)
    thing: Any = data
    for step in path:
        thing = thing[step]
    thing.update(changes)
    return data


def _listed(value: Any) -> Any:
    """TOML has lists, not tuples."""
    if isinstance(value, dict):
        return {name: _listed(one) for name, one in value.items()}
    return [_listed(one) for one in value] if isinstance(value, list | tuple) else value


def broken(data: dict[str, Any]) -> list[tuple[str, tuple[str | int, ...]]]:
    return [(one.code, one.path) for one in broken_rules(draft_of(data))]


def test_a_sound_definition_breaks_no_rule() -> None:
    assert broken(definition()) == []


@pytest.mark.parametrize("kind", ["goals", "units", "tables"])
def test_a_definition_without_goals_units_or_tables_is_empty(kind: str) -> None:
    assert ("plan-empty", (kind,)) in broken(definition(**{kind: []}))


def test_a_definition_without_anything_breaks_rules_but_no_rule_breaks() -> None:
    assert [code for code, _path in broken({})].count("plan-empty") == 4


def test_things_of_the_wrong_shape_are_left_to_the_models() -> None:
    data = definition(goals=["1"], units={"code": "A"}, settings="?")
    assert ("plan-empty", ("units",)) in broken(data)


def test_two_choice_lists_cannot_have_one_name() -> None:
    path = ("choice_lists", 1, "name")
    assert ("plan-duplicate", path) in broken(definition("choice_lists", 1, name="status"))


def test_a_choice_list_without_choices_is_told() -> None:
    assert broken(definition("choice_lists", 0, choices=[])) == [
        ("plan-list-empty", ("choice_lists", 0, "name"))
    ]


def test_the_same_key_may_stand_in_two_tables() -> None:
    data = definition("tables", 1, "fields", 0, key="tid")
    assert broken(data) == []


def test_a_field_is_placed_by_its_index_in_its_table() -> None:
    path = ("tables", 1, "fields", 2, "choices")
    assert broken(definition("tables", 1, "fields", 2, choices="finns_ej")) == [("plan-unknown-list", path)]


def test_a_table_of_leaders_fields_alone_gives_units_nothing_to_fill_in() -> None:
    data = definition()
    for field in data["tables"][0]["fields"]:
        field["audience"] = "leaders"
    assert broken(data) == [("plan-table-empty", ("tables", 0, "key"))]


def test_a_goal_field_without_heading_is_called_as_its_level() -> None:
    assert broken(definition("tables", 0, "fields", 0, heading="")) == []
    clash = definition("tables", 0, "fields", 0, heading="", level=1)
    clash["tables"][0]["fields"][1]["heading"] = "Utvecklingsområde"
    assert broken(clash) == [("plan-heading-repeated", ("tables", 0, "fields", 1, "heading"))]


def test_a_level_without_goals_cannot_be_chosen_from() -> None:
    data = definition("settings", level_names=["Område", "Mål", "Delmål"])
    data["tables"][0]["fields"][0]["level"] = 3
    assert broken(data) == [("plan-level-empty", ("tables", 0, "fields", 0, "level"))]


def test_a_level_without_name_is_told_by_its_number() -> None:
    data = definition("settings", level_names=["Område", " "])
    assert broken(data) == [("plan-value-missing", ("settings", "level_names", 1))]


@pytest.mark.parametrize("title", ["läs FÖRST", "_lists", "Målen", "History", "Aktiviteter"])
def test_a_table_cannot_have_the_name_of_another_sheet_of_the_form(title: str) -> None:
    data = definition("tables", 1, title=title)
    assert broken(data) == [("plan-sheet-taken", ("tables", 1, "title"))]


def test_titles_that_differ_only_in_what_excel_drops_are_the_same_sheet() -> None:
    data = definition("tables", 0, title="Val/mål")
    data["tables"][1]["title"] = "Val:mål"
    assert broken(data) == [("plan-sheet-taken", ("tables", 1, "title"))]


def test_every_rule_says_what_it_asks_for() -> None:
    for rule in RULES:
        assert (rule.__doc__ or "").rstrip().endswith(".") or (rule.__doc__ or "").endswith(").")
