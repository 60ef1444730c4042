"""The rings of a year wheel: which there are, and which records belong to each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from aktivplan.definition.models import Plan
from aktivplan.edition import Scheduled
from aktivplan.i18n import Translator
from aktivplan.records import Record

_MOST = 5
"""Rings for records. Where there are more areas, the last one holds all but the four largest."""
LETTERS = "ABCDE"
PROCESS = "P"
"""The letter of the ring for collecting and following up the plan itself."""


@dataclass(frozen=True, slots=True)
class Area:
    """What a ring stands for, and its records in time."""

    label: str
    members: tuple[Scheduled, ...]


def areas(plan: Plan, scheduled: Iterable[Scheduled], t: Translator) -> tuple[Area, ...]:
    """The topmost goals that have records, then tables that ask for no goal, then what is left; five at most."""
    gathered: dict[str, list[Scheduled]] = {key: [] for key in _keys(plan)}
    key_of = _key_of(plan)
    for one in scheduled:
        gathered[key_of(one.record)].append(one)
    found = {key: tuple(members) for key, members in gathered.items() if members}
    largest = sorted(found, key=lambda key: len(found[key]), reverse=True)
    kept = set(largest if len(found) <= _MOST else largest[: _MOST - 1])
    own = [Area(_label(plan, key, t), members) for key, members in found.items() if key in kept]
    rest = [key for key in found if key not in kept]
    if not rest:
        return tuple(own)
    together = tuple(one for key in rest for one in found[key])
    named = ", ".join(
        plan.goals_by_id[key].id if key in plan.goals_by_id else _label(plan, key, t) for key in rest
    )
    return (*own, Area(t("Others: {names}", names=named), together))


def _keys(plan: Plan) -> list[str]:
    """Goal ids, then tables (marked, since a goal's id may be a table's key), then "" for what has neither."""
    return [
        *(goal.id for goal in plan.children()),
        *(_table_key(table.key) for table in plan.tables if table.goal_field is None),
        "",
    ]


def _table_key(key: str) -> str:
    return f"table {key} without goals"


def _key_of(plan: Plan) -> Callable[[Record], str]:
    tops = {goal.id: plan.path(goal)[0].id for goal in plan.goals}
    fields = {table.key: table.goal_field for table in plan.tables}

    def key(record: Record) -> str:
        field = fields[record.table]
        if field is None:
            return _table_key(record.table)
        return tops.get(str(record.value(field.key).parsed), "")

    return key


def _label(plan: Plan, key: str, t: Translator) -> str:
    if key in plan.goals_by_id:
        return plan.goals_by_id[key].label
    titles = {_table_key(table.key): table.title for table in plan.tables}
    return titles.get(key) or t("Without a goal")
