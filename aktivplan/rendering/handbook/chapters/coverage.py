"""Who serves which goal, and who has answered: pictures and tables, gaps told in words too."""

from __future__ import annotations

from collections.abc import Iterator

from aktivplan.rendering.handbook import names
from aktivplan.rendering.handbook.blocks import text
from aktivplan.rendering.handbook.book import Book
from aktivplan.rendering.handbook.chapters.listings import listed

_MOST_NAMED = 12


def coverage(book: Book) -> Iterator[str]:
    """The picture, and every goal with the units that serve it; none where nothing serves any."""
    found = book.figures.coverage
    if found is None:
        return
    t = book.t
    yield book.figure("coverage", t("Who serves which goal"))
    yield from listed(book, t("How many rows serve which goal"), found.listing)
    bare = [label for label, count, _named in found.listing.rows if count == "0"]
    if bare:
        more = " …" if len(bare) > _MOST_NAMED else ""
        named = "; ".join(bare[:_MOST_NAMED]) + more
        yield text(t("Nobody has planned anything for: {goals}", goals=named), names.AFTER_BLOCK)
    else:
        yield text(t("Every goal has rows from somebody."), names.AFTER_BLOCK)


def status(book: Book) -> Iterator[str]:
    """Who has answered: the picture and the table."""
    answers = book.figures.status
    if answers is None:
        return
    yield book.figure("status", book.t("Who has answered"))
    yield from listed(book, book.t("Who has answered, as a table"), answers.listing)
