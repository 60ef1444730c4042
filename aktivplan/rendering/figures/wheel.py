"""What stands in the year wheel: the plan's areas as rings, and what happens in them through a year.

Plain data. Where there are too many records for marks of their own, each ring has counts by month instead.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache, partial
from itertools import groupby
from typing import NamedTuple

from aktivplan.definition.models import Plan
from aktivplan.edition import Edition, Scheduled
from aktivplan.i18n import Translator, translator
from aktivplan.rendering.figures.buckets import months_later
from aktivplan.rendering.figures.follow_ups import follow_up_months
from aktivplan.rendering.figures.listing import Listing, in_stretches
from aktivplan.rendering.figures.recurrence import recurrence_of
from aktivplan.rendering.figures.spans import Span, spans_of
from aktivplan.rendering.figures.titles import brief, title
from aktivplan.rendering.figures.wheel_lanes import Laid, Turns, lay_rings
from aktivplan.rendering.figures.wheel_rings import LETTERS, PROCESS, Area, areas
from aktivplan.rendering.figures.wheel_year import WheelYear, wheel_year
from aktivplan.rendering.figures.when import when

_MOST_ITEMS = 45
_MOST_LANES = 21
"""What fits between the months and the centre with numbers of 9 points."""


@dataclass(frozen=True, slots=True)
class WheelItem:
    """Something that happens, or several things at the very same time."""

    number: str
    """ "A3", or "A3–5" for several."""
    lane: int
    stretches: tuple[Turns, ...]
    marks: tuple[float, ...]
    """Where its number stands: the middle of each mark, in twelfths of a turn."""
    recurring: bool
    """Whether it comes back so often that its returns are one stretch."""


@dataclass(frozen=True, slots=True)
class Ring:
    """An area of the plan, with items in lanes, or with counts."""

    letter: str
    label: str
    lanes: int
    items: tuple[WheelItem, ...]
    counts: tuple[int, ...]
    """What is under way or due in each month."""


@dataclass(frozen=True, slots=True)
class YearWheel:
    """A year of the plan, ring by ring from the outside in."""

    language: str
    title: str
    year: str
    months: tuple[str, ...]
    rings: tuple[Ring, ...]
    counted: bool
    """Whether the rings show counts by month, as there is too much for marks."""
    records: int
    """Records with a time in the year."""
    quarters: tuple[int, ...]
    """How many of them are under way or due in each quarter."""
    listing: Listing


def plan_year_wheel(edition: Edition, year: int | None = None) -> YearWheel | None:
    """The wheel of the plan's first year, or of the one that begins in ``year``; None where nothing is in it."""
    plan = edition.plan
    t = translator(plan.settings.language)
    shown = wheel_year(plan.settings, year)
    gathered = [_gather(plan, area, shown, t) for area in areas(plan, edition.schedule, t)]
    filled = [one for one in gathered if one.happenings]
    if not filled:
        return None
    drawn = _laid(filled, _process(plan, shown, t))
    whole = [happening for one in filled for happening in one.happenings]
    return YearWheel(
        language=t.language,
        title=plan.settings.title,
        year=shown.label,
        months=shown.names(t),
        rings=drawn or tuple(_counted(letter, one) for letter, one in zip(LETTERS, filled, strict=False)),
        counted=not drawn,
        records=len(whole),
        quarters=_quarters(whole),
        listing=_items_listed(filled, _process(plan, shown, t), t)
        if drawn
        else _counts_listed(filled, shown, t),
    )


class _Time(NamedTuple):
    """When in the year something happens."""

    stretches: tuple[Turns, ...]
    recurring: bool
    months: frozenset[int]


class _Happening(NamedTuple):
    time: _Time
    said: Callable[[], tuple[str, str]]
    """What it is and when, in words; asked for only where it is listed."""
    record: str = ""
    """Its id; "" for what is no record."""


def _order(happening: _Happening) -> tuple[tuple[Turns, ...], bool]:
    return happening.time.stretches, happening.time.recurring


@dataclass(frozen=True, slots=True)
class _Gathered:
    label: str
    happenings: tuple[_Happening, ...]


def _gather(plan: Plan, area: Area, year: WheelYear, t: Translator) -> _Gathered:
    found = filter(None, (_happening(plan, one, year, t) for one in area.members))
    return _Gathered(area.label, tuple(sorted(found, key=_order)))


def _happening(plan: Plan, one: Scheduled, year: WheelYear, t: Translator) -> _Happening | None:
    """A record's part in the year; None if it has none."""
    time = _time(year, spans_of(plan, one), one.recurrence)
    if time is None:
        return None
    return _Happening(time, lambda: (brief(title(plan, one.record)), when(one, t)), one.record.id)


@lru_cache(maxsize=4096)
def _time(year: WheelYear, spans: tuple[Span, ...], comes_back: str) -> _Time | None:
    """When in the year something happens; None if it does not. Of many rows' times, few differ."""
    inside = [placed for span in spans if (placed := _placed(year, span)) is not None]
    if not inside:
        return None
    recurrence = recurrence_of(comes_back)
    stretches = [placed.turns for placed in inside]
    if recurrence is not None and recurrence.months:
        # What comes back is a mark in the middle of the time that it has for it.
        stretches = [(sum(turns) / 2, sum(turns) / 2) for turns in stretches]
    return _Time(
        tuple(stretches),
        recurrence is not None and not recurrence.months,
        frozenset().union(*(placed.months for placed in inside)),
    )


class _Placed(NamedTuple):
    """A stretch of time as far as it lies in the year."""

    turns: Turns
    months: frozenset[int]


def _placed(year: WheelYear, span: Span) -> _Placed | None:
    """Where a stretch lies in the year; None if it does not."""
    days = year.inside(span)
    return None if days is None else _Placed(_turns(year, *days), _months(year, *days))


def _turns(year: WheelYear, first: date, last: date) -> Turns:
    return round(year.turn(first), 3), round(year.turn(last + timedelta(days=1)), 3)


def _months(year: WheelYear, first: date, last: date) -> frozenset[int]:
    return frozenset(range(year.month_of(first), year.month_of(last) + 1))


def _process(plan: Plan, year: WheelYear, t: Translator) -> _Gathered:
    """What the settings know of collecting and following up the plan, as far as it lies in the year."""
    deadline = plan.settings.deadline
    known = [(t("Deadline"), t.date(deadline), deadline, deadline)]
    for number, written in follow_up_months(plan.settings.follow_up, t):
        first = next(
            (one for one in year.months if one.month == number and written in (None, one.year)), None
        )
        if first is not None:
            last = months_later(first, 1) - timedelta(days=1)
            known.append((t("Follow-up"), t.date(first, "LLLL y"), first, last))
    found = [
        _Happening(_Time((placed.turns,), recurring=False, months=placed.months), partial(_pair, what, said))
        for what, said, first, last in known
        if (placed := _placed(year, Span(first, last))) is not None
    ]
    return _Gathered(t("The plan itself"), tuple(sorted(found, key=_order)))


def _pair(what: str, said: str) -> tuple[str, str]:
    return what, said


def _laid(filled: Sequence[_Gathered], process: _Gathered) -> tuple[Ring, ...]:
    """The rings with their items in lanes; () where they do not fit."""
    if sum(len(one.happenings) for one in filled) > _MOST_ITEMS:
        return ()
    lettered = _lettered(filled, process)
    items = [list(_at_the_same_time(letter, one.happenings)) for letter, one in lettered]
    lanes = lay_rings([[(number, one.time.stretches) for number, one in ring] for ring in items])
    if sum(laid.lanes for laid in lanes) > _MOST_LANES:
        return ()
    return tuple(map(_ring, lettered, items, lanes))


def _lettered(filled: Sequence[_Gathered], process: _Gathered) -> list[tuple[str, _Gathered]]:
    letters = list(zip(LETTERS, filled, strict=False))
    return [*letters, (PROCESS, process)] if process.happenings else letters


def _ring(lettered: tuple[str, _Gathered], numbered: Sequence[tuple[str, _Happening]], laid: Laid) -> Ring:
    letter, gathered = lettered
    items = tuple(
        WheelItem(number, lay.lane, one.time.stretches, lay.marks, one.time.recurring)
        for (number, one), lay in zip(numbered, laid.items, strict=True)
    )
    return Ring(letter, gathered.label, laid.lanes, items, _counts(gathered.happenings))


def _at_the_same_time(letter: str, happenings: Sequence[_Happening]) -> Iterator[tuple[str, _Happening]]:
    """One of those that happen at the very same time, with the numbers of them all: "A3", or "A3–5"."""
    number = 1
    for _time, same in groupby(happenings, key=_order):
        members = list(same)
        last = number + len(members) - 1
        yield f"{letter}{number}" if last == number else f"{letter}{number}–{last}", members[0]
        number = last + 1


def _counted(letter: str, gathered: _Gathered) -> Ring:
    return Ring(letter, gathered.label, 0, (), _counts(gathered.happenings))


def _counts(happenings: Iterable[_Happening]) -> tuple[int, ...]:
    counts = [0] * 12
    for months, count in Counter(one.time.months for one in happenings).items():
        for month in months:
            counts[month] += count
    return tuple(counts)


def _quarters(happenings: Iterable[_Happening]) -> tuple[int, ...]:
    counts = [0] * 4
    for months, count in Counter(one.time.months for one in happenings).items():
        for quarter in {month // 3 for month in months}:
            counts[quarter] += count
    return tuple(counts)


def _items_listed(filled: Sequence[_Gathered], process: _Gathered, t: Translator) -> Listing:
    listed = [
        (f"{letter}{number}", gathered.label, one)
        for letter, gathered in _lettered(filled, process)
        for number, one in enumerate(gathered.happenings, start=1)
    ]
    return Listing(
        (t("No."), t("What"), t("Ring"), t("When")),
        tuple((number, what, ring, said) for number, ring, one in listed for what, said in [one.said()]),
        tuple(one.record for _number, _ring, one in listed),
    )


def _counts_listed(filled: Sequence[_Gathered], year: WheelYear, t: Translator) -> Listing:
    return Listing(
        (t("Ring"), t("Rows"), t("By month")),
        tuple(
            (
                f"{letter} {one.label}",
                str(len(one.happenings)),
                in_stretches(year.names(t), _counts(one.happenings), t),
            )
            for letter, one in zip(LETTERS, filled, strict=False)
        ),
    )
