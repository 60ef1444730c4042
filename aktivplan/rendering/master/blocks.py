"""The overview's small tables: what is counted, as plain rows, before any workbook library sees it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from aktivplan.codes import Severity, severity_word
from aktivplan.edition import Edition, GoalResult, Outcome, UnitStatus, status_word
from aktivplan.i18n import Translator
from aktivplan.rendering.master.register import outcome_word
from aktivplan.rendering.master.sheet import Sheet

Cell = str | int | Fraction
"""A share is a fraction."""

MOST_ROWS = 18
"""What fits on the page."""
_LINE = 112
"""In characters."""


@dataclass(frozen=True, slots=True)
class Block:
    """A small table."""

    key: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    names: tuple[str, ...] = ()
    """What the rows' figures are called in the workbook, for formulas and other programs."""


def figures(edition: Edition, t: Translator) -> tuple[Block, ...]:
    """Who has answered, what files came, what was taken in, what was found."""
    return (
        _block("status", t("Units"), _status_rows(edition, t), (*UnitStatus, "asked", "rate"), t),
        _block("files", t("Files"), _file_rows(edition, t), (*Outcome, "found"), t),
        _block("taken_in", t("Rows"), _row_rows(edition, t), ("yes", "no"), t),
        _block("severity", t("Findings"), _finding_rows(edition, t), tuple(Severity), t),
    )


def goal_block(edition: Edition, t: Translator) -> Block:
    """Records and units for each goal, of the lowest level that fits on the page."""
    rows = tuple((one.goal.id, one.goal.text, one.records, one.units) for one in shown_goals(edition))
    return Block("goals", (t("Goal no."), t("Goal"), t("Rows"), t("Units")), rows)


def shown_goals(edition: Edition) -> tuple[GoalResult, ...]:
    """The goals of the lowest level that fits on the page; the first ones where no level does."""
    levels = sorted({one.level for one in edition.goals}, reverse=True)
    by_level = [tuple(one for one in edition.goals if one.level == level) for level in levels]
    fitting = [goals for goals in by_level if len(goals) <= MOST_ROWS]
    return fitting[0] if fitting else by_level[-1][:MOST_ROWS] if by_level else ()


def unit_block(edition: Edition, t: Translator) -> Block | None:
    """Every unit with its status, or where they are too many every group; None where these are too many, too."""
    if len(edition.units) <= MOST_ROWS:
        rows: tuple[tuple[Cell, ...], ...] = tuple(
            (one.unit.name, status_word(one.status, t), one.taken_in) for one in edition.units
        )
        return Block("units_overview", (t("Unit"), t("Status"), t("Rows")), rows)
    groups = tuple((one.group or "–", f"{one.answered} / {one.asked}", one.records) for one in edition.groups)
    if 1 < len(groups) <= MOST_ROWS:
        return Block("groups", (t("Group"), t("Has answered"), t("Rows")), groups)
    return None


def sheet_block(sheets: Sequence[Sheet], t: Translator) -> Block:
    """The other sheets of the workbook, how many rows each has, and room for what it holds."""
    rows = tuple((sheet.name, sheet.rows, "") for sheet in sheets)
    return Block("sheets", (t("Sheet"), t("Rows"), t("What it holds")), rows)


def what_it_holds(sheet: Sheet) -> str:
    """The first sentence about it, as much of it as fits on a line."""
    sentence = sheet.about.partition(". ")[0].rstrip(".") + "."
    return sentence if len(sentence) <= _LINE else sentence[:_LINE].rpartition(" ")[0] + " …"


def _block(
    key: str, heading: str, rows: Sequence[tuple[Cell, ...]], names: tuple[str, ...], t: Translator
) -> Block:
    return Block(key, (heading, t("Number")), tuple(rows), names)


def _status_rows(edition: Edition, t: Translator) -> list[tuple[Cell, ...]]:
    counts = edition.units_by_status
    rows: list[tuple[Cell, ...]] = [(status_word(status, t), count) for status, count in counts.items()]
    total = len(edition.units)
    rows.append((t("In total"), total))
    if total:
        rows.append((t("Response rate"), Fraction(counts[UnitStatus.ANSWERED], total)))
    return rows


def _file_rows(edition: Edition, t: Translator) -> list[tuple[Cell, ...]]:
    rows: list[tuple[Cell, ...]] = [
        (outcome_word(outcome, t), count) for outcome, count in edition.files_by_outcome.items()
    ]
    return [*rows, (t("Found"), len(edition.sources))]


def _row_rows(edition: Edition, t: Translator) -> list[tuple[Cell, ...]]:
    return [(t("Rows taken in"), len(edition.records)), (t("Rows not taken in"), len(edition.held_back))]


def _finding_rows(edition: Edition, t: Translator) -> list[tuple[Cell, ...]]:
    return [(severity_word(severity, t), count) for severity, count in edition.findings_by_severity.items()]
