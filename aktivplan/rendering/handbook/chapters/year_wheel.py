"""The year wheel: the picture, and the same as a table."""

from __future__ import annotations

from collections.abc import Iterator

from aktivplan.rendering.figures.year_wheel import YearWheel
from aktivplan.rendering.handbook import names
from aktivplan.rendering.handbook.blocks import paragraph, text
from aktivplan.rendering.handbook.book import Book
from aktivplan.rendering.handbook.page import TEXT_WIDTH
from aktivplan.rendering.handbook.tables import Column, counts, table

_NUMBER, _RECORD, _WHEN, _RING = 900, 1_300, 2_100, 2_400


def year_wheel(book: Book) -> Iterator[str]:
    """The picture and the table; none where no record has a date in the plan's first year."""
    wheel = book.figures.year_wheel
    if wheel is None:
        return
    t = book.t
    yield text(
        t.plural(
            "{count} row takes place in {year} and stands here, goal by goal.",
            "{count} rows take place in {year} and stand here, goal by goal.",
            wheel.records,
            year=wheel.year,
        )
    )
    all_year = sum(item.is_all_year for item in wheel.items)
    if all_year:
        yield text(
            t.plural(
                "{count} of them goes on all year and has no arc in the figure; it stands in the table.",
                "{count} of them go on all year and have no arc in the figure; they stand in the table.",
                all_year,
            )
        )
    yield book.figure("year wheel", t("The year {year} round", year=wheel.year))
    yield from _items(book, wheel) if wheel.items else _months(book, wheel)


def _items(book: Book, wheel: YearWheel) -> Iterator[str]:
    t = book.t
    caption = t("The year wheel as a table: the numbers are those of the figure")
    yield book.table_caption(caption)
    columns = (
        Column(t("Mark"), _NUMBER),
        Column(t("No."), _RECORD),
        Column(t("What"), TEXT_WIDTH - _NUMBER - _RECORD - _RING - _WHEN),
        Column(t("Ring"), _RING),
        Column(t("When"), _WHEN),
    )
    rows = (
        (
            text(t("All year") if item.is_all_year else str(item.number), names.CELL),
            paragraph(book.record_link(item.record), names.CELL),
            text(book.wording.shortened(item.title) or item.record, names.CELL),
            text(wheel.rings[item.ring].label, names.CELL),
            text(item.when, names.CELL),
        )
        for item in wheel.items
    )
    yield table(columns, rows, summary=caption)


def _months(book: Book, wheel: YearWheel) -> Iterator[str]:
    t = book.t
    caption = t("The year wheel as a table: rows under way or due in each month")
    yield book.table_caption(caption)
    room = (TEXT_WIDTH - _RING) // len(wheel.months)
    heads = [t.month(month.month, "LLL").rstrip(".") for month in wheel.months]
    columns = (
        Column(t("Ring"), TEXT_WIDTH - room * len(heads)),
        *(Column(head, room) for head in heads),
    )
    rows = ((text(ring.label, names.CELL), ring.counts) for ring in wheel.rings)
    yield counts(columns, rows, summary=caption)
