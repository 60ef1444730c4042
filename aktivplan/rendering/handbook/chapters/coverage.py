"""Who serves which goal, and who has answered: counts as tables, gaps told in words too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from aktivplan.definition.models import Goal
from aktivplan.rendering.handbook import names
from aktivplan.rendering.handbook.blocks import text
from aktivplan.rendering.handbook.book import Book
from aktivplan.rendering.handbook.page import TEXT_WIDTH
from aktivplan.rendering.handbook.tables import Column, counts, table

_MOST_COLUMNS = 10
_GOAL, _COUNT = 3_000, 1_500
_MOST_NAMED = 12


def coverage(book: Book) -> Iterator[str]:
    """Goals by units, or by groups where there are too many units; none where neither fits on the page."""
    goals = _goals(book)
    columns, counted = _columns(book)
    if not goals or not columns:
        return
    t = book.t
    caption = t("How many rows serve which goal")
    yield book.table_caption(caption)
    room = (TEXT_WIDTH - _GOAL) // len(columns)
    heads = (
        Column(t("Goal"), TEXT_WIDTH - room * len(columns)),
        *(Column(name, room) for name in columns.values()),
    )
    rows = (
        (text(goal.label, names.CELL), [counted.get((goal.id, column), 0) for column in columns])
        for goal in goals
    )
    yield counts(heads, rows, summary=caption)
    bare = [goal.label for goal in goals if not any((goal.id, column) in counted for column in columns)]
    if bare:
        more = " …" if len(bare) > _MOST_NAMED else ""
        yield text(
            t("Nobody has planned anything for: {goals}", goals="; ".join(bare[:_MOST_NAMED]) + more),
            names.AFTER_BLOCK,
        )
    else:
        yield text(t("Every goal has rows from somebody."), names.AFTER_BLOCK)


def status(book: Book) -> Iterator[str]:
    """How many units have answered, by group; none where all belong to one."""
    groups = book.edition.groups
    if len(groups) < 2:
        return
    t = book.t
    caption = t("Who has answered, by group")
    yield book.table_caption(caption)
    columns = (
        Column(t("Group"), TEXT_WIDTH - 3 * _COUNT),
        Column(t("Units asked"), _COUNT),
        Column(t("Answered"), _COUNT),
        Column(t("Rows"), _COUNT),
    )
    rows = (
        [
            text(cell, names.CELL)
            for cell in (
                book.wording.stated(one.group),
                t.number(one.asked),
                t.number(one.answered),
                t.number(one.records),
            )
        ]
        for one in groups
    )
    yield table(columns, rows, summary=caption)


def _goals(book: Book) -> list[Goal]:
    """The goals that rows are planned for, in tree order."""
    fields = [table.goal_field for table in book.plan.tables if table.goal_field]
    wanted = {goal.id for field in fields for goal in book.plan.goals_for(field)}
    wanted |= {goal for goal, _unit in book.edition.coverage}
    return [goal for goal in book.plan.walk() if goal.id in wanted]


def _columns(book: Book) -> tuple[dict[str, str], Mapping[tuple[str, str], int]]:
    """What stands across, with its heading, and the counts by goal and column."""
    units = {one.unit.code: one.unit.code for one in book.edition.units}
    if len(units) <= _MOST_COLUMNS:
        return units, book.edition.coverage
    groups = {one.group: one.group for one in book.edition.groups if one.group}
    fit = 1 < len(groups) <= _MOST_COLUMNS // 2 and len(groups) == len(book.edition.groups)
    return (groups, book.edition.group_coverage) if fit else ({}, {})
