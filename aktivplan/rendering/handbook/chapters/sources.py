"""The appendix: which answers the handbook is based on, and whose are missing."""

from __future__ import annotations

from collections.abc import Iterator

from aktivplan.edition import UnitResult, UnitStatus
from aktivplan.rendering.handbook import names
from aktivplan.rendering.handbook.blocks import text
from aktivplan.rendering.handbook.book import Book
from aktivplan.rendering.handbook.page import TEXT_WIDTH
from aktivplan.rendering.handbook.tables import Column, table

_STATUS, _DAY, _FILE, _COUNT = 1_700, 1_900, 2_500, 900


def sources(book: Book) -> Iterator[str]:
    """Blocks of the register."""
    t = book.t
    yield text(t("The last day to answer was {day}.", day=book.wording.day(book.plan.settings.deadline)))
    caption = t("The units' answers")
    yield book.table_caption(caption)
    columns = (
        Column(t("Unit"), TEXT_WIDTH - _STATUS - _DAY - _FILE - _COUNT),
        Column(t("Status"), _STATUS),
        Column(t("Saved"), _DAY),
        Column(t("File"), _FILE),
        Column(t("Rows"), _COUNT),
    )
    yield from table(columns, (_row(book, result) for result in book.edition.units), summary=caption)


def _row(book: Book, result: UnitResult) -> list[str]:
    saved = book.wording.day(result.saved.date()) if result.saved else book.wording.not_stated
    cells = (
        result.unit.name,
        _status(book, result.status),
        saved,
        result.file or book.wording.not_stated,
        book.t.number(result.taken_in),
    )
    return [text(cell, names.CELL) for cell in cells]


def _status(book: Book, status: UnitStatus) -> str:
    match status:
        case UnitStatus.ANSWERED:
            return book.t("Has answered")
        case UnitStatus.REJECTED:
            return book.t("Answer rejected")
        case UnitStatus.MISSING:
            return book.t("Missing")
