"""Records as the handbook shows them whole: as rows of a table, or each as a card."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from aktivplan.records import Record
from aktivplan.rendering.handbook import names
from aktivplan.rendering.handbook.blocks import paragraph, run, text
from aktivplan.rendering.handbook.book import Book
from aktivplan.rendering.handbook.page import TEXT_WIDTH
from aktivplan.rendering.handbook.tables import pairs, table
from aktivplan.rendering.handbook.views import TableView

_LABEL_WIDTH = 2_300
_PAGE_OF_LETTERS = 2_500
"""A card with more is let run over the page's end."""
_CARD_WIDTHS = (_LABEL_WIDTH, TEXT_WIDTH - _LABEL_WIDTH)


def whole_records(book: Book, view: TableView, records: Sequence[Record], caption: str) -> Iterator[str]:
    """Every field of the records, in a table with the caption or as cards under the table's title."""
    if view.as_cards:
        yield from _cards(book, view, records)
        return
    yield book.table_caption(caption)
    yield table(view.columns, _rows(book, view, records), summary=caption)


def _rows(book: Book, view: TableView, records: Iterable[Record]) -> Iterator[Sequence[str]]:
    for record in records:
        number = f"{record.number} " if record.number else ""
        strong = run(number, style=names.STRONG) if number else ""
        unit = run(" · ") + book.unit_link(record.unit)
        first, *rest = _values(book, view, record)
        yield [paragraph(f"{strong}{book.record_place(record)}{unit}", names.CELL_TITLE) + first, *rest]


def _values(book: Book, view: TableView, record: Record) -> Iterator[str]:
    for field in view.fields:
        yield book.lines(book.wording.value(field, record.value(field.key)))


def _cards(book: Book, view: TableView, records: Iterable[Record]) -> Iterator[str]:
    """One card a record: a line that names it, and a table of its fields."""
    if len(book.plan.tables) > 1:
        yield text(view.table.title, names.CARDS_TITLE)
    for record in records:
        number = run(f"{record.number} ") if record.number else ""
        unit = run(" · ") + book.unit_link(record.unit)
        yield paragraph(f"{number}{book.record_place(record)}{unit}", names.CARD_TITLE)
        values = _values(book, view, record)
        yield pairs(
            list(zip(view.headings, values, strict=True)),
            _CARD_WIDTHS,
            summary=record.id,
            together=sum(len(value.text) for value in record.values.values()) <= _PAGE_OF_LETTERS,
        )
