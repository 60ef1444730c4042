"""What stands in the year wheel: the plan's first year as a ring of months, and the records in rings inside it.

Rings are the topmost goals, or the tables where records are not tied to goals; more than four are put together. Few
records are arcs and numbered marks, each in a lane of its own where they overlap; many are counted by month instead.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple

from aktivplan.definition.models import Plan
from aktivplan.edition import Edition, Scheduled
from aktivplan.i18n import Translator, translator
from aktivplan.records import Record
from aktivplan.rendering.figures.buckets import months_later
from aktivplan.rendering.figures.spans import spans_of
from aktivplan.rendering.figures.timeline import title_of, when

_MOST_RINGS = 4
_MOST_LANES = 12
"""So many fit between the months and the middle, with numbers of 9 points."""
_MOST_ITEMS = 60
_ALL_YEAR = 330
"""Days; what takes longer goes on all year, and an arc would only take the room of others."""
_APART = 14
"""Days between two marks in a lane, so that their numbers do not touch."""


class Stretch(NamedTuple):
    """Days of the year, counted from 0, the last one included."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Item:
    """A record in the wheel."""

    number: int
    record: str
    """Its id."""
    title: str
    ring: int
    when: str
    stretches: tuple[Stretch, ...]
    lane: int = 0
    """Within its ring, 0 the outermost."""

    @property
    def is_all_year(self) -> bool:
        """Whether it goes on (nearly) all year; then it has no arc."""
        return any(one.last - one.first >= _ALL_YEAR for one in self.stretches)


@dataclass(frozen=True, slots=True)
class Ring:
    """A goal, or a table."""

    label: str
    lanes: int
    counts: tuple[int, ...]
    """Records under way or due, by month."""


@dataclass(frozen=True, slots=True)
class YearWheel:
    """The wheel of a plan's first year."""

    language: str
    title: str
    year: str
    """As people call it: "2027", or "2026/27"."""
    months: tuple[date, ...]
    """Their first days, in the wheel's order."""
    days: int
    rings: tuple[Ring, ...]
    items: tuple[Item, ...]
    """By ring and first day; () where there are so many that they are only counted."""
    records: int


def plan_year_wheel(edition: Edition) -> YearWheel | None:
    """The wheel of an edition; None where no record has a date in the plan's first year."""
    plan = edition.plan
    t = translator(plan.settings.language)
    months = _months(plan)
    first, after = months[0], months_later(months[0], 12)
    placed = [
        _Placed(one, _key(plan, one.record), tuple(_stretches(plan, one, first, after)))
        for one in edition.schedule
    ]
    placed = [one for one in placed if one.stretches]
    if not placed:
        return None
    labels = _labels(plan, {one.key for one in placed}, t)
    names = list(dict.fromkeys(labels.values()))
    rings = [[one for one in placed if labels[one.key] == name] for name in names]
    items = [*_items(plan, rings, t)] if len(placed) <= _MOST_ITEMS else []
    lanes = [
        1 + max((one.lane for one in items if one.ring == ring), default=0) for ring in range(len(names))
    ]
    are_drawn = sum(lanes) <= _MOST_LANES
    starts = [(month - first).days for month in months]
    return YearWheel(
        language=t.language,
        title=plan.settings.title,
        year=str(first.year) if first.month == 1 else f"{first.year}/{after.year % 100:02}",
        months=tuple(months),
        days=(after - first).days,
        rings=tuple(
            Ring(
                name, lanes[ring] if are_drawn else 1, _counts((one.stretches for one in rings[ring]), starts)
            )
            for ring, name in enumerate(names)
        ),
        items=tuple(items) if are_drawn else (),
        records=len(placed),
    )


class _Placed(NamedTuple):
    """A record in the year."""

    scheduled: Scheduled
    key: str
    """What its ring is made of."""
    stretches: tuple[Stretch, ...]


def _items(plan: Plan, rings: Sequence[Sequence[_Placed]], t: Translator) -> Iterator[Item]:
    """The records of each ring by their first day, numbered throughout, each in its lane."""
    number = 0
    for ring, placed in enumerate(rings):
        items = []
        for one in sorted(placed, key=lambda one: one.stretches[0].first):
            number += 1
            record = one.scheduled.record
            items.append(
                Item(number, record.id, title_of(plan, record), ring, when(one.scheduled, t), one.stretches)
            )
        yield from _in_lanes(items)


def _months(plan: Plan) -> list[date]:
    """Twelve months from the first of the plan's year that has a day of the plan."""
    settings = plan.settings
    begin = settings.period_start.replace(day=1)
    back = (begin.month - settings.first_month) % 12
    return [months_later(begin, number - back) for number in range(12)]


def _stretches(plan: Plan, one: Scheduled, first: date, after: date) -> Iterator[Stretch]:
    last = after - timedelta(days=1)
    for span in spans_of(plan, one):
        if span.touches(first, last):
            start = span.start or span.end or first
            end = span.end or last
            yield Stretch((max(start, first) - first).days, (min(end, last) - first).days)


def _key(plan: Plan, record: Record) -> str:
    """The topmost goal that a record serves, or else its table."""
    field = plan.tables_by_key[record.table].goal_field
    goal = plan.goals_by_id.get(str(record.value(field.key).parsed)) if field else None
    return plan.path(goal)[0].id if goal else f"table {record.table}"


def _labels(plan: Plan, met: Collection[str], t: Translator) -> dict[str, str]:
    """What each ring is called, in the plan's order; the last goals together where there are too many."""
    goals = {goal.id: goal.label for goal in plan.children() if goal.id in met}
    tables = {f"table {table.key}": table.title for table in plan.tables if f"table {table.key}" in met}
    if len(goals) + len(tables) <= _MOST_RINGS:
        return goals | tables
    room = max(_MOST_RINGS - 1 - len(tables), 1)
    others = {key: name if n < room else t("The others") for n, (key, name) in enumerate(goals.items())}
    return others | tables


def _in_lanes(items: Iterable[Item]) -> Iterator[Item]:
    """A ring's items, each in the outermost lane that is free."""
    lanes: list[list[Stretch]] = []
    for item in items:
        if item.is_all_year:
            yield item
            continue
        lane = next((n for n, taken in enumerate(lanes) if _is_free(taken, item.stretches)), len(lanes))
        if lane == len(lanes):
            lanes.append([])
        lanes[lane].extend(item.stretches)
        yield replace(item, lane=lane)


def _is_free(taken: Iterable[Stretch], wanted: Sequence[Stretch]) -> bool:
    return not any(
        one.first <= other.last + _APART and other.first <= one.last + _APART
        for one in taken
        for other in wanted
    )


def _counts(records: Iterable[Iterable[Stretch]], starts: Sequence[int]) -> tuple[int, ...]:
    """In how many of the records each month has a day, by their stretches."""
    counts = [0] * len(starts)
    for stretches in records:
        met = {
            month
            for one in stretches
            for month in range(bisect_right(starts, one.first) - 1, bisect_right(starts, one.last))
        }
        for month in met:
            counts[month] += 1
    return tuple(counts)
