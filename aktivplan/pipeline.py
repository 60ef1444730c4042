"""The order of steps, and the only room that knows it: folder in, forms or edition or documents out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from itertools import chain, islice, zip_longest
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from aktivplan.answers import submissions
from aktivplan.copies import Copies, put_copies
from aktivplan.files import safe_name, write_whole
from aktivplan.findings import Finding, Place, finding
from aktivplan.folder import PlanFolder
from aktivplan.former import edit_findings_of, edited_master, former_decisions, unread_master
from aktivplan.processes import interrupts_deferred
from aktivplan.progress import SILENT, Progress
from aktivplan.publishing import ONE_HANDBOOK, Documents, Wanted, documents, import_ahead
from aktivplan.recording import archive_answers, record_asked, record_build

if TYPE_CHECKING:
    from aktivplan.definition.models import Plan, Unit
    from aktivplan.definition.plan_reader import PlanRead
    from aktivplan.edition import Edition
    from aktivplan.records import Submission

_SECONDS_PER_FORM = 60


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
    copies: Copies
    """The corrected copies."""
    lacks_page: bool = False
    """Whether the handbook could not be made a page for the web."""


def start_plan(folder: PlanFolder, preset: str) -> None:
    """Make a plan folder with a preset's plan.xlsx. OSError if the machine refuses."""
    from aktivplan.definition.plan_writer import write_plan
    from aktivplan.definition.preset import load_preset

    for path in (folder.templates, folder.returned, folder.output):
        path.mkdir(parents=True, exist_ok=True)
    plan = load_preset(preset)
    write_whole(folder.plan_file, write_plan(plan))
    write_handbook_template(folder, plan)


def write_handbook_template(folder: PlanFolder, plan: Plan) -> None:
    """The template of the handbook, in the plan's language. OSError if the machine refuses."""
    from aktivplan.rendering.handbook.template.default import default_template

    write_whole(folder.handbook_template, default_template(plan.settings))


def template_of(folder: PlanFolder) -> bytes | None:
    """The user's template of the handbook; None if there is none."""
    return folder.handbook_template.read_bytes() if folder.handbook_template.is_file() else None


def check_handbook_template(folder: PlanFolder, plan: Plan) -> tuple[Finding, ...]:
    """What is wrong with the user's template of the handbook."""
    template = template_of(folder)
    if template is None:
        return ()
    from aktivplan.rendering.handbook.template.checking import check_template

    return check_template(template, plan, folder.handbook_template.name)


def load_plan(folder: PlanFolder) -> PlanRead:
    """The plan, or None with everything that is wrong in plan.xlsx."""
    from aktivplan.definition.plan_reader import PlanRead, read_plan

    if not folder.plan_file.is_file():
        return PlanRead(None, (finding("plan-missing", Place(), folder=str(folder.root)),))
    # Models that are made when they are first used would swallow Ctrl-C.
    with interrupts_deferred():
        return read_plan(folder.plan_file.read_bytes())


def write_templates(folder: PlanFolder, plan: Plan, progress: Progress = SILENT) -> Written:
    """One blank form per unit. A form that somebody has filled in or saved is left as it is.

    Raises:
        OSError, RegisterError: the folder cannot be written to.
    """
    from aktivplan.forms.layout import form_file_name
    from aktivplan.intake.workers import run_isolated
    from aktivplan.workbooks.saved_at import saved_at

    written, kept = [], []
    forms = run_isolated(
        _blank_form, plan, plan.units, seconds=_SECONDS_PER_FORM, preload=("aktivplan.forms.writer",)
    )
    for done, form in enumerate(forms, start=1):
        if form.result is None:
            raise RuntimeError(form.detail or f"the form of {form.item.code} was not made: {form.ending}")
        path = folder.templates / form_file_name(plan, form.item)
        if path.exists() and saved_at(path.read_bytes()) is not None:
            kept.append(path)
        else:
            written.append(write_whole(path, form.result))
        progress(done, len(plan.units))
    record_asked(folder, plan, datetime.now(UTC))
    return Written(tuple(written), tuple(kept))


def consolidated(
    folder: PlanFolder, plan: Plan, *, day: date | None = None, progress: Progress = SILENT
) -> Edition:
    """Read and check every answer, and consolidate those that count."""
    return _consolidated(folder, plan, tuple(submissions(folder, plan, progress)), day)


def _consolidated(folder: PlanFolder, plan: Plan, read: tuple[Submission, ...], day: date | None) -> Edition:
    from aktivplan.checking import check_decisions, check_plan
    from aktivplan.consolidation.consolidate import consolidate, with_findings

    former = former_decisions(folder, plan)
    edition = consolidate(plan, read, former.decisions, day=day)
    findings = (
        *former.findings,
        *check_plan(plan, edition.records),
        *check_decisions(plan, former.decisions),
        *check_handbook_template(folder, plan),
    )
    return with_findings(edition, findings)


def build(
    folder: PlanFolder,
    plan: Plan,
    *,
    day: date | None = None,
    wanted: Wanted = ONE_HANDBOOK,
    progress: Progress = SILENT,
) -> Built:
    """Consolidate, and write the master workbook, the handbooks, the corrected copies and the findings.

    Raises:
        PdfError: PDFs are wanted, and LibreOffice cannot make them. No document has been written.
        OSError, RegisterError: the folder cannot be written to. Each document is the former one or the new one, whole.
    """
    from aktivplan.consolidation.consolidate import with_findings
    from aktivplan.correcting import corrected_copies
    from aktivplan.rendering.findings_json import render_findings_json

    read = _read_and_archived(folder, plan, progress)
    edition = _consolidated(folder, plan, read, day)
    copies, not_made = corrected_copies(edition, read)
    edition = with_findings(edition, not_made)
    kept = edited_master(folder)
    edits = edit_findings_of(folder, edition, kept)
    edition = with_findings(edition, edits)
    begun = documents(edition, template_of(folder), wanted)
    # Other processes are still at work; that a handbook of ours has a fault is rare.
    told = render_findings_json(edition)
    made = begun()
    if faults := [*_linted(folder, plan, made)]:
        edition = with_findings(edition, faults)
        told = render_findings_json(edition)
    if any(one.code == "master-unreadable" for one in edition.findings):
        folder.master_file.replace(unread_master(folder))
    elif edits:
        write_whole(kept, folder.master_file.read_bytes())
    files = tuple((path, write_whole(path, content)) for path, content in _files(folder, plan, made))
    put = put_copies(folder.corrections, copies)
    write_whole(folder.findings_file, told.encode())
    record_build(folder, read, edition, [written for _wanted, written in files], datetime.now(UTC))
    return Built(edition, files, put, made.lacks_page)


def _read_and_archived(folder: PlanFolder, plan: Plan, progress: Progress) -> tuple[Submission, ...]:
    """Every answer, read; meanwhile the files are kept in the archive, one whenever another has been read.

    So are the documents' libraries imported, but not before the processes that read are at work.
    """
    both = zip_longest(submissions(folder, plan, progress), archive_answers(folder))
    first = list(islice(both, 1))
    # After Ctrl-C nobody is to wait for it.
    importing = Thread(target=import_ahead, args=(plan.settings.language,), daemon=True)
    importing.start()
    read = tuple(submission for submission, _ in chain(first, both) if submission is not None)
    importing.join()
    return read


def _linted(folder: PlanFolder, plan: Plan, made: Documents) -> Iterator[Finding]:
    """What hinders people in the handbooks, each by the name of its file."""
    for name, findings in made.linted.items():
        file = _handbook_path(folder, plan, name).name
        yield from (replace(one, place=one.place._replace(file=file)) for one in findings)


def _handbook_path(folder: PlanFolder, plan: Plan, name: str) -> Path:
    """Where the handbook of that unit, group or goal belongs; "" for the one for all."""
    from aktivplan.forms.layout import unit_file_stem

    if not name:
        return folder.handbook_file
    unit = plan.units_by_code.get(name)
    stem = unit_file_stem(plan, unit) if unit else safe_name(name)
    return folder.handbooks / f"{stem}.docx"


def _files(folder: PlanFolder, plan: Plan, made: Documents) -> Iterator[tuple[Path, bytes]]:
    """Where each document belongs."""
    yield folder.master_file, made.master
    if made.page is not None:
        yield folder.page_file, made.page.encode()
    if made.calendar is not None:
        yield folder.calendar_file, made.calendar
    for name, handbook in {"": made.handbook, **made.others}.items():
        path = _handbook_path(folder, plan, name)
        yield path, handbook.docx
        if handbook.pdf is not None:
            yield path.with_suffix(".pdf"), handbook.pdf


# --- in the worker processes -------------------------------------------------------------------------------


def _blank_form(plan: Plan, unit: Unit) -> bytes:
    from aktivplan.forms.writer import write_form

    return write_form(plan, unit)
