"""Which elements of the page show a record, and what the filters go by: attributes that hold numbers and months only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from aktivplan.edition import Edition
from aktivplan.rendering.figures.spans import Span, spans_of

WITHOUT_GOAL = "none"
"""Stands where the numbers of goals would."""


class Records:
    """The records of an edition. A number stands for a unit, a goal or a responsible by its place in the edition."""

    def __init__(self, edition: Edition) -> None:
        self._numbers: dict[str, int] = {}
        for number, record in enumerate(edition.records):
            self._numbers.setdefault(record.id, number)
        self._facts = dict(zip(self._numbers, _facts(edition, self._numbers.values()), strict=True))
        self._told: set[str] = set()

    def __len__(self) -> int:
        """How many there are."""
        return len(self._numbers)

    def named_in(self, texts: Iterable[str]) -> str:
        """The id of a record among texts that stand beside each other; "" if none of them is one."""
        return next((text for text in map(str.strip, texts) if text in self._numbers), "")

    def facts(self, record_id: str) -> dict[str, str]:
        """Attributes of an element that shows a record; none for "".

        All have the record's number; the first that is asked for has what is known of the record too.
        """
        if not record_id:
            return {}
        number = {"data-record": str(self._numbers[record_id])}
        if record_id in self._told:
            return number
        self._told.add(record_id)
        return number | self._facts[record_id]

    def attributes(self, record_id: str) -> str:
        """The same as they stand in a tag, with a space before each."""
        return "".join(f' {name}="{value}"' for name, value in self.facts(record_id).items())


def _facts(edition: Edition, numbers: Iterable[int]) -> Iterator[dict[str, str]]:
    plan = edition.plan
    units = {unit.code: str(number) for number, unit in enumerate(plan.units)}
    goals = {goal.id: str(number) for number, goal in enumerate(plan.goals)}
    people: dict[str, list[str]] = defaultdict(list)
    for number, one in enumerate(edition.responsible):
        for record in one.records:
            people[record.id].append(str(number))
    times = {one.record.id: [*map(_months, spans_of(plan, one))] for one in edition.schedule}
    for record in (edition.records[number] for number in numbers):
        field = plan.tables_by_key[record.table].goal_field
        goal = plan.goals_by_id.get(str(record.value(field.key).parsed)) if field else None
        above = [goals[one.id] for one in plan.path(goal)] if goal else [WITHOUT_GOAL]
        lists = (("goals", above), ("people", people[record.id]), ("times", times.get(record.id, [])))
        yield {"data-unit": units[record.unit]} | {
            f"data-{name}": " ".join(one) for name, one in lists if one
        }


def _months(span: Span) -> str:
    """A stretch of time as "2027-03/2027-05"; a deadline is its month, and what has no end has nothing after the slash."""
    first, last = span.start or span.end, span.end
    return "/".join("" if day is None else f"{day:%Y-%m}" for day in (first, last))
