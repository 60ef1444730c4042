"""Who is responsible for what: every name with its records, as links to where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aktivplan.records import Record
from aktivplan.rendering.handbook import names
from aktivplan.rendering.handbook.blocks import paragraph, run, text
from aktivplan.rendering.handbook.book import Book
from aktivplan.rendering.handbook.page import TEXT_WIDTH
from aktivplan.rendering.handbook.tables import Column, table

_NAME = 2_900
_MOST_IN_A_ROW = 12
"""Rows of a table stay whole, so a name with more records gets several."""


def responsible(book: Book) -> Iterator[str]:
    """Blocks of the index; none where no table asks for somebody responsible."""
    if not book.edition.responsible:
        return
    t = book.t
    yield text(t("Names and functions stand as the units wrote them, in alphabetical order."))
    caption = t("Who is responsible for what")
    yield book.table_caption(caption)
    columns = (Column(t("Responsible"), _NAME), Column(t("Rows"), TEXT_WIDTH - _NAME))
    yield table(columns, _rows(book), summary=caption)


def _rows(book: Book) -> Iterator[tuple[str, str]]:
    for one in book.edition.responsible:
        for start in range(0, len(one.records), _MOST_IN_A_ROW):
            stated = book.wording.stated(one.name)
            name = book.t("{name}, continued", name=stated) if start else stated
            yield text(name, names.CELL), _entries(book, one.records[start : start + _MOST_IN_A_ROW])


def _entries(book: Book, records: Sequence[Record]) -> str:
    entries = (f"{book.record_link(record.id)}{run(f' {_title(book, record)}')}" for record in records)
    return "".join(paragraph(entry, names.CELL_ENTRY) for entry in entries)


def _title(book: Book, record: Record) -> str:
    return book.wording.brief(record, book.views[record.table].title)
