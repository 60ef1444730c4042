"""Which stretches of a line are one, and what leads each of them ("senast", "från och med")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from aktivplan.reading.period.items import LEADS, LIST_JOINTS, Item
from aktivplan.reading.period.slots import Scale
from aktivplan.reading.period.stretches import Stretch
from aktivplan.reading.period.words import Sort


@dataclass(frozen=True, slots=True)
class Dated:
    """A stretch, and the word that leads it."""

    lead: Sort | None
    stretch: Stretch


def joined(items: Sequence[Item]) -> list[Dated]:
    """The stretches with what leads them; those joined to one ("mars till maj") are one."""
    dated: list[Dated] = []
    lead: Sort | None = None
    joint: Sort | None = None
    status = False
    for item in _explained(items):
        if isinstance(item, Stretch):
            lead = Sort.BY if lead is None and status else lead
            _add(dated, lead, joint, item)
            lead, joint, status = None, None, False
        elif isinstance(item, Sort) and item in LEADS:
            lead = item
        elif isinstance(item, Sort) and item in LIST_JOINTS:
            joint = item
        else:
            status, joint, lead = item is Sort.STATUS, None, lead if item is Sort.ROUGHLY else None
    return dated


def _explained(items: Sequence[Item]) -> list[Item]:
    """Two stretches with a dash between are one, and what stands in parentheses explains what stands before.

    "Primo 2015 (januar-marts)": the months take the place of the fuzzy word, and have its year.
    """
    explained: list[Item] = []
    for item in items:
        match [*explained, item]:
            case [*before, Stretch() as first, Sort.DASH, Stretch() as last]:
                explained = [*before, Stretch(first.first, last.last)]
            case [*before, Stretch() as fuzzy, Sort.OPEN, Stretch() as exact, Sort.CLOSE]:
                explained = [*before, _explanation(fuzzy, exact)]
            case _:
                explained.append(item)
    match explained:
        case [Stretch(), Sort.DASH]:
            # "2027-": from then on.
            return [Sort.FROM, explained[0]]
        case _:
            return explained


def _explanation(fuzzy: Stretch, exact: Stretch) -> Stretch:
    if exact.first.scale is Scale.YEAR:
        year = exact.first.year
        return _with_year(fuzzy, year) if fuzzy.last.year is None else exact
    return exact if exact.last.year else _with_year(exact, fuzzy.first.year)


def _with_year(stretch: Stretch, year: int | None) -> Stretch:
    first = stretch.first if stretch.first.year else replace(stretch.first, year=year)
    return Stretch(
        first, first if stretch.is_single else replace(stretch.last, year=stretch.last.year or year)
    )


def _add(dated: list[Dated], lead: Sort | None, joint: Sort | None, stretch: Stretch) -> None:
    former = dated[-1] if dated else None
    if former is None:
        dated.append(Dated(lead, stretch))
    elif _is_range(former, lead, joint):
        dated[-1] = Dated(
            former.lead if former.lead in (Sort.BY, Sort.BEFORE) else None,
            Stretch(former.stretch.first, stretch.last),
        )
    elif joint in LIST_JOINTS and lead is None:
        if _follows(former.stretch, stretch, joint):
            dated[-1] = Dated(former.lead, Stretch(former.stretch.first, stretch.last))
        else:
            _share_year(dated, stretch)
            dated.append(Dated(former.lead, stretch))
    else:
        dated.append(Dated(lead, stretch))


def _is_range(former: Dated, lead: Sort | None, joint: Sort | None) -> bool:
    if lead is Sort.UNTIL:
        return former.lead in (None, Sort.FROM)
    return former.lead is Sort.BETWEEN and joint is Sort.AND


def _follows(former: Stretch, stretch: Stretch, joint: Sort | None) -> bool:
    """Whether the two are one stretch: a year and the next ("2014 og 2015"), months as in "maj/juni"."""
    last, first = former.last, stretch.first
    if last.scale is first.scale is Scale.YEAR:
        return last.year is not None and first.year == last.year + 1
    return (
        last.scale is first.scale is Scale.MONTH and joint is Sort.SLASH and first.number == last.number + 1
    )


def _share_year(dated: list[Dated], stretch: Stretch) -> None:
    """In "mars, maj och augusti 2027" the last one's year is everybody's."""
    year = stretch.last.year
    scale = stretch.first.scale
    for at, one in enumerate(dated):
        if year and one.stretch.last.year is None and one.stretch.last.scale is scale:
            dated[at] = Dated(one.lead, _with_year(one.stretch, year))
