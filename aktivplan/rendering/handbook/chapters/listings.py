"""The table beside a figure, which says the same in words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from aktivplan.rendering.figures.listing import Listing
from aktivplan.rendering.handbook import names
from aktivplan.rendering.handbook.blocks import paragraph, run, text
from aktivplan.rendering.handbook.book import Book
from aktivplan.rendering.handbook.measures import column_widths, need
from aktivplan.rendering.handbook.tables import Column, short_table


def listed(book: Book, caption: str, listing: Listing) -> Iterator[str]:
    """The table with its caption, its columns as wide as their words need."""
    yield book.table_caption(caption)
    texts = zip(*listing.rows, strict=True)
    needs = [need(heading, column) for heading, column in zip(listing.headings, texts, strict=True)]
    columns = [*map(Column, listing.headings, column_widths(needs))]
    yield short_table(columns, _rows(book, listing), summary=caption)


def _rows(book: Book, listing: Listing) -> Iterator[list[str]]:
    for row, record in zip_longest(listing.rows, listing.records, fillvalue=""):
        cells = [text(book.wording.stated(cell), names.CELL) for cell in row]
        if record:
            cells[1] = paragraph(f"{book.record_link(record)}{run(f' {row[1]}')}", names.CELL)
        yield cells
