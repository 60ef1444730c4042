"""What a handbook's template may ask for: placeholders that become chapters' content, and fields that become words.

Each has one name in every language, all of which are understood whatever the plan's language is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from aktivplan.braces import folded, in_braces
from aktivplan.edition import UnitStatus
from aktivplan.i18n import LANGUAGES, N_, Translator, translator
from aktivplan.rendering.handbook.book import GOALS, UNITS, Book
from aktivplan.rendering.handbook.chapters.changes import changes
from aktivplan.rendering.handbook.chapters.cover import facts
from aktivplan.rendering.handbook.chapters.coverage import coverage, status
from aktivplan.rendering.handbook.chapters.follow_up import follow_up, indicators
from aktivplan.rendering.handbook.chapters.goal_tree import goal_tree
from aktivplan.rendering.handbook.chapters.goals import goals
from aktivplan.rendering.handbook.chapters.introduction import purpose, reading_guide
from aktivplan.rendering.handbook.chapters.readiness import readiness
from aktivplan.rendering.handbook.chapters.resources import resources
from aktivplan.rendering.handbook.chapters.responsible import responsible
from aktivplan.rendering.handbook.chapters.sources import sources
from aktivplan.rendering.handbook.chapters.timeline import timeline
from aktivplan.rendering.handbook.chapters.units import own_page, unit_pages, units
from aktivplan.rendering.handbook.chapters.year_wheel import year_wheel

CONTENTS, READING_GUIDE = "contents", "reading guide"


@dataclass(frozen=True, slots=True)
class Placeholder:
    """Stands alone in a paragraph, in whose place it puts blocks; none where there is nothing to show."""

    key: str
    name: str
    """As a message."""
    write: Callable[[Book], Iterator[str]]


@dataclass(frozen=True, slots=True)
class TextField:
    """Stands within a text, in whose place it puts words."""

    name: str
    """As a message."""
    words: Callable[[Book], str]


def _nothing(_book: Book) -> Iterator[str]:
    return iter(())


PLACEHOLDERS = (
    Placeholder(CONTENTS, N_("contents"), _nothing),
    Placeholder("facts", N_("facts"), facts),
    Placeholder("purpose", N_("purpose"), purpose),
    Placeholder(READING_GUIDE, N_("reading guide"), reading_guide),
    Placeholder("your unit", N_("your unit"), own_page),
    Placeholder("goals", N_("goals"), goal_tree),
    Placeholder("coverage", N_("coverage"), coverage),
    Placeholder("status", N_("status"), status),
    Placeholder(GOALS, N_("activities by goal"), goals),
    Placeholder("units", N_("units"), units),
    Placeholder(UNITS, N_("activities by unit"), unit_pages),
    Placeholder("indicators", N_("indicators"), indicators),
    Placeholder("resources", N_("resources"), resources),
    Placeholder("year wheel", N_("year wheel"), year_wheel),
    Placeholder("timeline", N_("timeline"), timeline),
    Placeholder("readiness", N_("readiness"), readiness),
    Placeholder("follow-up", N_("follow-up"), follow_up),
    Placeholder("responsible", N_("responsible"), responsible),
    Placeholder("changes", N_("changes"), changes),
    Placeholder("sources", N_("sources"), sources),
)
"""All of them. The contents list is written last, when the headings are known."""


def _count(book: Book, status: UnitStatus) -> str:
    return book.t.number(book.edition.units_by_status[status])


TEXT_FIELDS = (
    TextField(N_("title"), lambda book: book.plan.settings.title),
    TextField(N_("organisation"), lambda book: book.plan.settings.organisation),
    TextField(
        N_("period"),
        lambda book: book.wording.from_to(book.plan.settings.period_start, book.plan.settings.period_end),
    ),
    TextField(
        N_("edition date"),
        lambda book: book.wording.day(book.edition.day) if book.edition.day else book.wording.not_stated,
    ),
    TextField(N_("deadline"), lambda book: book.wording.day(book.plan.settings.deadline)),
    TextField(N_("process leader"), lambda book: book.plan.settings.leader_name),
    TextField(N_("units asked"), lambda book: book.t.number(len(book.edition.units))),
    TextField(N_("units answered"), lambda book: _count(book, UnitStatus.ANSWERED)),
    TextField(N_("units missing"), lambda book: _count(book, UnitStatus.MISSING)),
    TextField(N_("number of rows"), lambda book: book.t.number(len(book.edition.records))),
    TextField(N_("number of goals"), lambda book: book.t.number(len(book.plan.goals))),
)


def placeholder_named(name: str) -> Placeholder | None:
    """The placeholder of that name, in any language; None if there is none."""
    return _placeholders().get(folded(name))


def field_named(name: str) -> TextField | None:
    """The field of that name, in any language; None if there is none."""
    return _fields().get(folded(name))


def shown_name(name: str, t: Translator) -> str:
    """A message's name in double braces, as it is written in the translator's language."""
    return in_braces(t(name))


def known_names(t: Translator) -> tuple[str, ...]:
    """All names in the translator's language, for suggestions."""
    return tuple(t(one.name) for one in (*PLACEHOLDERS, *TEXT_FIELDS))


@cache
def _placeholders() -> Mapping[str, Placeholder]:
    return {folded(name): one for one in PLACEHOLDERS for name in _names(one.name)}


@cache
def _fields() -> Mapping[str, TextField]:
    return {folded(name): one for one in TEXT_FIELDS for name in _names(one.name)}


def _names(message: str) -> Iterator[str]:
    return (translator(language)(message) for language in LANGUAGES)
