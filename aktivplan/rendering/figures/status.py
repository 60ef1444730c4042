"""How far the collection has come: unit by unit, or by groups where there are many. Plain data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from aktivplan.edition import Edition, UnitResult, UnitStatus
from aktivplan.i18n import Translator, translator
from aktivplan.rendering.figures.listing import Listing

_MOST_UNITS = 30
_MOST_LINES = 42
_MOST_GROUPS = 30
"""What fits on a page with text of 9 points: units and the headings of their groups together, or groups."""


@dataclass(frozen=True, slots=True)
class UnitBar:
    """A unit, how far it has come, and how many of its rows were taken in."""

    code: str
    name: str
    status: UnitStatus
    records: int


@dataclass(frozen=True, slots=True)
class StatusGroup:
    """A group of units: how many there are of each status, and the units themselves where there are few."""

    label: str
    counts: tuple[int, ...]
    """Answered, rejected, missing: in the order of `UnitStatus`."""
    units: tuple[UnitBar, ...]


@dataclass(frozen=True, slots=True)
class StatusFigure:
    """The units' groups, in the order in which the plan names them."""

    language: str
    title: str
    groups: tuple[StatusGroup, ...]
    by_unit: bool
    listing: Listing

    @property
    def totals(self) -> tuple[int, ...]:
        """How many units have each status, in the order of `UnitStatus`."""
        return tuple(sum(group.counts[index] for group in self.groups) for index in range(len(UnitStatus)))


def plan_status(edition: Edition) -> StatusFigure | None:
    """The status of all units; None where nobody is asked or the groups are more than a page holds."""
    settings = edition.plan.settings
    t = translator(settings.language)
    gathered: dict[str, list[UnitResult]] = {}
    for one in edition.units:
        gathered.setdefault(one.unit.group, []).append(one)
    units = len(edition.units)
    by_unit = units <= _MOST_UNITS and units + len(gathered) <= _MOST_LINES
    if not gathered or (not by_unit and len(gathered) > _MOST_GROUPS):
        return None
    alone = len(gathered) == 1
    groups = tuple(
        _group(label or (t("All units") if alone else t("Without a group")), results, by_unit=by_unit)
        for label, results in gathered.items()
    )
    listing = _units_listed(groups, t) if by_unit else _groups_listed(groups, t)
    return StatusFigure(t.language, settings.title, groups, by_unit, listing)


def status_word(status: UnitStatus, t: Translator) -> str:
    """What a unit's status is called."""
    match status:
        case UnitStatus.ANSWERED:
            return t("Has answered")
        case UnitStatus.REJECTED:
            return t("Answer rejected")
        case UnitStatus.MISSING:
            return t("Missing")


def _group(label: str, results: Sequence[UnitResult], *, by_unit: bool) -> StatusGroup:
    counts = Counter(one.status for one in results)
    bars = (UnitBar(one.unit.code, one.unit.name, one.status, one.taken_in) for one in results)
    return StatusGroup(label, tuple(counts[status] for status in UnitStatus), tuple(bars) if by_unit else ())


def _units_listed(groups: Iterable[StatusGroup], t: Translator) -> Listing:
    return Listing(
        (t("Unit"), t("Group"), t("Status"), t("Rows")),
        tuple(
            (one.name, group.label, status_word(one.status, t), str(one.records))
            for group in groups
            for one in group.units
        ),
    )


def _groups_listed(groups: Iterable[StatusGroup], t: Translator) -> Listing:
    return Listing(
        (t("Group"), *(status_word(status, t) for status in UnitStatus)),
        tuple((group.label, *map(str, group.counts)) for group in groups),
    )
