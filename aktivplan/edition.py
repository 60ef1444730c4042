"""The consolidated plan, as every renderer gets it. Data only: all totals are made in consolidation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from aktivplan.definition.models import Goal, Plan, Unit
from aktivplan.findings import Finding
from aktivplan.records import Decision, Record
from aktivplan.targets import Target


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
    taken_in: int
    """Records that count."""
    held_back: int
    """Records not taken in."""


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


@dataclass(frozen=True, slots=True)
class GoalResult:
    """One goal's coverage: how many records serve it, itself and all below it counted."""

    goal: Goal
    level: int
    records: int
    units: int
    """How many units have at least one record under it."""


@dataclass(frozen=True, slots=True)
class Scheduled:
    """A record's place in time. Records without any date are not scheduled."""

    record: Record
    start: date | None
    end: date | None
    recurrence: str


@dataclass(frozen=True, slots=True)
class Responsibility:
    """A responsible person (or function) as written, and the records that name it."""

    name: str
    records: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class Criterion:
    """A success criterion taken apart: what is to be reached, one target for each figure or date in it."""

    record: Record
    field: str
    """The field's key."""
    targets: tuple[Target, ...]
    """None where the criterion cannot be measured."""


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
    day: date | None = None
    """The day to print as the edition's date; None: none is printed."""
