"""All goals in one table, with how much is planned for each; and which unit serves which."""

from __future__ import annotations

from collections.abc import Iterator

from aktivplan.rendering.handbook import names
from aktivplan.rendering.handbook.blocks import paragraph, run, text
from aktivplan.rendering.handbook.book import Book
from aktivplan.rendering.handbook.page import TEXT_WIDTH
from aktivplan.rendering.handbook.tables import Column, table

_NUMBER, _LEVEL, _COUNT = 900, 2_000, 1_150


def goal_tree(book: Book) -> Iterator[str]:
    """Blocks of the overview; none in a plan without goals."""
    if not book.edition.goals:
        return
    t = book.t
    yield text(t("What stands under a goal is counted for the goals above it as well."))
    caption = t("The goals, and how much is planned for each")
    yield book.table_caption(caption)
    columns = (
        Column(t("No."), _NUMBER),
        Column(t("Level"), _LEVEL),
        Column(t("Goal"), TEXT_WIDTH - _NUMBER - _LEVEL - 2 * _COUNT),
        Column(records_word(book), _COUNT),
        Column(t("Units"), _COUNT),
    )
    yield from table(columns, _rows(book), summary=caption)


def records_word(book: Book) -> str:
    """What the plan's records are called together: the table's title where there is one table only."""
    tables = book.plan.tables
    return tables[0].title if len(tables) == 1 else book.t("Rows")


def _rows(book: Book) -> Iterator[list[str]]:
    for result in book.edition.goals:
        goal = result.goal
        style = names.STRONG if result.level == 1 else ""
        yield [
            paragraph(book.goal_link(goal.id), names.CELL),
            text(book.plan.level_name(result.level), names.CELL),
            paragraph(run(goal.text, style=style), names.CELL),
            text(book.t.number(result.records), names.CELL),
            text(book.t.number(result.units), names.CELL),
        ]
