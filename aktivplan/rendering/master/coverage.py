"""The sheet of goals and units: how many records of each unit serve each goal, and above all where there are none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aktivplan.definition.models import Goal, Plan
from aktivplan.edition import Edition, UnitStatus, status_word
from aktivplan.i18n import Translator
from aktivplan.rendering.master.fields import Filled
from aktivplan.rendering.master.register import status_marks
from aktivplan.rendering.master.sheet import Column, Kind, Sheet, tabled

_MOST_UNITS_ACROSS = 40
"""With more units than this they stand below one another, and the goals beside."""


@dataclass(frozen=True, slots=True)
class _Matrix:
    """Records by goal id (down) and unit code (across)."""

    goals: tuple[str, ...]
    units: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]
    """A row of counts for each goal."""

    @property
    def turned(self) -> tuple[tuple[int, ...], ...]:
        """A row of counts for each unit."""
        return tuple(zip(*self.counts, strict=True))


def coverage_sheet(edition: Edition, t: Translator) -> Sheet:
    """Goals by units; goals that no unit serves, and units that serve none, stand first."""
    title = t("Goals and units")
    goals = _goals(edition)
    if not goals:
        return Sheet("coverage", title, title, t("The tables of the plan ask for no goals."))
    matrix = _gaps_first(_counted(edition, goals))
    across = len(edition.units) <= _MOST_UNITS_ACROSS
    columns, cells = tabled(_goals_down(edition, matrix, t) if across else _units_down(edition, matrix, t))
    about = _about(sum(not any(counts) for counts in matrix.counts), t)
    return Sheet("coverage", title, title, about, columns, cells, frozen=2)


def _about(gaps: int, t: Translator) -> str:
    if not gaps:
        return t("Every goal has rows from at least one unit.")
    return t.plural(
        "{count} goal has no rows from any unit. It stands first.",
        "{count} goals have no rows from any unit. They stand first.",
        gaps,
    )


def _goals(edition: Edition) -> tuple[Goal, ...]:
    """The goals that units are asked about, and any other that a record names, in tree order."""
    plan: Plan = edition.plan
    fields = [table.goal_field for table in plan.tables if table.goal_field]
    wanted = {goal.id for field in fields for goal in plan.goals_for(field)}
    wanted |= {goal for goal, _unit in edition.coverage}
    return tuple(goal for goal in plan.walk() if goal.id in wanted)


def _counted(edition: Edition, goals: Sequence[Goal]) -> _Matrix:
    units = tuple(result.unit.code for result in edition.units)
    counts = tuple(tuple(edition.coverage.get((goal.id, unit), 0) for unit in units) for goal in goals)
    return _Matrix(tuple(goal.id for goal in goals), units, counts)


def _gaps_first(matrix: _Matrix) -> _Matrix:
    """Goals without any record first, and units without any; otherwise in the plan's order."""
    served = matrix.turned
    down = sorted(range(len(matrix.goals)), key=lambda goal: any(matrix.counts[goal]))
    across = sorted(range(len(matrix.units)), key=lambda unit: any(served[unit]))
    return _Matrix(
        tuple(matrix.goals[goal] for goal in down),
        tuple(matrix.units[unit] for unit in across),
        tuple(tuple(matrix.counts[goal][unit] for unit in across) for goal in down),
    )


def _goals_down(edition: Edition, matrix: _Matrix, t: Translator) -> Iterator[Filled]:
    goals = [edition.plan.goals_by_id[goal] for goal in matrix.goals]
    yield Column(t("Goal no."), Kind.WORD), [goal.id for goal in goals]
    yield Column(t("Goal")), [goal.text for goal in goals]
    yield from _margins(matrix.counts, t("Units"), t)
    status = {result.unit.code: result.status for result in edition.units}
    for code, counts in zip(matrix.units, matrix.turned, strict=True):
        heading = code
        if status[code] is not UnitStatus.ANSWERED:
            heading = t("{unit} ({status})", unit=code, status=status_word(status[code], t).lower())
        yield Column(heading, Kind.COVER), counts


def _units_down(edition: Edition, matrix: _Matrix, t: Translator) -> Iterator[Filled]:
    results = {result.unit.code: result for result in edition.units}
    ordered = [results[code] for code in matrix.units]
    yield Column(t("Unit code"), Kind.WORD), [result.unit.code for result in ordered]
    yield Column(t("Unit")), [result.unit.name for result in ordered]
    status = Column(t("Status"), Kind.WORD, marks=status_marks(t))
    yield status, [status_word(result.status, t) for result in ordered]
    yield from _margins(matrix.turned, t("Goals"), t)
    for goal, counts in zip(matrix.goals, matrix.counts, strict=True):
        yield Column(edition.plan.goals_by_id[goal].label, Kind.COVER), counts


def _margins(counts: Sequence[Sequence[int]], served_by: str, t: Translator) -> Iterator[Filled]:
    """How many stand behind each row of the matrix, and with how many records."""
    yield Column(served_by, Kind.COVER), [sum(count > 0 for count in row) for row in counts]
    yield Column(t("Rows"), Kind.COUNT, bars=True), [sum(row) for row in counts]
