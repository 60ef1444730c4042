"""How many records of each unit serve each goal, and above all where there are none. Plain data.

Plans with more goals or units than a page holds are drawn by groups of units and topmost goals, or not at all; the
table beside has every goal.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from aktivplan.definition.models import Plan
from aktivplan.edition import Edition, UnitResult, UnitStatus
from aktivplan.i18n import Translator, translator
from aktivplan.rendering.figures.listing import Listing

_MOST_LINES, _MOST_COLUMNS = 32, 17
"""What fits on a page with text of 9 points."""
_MOST_NAMED = 30
"""So many units are named one by one in the table; more stand as their groups."""


@dataclass(frozen=True, slots=True)
class CoverageColumn:
    """A unit, or a group of units."""

    label: str
    answered: bool
    """Whether at least one of its units has an answer that counts."""


@dataclass(frozen=True, slots=True)
class CoverageLine:
    """A goal, and how many records each column has under it."""

    label: str
    counts: tuple[int, ...]

    @property
    def records(self) -> int:
        """Over all columns."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class Coverage:
    """Goals down, units or groups of units across; without lines where a page cannot hold them."""

    language: str
    title: str
    by_group: bool
    columns: tuple[CoverageColumn, ...]
    lines: tuple[CoverageLine, ...]
    listing: Listing

    @property
    def is_drawn(self) -> bool:
        """Whether there is a picture of it."""
        return bool(self.lines)

    @property
    def gaps(self) -> int:
        """How many goals have no records at all."""
        return sum(not line.records for line in self.lines)


def plan_coverage(edition: Edition) -> Coverage | None:
    """Goals by units, or by groups; None where no goal is asked about, or nothing serves one."""
    plan = edition.plan
    t = translator(plan.settings.language)
    if not edition.coverage:
        return None
    asked = _asked(plan, edition.coverage)
    by_group = len(asked) > _MOST_LINES or len(edition.units) > _MOST_COLUMNS
    gathered = _groups(edition.units, t) if by_group else [(one.unit.code, [one]) for one in edition.units]
    goals = [goal.id for goal in plan.children()] if by_group else asked
    fits = len(goals) <= _MOST_LINES and len(gathered) <= _MOST_COLUMNS
    columns = tuple(
        CoverageColumn(label, any(one.status is UnitStatus.ANSWERED for one in results))
        for label, results in gathered
    )
    return Coverage(
        language=t.language,
        title=plan.settings.title,
        by_group=by_group,
        columns=columns if fits else (),
        lines=_lines(edition, goals, gathered, by_group=by_group) if fits else (),
        listing=_listing(edition, asked, t),
    )


def _asked(plan: Plan, found: Iterable[tuple[str, str]]) -> list[str]:
    """The goals that units are asked about, and any other that a record names, in tree order."""
    fields = [table.goal_field for table in plan.tables if table.goal_field]
    wanted = {goal.id for field in fields for goal in plan.goals_for(field)} | {goal for goal, _unit in found}
    return [goal.id for goal in plan.walk() if goal.id in wanted]


def _groups(units: Iterable[UnitResult], t: Translator) -> list[tuple[str, list[UnitResult]]]:
    gathered: dict[str, list[UnitResult]] = {}
    for one in units:
        gathered.setdefault(one.unit.group or t("Without a group"), []).append(one)
    return list(gathered.items())


def _lines(
    edition: Edition,
    goals: Sequence[str],
    gathered: Sequence[tuple[str, list[UnitResult]]],
    *,
    by_group: bool,
) -> tuple[CoverageLine, ...]:
    plan = edition.plan
    column = {one.unit.code: index for index, (_label, results) in enumerate(gathered) for one in results}
    counts: Counter[tuple[str, int]] = Counter()
    for (goal, unit), count in edition.coverage.items():
        shown = plan.path(plan.goals_by_id[goal])[0].id if by_group else goal
        counts[shown, column[unit]] += count
    return tuple(
        CoverageLine(
            plan.goals_by_id[goal].label, tuple(counts[goal, index] for index in range(len(gathered)))
        )
        for goal in goals
    )


def _listing(edition: Edition, asked: Sequence[str], t: Translator) -> Listing:
    """A row for each goal; the units that serve it are named with their counts, so that it can be read aloud."""
    goals = edition.plan.goals_by_id
    by_group = len(edition.units) > _MOST_NAMED
    if by_group:
        named, counts = (
            {one.group: one.group or t("Without a group") for one in edition.groups},
            edition.group_coverage,
        )
    else:
        named, counts = {one.unit.code: one.unit.name for one in edition.units}, edition.coverage
    headings = t("Goal"), t("Rows"), t("Rows by group") if by_group else t("Rows by unit")
    rows = []
    for goal in asked:
        served = [(name, count) for key, name in named.items() if (count := counts.get((goal, key), 0))]
        words = ", ".join(t("{unit}: {count}", unit=name, count=count) for name, count in served)
        rows.append(
            (goals[goal].label, str(sum(count for _name, count in served)), words or t("Gap: no rows"))
        )
    return Listing(headings, tuple(rows))
