"""The facts about the plan, as they stand on the cover."""

from __future__ import annotations

from collections.abc import Iterator

from aktivplan.edition import UnitStatus
from aktivplan.rendering.handbook import names
from aktivplan.rendering.handbook.blocks import text
from aktivplan.rendering.handbook.book import Book
from aktivplan.rendering.handbook.page import TEXT_WIDTH
from aktivplan.rendering.handbook.tables import pairs

_LABEL_WIDTH = 2_600


def facts(book: Book) -> Iterator[str]:
    """A table of the facts."""
    t = book.t
    rows = [(label, text(value, names.CELL)) for label, value in _facts(book)]
    yield pairs(rows, (_LABEL_WIDTH, TEXT_WIDTH - _LABEL_WIDTH), summary=t("Facts about the plan"))


def _facts(book: Book) -> Iterator[tuple[str, str]]:
    t, settings = book.t, book.plan.settings
    yield t("Plan"), settings.title
    yield t("Organisation"), settings.organisation
    yield t("Period"), book.wording.from_to(settings.period_start, settings.period_end)
    yield t("Process leader"), settings.leader_name
    answered = sum(unit.status is UnitStatus.ANSWERED for unit in book.edition.units)
    asked = len(book.edition.units)
    yield (
        t("Answers"),
        t.plural("{answered} of {count} unit", "{answered} of {count} units", asked, answered=answered),
    )
    if book.edition.day is not None:
        yield t("Edition"), book.wording.day(book.edition.day)
