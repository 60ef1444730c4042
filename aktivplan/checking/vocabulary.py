"""Rules about values that are chosen from the plan's own words: choices and goals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aktivplan.checking.cells import Cell, about, filled, listed, of_type, unread
from aktivplan.definition.models import Goal, Plan
from aktivplan.definition.terms import FieldType
from aktivplan.findings import Finding, quoted
from aktivplan.nearest import alike, nearest
from aktivplan.records import Submission

_SEPARATORS = (r"[;\n]", r"[;,\n]")
_WORDS = re.compile(r"[^\w.,:]+|[.,:]+(?!\w)")
_POINTS = str.maketrans(",:", "..")
_LONGEST_NUMBER = 20
"""Characters; a text that is not longer says no more than a goal's number."""


def choices_are_on_their_list(plan: Plan, submission: Submission) -> Iterator[Finding]:
    """What is chosen is on the field's choice list."""
    for cell in filled(plan, submission, of_type(FieldType.CHOICE, FieldType.MULTICHOICE), unread):
        choices = plan.choices_for(cell.field).values
        for text in _not_chosen(cell, choices):
            yield _choice_unknown(plan, cell, text, choices)


def goals_are_in_the_plan(plan: Plan, submission: Submission) -> Iterator[Finding]:
    """Every goal named is a goal of the plan, on the level that the field asks for."""
    for cell in filled(plan, submission, of_type(FieldType.GOAL), unread):
        yield _goal_unknown(plan, cell)


def _not_chosen(cell: Cell, choices: tuple[str, ...]) -> list[str]:
    """The parts of the cell that are not on the list: the whole text where only one may be chosen."""
    if cell.field.type is FieldType.CHOICE:
        return [cell.value.text]
    known = {alike(choice) for choice in choices}
    split = ([part.strip() for part in re.split(mark, cell.value.text)] for mark in _SEPARATORS)
    unknown = [[part for part in parts if part and alike(part) not in known] for parts in split]
    return min(unknown, key=lambda parts: sum(map(len, parts))) or [cell.value.text]


def _choice_unknown(plan: Plan, cell: Cell, text: str, choices: tuple[str, ...]) -> Finding:
    begun = [choice for choice in choices if alike(choice).startswith(f"{alike(text).rstrip('.')} ")]
    suggestion = begun[0] if len(begun) == 1 else nearest(text, choices)
    if suggestion:
        return about("choice-unknown-near", plan, cell, value=quoted(text), suggestion=suggestion)
    return about("choice-unknown", plan, cell, value=quoted(text), allowed=listed(choices))


def _goal_unknown(plan: Plan, cell: Cell) -> Finding:
    text = alike(cell.value.text)
    if any(text in _names(goal) for goal in plan.goals):
        return about("goal-other-level", plan, cell)
    possible = plan.goals_for(cell.field)
    numbered = _numbered(plan, text)
    own = [goal for goal in numbered if goal in possible]
    if len(own) > 1:
        return about("goal-several", plan, cell)
    if numbered and not own and len(text) <= _LONGEST_NUMBER:
        return about("goal-other-level", plan, cell)
    meant = {name: goal for goal in possible for name in (goal.label, goal.text)}
    called = meant.get(nearest(_without_number(text), tuple(meant)))
    if called and numbered and called not in numbered:
        return about("goal-moved", plan, cell, suggestion=called.label)
    suggestion = own[0] if own else called
    if suggestion:
        return about("goal-unknown-near", plan, cell, suggestion=suggestion.label)
    return about("goal-unknown", plan, cell)


def _numbered(plan: Plan, text: str) -> list[Goal]:
    """The goals whose ids stand in the text, as words of their own."""
    words = {word.translate(_POINTS).strip(".") for word in _WORDS.split(text)}
    return [goal for goal in plan.goals if alike(goal.id) in words]


def _without_number(text: str) -> str:
    number, _, rest = text.partition(" ")
    return rest.strip(" –-:.") if rest and any(map(str.isdigit, number)) else text


def _names(goal: Goal) -> tuple[str, str, str]:
    return alike(goal.id), alike(goal.text), alike(goal.label)
