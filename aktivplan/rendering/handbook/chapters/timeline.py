"""The timeline: the picture, if there is one, and the same as a table."""

from __future__ import annotations

from collections.abc import Iterator

from aktivplan.rendering.figures.listing import Listing, in_stretches
from aktivplan.rendering.figures.timeline import Timeline
from aktivplan.rendering.handbook import names
from aktivplan.rendering.handbook.blocks import paragraph, text
from aktivplan.rendering.handbook.book import Book
from aktivplan.rendering.handbook.chapters.listings import listed
from aktivplan.rendering.handbook.page import TEXT_WIDTH
from aktivplan.rendering.handbook.tables import Column, table

_RECORD, _WHEN, _BAR_GOAL = 1_300, 2_300, 2_400


def timeline(book: Book) -> Iterator[str]:
    """The picture and the table; none where no record has a date."""
    data = book.figures.timeline
    if data is None:
        return
    t = book.t
    yield text(_introduction(book, data))
    yield book.figure("timeline", t("What happens when, by goal"))
    if data.groups:
        yield from _table_of_bars(book, data)
    else:
        yield from _table_of_counts(book, data)


def _introduction(book: Book, data: Timeline) -> str:
    return book.t.plural(
        "{count} row has a date and stands here. Rows without a date are found under their goals.",
        "{count} rows have a date and stand here. Rows without a date are found under their goals.",
        data.records,
    )


def _table_of_bars(book: Book, data: Timeline) -> Iterator[str]:
    t = book.t
    caption = t("The timeline as a table, by goal")
    yield book.table_caption(caption)
    columns = (
        Column(t("No."), _RECORD),
        Column(t("What"), TEXT_WIDTH - _RECORD - _BAR_GOAL - _WHEN),
        Column(t("Goal"), _BAR_GOAL),
        Column(t("When"), _WHEN),
    )
    rows = (
        (
            paragraph(book.record_link(bar.record), names.CELL),
            text(book.wording.shortened(bar.title) or bar.record, names.CELL),
            text(group.label or book.wording.not_stated, names.CELL),
            text(bar.when, names.CELL),
        )
        for group in data.groups
        for bar in group.bars
    )
    yield from table(columns, rows, summary=caption)


def _table_of_counts(book: Book, data: Timeline) -> Iterator[str]:
    t = book.t
    chapter = book.chapters.get("activities by goal")
    if chapter is not None:
        yield text(
            t("The dates of each row stand under its goal, in the chapter {chapter}.", chapter=chapter.text)
        )
    caption = t("Rows under way or due in each part of the period, by goal")
    names_of = [bucket.short for bucket in data.buckets]
    rows = ((line.label, str(line.records), in_stretches(names_of, line.counts, t)) for line in data.lines)
    yield from listed(book, caption, Listing((t("Goal"), t("Rows"), t("When")), tuple(rows)))
