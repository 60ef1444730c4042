"""Follow-up: how and when; and the targets that are to be measured."""

from __future__ import annotations

from collections.abc import Iterator

from aktivplan.edition import Criterion
from aktivplan.rendering.handbook import names
from aktivplan.rendering.handbook.blocks import paragraph, text
from aktivplan.rendering.handbook.book import IN_TEXT, Book
from aktivplan.rendering.handbook.page import TEXT_WIDTH
from aktivplan.rendering.handbook.tables import Column, table
from aktivplan.targets import Target

_RECORD, _FIGURE, _DUE = 1_400, 1_500, 2_200


def follow_up(book: Book) -> Iterator[str]:
    """How and when the plan is followed up, as the plan says."""
    t, settings = book.t, book.plan.settings
    if settings.follow_up.strip():
        yield book.lines(settings.follow_up, IN_TEXT)
    else:
        yield text(t("{leader} can tell how and when the plan is followed up.", leader=settings.leader_name))


def indicators(book: Book) -> Iterator[str]:
    """The targets that the units have set; none where no field asks for any."""
    measured = [one for one in book.edition.criteria if one.targets]
    if book.figures.targets is not None:
        yield book.figure("targets", book.t("What is to be reached, in per cent"))
    if measured:
        yield from _targets(book, measured)


def _targets(book: Book, measured: list[Criterion]) -> Iterator[str]:
    t = book.t
    caption = t("The targets that the units have set")
    yield book.table_caption(caption)
    columns = (
        Column(t("No."), _RECORD),
        Column(t("To be reached"), TEXT_WIDTH - _RECORD - _FIGURE - _DUE),
        Column(t("Value"), _FIGURE),
        Column(t("By when"), _DUE),
    )
    rows = (
        (
            paragraph(book.record_link(one.record.id), names.CELL),
            text(book.wording.shortened(target.text), names.CELL),
            text(_figure(book, target), names.CELL),
            text(_due(book, target), names.CELL),
        )
        for one in measured
        for target in one.targets
    )
    yield from table(columns, rows, summary=caption)


def _figure(book: Book, target: Target) -> str:
    if target.value is None:
        return book.t("No value")
    comparator = target.comparator.value if target.comparator else ""
    return f"{comparator} {book.t.number(target.value)} {target.unit}".strip()


def _due(book: Book, target: Target) -> str:
    if target.due:
        return target.due
    return book.t("Later on") if target.longer_term else book.wording.not_stated
