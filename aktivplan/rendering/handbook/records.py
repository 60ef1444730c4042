"""Records as the handbook shows them whole: as rows of a table, or each as a card."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import add

from aktivplan.records import Record
from aktivplan.rendering.handbook import names
from aktivplan.rendering.handbook.blocks import paragraph, run, runs, text
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
    yield from table(view.columns, _rows(book, view, records), summary=caption)


def _rows(book: Book, view: TableView, records: Sequence[Record]) -> Iterator[Sequence[str]]:
    titles = _titles(book, records, names.CELL_TITLE, number_style=names.STRONG)
    first, *others = _columns(book, view, records)
    return zip(map(add, titles, first), *others, strict=True)


def _titles(book: Book, records: Sequence[Record], style: str, *, number_style: str = "") -> Iterator[str]:
    """What stands over each of the records: its number, its id, and whose it is."""
    numbers = runs([f"{record.number} " for record in records], style=number_style)
    units = {code: f"{run(' · ')}{book.unit_link(code)}" for code in {record.unit for record in records}}
    for record, number, place in zip(records, numbers, book.record_places(records), strict=True):
        yield paragraph(f"{number if record.number else ''}{place}{units[record.unit]}", style)


def _columns(book: Book, view: TableView, records: Sequence[Record]) -> list[Iterator[str]]:
    """Each field of all the records."""
    return [book.cells(book.wording.fields(records, field)) for field in view.fields]


def _cards(book: Book, view: TableView, records: Sequence[Record]) -> Iterator[str]:
    """One card a record: a line that names it, and a table of its fields."""
    if len(book.plan.tables) > 1:
        yield text(view.table.title, names.CARDS_TITLE)
    titles = _titles(book, records, names.CARD_TITLE)
    values = zip(*_columns(book, view, records), strict=True)
    for record, title, cells in zip(records, titles, values, strict=True):
        yield title
        yield pairs(
            list(zip(view.headings, cells, strict=True)),
            _CARD_WIDTHS,
            summary=record.id,
            together=sum(len(value.text) for value in record.values.values()) <= _PAGE_OF_LETTERS,
        )
