"""What must hold across a whole definition: the rules that no single model can check.

Each rule takes a draft and yields every mistake against it; none stops at the first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from aktivplan.definition.draft import Draft, Entry, Mistake, mistake
from aktivplan.definition.rules_of_goals import GOAL_RULES
from aktivplan.definition.rules_of_messages import MESSAGE_RULES
from aktivplan.definition.rules_of_tables import TABLE_RULES

Rule = Callable[[Draft], Iterator[Mistake]]


def broken_rules(draft: Draft) -> tuple[Mistake, ...]:
    """Every mistake against the rules, rule by rule."""
    return tuple(found for rule in RULES for found in rule(draft))


def nothing_is_left_out(draft: Draft) -> Iterator[Mistake]:
    """A plan has at least one goal, one unit, one table and one field."""
    kinds = {"goals": draft.goals, "units": draft.units, "tables": draft.tables, "fields": draft.fields}
    for name, entries in kinds.items():
        if not entries:
            yield mistake("plan-empty", (name,))


def the_period_runs_forward(draft: Draft) -> Iterator[Mistake]:
    """The plan's last day does not come before its first."""
    start, end = (_day(draft.settings.values.get(name)) for name in ("period_start", "period_end"))
    if start and end and end < start:
        yield mistake("plan-period-reversed", draft.settings.at("period_end"), end.isoformat())


def answers_have_an_address(draft: Draft) -> Iterator[Mistake]:
    """The process leader has an e-mail address, which the units send their forms to."""
    if not draft.settings.text("leader_email") and "leader_email" not in draft.settings.spoiled:
        yield mistake("plan-value-missing", draft.settings.at("leader_email"))


def every_level_has_a_name(draft: Draft) -> Iterator[Mistake]:
    """The goal tree has at least one level, and each level has a name."""
    if "level_names" in draft.settings.spoiled:
        return
    names = draft.settings.values.get("level_names")
    for index, name in enumerate(names if isinstance(names, list) and names else [""]):
        if not str(name).strip():
            yield mistake("plan-value-missing", draft.settings.at("level_names", index))


def names_are_given_once(draft: Draft) -> Iterator[Mistake]:
    """No two goals, units, tables, fields of a table, lists or choices of a list are called the same."""
    yield from _repeated(draft.goals, "id")
    yield from _repeated(draft.units, "code")
    yield from _repeated(draft.tables, "key")
    yield from _repeated(draft.fields, "key", within="table")
    yield from _repeated(draft.lists, "name")
    yield from _repeated(draft.choices, "value", within="list")


def record_ids_tell_tables_apart(draft: Draft) -> Iterator[Mistake]:
    """Of several tables, each has its own letters in the record ids; only one may do without."""
    yield from _repeated(draft.tables, "code")
    bare = [table for table in draft.tables if not table.text("code") and "code" not in table.spoiled]
    for table in bare[1:]:
        yield mistake("plan-letters-missing", table.at("code"), table.text("title"))


def _repeated(entries: Iterable[Entry], attribute: str, *, within: str = "") -> Iterator[Mistake]:
    """Later entries with the same text as an earlier one, capitals aside (file systems do not tell them apart)."""
    seen: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        value = entry.text(attribute)
        first = seen.setdefault((entry.text(within), value.casefold()), entry)
        if value and first is not entry:
            yield mistake("plan-duplicate", entry.at(attribute), value, first=first.path)


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None


RULES: tuple[Rule, ...] = (
    nothing_is_left_out,
    the_period_runs_forward,
    answers_have_an_address,
    every_level_has_a_name,
    names_are_given_once,
    record_ids_tell_tables_apart,
    *GOAL_RULES,
    *TABLE_RULES,
    *MESSAGE_RULES,
)
"""Every rule, in the order in which mistakes are told."""
