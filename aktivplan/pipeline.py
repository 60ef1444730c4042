"""The order of steps, and the only room that knows it: folder in, forms or edition or documents out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from aktivplan.files import write_whole
from aktivplan.findings import Finding, Place, finding

if TYPE_CHECKING:
    from aktivplan.definition.models import Plan
    from aktivplan.edition import Edition
    from aktivplan.intake.discovery import Found
    from aktivplan.records import Decision, Submission

Progress = Callable[[int, int], None]
"""Called with how many are done, and of how many."""


def no_progress(done: int, total: int) -> None:
    """For callers that show none."""


@dataclass(frozen=True, slots=True)
class PlanFolder:
    """Where a plan's files are kept."""

    root: Path

    @property
    def plan_file(self) -> Path:
        """What is asked."""
        return self.root / "plan.xlsx"

    @property
    def templates(self) -> Path:
        """What goes out."""
        return self.root / "input_templates"

    @property
    def returned(self) -> Path:
        """What comes back."""
        return self.root / "returned"

    @property
    def output(self) -> Path:
        """What is made."""
        return self.root / "output"

    @property
    def master_file(self) -> Path:
        """The master workbook."""
        return self.output / "master.xlsx"

    @property
    def handbook_file(self) -> Path:
        """The handbook."""
        return self.output / "handbook.docx"


@dataclass(frozen=True, slots=True)
class Written:
    """Forms written, and forms left alone since somebody has saved them."""

    files: tuple[Path, ...]
    kept: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made."""

    edition: Edition
    files: tuple[tuple[Path, Path], ...]
    """Wanted and real path of every document; they differ where the wanted one was open elsewhere."""


def start_plan(folder: PlanFolder, preset: str) -> None:
    """Make a plan folder with a preset's plan.xlsx. OSError if the machine refuses."""
    from aktivplan.definition.plan_writer import write_plan
    from aktivplan.definition.preset import load_preset

    for path in (folder.templates, folder.returned, folder.output):
        path.mkdir(parents=True, exist_ok=True)
    write_whole(folder.plan_file, write_plan(load_preset(preset)))


def load_plan(folder: PlanFolder) -> PlanRead:
    """The plan, or None with everything that is wrong in plan.xlsx."""
    from aktivplan.definition.plan_reader import PlanRead, read_plan

    if not folder.plan_file.is_file():
        return PlanRead(None, (finding("plan-missing", Place(), folder=str(folder.root)),))
    return read_plan(folder.plan_file.read_bytes())


def write_templates(folder: PlanFolder, plan: Plan, progress: Progress = no_progress) -> Written:
    """One blank form per unit. A form that somebody has filled in or saved is left as it is."""
    from aktivplan.forms.layout import form_file_name
    from aktivplan.forms.writer import write_form
    from aktivplan.reading.workbook import saved_at

    written, kept = [], []
    for done, unit in enumerate(plan.units, start=1):
        path = folder.templates / form_file_name(plan, unit)
        if path.exists() and saved_at(path.read_bytes()) is not None:
            kept.append(path)
        else:
            written.append(write_whole(path, write_form(plan, unit)))
        progress(done, len(plan.units))
    return Written(tuple(written), tuple(kept))


def consolidated(
    folder: PlanFolder, plan: Plan, *, day: date | None = None, progress: Progress = no_progress
) -> Edition:
    """Read and check every answer, and consolidate those that count."""
    from aktivplan.checking import check_decisions, check_plan
    from aktivplan.consolidation.consolidate import consolidate

    submissions = tuple(_submissions(folder, plan, progress))
    decisions, unread = _decisions(folder, plan)
    edition = consolidate(plan, submissions, decisions, day=day)
    findings = (*unread, *check_plan(plan, edition.records), *check_decisions(plan, decisions))
    return replace(edition, findings=(*edition.findings, *findings))


def build(
    folder: PlanFolder, plan: Plan, *, day: date | None = None, progress: Progress = no_progress
) -> Built:
    """Consolidate, and write the master workbook and the handbook."""
    from aktivplan.rendering.documents import render_documents

    edition = consolidated(folder, plan, day=day, progress=progress)
