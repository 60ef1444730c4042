"""What stands in the timeline: each record's time as a bar, or how many records each goal has in each month.

Plain data, worked out from an edition's schedule; `timeline_drawing` turns it into a picture, and the handbook
prints the same as a table.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from aktivplan.definition.models import Goal, Plan
from aktivplan.edition import Edition, Scheduled
from aktivplan.i18n import Translator, translator
from aktivplan.records import Record
from aktivplan.rendering.figures.buckets import Bucket, buckets
from aktivplan.rendering.figures.spans import Span, spans_of
from aktivplan.rendering.figures.titles import title
from aktivplan.rendering.figures.when import when

_MOST_BARS = 35
_MOST_LINES = 42
"""Bars and the headings of their groups together: what a page holds with text of 9 points."""
_START, _END = attrgetter("start"), attrgetter("end")


@dataclass(frozen=True, slots=True)
class Bar:
    """A record in time."""

    record: str
    """Its id."""
    title: str
    when: str
    """The time in words, as it was understood."""
    spans: tuple[Span, ...]
    recurring: bool


@dataclass(frozen=True, slots=True)
class BarGroup:
    """The bars of a goal, or of tables whose records are not tied to goals."""

    label: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class CountLine:
    """A goal, and how many of its records are under way or due in each bucket."""

    label: str
    counts: tuple[int, ...]
    records: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """The timeline of a plan: groups of bars, or else lines of counts."""

    language: str
    title: str
    buckets: tuple[Bucket, ...]
    groups: tuple[BarGroup, ...]
    lines: tuple[CountLine, ...]
    totals: tuple[int, ...]
    """Records under way or due in each bucket, over all goals."""
    records: int

    @property
    def is_drawn(self) -> bool:
        """Whether there is a picture of it: bars are drawn, counts stand in a table only, as they are nothing else."""
        return bool(self.groups)

    @property
    def busiest(self) -> int:
        """The index of the bucket with most records, the first of several."""
        return max(range(len(self.totals)), key=self.totals.__getitem__)


def plan_timeline(edition: Edition) -> Timeline | None:
    """The timeline of an edition; None where no record has a date."""
    if not edition.schedule:
        return None
    plan = edition.plan
    t = translator(plan.settings.language)
    columns = buckets(plan.settings.period_start, plan.settings.period_end, t)
    placed = list(_placed(plan, edition.schedule, columns))
    groups = _groups(plan, placed, t)
    return Timeline(
        language=t.language,
        title=plan.settings.title,
        buckets=columns,
        groups=groups,
        lines=() if groups else _lines(plan, placed, columns, t),
        totals=_counts(placed, columns),
        records=len(placed),
    )


class _Placed(NamedTuple):
    scheduled: Scheduled
    goal: str
    spans: tuple[Span, ...]
    hits: frozenset[int]
    """The indexes of the buckets in which the record is under way or due."""


def _placed(plan: Plan, schedule: Iterable[Scheduled], columns: Sequence[Bucket]) -> Iterator[_Placed]:
    @lru_cache(maxsize=4096)
    def hits(spans: tuple[Span, ...]) -> frozenset[int]:
        return _hits(spans, columns)

    for one in schedule:
        spans = spans_of(plan, one)
        yield _Placed(one, _goal(plan, one.record), spans, hits(spans))


def _goal(plan: Plan, record: Record) -> str:
    field = plan.tables_by_key[record.table].goal_field
    goal = record.value(field.key).parsed if field else None
    return goal if isinstance(goal, str) and goal in plan.goals_by_id else ""


def _groups(plan: Plan, placed: Sequence[_Placed], t: Translator) -> tuple[BarGroup, ...]:
    """The bars by goal, or by topmost goal; () where they do not fit on a page."""
    if len(placed) > _MOST_BARS:
        return ()
    for level in (None, 1):
        gathered = _by_goal(plan, placed, level)
        if len(placed) + len(gathered) <= _MOST_LINES:
            return tuple(
                BarGroup(_label(plan, goal, gathered, t), tuple(_bar(plan, one, t) for one in members))
                for goal, members in gathered.items()
            )
    return ()


def _lines(
    plan: Plan, placed: Sequence[_Placed], columns: Sequence[Bucket], t: Translator
) -> tuple[CountLine, ...]:
    """One line a goal; where there are too many, one a goal of a higher level."""
    for level in (None, *range(len(plan.settings.level_names), 0, -1)):
        gathered = _by_goal(plan, placed, level)
        if len(gathered) <= _MOST_BARS:
            break
    return tuple(
        CountLine(_label(plan, goal, gathered, t), _counts(members, columns), len(members))
        for goal, members in gathered.items()
    )


def _by_goal(plan: Plan, placed: Iterable[_Placed], level: int | None) -> dict[str, list[_Placed]]:
    """By goal in tree order (by its ancestor of that level, if given), those without a goal last."""
    gathered: dict[str, list[_Placed]] = {goal_id: [] for goal_id in (*(goal.id for goal in plan.walk()), "")}
    ancestors = {goal.id: _ancestor(plan, goal, level) for goal in plan.goals}
    for one in placed:
        gathered[ancestors.get(one.goal, "")].append(one)
    return {goal: members for goal, members in gathered.items() if members}


def _ancestor(plan: Plan, goal: Goal, level: int | None) -> str:
    path = plan.path(goal)
    return path[-1].id if level is None else path[min(level, len(path)) - 1].id


def _label(plan: Plan, goal: str, gathered: Mapping[str, Sequence[_Placed]], t: Translator) -> str:
    if goal:
        return plan.goals_by_id[goal].label
    keys = {one.scheduled.record.table for one in gathered[goal]}
    tables = [table for table in plan.tables if table.key in keys]
    if any(table.goal_field for table in tables):
        return t("Without a goal")
    return ", ".join(table.title for table in tables)


def _bar(plan: Plan, one: _Placed, t: Translator) -> Bar:
    record = one.scheduled.record
    recurring = bool(one.scheduled.recurrence)
    return Bar(record.id, title(plan, record), when(one.scheduled, t), one.spans, recurring)


def _counts(placed: Iterable[_Placed], columns: Sequence[Bucket]) -> tuple[int, ...]:
    counts = [0] * len(columns)
    for hits, count in Counter(one.hits for one in placed).items():
        for index in hits:
            counts[index] += count
    return tuple(counts)


def _hits(spans: Iterable[Span], columns: Sequence[Bucket]) -> frozenset[int]:
    """The indexes of the buckets that the stretches of time touch."""
    return frozenset(
        index
        for span in spans
        for index in range(
            bisect_left(columns, span.start or span.end or date.min, key=_END),
            bisect_right(columns, span.end or date.max, key=_START),
        )
    )
