"""The plan, goal by goal: every goal with its description and what all units have planned for it."""

from __future__ import annotations

from collections.abc import Iterator

from aktivplan.definition.models import Goal
from aktivplan.edition import GoalResult
from aktivplan.records import Record
from aktivplan.rendering.handbook import names
from aktivplan.rendering.handbook.blocks import text
from aktivplan.rendering.handbook.book import IN_DESCRIPTIONS, Book
from aktivplan.rendering.handbook.chapters.goal_tree import records_word
from aktivplan.rendering.handbook.records import whole_records

_Groups = dict[tuple[str, str], list[Record]]
"""Records by (goal id, table key)."""


def goals(book: Book) -> Iterator[str]:
    """Blocks for every goal, and for what stands under no goal."""
    groups = _groups(book)
    for result in book.edition.goals:
        yield from _goal(book, result, groups)
    yield from _tables_without_goals(book, groups)
    yield from _without_goal(book, groups)


def _groups(book: Book) -> _Groups:
    groups: _Groups = {}
    for record in book.edition.records:
        goal = book.views[record.table].goal_of(record)
        groups.setdefault((goal if goal in book.plan.goals_by_id else "", record.table), []).append(record)
    return groups


def _goal(book: Book, result: GoalResult, groups: _Groups) -> Iterator[str]:
    t, goal = book.t, result.goal
    yield book.heading(result.level, goal.label, book.goal_anchor(goal.id))
    if result.records:
        yield text(
            t(
                "{level} · {what}: {records} · Units: {units}",
                level=book.plan.level_name(result.level),
                what=records_word(book),
                records=t.number(result.records),
                units=t.number(result.units),
            ),
            names.QUIET,
        )
    if goal.description.strip():
        yield book.lines(goal.description, IN_DESCRIPTIONS)
    if not result.records and _may_be_chosen(book, goal):
        yield text(t("Nothing is planned for this goal yet."))
    for table in book.plan.tables:
        records = groups.get((goal.id, table.key))
        if records:
            caption = t(
                "{table}: {level} {goal}",
                table=table.title,
                level=book.plan.level_name(result.level),
                goal=goal.id,
            )
            yield from whole_records(book, book.views[table.key], records, caption)


def _may_be_chosen(book: Book, goal: Goal) -> bool:
    fields = (table.goal_field for table in book.plan.tables)
    return any(field is not None and goal in book.plan.goals_for(field) for field in fields)


def _tables_without_goals(book: Book, groups: _Groups) -> Iterator[str]:
    """A section for every table whose rows are not tied to goals."""
    for number, table in enumerate(book.plan.tables, start=1):
        records = groups.get(("", table.key))
        if table.goal_field is None and records:
            yield book.heading(1, table.title, f"chapter_table_{number}")
            yield from whole_records(book, book.views[table.key], records, table.title)


def _without_goal(book: Book, groups: _Groups) -> Iterator[str]:
    """A section for rows that name no goal though their table asks for one."""
    left = [(table, groups.get(("", table.key))) for table in book.plan.tables if table.goal_field]
    if not any(records for _table, records in left):
        return
    yield book.heading(1, book.t("Without a goal"), "without_goal")
    for table, records in left:
        if records:
            caption = book.t("{table} without a goal", table=table.title)
            yield from whole_records(book, book.views[table.key], records, caption)
