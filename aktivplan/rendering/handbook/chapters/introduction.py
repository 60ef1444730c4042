"""What the plan is for, and how to find one's way in the handbook."""

from __future__ import annotations

from collections.abc import Iterator

from aktivplan.rendering.handbook import names
from aktivplan.rendering.handbook.blocks import bullets, link, run, text
from aktivplan.rendering.handbook.book import IN_TEXT, Book


def purpose(book: Book) -> Iterator[str]:
    """Why the plan is made, as the plan says; none if it does not say."""
    if book.plan.settings.purpose.strip():
        yield book.lines(book.plan.settings.purpose, IN_TEXT)


def reading_guide(book: Book) -> Iterator[str]:
    """Where to begin: links to the chapters that the handbook has. To be written when they are known."""
    t = book.t
    ways = [*_ways(book)]
    if ways:
        yield text(
            t(
                "The same rows stand here sorted in several ways, so that everybody can begin where it suits them:"
            )
        )
        yield bullets(ways)
    if book.edition.records:
        yield text(
            t(
                "Every row has a number, such as {id}. Where the number is underlined, it leads to the place where "
                "the row stands in full.",
                id=book.edition.records[0].id,
            ),
            names.AFTER_BLOCK,
        )


def _ways(book: Book) -> Iterator[str]:
    t = book.t
    questions = {
        "your unit": t("What your own unit is to do:"),
        "activities by goal": t("What is done for a goal:"),
        "activities by unit": t("What a unit is to do, and when:"),
        "year wheel": t("How the year goes round:"),
        "timeline": t("What happens over the year:"),
        "responsible": t("What a person or a function answers for:"),
    }
    for key, question in questions.items():
        chapter = book.chapters.get(key)
        if chapter is not None and chapter.anchor:
            yield f"{run(f'{question} ')}{link(chapter.anchor, chapter.text)}"
