"""The introduction: why the plan is made, and how to find one's way in the handbook."""

from __future__ import annotations

from collections.abc import Iterator

from aktivplan.edition import UnitStatus
from aktivplan.rendering.handbook import names
from aktivplan.rendering.handbook.blocks import bullets, link, run, text
from aktivplan.rendering.handbook.book import IN_TEXT, Book
from aktivplan.rendering.handbook.chapters.titles import (
    GOALS,
    INTRODUCTION,
    RESPONSIBLE,
    TIMELINE,
    UNITS,
    Chapter,
)


def introduction(book: Book) -> Iterator[str]:
    """Blocks for the chapter."""
    t, settings = book.t, book.plan.settings
    yield book.heading(1, t(INTRODUCTION.title), INTRODUCTION.anchor)
    if settings.purpose.strip():
        yield book.heading(2, t("Why there is a plan"), "introduction_purpose")
        yield book.lines(settings.purpose, IN_TEXT)
    yield book.heading(2, t("How the handbook came about"), "introduction_origin")
    yield text(_origin(book))
    yield book.heading(2, t("How to read the handbook"), "introduction_reading")
    yield text(
        t("The same rows stand here sorted in several ways, so that everybody can begin where it suits them:")
    )
    yield bullets(_ways(book))
    if book.edition.records:
        yield text(
            t(
                "Every row has a number, such as {id}. Where the number is underlined, it leads to the place where "
                "the row stands in full.",
                id=book.edition.records[0].id,
            ),
            names.AFTER_BLOCK,
        )


def _origin(book: Book) -> str:
    t, settings = book.t, book.plan.settings
    answered = sum(unit.status is UnitStatus.ANSWERED for unit in book.edition.units)
    return t(
        "{organisation} has asked {asked} units for their part of the plan, and {answered} of them have answered. "
        "Their answers stand here as the units wrote them. {leader} leads the process.",
        organisation=settings.organisation,
        asked=len(book.edition.units),
        answered=answered,
        leader=settings.leader_name,
    )


def _ways(book: Book) -> Iterator[str]:
    t = book.t
    yield _way(book, GOALS, t("What is done for a goal:"))
    yield _way(book, UNITS, t("What a unit is to do, and when:"))
    if book.timeline is not None:
        yield _way(book, TIMELINE, t("What happens over the year:"))
    if book.edition.responsible:
        yield _way(book, RESPONSIBLE, t("What a person or a function answers for:"))


def _way(book: Book, chapter: Chapter, question: str) -> str:
    return f"{run(f'{question} ')}{link(chapter.anchor, book.t(chapter.title))}"
