"""From all submissions to one edition: which records count, in what order, and what they add up to.

Knows no workbook and no path. Takes what reading and checking have found for given.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime

from aktivplan.codes import Severity
from aktivplan.consolidation.answers import Judged, judge
from aktivplan.consolidation.criteria import criteria
from aktivplan.consolidation.decisions import decide
from aktivplan.consolidation.latest import moment, shown_time
from aktivplan.consolidation.order import in_order, numbered
from aktivplan.consolidation.totals import totals
from aktivplan.definition.models import Plan, Unit
from aktivplan.definition.terms import Counting
from aktivplan.edition import Edition, Outcome, UnitResult, UnitStatus
from aktivplan.findings import Finding
from aktivplan.records import Decision, Submission


def consolidate(
    plan: Plan,
    submissions: Iterable[Submission],
    decisions: Iterable[Decision] = (),
    *,
    day: date | None = None,
) -> Edition:
    """The edition made of every submission (with what checking found in it) and the leaders' decisions.

    ``day`` is printed as the edition's date; None prints none. The order of the submissions does not matter.
    """
    judged = judge(plan, submissions)
    taken_in = in_order(plan, (record for one in judged for record in one.taken_in))
    decided = decide(plan, taken_in, decisions)
    records = numbered(plan, decided.records)
    counted = totals(plan, records)
    return Edition(
        plan=plan,
        records=records,
        held_back=tuple(record for one in judged for record in one.held_back),
        findings=_in_order([*(found for one in judged for found in one.findings), *decided.findings]),
        sources=tuple(one.source for one in judged),
        units=_units(plan, judged),
        goals=counted.goals,
        coverage=counted.coverage,
        group_coverage=counted.group_coverage,
        schedule=counted.schedule,
        responsible=counted.responsible,
        unplaced=decided.unplaced,
        criteria=criteria(plan, records),
        amounts=counted.amounts,
        differences=tuple(found for one in judged for found in one.differences),
        leftovers=tuple(
            left for one in judged if one.outcome is not Outcome.SKIPPED for left in one.submission.leftovers
        ),
        day=day,
    )


def with_findings(edition: Edition, findings: Iterable[Finding]) -> Edition:
    """The edition with what was found across the plan, in its place among the other findings."""
    return replace(edition, findings=_in_order([*edition.findings, *findings]))


def _in_order(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """By file, sheet and row. What belongs to no file stands first."""
    return tuple(sorted(findings, key=lambda one: (one.place, one.code, one.record)))


def _units(plan: Plan, judged: Iterable[Judged]) -> tuple[UnitResult, ...]:
    files: dict[str, list[Judged]] = {}
    for one in judged:
        files.setdefault(one.submission.unit, []).append(one)
    return tuple(_unit(unit, files.get(unit.code, []), plan.settings.counting) for unit in plan.units)


def _unit(unit: Unit, files: Sequence[Judged], clock: Counting) -> UnitResult:
    """A unit's result: from the file that counts, or else from those that had to be rejected."""
    accepted = [one for one in files if one.outcome is Outcome.ACCEPTED]
    rejected = [one for one in files if one.outcome is Outcome.REJECTED]
    status = UnitStatus.ANSWERED if accepted else UnitStatus.REJECTED if rejected else UnitStatus.MISSING
    deciding = accepted or rejected
    last = max(deciding, key=lambda one: _when(one, clock), default=None)
    found = [one.severity for file in (*accepted, *rejected) for one in file.findings]
    return UnitResult(
        unit,
        status,
        last.submission.file if last else "",
        shown_time(last.submission) if last else None,
        sum(len(one.taken_in) for one in files),
        sum(len(one.held_back) for one in files),
        found.count(Severity.ERROR),
        found.count(Severity.WARNING),
        late=any(one.late for one in deciding),
    )


def _when(judged: Judged, clock: Counting) -> tuple[datetime, bool, str]:
    return moment(judged.submission, clock), bool(judged.submission.records), judged.submission.file
