"""How ready each area is, dimension by dimension: the picture, and the same as a table."""

from __future__ import annotations

from collections.abc import Iterator

from aktivplan.rendering.handbook.book import Book
from aktivplan.rendering.handbook.chapters.listings import listed


def readiness(book: Book) -> Iterator[str]:
    """The picture and the table; none in a plan that does not measure it."""
    profile = book.figures.readiness
    if profile is None:
        return
    yield book.figure("readiness", book.t("How ready each area is"))
    yield from listed(book, book.t("Readiness as a table"), profile.listing)
