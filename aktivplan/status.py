"""Who has been asked, reminded, has answered and has something to mend; read anew each time, so that it is never out of date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from aktivplan.edition import UnitStatus
from aktivplan.progress import SILENT, Progress

if TYPE_CHECKING:
    from aktivplan.definition.models import Plan
    from aktivplan.delivery.schedule import Standing
    from aktivplan.edition import Edition, UnitResult
    from aktivplan.folder import PlanFolder
    from aktivplan.register.rows import MailSeen, Message

VERSION = 1
_WAITED_FOR_FIRST = (UnitStatus.MISSING, UnitStatus.REJECTED, UnitStatus.ANSWERED)


@dataclass(frozen=True, slots=True)
class State:
    """How far a plan has come."""

    edition: Edition
    units: tuple[tuple[Standing, UnitResult], ...]
    """Those that have not answered first, then those whose answer was rejected."""
    round: int
    """The collection, from 1; 0 if no form was made yet."""
    last_build: str
    """When it was (ISO 8601, UTC); "" if there was none."""
    is_built: bool
    """Whether the latest build has all that lies among the answers now."""
    doubtful: tuple[Message, ...]
    """Messages of which nobody knows whether they were sent."""
    to_read: tuple[MailSeen, ...]
    """Mails that brought no file that can be read, from units that have not answered, or from nobody knows which."""

    @property
    def totals(self) -> Mapping[str, int]:
        """How many units there are of each kind, and how many rows."""
        edition = self.edition
        by_status = edition.units_by_status
        return {
            "units": len(self.units),
            "asked": sum(one.asked is not None for one, _result in self.units),
            "reminded": sum(one.reminders > 0 for one, _result in self.units),
            "answered": by_status[UnitStatus.ANSWERED],
            "answered_late": sum(
                result.late and result.status is UnitStatus.ANSWERED for _one, result in self.units
            ),
            "rejected": by_status[UnitStatus.REJECTED],
            "missing": by_status[UnitStatus.MISSING],
            "to_mend": sum(bool(one.to_mend) for one, _result in self.units),
            "unreached": sum(not one.address_works for one, _result in self.units),
            "rows": len(edition.records),
            "rows_held_back": len(edition.held_back),
        }

    @property
    def rate(self) -> float:
        """The reporting rate, from 0 to 1: units that have answered, of all units of the plan."""
        return self.totals["answered"] / len(self.units) if self.units else 0.0


def state_of(folder: PlanFolder, plan: Plan, progress: Progress = SILENT) -> State:
    """How far the plan has come. Changes nothing.

    Raises:
        OSError, RegisterError: the answers cannot be listed, or the register not be used.
    """
    from aktivplan.collecting import FOR_A_PERSON
    from aktivplan.pipeline import consolidated
    from aktivplan.register.looking import looking_at
    from aktivplan.register.rows import State as Sending
    from aktivplan.standings import is_as_built, standings

    edition = consolidated(folder, plan, progress=progress)
    found = zip(standings(folder, edition), edition.units, strict=True)
    units = sorted(found, key=lambda pair: _WAITED_FOR_FIRST.index(pair[1].status))
    number, last_build = 0, ""
    doubtful: tuple[Message, ...] = ()
    to_read: tuple[MailSeen, ...] = ()
    waited_for = {"", *(unit.code for unit in plan.units)}
    waited_for -= {one.unit.code for one in edition.units if one.status is UnitStatus.ANSWERED}
    if folder.register_file.exists():
        with looking_at(folder.register_file) as register:
            number = max((one.round for one in register.asked()), default=0)
            last_build = register.last_build()
            doubtful = tuple(one for one in register.messages() if one.state is Sending.UNKNOWN)
            to_read = tuple(
                one for one in register.mails() if one.what in FOR_A_PERSON and one.unit in waited_for
            )
    is_built = is_as_built(folder, edition) is True
    return State(edition, tuple(units), number, last_build, is_built, doubtful, to_read)


def as_data(state: State) -> dict[str, Any]:
    """The same for other programs; docs/status.md says what everything means.

    Days are written as YYYY-MM-DD, moments as ISO 8601 in UTC; what is not known is null.
    """
    plan = state.edition.plan
    return {
        "version": VERSION,
        "plan": {
            "id": plan.settings.id,
            "version": plan.version,
            "deadline": plan.settings.deadline.isoformat(),
        },
        "round": state.round or None,
        "last_build": state.last_build or None,
        "is_built": state.is_built,
        "totals": dict(state.totals),
        "rate": round(state.rate, 4),
        "units": [_unit_as_data(standing, result) for standing, result in state.units],
        "doubtful": [
            {"unit": one.unit, "kind": one.kind, "address": one.recipient, "subject": one.subject}
            for one in state.doubtful
        ],
        "to_read": [
            {"unit": one.unit, "sender": one.sender, "sent": one.sent or None, "subject": one.subject}
            for one in state.to_read
        ],
    }


def _unit_as_data(standing: Standing, result: UnitResult) -> dict[str, Any]:
    return {
        "code": result.unit.code,
        "name": result.unit.name,
        "group": result.unit.group,
        "form_made": standing.made.isoformat() if standing.made else None,
        "asked": standing.asked.isoformat() if standing.asked else None,
        "reminders": standing.reminders,
        "last_reminded": standing.last_reminded.isoformat() if standing.last_reminded else None,
        "status": result.status,
        "came": result.saved.isoformat() if result.saved else None,
        "late": result.late,
        "to_mend": len(standing.to_mend),
        "rows": result.taken_in,
        "rows_held_back": result.held_back,
        "file": result.file,
        "address_works": standing.address_works,
    }
