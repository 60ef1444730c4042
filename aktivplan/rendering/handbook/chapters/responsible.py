"""Who is responsible for what: every name with its records, as links to where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from aktivplan.records import Record
from aktivplan.rendering.handbook import names
from aktivplan.rendering.handbook.blocks import paragraph, runs, text, texts
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
    called, records = zip(*_rows(book), strict=True)
    entries = _entries(book, [record for some in records for record in some])
    cells = ("".join(islice(entries, len(some))) for some in records)
    yield from table(columns, zip(texts(called, names.CELL), cells, strict=True), summary=caption)


def _rows(book: Book) -> Iterator[tuple[str, Sequence[Record]]]:
    """What stands in each row: a name, and records of it."""
    for one in book.edition.responsible:
        stated = book.wording.stated(one.name)
        for start in range(0, len(one.records), _MOST_IN_A_ROW):
            name = book.t("{name}, continued", name=stated) if start else stated
            yield name, one.records[start : start + _MOST_IN_A_ROW]


def _entries(book: Book, records: Sequence[Record]) -> Iterator[str]:
    titles = runs([f" {book.wording.brief(record, book.views[record.table].title)}" for record in records])
    for record, title in zip(records, titles, strict=True):
        yield paragraph(f"{book.record_link(record.id)}{title}", names.CELL_ENTRY)
