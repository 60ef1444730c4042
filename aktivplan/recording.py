"""What stays on record: every answer unchanged in the archive, and in the register who was asked and what a build was made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aktivplan.definition.models import Plan
    from aktivplan.edition import Edition
    from aktivplan.folder import PlanFolder
    from aktivplan.records import Submission
    from aktivplan.register.rows import SubmissionSeen


def archive_answers(folder: PlanFolder) -> Iterator[None]:
    """Keep every file among the answers in the archive, one a step, before anything is made of them.

    A file that is too large to be read is left where it lies, and so is what cannot be opened: reading tells of both.

    Raises:
        OSError: the archive cannot be written to.
    """
    from aktivplan.intake.discovery import discover
    from aktivplan.intake.limits import LARGEST_FILE
    from aktivplan.intake.triage import left_behind
    from aktivplan.register.archive import keep

    for found in discover(folder.returned):
        yield
        if found.size > LARGEST_FILE or left_behind(found.name):
            continue
        try:
            content = found.path.read_bytes()
        except OSError:
            continue
        # It lies among the answers still, so that nothing is lost with the machine's power.
        keep(folder.archive, content, found.path.suffix, safely=False)


def record_asked(folder: PlanFolder, plan: Plan, now: datetime) -> None:
    """Register that every unit has its form. Raises RegisterError."""
    from aktivplan.register.register import Register

    with Register(folder.register_file) as register:
        codes = [unit.code for unit in plan.units]
        register.add_asked(codes, plan_version=plan.version, deadline=plan.settings.deadline, now=now)


def record_build(
    folder: PlanFolder, read: Sequence[Submission], edition: Edition, files: Iterable[Path], now: datetime
) -> None:
    """Register what became of every answer, and which documents were made of those that count.

    Raises:
        OSError, RegisterError: a document cannot be read, or the register not be written to.
    """
    import hashlib

    from aktivplan.register.register import Register
    from aktivplan.register.rows import BuildMade

    documents = {
        path.relative_to(folder.root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files
    }
    made = BuildMade(edition.plan.version, len(edition.records), documents, tuple(_seen(read, edition)))
    with Register(folder.register_file) as register:
        register.add_build(made, now)


def _seen(read: Sequence[Submission], edition: Edition) -> Iterator[SubmissionSeen]:
    """What the register is told of each file."""
    from aktivplan.codes import CATALOGUE, Severity
    from aktivplan.edition import Outcome
    from aktivplan.register.rows import SubmissionSeen

    deliveries = {one.file: one.delivery for one in read}
    digests = {source.file: source.sha256 for source in edition.sources}
    to_mend = {
        one.place.file
        for one in edition.findings
        if one.severity is not Severity.NOTE and not CATALOGUE[one.code].for_leader
    }
    later = {
        one.place.file: digests.get(str(dict(one.arguments)["later"]), "")
        for one in edition.findings
        if one.code in ("answer-replaced", "answer-same")
    }
    for source in edition.sources:
        delivery = deliveries[source.file]
        yield SubmissionSeen(
            source.sha256,
            source.file,
            source.unit,
            source.saved.isoformat() if source.saved else "",
            delivery.sender,
            source.outcome,
            source.code,
            counts=source.outcome is Outcome.ACCEPTED,
            late=source.late,
            to_mend=source.file in to_mend,
            superseded_by=later.get(source.file, ""),
            archived=digests[delivery.container or source.file],
        )
