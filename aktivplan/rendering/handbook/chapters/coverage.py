"""Who serves which goal, and who has answered: counts as tables, gaps told in words too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from aktivplan.definition.models import Goal
from aktivplan.rendering.handbook import names
from aktivplan.rendering.handbook.blocks import text
from aktivplan.rendering.handbook.book import Book
from aktivplan.rendering.handbook.chapters.listings import listed
from aktivplan.rendering.handbook.page import TEXT_WIDTH
from aktivplan.rendering.handbook.tables import Column, counts

_MOST_GOALS, _MOST_UNITS = 14, 30
_WHO = 3_200
_MOST_NAMED = 12


def coverage(book: Book) -> Iterator[str]:
    """Units, or groups where there are too many units, by goals; none where the goals do not fit on the page."""
    goals = _goals(book)
    if not 0 < len(goals) <= _MOST_GOALS:
        return
    t = book.t
    rows, counted = _rows(book)
    yield book.figure("coverage", t("Who serves which goal"))
    caption = t("How many rows serve which goal")
    yield book.table_caption(caption)
    room = (TEXT_WIDTH - _WHO) // len(goals)
    heads = (Column(t("Unit"), TEXT_WIDTH - room * len(goals)), *(Column(goal.id, room) for goal in goals))
    lines = (
        (text(name, names.CELL), [counted.get((goal.id, key), 0) for goal in goals])
        for key, name in rows.items()
    )
    yield counts(heads, lines, summary=caption)
    served = {goal for goal, _key in counted}
    bare = [goal.label for goal in goals if goal.id not in served]
    if bare:
        more = " …" if len(bare) > _MOST_NAMED else ""
        named = "; ".join(bare[:_MOST_NAMED]) + more
        yield text(t("Nobody has planned anything for: {goals}", goals=named), names.AFTER_BLOCK)
    else:
        yield text(t("Every goal has rows from somebody."), names.AFTER_BLOCK)


def status(book: Book) -> Iterator[str]:
    """Who has answered: the picture and the table."""
    answers = book.figures.status
    if answers is None:
        return
    yield book.figure("status", book.t("Who has answered"))
    yield from listed(book, book.t("Who has answered, as a table"), answers.listing)


def _goals(book: Book) -> list[Goal]:
    """The goals that rows are planned for, in tree order."""
    fields = [table.goal_field for table in book.plan.tables if table.goal_field]
    wanted = {goal.id for field in fields for goal in book.plan.goals_for(field)}
    wanted |= {goal for goal, _unit in book.edition.coverage}
    return [goal for goal in book.plan.walk() if goal.id in wanted]


def _rows(book: Book) -> tuple[dict[str, str], Mapping[tuple[str, str], int]]:
    """Who stands down the side, by name, and the counts by goal and row."""
    edition = book.edition
    if len(edition.units) <= _MOST_UNITS:
        return {one.unit.code: one.unit.name for one in edition.units}, edition.coverage
    return {one.group: book.wording.stated(one.group) for one in edition.groups}, edition.group_coverage
