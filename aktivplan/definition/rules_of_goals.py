"""Rules of the goal tree."""

from __future__ import annotations

from collections.abc import Iterator

from aktivplan.definition.draft import Draft, Entry, Mistake, mistake


def parents_exist(draft: Draft) -> Iterator[Mistake]:
    """A goal's parent is the id of another goal."""
    ids = {goal.text("id") for goal in draft.goals}
    for goal in draft.goals:
        parent = goal.text("parent")
        if parent and parent not in ids:
            yield mistake("plan-unknown-parent", goal.at("parent"), parent)


def no_goal_is_its_own_ancestor(draft: Draft) -> Iterator[Mistake]:
    """Going from parent to parent one comes to a topmost goal."""
    by_id = _by_id(draft)
    for goal in draft.goals:
        chain = ancestry(goal, by_id)
        if chain is None and _stands_in_circle(goal, by_id):
            yield mistake("plan-goal-circle", goal.at("parent"), goal.text("id"))


def goals_stand_on_named_levels(draft: Draft) -> Iterator[Mistake]:
    """No goal stands deeper than the settings name levels."""
    levels = len(level_names(draft))
    by_id = _by_id(draft)
    for goal in draft.goals if levels else ():
        chain = ancestry(goal, by_id)
        if chain is not None and len(chain) > levels:
            value = goal.text("id")
            yield mistake("plan-goal-too-deep", goal.at("parent"), value, level=len(chain), levels=levels)


def level_names(draft: Draft) -> tuple[str, ...]:
    """The levels' names, topmost first, as far as they are given."""
    names = draft.settings.values.get("level_names")
    return tuple(str(name) for name in names) if isinstance(names, list | tuple) else ()


def ancestry(goal: Entry, by_id: dict[str, Entry]) -> tuple[str, ...] | None:
    """The ids from the goal itself to its topmost ancestor; None if that goes in a circle."""
    chain = [goal.text("id")]
    while (parent := by_id.get(chain[-1], goal).text("parent")) in by_id:
        if parent in chain:
            return None
        chain.append(parent)
    return tuple(chain)


def goals_on_levels(draft: Draft) -> frozenset[int]:
    """The levels (1 the topmost) on which at least one goal stands."""
    by_id = _by_id(draft)
    chains = (ancestry(goal, by_id) for goal in draft.goals)
    return frozenset(len(chain) for chain in chains if chain is not None)


def _stands_in_circle(goal: Entry, by_id: dict[str, Entry]) -> bool:
    """Whether the goal is part of the circle itself, not only a descendant of one."""
    start = current = goal.text("id")
    for _step in by_id:
        current = by_id[current].text("parent") if current in by_id else ""
        if current == start:
            return True
    return False


def _by_id(draft: Draft) -> dict[str, Entry]:
    """Goals by id; of two with the same id, the first."""
    found: dict[str, Entry] = {}
    for goal in draft.goals:
        if goal.text("id"):
            found.setdefault(goal.text("id"), goal)
    return found


GOAL_RULES = (parents_exist, no_goal_is_its_own_ancestor, goals_stand_on_named_levels)
