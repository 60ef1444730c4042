"""The sheet of goals and units: how many records of each unit serve each goal, and above all where there are none."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from aktivplan.definition.models import Goal, Plan
from aktivplan.edition import Edition, UnitStatus
from aktivplan.i18n import Translator
from aktivplan.rendering.master.fields import Filled
from aktivplan.rendering.master.register import status_word
from aktivplan.rendering.master.sheet import Column, Kind, Sheet, framed

_MOST_UNITS_ACROSS = 40
"""With more units than this they stand below one another, and the goals beside."""


def coverage_sheet(edition: Edition, t: Translator) -> Sheet:
    """Goals by units; goals that no unit serves, and units that serve none, stand first."""
    title = t("Goals and units")
    goals = _goals(edition)
    if not goals:
        return Sheet("coverage", title, title, t("The tables of the plan ask for no goals."))
    counts = _gaps_first(_counts(edition, goals))
    across = len(edition.units) <= _MOST_UNITS_ACROSS
    columns, frame = framed(_goals_down(edition, counts, t) if across else _units_down(edition, counts, t))
    about = _about(int((counts.sum(axis=1) == 0).sum()), t)
    return Sheet("coverage", title, title, about, columns, frame, frozen=2)


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


def _counts(edition: Edition, goals: tuple[Goal, ...]) -> pd.DataFrame:
    """Records by goal id (down) and unit code (across)."""
    codes = [result.unit.code for result in edition.units]
    rows = [[edition.coverage.get((goal.id, code), 0) for code in codes] for goal in goals]
    return pd.DataFrame(rows, index=[goal.id for goal in goals], columns=codes, dtype=int)


def _gaps_first(counts: pd.DataFrame) -> pd.DataFrame:
    """Goals without any record first, and units without any; otherwise in the plan's order."""
    goals = (counts.sum(axis=1) > 0).sort_values(kind="stable").index
    units = (counts.sum(axis=0) > 0).sort_values(kind="stable").index
    return counts.loc[goals, units]


def _goals_down(edition: Edition, counts: pd.DataFrame, t: Translator) -> Iterator[Filled]:
    plan = edition.plan
    goals = [plan.goals_by_id[goal] for goal in counts.index]
    yield Column(t("Goal no."), Kind.WORD), [goal.id for goal in goals]
    yield Column(t("Goal")), [goal.text for goal in goals]
    yield from _margins(counts, t("Units"), t)
    status = {result.unit.code: result.status for result in edition.units}
    for code in counts.columns:
        heading = code
        if status[code] is not UnitStatus.ANSWERED:
            heading = t("{unit} ({status})", unit=code, status=status_word(status[code], t).lower())
        yield Column(heading, Kind.COVER), counts[code].tolist()


def _units_down(edition: Edition, counts: pd.DataFrame, t: Translator) -> Iterator[Filled]:
    results = {result.unit.code: result for result in edition.units}
    ordered = [results[code] for code in counts.columns]
    yield Column(t("Unit code"), Kind.WORD), [result.unit.code for result in ordered]
    yield Column(t("Unit")), [result.unit.name for result in ordered]
    yield Column(t("Status"), Kind.WORD), [status_word(result.status, t) for result in ordered]
    yield from _margins(counts.T, t("Goals"), t)
    for goal in counts.index:
        yield Column(edition.plan.goals_by_id[goal].label, Kind.COVER), counts.loc[goal].tolist()


def _margins(counts: pd.DataFrame, served_by: str, t: Translator) -> Iterator[Filled]:
    """How many stand behind each row of the matrix, and with how many records."""
    yield Column(served_by, Kind.COVER), (counts > 0).sum(axis=1).tolist()
    yield Column(t("Rows"), Kind.COUNT), counts.sum(axis=1).tolist()
