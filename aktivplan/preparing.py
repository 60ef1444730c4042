"""What is to go out to whom today, and which files with it. Sends nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from aktivplan.delivery.letters import Kind, Letter, letter
from aktivplan.progress import SILENT, Progress
from aktivplan.standings import copies_of, is_as_built, is_usable, standings

if TYPE_CHECKING:
    from aktivplan.definition.models import Plan, Unit
    from aktivplan.delivery.schedule import Due, Standing
    from aktivplan.edition import Edition
    from aktivplan.folder import PlanFolder


class NothingToSendError(Exception):
    """There is nothing to send yet: ``code`` is "templates", "build" or "handbook", what must be made first.

    It is "again" where answers have come or gone since the latest build.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A letter, and the files that go with it."""

    letter: Letter
    files: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Prepared:
    """What there is to send, and what cannot be sent."""

    outgoing: tuple[Outgoing, ...]
    without_address: tuple[str, ...] = ()
    """Codes of units without an address that mail can be sent to."""
    without_file: tuple[str, ...] = ()
    """Codes of units whose file is not there."""
    lasting: tuple[Outgoing, ...] = ()
    """Reminders to units that are waited for and not to be reminded today: drafts of them from earlier days are true still."""
    digest: Outgoing | None = None
    """What the process leader is told of reminders that a server sends; who sends drafts sees it all anyway."""

    @property
    def to_send(self) -> tuple[Outgoing, ...]:
        """Everything that goes out by a server."""
        return self.outgoing if self.digest is None else (*self.outgoing, self.digest)


def prepare(
    folder: PlanFolder,
    plan: Plan,
    kind: Kind,
    today: date,
    units: Sequence[str] = (),
    progress: Progress = SILENT,
) -> Prepared:
    """The letters of that kind to the units (by code; all that it concerns today, if none are named).

    For corrections and reminders all answers are read anew, so that nobody is told of what has been answered since.

    Raises:
        NothingToSendError: what is to go out has not been made, or no longer fits what the units have answered.
    """
    edition = _as_built(folder, plan, progress) if kind in (Kind.CORRECTIONS, Kind.REMINDER) else None
    found = standings(folder, edition) if edition else ()
    outgoing: list[Outgoing] = []
    without_address: list[str] = []
    without_file: list[str] = []
    for unit, missing, files in _concerned(folder, plan, kind, found, today, units):
        written = letter(plan, unit, kind, missing)
        if not files:
            without_file.append(unit.code)
        elif not is_usable(unit.email):
            without_address.append(unit.code)
        else:
            outgoing.append(Outgoing(written, files))
    if not outgoing and without_file and not without_address and not units:
        first = {Kind.TEMPLATES: "templates", Kind.REMINDER: "templates", Kind.HANDBOOK: "handbook"}
        raise NothingToSendError(first.get(kind, "build"))
    lasting: tuple[Outgoing, ...] = ()
    digest = None
    if kind is Kind.REMINDER and not units:
        lasting = tuple(_lasting(folder, plan, found, outgoing))
        digest = Outgoing(_digest(plan, found, outgoing), ()) if outgoing else None
    return Prepared(tuple(outgoing), tuple(without_address), tuple(without_file), lasting, digest)


def _as_built(folder: PlanFolder, plan: Plan, progress: Progress) -> Edition:
    """The edition of the answers as they lie there now, which is the one that was built."""
    from aktivplan.pipeline import consolidated

    edition = consolidated(folder, plan, progress=progress)
    is_as_it_was = is_as_built(folder, edition)
    if not is_as_it_was:
        raise NothingToSendError("build" if is_as_it_was is None else "again")
    return edition


def _concerned(
    folder: PlanFolder,
    plan: Plan,
    kind: Kind,
    found: Sequence[Standing],
    today: date,
    units: Sequence[str],
) -> Iterator[tuple[Unit, Sequence[str], tuple[Path, ...]]]:
    """The units that a message of that kind is for, what is missing from each, and the files that go with it."""
    from aktivplan.delivery.schedule import due
    from aktivplan.forms.layout import unit_file_stem

    if kind is Kind.REMINDER:
        yield from (_reminded(folder, plan, one) for one in due(plan, found, today, units))
        return
    told = {one.unit: one.to_mend for one in found}
    for unit in [plan.units_by_code[code] for code in units] or plan.units:
        if kind is Kind.CORRECTIONS:
            copies = tuple(copies_of(folder, plan, unit))
            if copies or units:
                yield unit, told[unit.code], copies
        elif kind is Kind.HANDBOOK:
            own = folder.handbooks / f"{unit_file_stem(plan, unit)}.docx"
            document = own if own.is_file() else folder.handbook_file
            both = (document, document.with_suffix(".pdf"))
            yield unit, (), tuple(one for one in both if one.is_file())
        else:
            yield unit, (), tuple(_form(folder, plan, unit))


def _reminded(
    folder: PlanFolder, plan: Plan, waited_for: Due
) -> tuple[Unit, Sequence[str], tuple[Path, ...]]:
    unit = plan.units_by_code[waited_for.unit]
    files = copies_of(folder, plan, unit) if waited_for.answered else _form(folder, plan, unit)
    return unit, waited_for.missing, tuple(files)


def _lasting(
    folder: PlanFolder, plan: Plan, found: Sequence[Standing], outgoing: Iterable[Outgoing]
) -> Iterator[Outgoing]:
    """What reminders to the other units that are waited for would be."""
    from aktivplan.delivery.schedule import waited_for

    now = {one.letter.unit for one in outgoing}
    for one in waited_for(plan, found):
        if one.unit not in now:
            unit, missing, files = _reminded(folder, plan, one)
            yield Outgoing(letter(plan, unit, Kind.REMINDER, missing), files)


def _digest(plan: Plan, found: Sequence[Standing], outgoing: Iterable[Outgoing]) -> Letter:
    """What the process leader is told of the day."""
    from aktivplan.delivery.letters import letter_to_leader
    from aktivplan.delivery.schedule import summary

    reminded = {one.letter.unit for one in outgoing}
    return letter_to_leader(
        plan, answered=sum(one.answered for one in found), summary=summary(plan, found, reminded)
    )


def _form(folder: PlanFolder, plan: Plan, unit: Unit) -> Iterator[Path]:
    """The unit's blank form, if it is there."""
    from aktivplan.forms.layout import form_file_name

    form = folder.templates / form_file_name(plan, unit)
    if form.is_file():
        yield form
