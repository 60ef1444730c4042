"""Which stretches of a line are one, and what leads each of them ("senast", "från och med")."""

from __future__ import annotations

from typing import NamedTuple

from aktivplan.reading.period.items import LEADS, LIST_JOINTS, Item
from aktivplan.reading.period.slots import Scale, Slot
from aktivplan.reading.period.sorts import Sort
from aktivplan.reading.period.stretches import Stretch


class Dated(NamedTuple):
    """A stretch, and the word that leads it."""

    lead: Sort | None
    stretch: Stretch


_ENDS = frozenset({Sort.UNTIL, Sort.TO, Sort.BY})
_KEEP_LEAD = frozenset({Sort.ROUGHLY, Sort.OPEN})
_TRAILING = {
    Sort.BY: Sort.BY,
    Sort.DONE: Sort.BY,
    Sort.FROM: Sort.FROM,
    Sort.UNTIL: Sort.FROM,
    Sort.TO: Sort.FROM,
}


def joined(items: list[Item]) -> list[Dated]:
    """The stretches with what leads them; those joined to one ("mars till maj") are one."""
    if len(items) == 1:
        return [Dated(None, items[0])] if isinstance(items[0], Stretch) else []
    dated: list[Dated] = []
    lead: Sort | None = None
    joint: Sort | None = None
    trailing: Sort | None = None
    apart = False
    for item in _explained(items):
        if isinstance(item, Stretch):
            _add(dated, lead, joint, item, apart=apart)
            lead = joint = trailing = None
            apart = False
        elif not isinstance(item, Sort):
            joint = None
        elif item in LEADS:
            lead = trailing = item
        elif item in LIST_JOINTS:
            joint = item
        elif item is Sort.ONWARDS:
            _open(dated, Sort.FROM)
        elif item in (Sort.DONE, Sort.STARTED):
            # "Klart juni": by then. "Påbörjat 2024": from then on.
            lead = lead or (Sort.BY if item is Sort.DONE else Sort.FROM)
            trailing, joint = item, None
        else:
            lead = lead if item in _KEEP_LEAD else None
            apart = apart or item is Sort.UNKNOWN
            trailing = joint = None
    if trailing in _TRAILING and joint is None:
        # "30 juni senast", "mars till".
        _open(dated, _TRAILING[trailing])
    return dated


def _open(dated: list[Dated], lead: Sort) -> None:
    """Lead the last stretch so, if nothing leads it yet."""
    if dated and dated[-1].lead is None and dated[-1].stretch.is_single:
        dated[-1] = Dated(lead, dated[-1].stretch)


def _explained(items: list[Item]) -> list[Item]:
    """Two stretches with a dash between are one, and what stands in parentheses explains what stands before.

    "Primo 2015 (januar-marts)": the months take the place of the fuzzy word, and have its year.
    """
    if Sort.DASH not in items and Sort.OPEN not in items:
        return items
    explained: list[Item] = []
    for item in items:
        explained.append(item)
        match explained[-4:]:
            case [*_, Stretch() as first, Sort.DASH, Stretch() as last]:
                explained[-3:] = [Stretch(first.first, last.last)]
            case [*_, Stretch() as first, Sort.DASH, Sort.ONGOING]:
                # "2027 – tills vidare": from then on.
                explained[-3:] = [Sort.FROM, first, Sort.ONGOING]
            case [Stretch() as fuzzy, Sort.OPEN, Stretch() as exact, Sort.CLOSE]:
                explained[-4:] = [_explanation(fuzzy, exact)]
    if isinstance(explained[0], Stretch) and explained[-1] is Sort.DASH:
        # "2027-": from then on.
        return [Sort.FROM, *explained[:-1]]
    if explained[0] is Sort.DASH:
        # "–2027": until then.
        return [Sort.UNTIL, *explained[1:]]
    return explained


def _explanation(fuzzy: Stretch, exact: Stretch) -> Stretch:
    if exact.first.scale is Scale.YEAR:
        year = exact.first.year
        return _with_year(fuzzy, year) if fuzzy.last.year is None else exact
    return exact if exact.last.year else _with_year(exact, fuzzy.first.year)


def _with_year(stretch: Stretch, year: int | None) -> Stretch:
    first, last = stretch
    if stretch.is_single:
        last = first = _in_year(first, year)
    else:
        first, last = _in_year(first, year), _in_year(last, year)
    return Stretch(first, last)


def _in_year(slot: Slot, year: int | None) -> Slot:
    return slot._replace(year=year) if slot.year is None and slot.offset is None else slot


def _add(dated: list[Dated], lead: Sort | None, joint: Sort | None, stretch: Stretch, *, apart: bool) -> None:
    former = dated[-1] if dated else None
    if former is None:
        dated.append(Dated(lead, stretch))
    elif _is_range(former, lead, joint, apart=apart):
        dated[-1] = Dated(
            former.lead if former.lead in (Sort.BY, Sort.BEFORE) else None,
            Stretch(former.stretch.first, stretch.last),
        )
    elif joint is not None and lead is None:
        if _follows(former.stretch, stretch, joint):
            dated[-1] = Dated(former.lead, Stretch(former.stretch.first, stretch.last))
        else:
            _add_to_list(dated, stretch)
    else:
        if former.stretch.last.year is not None and stretch.last.year is None:
            stretch = _with_year(stretch, former.stretch.last.year)
        dated.append(Dated(lead, stretch))


def _is_range(former: Dated, lead: Sort | None, joint: Sort | None, *, apart: bool) -> bool:
    if lead in _ENDS:
        begins = former.lead is Sort.FROM and former.stretch.is_single
        # "In spring, by 31 May" ends then; "in spring, report by 31 May" is two things.
        return begins or (former.lead is None and not (apart and lead is Sort.BY))
    return former.lead is Sort.BETWEEN and joint is Sort.AND


def _follows(former: Stretch, stretch: Stretch, joint: Sort) -> bool:
    """Whether the two are one stretch: a year and the next ("2014 og 2015"), months as in "maj/juni"."""
    last, first = former.last, stretch.first
    if last.scale is first.scale is Scale.YEAR:
        return joint is not Sort.OR and last.year is not None and first.year == last.year + 1
    if last.scale is first.scale is Scale.DAY and last.year is not None and first.year is not None:
        # ISO 8601 writes a stretch of time so: "2027-03-01/2027-06-30".
        return joint is Sort.SLASH
    return (
        last.scale is first.scale is Scale.MONTH and joint is Sort.SLASH and first.number == last.number + 1
    )


def _add_to_list(dated: list[Dated], stretch: Stretch) -> None:
    """One more; in "mars, maj och augusti 2027" the last one's year is everybody's, in "mars 2027, maj" the first's."""
    former = dated[-1]
    year, scale = stretch.last.year, stretch.first.scale
    if year is not None:
        for at, one in enumerate(dated):
            if one.stretch.last.year is None and one.stretch.last.scale is scale:
                dated[at] = Dated(one.lead, _with_year(one.stretch, year))
    elif former.stretch.last.scale is scale and former.stretch.last.year is not None:
        later = (stretch.first.number, stretch.first.day) >= (
            former.stretch.last.number,
            former.stretch.last.day,
        )
        stretch = _with_year(stretch, former.stretch.last.year + (not later))
    dated.append(Dated(former.lead, stretch))
