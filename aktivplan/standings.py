"""How things stand with each unit: what the register knows of it, and what its answer came to."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aktivplan.edition import UnitStatus

if TYPE_CHECKING:
    from aktivplan.definition.models import Plan, Unit
    from aktivplan.delivery.schedule import Standing
    from aktivplan.edition import Edition, UnitResult
    from aktivplan.folder import PlanFolder
    from aktivplan.register.rows import AskedSince, MailSeen, Message

_GONE_OUT = ("sent", "drafted", "unknown")
"""States of messages that a unit has got, as far as anybody can tell."""


@dataclass(slots=True)
class _Mailed:
    """What mail has gone to each unit, and whether it reaches it."""

    asked: dict[str, date] = field(default_factory=dict)
    reminded: dict[str, list[date]] = field(default_factory=lambda: defaultdict(list))
    unreached: set[str] = field(default_factory=set)
    made: dict[str, date] = field(default_factory=dict)
    """When its form was made."""


def standings(folder: PlanFolder, edition: Edition) -> tuple[Standing, ...]:
    """How things stand with each unit, by an edition and the register.

    Raises:
        RegisterError: the register cannot be used.
    """
    from aktivplan.delivery.schedule import Standing
    from aktivplan.register.looking import looking_at

    mailed, plan = _Mailed(), edition.plan
    if folder.register_file.exists():
        with looking_at(folder.register_file) as register:
            mailed = _mailed(register.messages(), register.mails(), register.asked())
    told = _told_to_units(edition)
    found = []
    for result in edition.units:
        code = result.unit.code
        has_copy = any(copies_of(folder, plan, result.unit))
        reminded = mailed.reminded.get(code, [])
        found.append(
            Standing(
                code,
                mailed.asked.get(code),
                _needs_no_form(result, has_copy=has_copy),
                tuple(told.get(code, ())) if has_copy else (),
                max(reminded, default=None),
                is_usable(result.unit.email) and code not in mailed.unreached,
                made=mailed.made.get(code),
                reminders=len(reminded),
                result=result,
            )
        )
    return tuple(found)


def is_as_built(folder: PlanFolder, edition: Edition) -> bool | None:
    """Whether the latest build was made of just those files, and took the same of them; None if nothing was built."""
    try:
        built: dict[str, Any] = json.loads(folder.findings_file.read_text(encoding="utf-8"))
        known = {(one["path"], one["sha256"], one["outcome"]) for one in built["files"]}
    except (OSError, ValueError, KeyError):
        return None
    return known == {(one.file, one.sha256, one.outcome) for one in edition.sources}


def copies_of(folder: PlanFolder, plan: Plan, unit: Unit) -> Iterator[Path]:
    """The unit's corrected copies."""
    from aktivplan.forms.layout import unit_file_stem

    stem = unit_file_stem(plan, unit)
    return (
        path
        for path in sorted(folder.corrections.glob("*.xlsx"))
        if path.stem == stem or path.stem.startswith(f"{stem} (")
    )


def is_usable(address: str) -> bool:
    """Whether mail can be sent to an address."""
    return bool(address) and address.isascii()


def _needs_no_form(result: UnitResult, *, has_copy: bool) -> bool:
    """Whether the unit has answered, so that at most its copy is waited for; what could not be read is no answer."""
    return result.status is UnitStatus.ANSWERED or (
        result.status is UnitStatus.REJECTED and (has_copy or result.late)
    )


def _mailed(messages: Iterable[Message], mails: Iterable[MailSeen], asked: Iterable[AskedSince]) -> _Mailed:
    from aktivplan.delivery.kinds import Kind

    found = _Mailed()
    for message in messages:
        day = datetime.fromisoformat(message.changed).date()
        if message.state in _GONE_OUT and message.kind == Kind.TEMPLATES:
            found.asked.setdefault(message.unit, day)
        elif message.state in _GONE_OUT and message.kind in (Kind.REMINDER, Kind.CORRECTIONS):
            found.reminded[message.unit].append(day)
    for mail in mails:
        (found.unreached.add if mail.what == "bounce" else found.unreached.discard)(mail.unit)
    for one in asked:
        # A later round's date replaces an earlier one's.
        found.made[one.unit] = datetime.fromisoformat(one.since).date()
    return found


def _told_to_units(edition: Edition) -> Mapping[str, Sequence[str]]:
    """By unit what is to be mended in the answer that counts, or that had to be rejected, as the unit is told it."""
    from aktivplan.codes import CATALOGUE, Severity
    from aktivplan.i18n import translator

    t = translator(edition.plan.settings.language)
    files = {result.file: result.unit.code for result in edition.units if result.file}
    told: dict[str, list[str]] = defaultdict(list)
    for one in edition.findings:
        unit = files.get(one.place.file)
        if unit and one.severity is not Severity.NOTE and not CATALOGUE[one.code].for_leader:
            told[unit].append(one.told_to_unit(t, one.place))
    return told
