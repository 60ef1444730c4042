"""The consolidated plan, as every renderer gets it, with every total that one of them shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

from aktivplan.codes import Severity
from aktivplan.definition.models import Goal, Plan, Unit
from aktivplan.evidence import Evidence
from aktivplan.findings import Finding, Place
from aktivplan.i18n import Translator
from aktivplan.pickling import PickledByPosition
from aktivplan.records import EMPTY, Decision, Leftover, MatchedColumn, Period, Record, Value
from aktivplan.targets import Target

Kind = TypeVar("Kind", bound=StrEnum)


class Outcome(StrEnum):
    """What became of a file. Every file has exactly one."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    SKIPPED = "skipped"


class UnitStatus(StrEnum):
    """How far a unit has come."""

    ANSWERED = "answered"
    REJECTED = "rejected"
    MISSING = "missing"


def status_word(status: UnitStatus, t: Translator) -> str:
    """What a unit's status is called."""
    words = {
        UnitStatus.ANSWERED: t("Has answered"),
        UnitStatus.MISSING: t("Missing"),
        UnitStatus.REJECTED: t("Answer rejected"),
    }
    return words[status]


class Change(StrEnum):
    """What became of a cell in a unit's later answer."""

    CHANGED = "changed"
    ADDED = "added"
    """Its row is new."""
    GONE = "gone"
    """Its row is not there any more."""


@dataclass(frozen=True, slots=True)
class Difference(PickledByPosition):
    """A cell that says something else in the answer that counts than in an earlier one of the same unit."""

    unit: str
    record: str
    """The row's id; "" for the manager's approval."""
    table: str
    field: str
    """The field's key, or the key of a cell of the approval; "" in a column of the unit's own."""
    heading: str
    """Of the unit's own column; "" for a field."""
    change: Change
    before: str
    after: str
    place_before: Place
    """The cell in the earlier answer; its row or file where there is no such cell."""
    place_after: Place


@dataclass(frozen=True, slots=True)
class Source:
    """One file found, and what became of it."""

    file: str
    sha256: str
    unit: str
    outcome: Outcome
    code: str
    """The finding that decided the outcome, "" for an accepted file."""
    saved: datetime | None
    """When it was saved by its own account, or else mailed, or else the file's date; None if none is known."""
    taken_in: int
    """Records that count."""
    held_back: int
    """Records not taken in."""
    identified_by: Evidence | None = None
    """How the unit is known; None if it is not."""
    columns: tuple[MatchedColumn, ...] = ()
    """What every column was read as."""
    late: bool = False
    """Whether it counts, or would, and its unit had sent none by the deadline."""


@dataclass(frozen=True, slots=True)
class UnitResult:
    """One unit's part in the collection."""

    unit: Unit
    status: UnitStatus
    file: str
    saved: datetime | None
    taken_in: int
    held_back: int
    errors: int
    warnings: int
    late: bool = False
    """Whether its first answer came after the deadline."""


@dataclass(frozen=True, slots=True)
class GoalResult:
    """One goal's coverage: how many records serve it, itself and all below it counted."""

    goal: Goal
    level: int
    records: int
    units: int
    """How many units have at least one record under it."""


@dataclass(frozen=True, slots=True)
class Scheduled(PickledByPosition):
    """A record's place in time. Records without any date are not scheduled, unless they come back."""

    record: Record
    start: date | None
    end: date | None
    recurrence: str
    """How often it comes back (an ISO 8601 duration), or "". Without dates it does so through the plan's period."""
    parts: tuple[Period, ...] = ()
    """Where the time has several parts: those with a date. Start and end are then their hull."""


@dataclass(frozen=True, slots=True)
class Responsibility(PickledByPosition):
    """A responsible person (or function) as written, and the records that name it."""

    name: str
    records: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class Criterion(PickledByPosition):
    """A success criterion taken apart: what is to be reached, one target for each figure or date in it."""

    record: Record
    field: str
    """The field's key."""
    targets: tuple[Target, ...]
    """None where the criterion cannot be measured."""


@dataclass(frozen=True, slots=True)
class Amount:
    """What the records of a table ask for together in one of its fields for money."""

    table: str
    field: str
    """The field's key."""
    records: int
    """How many state an amount that could be read."""
    total: float


@dataclass(frozen=True, slots=True)
class GroupResult:
    """How far a group of units has come."""

    group: str
    asked: int
    answered: int
    records: int
    """Records taken in."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the plan's period: a month, or in long plans a quarter or a year."""

    first: date
    last: date
    """The last day, included."""
    months: int
    """How many months it is long."""
    under_way: int
    """How many scheduled records are under way in it, or due."""


@dataclass(frozen=True, slots=True)
class Load:
    """What a responsible person has to do, and when."""

    responsible: Responsibility
    units: tuple[str, ...]
    """Codes of the units whose records name the person."""
    under_way: tuple[tuple[int, int], ...]
    """Which stretch of the edition's, from 0, and how many records are under way in it; 0 is left out."""

    @property
    def busiest(self) -> tuple[int, int] | None:
        """The first stretch with the most records, and how many; None where no record has a date."""
        return max(self.under_way, key=lambda one: one[1], default=None)


class Likeness(StrEnum):
    """In what two names are alike."""

    SPELLING = "spelling"
    """They differ in a letter or two."""
    INITIAL = "initial"
    """One has an initial for the other's first name."""
    ORDER = "order"
    """They have the same words, in another order or with other signs between."""
    MORE_WORDS = "more words"
    """One holds all words of the other, and more."""


@dataclass(frozen=True, slots=True)
class AlikeNames:
    """Two names that may be one person's. Only ever proposed: people decide."""

    name: Responsibility
    other: Responsibility
    likeness: Likeness
    score: float
    """From 0 to 1."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two units' records under one goal that are worded alike, at the same time: they could be done together."""

    record: Record
    other: Record
    score: float
    """How alike they are worded, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class ForLeaders:
    """What is worked out for the leaders alone; no document for participants shows any of it."""

    stretches: tuple[Stretch, ...] = ()
    """The whole period, in time."""
    touched: tuple[Sequence[int], ...] = ()
    """For each scheduled record which stretches, from 0, it is under way in or due."""
    loads: tuple[Load, ...] = ()
    """Of every responsible person, the busiest first."""
    alike_names: tuple[AlikeNames, ...] = ()
    """The most alike first."""
    alike_names_found: int = 0
    """How many there are, those counted that are not listed."""
    overlaps: tuple[Overlap, ...] = ()
    """The most alike first."""
    overlaps_found: int = 0
    """How many there are, those counted that are not listed."""


@dataclass(frozen=True, slots=True)
class Edition:
    """The consolidated plan."""

    plan: Plan
    records: tuple[Record, ...]
    """Those that count: by table, goal, unit and id, in the definition's order."""
    held_back: tuple[Record, ...]
    """Those not taken in, whole."""
    findings: tuple[Finding, ...]
    sources: tuple[Source, ...]
    units: tuple[UnitResult, ...]
    goals: tuple[GoalResult, ...]
    """In tree order."""
    coverage: Mapping[tuple[str, str], int]
    """Records by (goal id, unit code), for goals that records name directly; 0 is left out."""
    schedule: tuple[Scheduled, ...]
    """By first date known."""
    responsible: tuple[Responsibility, ...]
    """By name."""
    unplaced: tuple[Decision, ...] = ()
    """What leaders wrote about records that do not count (any more); kept, so that nothing typed is lost."""
    criteria: tuple[Criterion, ...] = ()
    """What stands in measurable fields, in the records' order."""
    differences: tuple[Difference, ...] = ()
    """What each earlier answer says otherwise than the one that counts: by earlier file, table and row."""
    leftovers: tuple[Leftover, ...] = ()
    """What units wrote where the form has no place for it, in answers that count or had to be rejected."""
    group_coverage: Mapping[tuple[str, str], int] = field(default_factory=dict)
    """The same as `coverage` by (goal id, group of units)."""
    amounts: tuple[Amount, ...] = ()
    """By table and field, where any amount could be read."""
    day: date | None = None
    """The day to print as the edition's date; None: none is printed."""
    for_leaders: ForLeaders = ForLeaders()
    """Empty until it is worked out, for the document that shows it."""

    @property
    def units_by_status(self) -> Mapping[UnitStatus, int]:
        """How many units have each status, none left out."""
        return _counted(UnitStatus, (result.status for result in self.units))

    @property
    def files_by_outcome(self) -> Mapping[Outcome, int]:
        """How many files had each outcome, none left out; together they are all the files found."""
        return _counted(Outcome, (source.outcome for source in self.sources))

    @property
    def findings_by_severity(self) -> Mapping[Severity, int]:
        """How many findings there are of each severity, none left out."""
        return _counted(Severity, (finding.severity for finding in self.findings))

    @property
    def groups(self) -> tuple[GroupResult, ...]:
        """The units' groups, in the order in which the plan first names them."""
        by_group: dict[str, list[UnitResult]] = {}
        for result in self.units:
            by_group.setdefault(result.unit.group, []).append(result)
        return tuple(
            GroupResult(
                group,
                asked=len(results),
                answered=sum(result.status is UnitStatus.ANSWERED for result in results),
                records=sum(result.taken_in for result in results),
            )
            for group, results in by_group.items()
        )


def values_of(records: Iterable[Record], field: str) -> list[Value]:
    """The values of a field in many records, by its key. `Record.value` gives the same one by one."""
    return [record.values.get(field, EMPTY) for record in records]


def _counted(kinds: type[Kind], found: Iterable[Kind]) -> Mapping[Kind, int]:
    counts = Counter(found)
    return {kind: counts[kind] for kind in kinds}
