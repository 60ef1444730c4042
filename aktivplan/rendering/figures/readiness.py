"""How ready an area is for its work, dimension by dimension on a scale from 1 to 9. Plain data.

A table is about readiness if it has number fields that are limited to 1–9. If it has a choice field too, that is the
dimension, a row is one dimension's score, and the last of the limited fields counts: raters first, what they agreed on
last. Without a choice field each limited field is a dimension of its own. Scores of the same area and dimension are
averaged. Where measurements lie more than three months apart, the first and the last round stand beside each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean

from aktivplan.definition.models import Field, Plan, Table
from aktivplan.definition.terms import FieldType
from aktivplan.edition import Edition
from aktivplan.i18n import Translator, translator
from aktivplan.records import Record
from aktivplan.rendering.figures.listing import Listing

LOWEST, HIGHEST = 1, 9
_MOST_LINES = 40
"""What fits on a page with text of 9 points, areas and dimensions together."""
_ROUND = timedelta(days=92)


@dataclass(frozen=True, slots=True)
class Dimension:
    """What is measured, and its score; the one of the first round too, if there were two."""

    label: str
    score: float
    before: float | None


@dataclass(frozen=True, slots=True)
class ReadinessArea:
    """An area and its dimensions, in the order of the form."""

    label: str
    dimensions: tuple[Dimension, ...]

    @property
    def mean(self) -> float:
        """Over the dimensions."""
        return fmean(one.score for one in self.dimensions)

    @property
    def lowest(self) -> float:
        """The lowest score: what to work on first."""
        return min(one.score for one in self.dimensions)


@dataclass(frozen=True, slots=True)
class Readiness:
    """The areas that were measured, in the plan's order."""

    language: str
    title: str
    areas: tuple[ReadinessArea, ...]
    listing: Listing


def plan_readiness(edition: Edition) -> Readiness | None:
    """The profile of every area; None where no table is about readiness, or the areas are more than a page holds."""
    plan = edition.plan
    t = translator(plan.settings.language)
    areas = tuple(area for table in plan.tables for area in _areas(plan, table, edition.records))
    if not areas or sum(1 + len(area.dimensions) for area in areas) > _MOST_LINES:
        return None
    return Readiness(t.language, plan.settings.title, areas, _listing(areas, t))


@dataclass(frozen=True, slots=True)
class _Score:
    dimension: str
    value: float
    day: date | None


def _areas(plan: Plan, table: Table, records: Iterable[Record]) -> Iterator[ReadinessArea]:
    limited = [
        field
        for field in table.public_fields
        if field.type is FieldType.NUMBER and (field.minimum, field.maximum) == (LOWEST, HIGHEST)
    ]
    if not limited:
        return
    choice = next((field for field in table.public_fields if field.type is FieldType.CHOICE), None)
    order = plan.choices_for(choice).values if choice else tuple(field.heading for field in limited)
    scores: dict[str, list[_Score]] = {}
    for record in records:
        if record.table == table.key:
            scores.setdefault(_area(plan, table, record), []).extend(_scores(table, record, limited, choice))
    for label, found in scores.items():
        dimensions = tuple(_dimensions(found, order))
        if dimensions:
            yield ReadinessArea(label, dimensions)


def _area(plan: Plan, table: Table, record: Record) -> str:
    goal = record.value(table.goal_field.key).parsed if table.goal_field else None
    return plan.goals_by_id[goal].label if isinstance(goal, str) and goal in plan.goals_by_id else table.title


def _scores(table: Table, record: Record, limited: Sequence[Field], choice: Field | None) -> Iterator[_Score]:
    day = next(
        (
            parsed
            for field in table.period_fields
            if isinstance(parsed := record.value(field.key).parsed, date)
        ),
        None,
    )
    counted = limited[-1:] if choice else limited
    for field in counted:
        value = record.value(field.key).parsed
        dimension = record.value(choice.key).parsed if choice else field.heading
        if isinstance(value, float) and LOWEST <= value <= HIGHEST and isinstance(dimension, str):
            yield _Score(dimension, value, day)


def _dimensions(scores: Iterable[_Score], order: Iterable[str]) -> Iterator[Dimension]:
    by_dimension: dict[str, list[_Score]] = {}
    for one in scores:
        by_dimension.setdefault(one.dimension, []).append(one)
    for label in order:
        if label in by_dimension:
            first, last = _rounds(by_dimension[label])
            yield Dimension(label, _mean(last), _mean(first) if first is not last else None)


def _rounds(scores: list[_Score]) -> tuple[list[_Score], list[_Score]]:
    """The first and the last round of measurements; the same list twice if there was one."""
    rounds: list[list[_Score]] = []
    for one in sorted(scores, key=lambda one: one.day or date.min):
        before = rounds[-1][-1].day if rounds else None
        if not rounds or (before is not None and one.day is not None and one.day - before > _ROUND):
            rounds.append([])
        rounds[-1].append(one)
    return rounds[0], rounds[-1]


def _mean(scores: Iterable[_Score]) -> float:
    return fmean(one.value for one in scores)


def _listing(areas: Sequence[ReadinessArea], t: Translator) -> Listing:
    twice = any(one.before is not None for area in areas for one in area.dimensions)
    headings = [t("Area"), t("Dimension"), *([t("Earlier score")] if twice else []), t("Score (1–9)")]
    rows = []
    for area in areas:
        for one in area.dimensions:
            before = t("Not stated") if one.before is None else shown(one.before, t)
            rows.append((area.label, one.label, *((before,) if twice else ()), shown(one.score, t)))
    return Listing(tuple(headings), tuple(rows))


def shown(score: float, t: Translator) -> str:
    """A score with at most one decimal."""
    return t.number(round(score, 1))
