"""The former master workbook: what leaders decided in it, and what somebody has changed that a build would not keep."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from aktivplan.answers import PRELOAD
from aktivplan.files import sibling
from aktivplan.findings import Finding, Place, finding

if TYPE_CHECKING:
    from aktivplan.definition.models import Plan
    from aktivplan.edition import Edition
    from aktivplan.folder import PlanFolder
    from aktivplan.records import Decision, MasterEdits


@dataclass(frozen=True, slots=True)
class Former:
    """What the former master workbook gave."""

    decisions: tuple[Decision, ...] = ()
    findings: tuple[Finding, ...] = ()


def former_decisions(folder: PlanFolder, plan: Plan) -> Former:
    """What leaders decided in the former master workbook, if the plan asks them and there is one."""
    from aktivplan.intake.outcomes import SECONDS_PER_FILE
    from aktivplan.intake.workers import Ending, run_isolated

    asks_leaders = any(table.leaders_fields for table in plan.tables)
    if not asks_leaders or not folder.master_file.is_file():
        return Former()
    files = (folder.master_file,)
    (done,) = run_isolated(_read_decisions, plan, files, seconds=SECONDS_PER_FILE, preload=PRELOAD)
    if done.ending is Ending.RETURNED and done.result is not None:
        return Former(done.result)
    place = Place(folder.master_file.name)
    return Former(findings=(finding("master-unreadable", place, file=unread_master(folder).name),))


def unread_master(folder: PlanFolder) -> Path:
    """Where a former master workbook is kept that could not be read."""
    kept = folder.output / "master-unread.xlsx"
    return sibling(kept) if kept.exists() else kept


def edit_findings_of(folder: PlanFolder, edition: Edition, kept: Path) -> tuple[Finding, ...]:
    """What somebody has changed in the former master workbook that this build would not keep."""
    from aktivplan.consolidation.leaders import for_leaders
    from aktivplan.intake.outcomes import SECONDS_PER_FILE
    from aktivplan.intake.workers import run_isolated
    from aktivplan.rendering.master.edits import edit_findings
    from aktivplan.workbooks.saved_at import is_as_made

    file = folder.master_file
    if not file.is_file() or is_as_made(file.read_bytes()):
        return ()
    (done,) = run_isolated(_read_edits, edition.plan, (file,), seconds=SECONDS_PER_FILE, preload=PRELOAD)
    if done.result is not None:
        return edit_findings(for_leaders(edition), done.result, kept.name)
    if any(one.code == "master-unreadable" for one in edition.findings):
        return ()
    return (finding("master-unreadable", Place(file.name), file=unread_master(folder).name),)


def edited_master(folder: PlanFolder) -> Path:
    """Where a former master workbook is kept that somebody has edited; the same again for the same bytes."""
    kept = folder.output / "master-edited.xlsx"
    if not kept.exists() or not folder.master_file.is_file():
        return kept
    alike = kept.read_bytes() == folder.master_file.read_bytes()
    return kept if alike else sibling(kept)


# --- in the worker processes -------------------------------------------------------------------------------


def _read_decisions(plan: Plan, path: Path) -> tuple[Decision, ...]:
    from aktivplan.reading.decisions import read_decisions

    return read_decisions(plan, path.read_bytes(), path.name)


def _read_edits(plan: Plan, path: Path) -> MasterEdits:
    from aktivplan.reading.master_edits import read_edits

    return read_edits(plan, path.read_bytes(), path.name)
