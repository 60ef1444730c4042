"""The year wheel: the picture, and the same as a table."""

from __future__ import annotations

from collections.abc import Iterator

from aktivplan.rendering.handbook.blocks import text
from aktivplan.rendering.handbook.book import Book
from aktivplan.rendering.handbook.chapters.listings import listed


def year_wheel(book: Book) -> Iterator[str]:
    """The picture and the table; none where nothing has a date in the year."""
    wheel = book.figures.year_wheel
    if wheel is None:
        return
    t = book.t
    yield text(
        t.plural(
            "{count} row takes place in {year} and stands here.",
            "{count} rows take place in {year} and stand here.",
            wheel.records,
            year=wheel.year,
        )
    )
    yield book.figure("year-wheel", t("The year {year} round", year=wheel.year))
    yield from listed(book, t("The year wheel as a table"), wheel.listing)
