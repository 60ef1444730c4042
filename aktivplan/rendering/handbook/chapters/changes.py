"""What units have changed in answers that they sent later."""

from __future__ import annotations

from collections.abc import Iterator

from aktivplan.edition import Change
from aktivplan.rendering.handbook import names
from aktivplan.rendering.handbook.blocks import paragraph, run, text
from aktivplan.rendering.handbook.book import Book
from aktivplan.rendering.handbook.page import TEXT_WIDTH
from aktivplan.rendering.handbook.tables import Column, table

_RECORD, _FIELD = 1_300, 2_000


def changes(book: Book) -> Iterator[str]:
    """A table of changed cells, and the rows that are new; none where nothing has changed."""
    t, edition = book.t, book.edition
    changed = [one for one in edition.differences if one.change is Change.CHANGED]
    added = dict.fromkeys(one.record for one in edition.differences if one.change is Change.ADDED)
    if changed:
        caption = t("What has changed since the units' earlier answers")
        yield book.table_caption(caption)
        columns = (
            Column(t("No."), _RECORD),
            Column(t("Field"), _FIELD),
            Column(t("Now"), TEXT_WIDTH - _RECORD - _FIELD),
        )
        rows = (
            (
                paragraph(book.record_link(one.record), names.CELL),
                text(_field(book, one.table, one.field), names.CELL),
                text(book.wording.stated(book.wording.shortened(one.after)), names.CELL),
            )
            for one in changed
        )
        yield from table(columns, rows, summary=caption)
    if added:
        yield paragraph(_listed(book, [*added]), names.AFTER_BLOCK)


def _field(book: Book, table_key: str, key: str) -> str:
    return book.views[table_key].heading(book.plan.tables_by_key[table_key].field(key))


def _listed(book: Book, records: list[str]) -> str:
    first, *others = records
    listed = book.record_link(first) + "".join(run(", ") + book.record_link(one) for one in others)
    return run(book.t("New rows:") + " ") + listed
