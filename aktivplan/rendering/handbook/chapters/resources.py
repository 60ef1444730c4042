"""What the rows ask for: amounts of money by goal, and other resources row by row."""

from __future__ import annotations

from collections.abc import Iterator

from aktivplan.definition.models import Field, Table
from aktivplan.definition.terms import FieldType
from aktivplan.rendering.handbook import names
from aktivplan.rendering.handbook.blocks import paragraph, text
from aktivplan.rendering.handbook.book import Book
from aktivplan.rendering.handbook.page import TEXT_WIDTH
from aktivplan.rendering.handbook.tables import Column, table

_RECORD, _WHAT, _AMOUNT = 1_300, 3_600, 2_000
_MOST_ROWS = 400
"""A longer table would say once more what nobody reads to the end."""
_WORDS = ("resur", "ressour", "ressur", "resource", "budget", "kostnad", "omkostning")
"""So keys of fields begin that ask for resources in words."""


def resources(book: Book) -> Iterator[str]:
    """A table for each field that asks for money or other resources; none where nothing is stated."""
    for one in book.plan.tables:
        for field in one.public_fields:
            if field.type is FieldType.MONEY or field.key.startswith(_WORDS):
                yield from _of_field(book, one, field)


def _of_field(book: Book, one: Table, field: Field) -> Iterator[str]:
    view = book.views[one.key]
    stated = [
        record for record in book.edition.records if record.table == one.key and record.value(field.key).text
    ]
    if not stated:
        return
    t = book.t
    if len(stated) > _MOST_ROWS:
        yield text(
            t(
                "{count} rows state this: {field}. It stands with each row under its goal.",
                count=t.number(len(stated)),
                field=view.heading(field),
            )
        )
        yield from _total(book, one, field)
        return
    caption = t("{field}: {table}", field=view.heading(field), table=one.title)
    yield book.table_caption(caption)
    is_amount = field.type in (FieldType.MONEY, FieldType.NUMBER)
    width = _AMOUNT if is_amount else TEXT_WIDTH - _RECORD - _WHAT
    columns = (
        Column(t("No."), _RECORD),
        Column(view.heading(view.telling), TEXT_WIDTH - _RECORD - width),
        Column(view.heading(field), width),
    )
    rows = (
        (
            paragraph(book.record_link(record.id), names.CELL),
            text(book.wording.brief(record, view.telling), names.CELL),
            book.lines(book.wording.field(record, field)),
        )
        for record in stated
    )
    yield from table(columns, rows, summary=caption)
    yield from _total(book, one, field)


def _total(book: Book, one: Table, field: Field) -> Iterator[str]:
    t = book.t
    here = (amount for amount in book.edition.amounts if (amount.table, amount.field) == (one.key, field.key))
    total = next(here, None)
    if total is not None:
        yield text(
            t.plural(
                "{count} amount is stated as a figure, together {total}.",
                "{count} amounts are stated as figures, together {total}.",
                total.records,
                total=t.number(total.total),
            ),
            names.AFTER_BLOCK,
        )
