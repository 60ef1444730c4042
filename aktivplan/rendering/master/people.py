"""The sheets of responsible people: what each has to do and when, and names that may be one person's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aktivplan.edition import AlikeNames, Edition, Likeness, Load, Responsibility, Stretch
from aktivplan.i18n import Translator
from aktivplan.rendering.master.fields import Filled
from aktivplan.rendering.master.months import months_of, stretch_word
from aktivplan.rendering.master.sheet import Column, Kind, Sheet, tabled
from aktivplan.rendering.master.signs import caution

_MOST_UNITS_NAMED = 6


def people_sheets(edition: Edition, t: Translator) -> Iterator[Sheet]:
    """The sheet of people, and that of names that are alike; none where there is nothing to show."""
    worked_out = edition.for_leaders
    if worked_out.loads:
        title = t("Responsible")
        columns, cells = tabled(_load_columns(worked_out.loads, worked_out.stretches, t))
        months = months_of(worked_out.stretches, [load.under_way for load in worked_out.loads], t)
        about = t(
            "Everybody whom a row names, those with most to do at one time first. The months tell how many of the rows are under way or due."
        )
        yield Sheet("responsible", title, title, about, columns, cells, months)
    if worked_out.alike_names:
        title = t("Names that are alike")
        columns, cells = tabled(_alike_columns(worked_out.alike_names, t))
        about = t("Names that may be one person's. Nothing has been merged: have the units write them alike.")
        about = with_more(about, worked_out.alike_names_found - len(worked_out.alike_names), t)
        yield Sheet("alike_names", title, title, about, columns, cells)


def with_more(about: str, more: int, t: Translator) -> str:
    """What a sheet shows, with how many pairs there are that it does not list."""
    if not more:
        return about
    told = t("{count} more are not listed.", count=t.number(more))
    return f"{about} {told}"


def _load_columns(loads: Sequence[Load], stretches: Sequence[Stretch], t: Translator) -> Iterator[Filled]:
    names = [stretch_word(one, t) for one in stretches]
    busiest = [load.busiest for load in loads]
    yield Column(t("Responsible")), [load.responsible.name for load in loads]
    yield Column(t("Rows"), Kind.COUNT, bars=True), [len(load.responsible.records) for load in loads]
    yield Column(t("Units"), Kind.COUNT), [len(load.units) for load in loads]
    yield Column(t("Unit codes")), [_named(load.units) for load in loads]
    yield Column(t("Busiest month"), Kind.WORD), [names[one[0]] if one else "" for one in busiest]
    most = Column(t("Rows in that month"), Kind.COUNT, bars=True)
    yield most, [one[1] if one else None for one in busiest]


def _named(units: Sequence[str]) -> str:
    shown = ", ".join(units[:_MOST_UNITS_NAMED])
    return shown if len(units) <= _MOST_UNITS_NAMED else f"{shown} …"


def _alike_columns(found: Sequence[AlikeNames], t: Translator) -> Iterator[Filled]:
    words = {
        Likeness.SPELLING: t("spelling"),
        Likeness.INITIAL: t("initial"),
        Likeness.ORDER: t("order of words"),
        Likeness.MORE_WORDS: t("one has more words"),
    }
    yield from _person([one.name for one in found], t("Name"), t)
    yield from _person([one.other for one in found], t("Other name"), t)
    marks = tuple(caution(word) for word in words.values())
    yield Column(t("What differs"), Kind.WORD, marks=marks), [words[one.likeness] for one in found]
    yield Column(t("Likeness"), Kind.PERCENT, bars=True), [one.score for one in found]


def _person(people: Sequence[Responsibility], heading: str, t: Translator) -> Iterator[Filled]:
    yield Column(heading), [one.name for one in people]
    yield Column(t("Rows"), Kind.COUNT), [len(one.records) for one in people]
    units = [tuple(dict.fromkeys(record.unit for record in one.records)) for one in people]
    yield Column(t("Unit codes")), [_named(codes) for codes in units]
