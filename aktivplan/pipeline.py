"""The order of steps, and the only room that knows it: folder in, forms or edition or documents out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from aktivplan.copies import Copies, put_copies
from aktivplan.files import safe_name, sibling, write_whole
from aktivplan.findings import Finding, Place, finding
from aktivplan.processes import start_ahead as start_processes_ahead
from aktivplan.publishing import ONE_HANDBOOK, Documents, Wanted, documents, import_ahead

if TYPE_CHECKING:
    from aktivplan.definition.models import Plan, Unit
    from aktivplan.definition.plan_reader import PlanRead
    from aktivplan.edition import Edition
    from aktivplan.intake.discovery import Found
    from aktivplan.intake.triage import Settled
    from aktivplan.reading.submission import SubmissionReader
    from aktivplan.records import Decision, MasterEdits, Submission

_SECONDS_PER_FORM = 60

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
    def handbook_template(self) -> Path:
        """The handbook's prose and looks."""
        return self.root / "handbook.docx"

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

    @property
    def page_file(self) -> Path:
        """The handbook as a page for the web."""
        return self.output / "handbook.html"

    @property
    def calendar_file(self) -> Path:
        """The plan's dates, for calendar programs."""
        return self.output / "year-wheel.ics"

    @property
    def handbooks(self) -> Path:
        """Handbooks for units, groups or goals."""
        return self.output / "handbooks"

    @property
    def corrections(self) -> Path:
        """Corrected copies, to be sent back to their units."""
        return self.output / "corrections"

    @property
    def outbox(self) -> Path:
        """Messages, to be sent or sent."""
        return self.output / "outbox"

    @property
    def register_file(self) -> Path:
        """What is remembered between runs."""
        return self.root / "register.db"

    @property
    def archive(self) -> Path:
        """Everything that came, unchanged."""
        return self.root / "archive"

    @property
    def lock_file(self) -> Path:
        """Who works in the folder."""
        return self.root / ".aktivplan-lock"

    @property
    def findings_file(self) -> Path:
        """What was found, for other programs."""
        return self.output / "findings.json"


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


def start_ahead() -> None:
    """Let the processes that answers are read in be started, while the caller reads the plan."""
    start_processes_ahead(_PRELOAD)


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
    return read_plan(folder.plan_file.read_bytes())


def write_templates(folder: PlanFolder, plan: Plan, progress: Progress = no_progress) -> Written:
    """One blank form per unit. A form that somebody has filled in or saved is left as it is."""
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
    return Written(tuple(written), tuple(kept))


def consolidated(
    folder: PlanFolder, plan: Plan, *, day: date | None = None, progress: Progress = no_progress
) -> Edition:
    """Read and check every answer, and consolidate those that count."""
    return _consolidated(folder, plan, tuple(submissions(folder, plan, progress)), day)


def _consolidated(folder: PlanFolder, plan: Plan, read: tuple[Submission, ...], day: date | None) -> Edition:
    from aktivplan.checking import check_decisions, check_plan
    from aktivplan.consolidation.consolidate import consolidate, with_findings

    former = _former_decisions(folder, plan)
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
    progress: Progress = no_progress,
) -> Built:
    """Consolidate, and write the master workbook, the handbooks, the corrected copies and the findings.

    Raises:
        PdfError: PDFs are wanted, and LibreOffice cannot make them. Nothing has been written.
    """
    from aktivplan.consolidation.consolidate import with_findings
    from aktivplan.correcting import corrected_copies
    from aktivplan.rendering.findings_json import render_findings_json

    # The processes that read take a moment to start, and then the documents' libraries are there.
    importing = Thread(target=import_ahead)
    importing.start()
    read = tuple(submissions(folder, plan, progress))
    importing.join()
    edition = _consolidated(folder, plan, read, day)
    copies, not_made = corrected_copies(edition, read)
    edition = with_findings(edition, not_made)
    kept = _edited_master(folder)
    edits = _edit_findings(folder, edition, kept)
    edition = with_findings(edition, edits)
    made = documents(edition, template_of(folder), wanted)
    edition = with_findings(edition, _linted(folder, plan, made))
    if any(one.code == "master-unreadable" for one in edition.findings):
        folder.master_file.replace(_unread_master(folder))
    elif edits:
        write_whole(kept, folder.master_file.read_bytes())
    files = tuple((path, write_whole(path, content)) for path, content in _files(folder, plan, made))
    put = put_copies(folder.corrections, copies)
    write_whole(folder.findings_file, render_findings_json(edition).encode())
    return Built(edition, files, put, made.lacks_page)


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


@dataclass(frozen=True, slots=True)
class _Former:
    """What the former master workbook gave."""

    decisions: tuple[Decision, ...] = ()
    findings: tuple[Finding, ...] = ()


def submissions(folder: PlanFolder, plan: Plan, progress: Progress = no_progress) -> Iterator[Submission]:
    """Every answer, read and checked: one for every file, and for every file inside a mail or an archive.

    The latter are looked at when all the others are done.
    """
    from aktivplan.intake.discovery import discover
    from aktivplan.intake.outcomes import SECONDS_PER_FILE, Contained, outcome_of
    from aktivplan.intake.workers import run_isolated

    desk = _Desk(plan)
    waiting, contained = discover(folder.returned), Contained()
    done = 0
    while waiting:
        total = done + len(waiting)
        ended = run_isolated(_read_and_check, desk, waiting, seconds=SECONDS_PER_FILE, preload=_PRELOAD)
        for one in ended:
            done += 1
            progress(done, total)
            submission = contained.taken_up(one.item, outcome_of(one))
            yield submission if one.result else _named(plan, submission)
        waiting = contained.handed_on()


def _named(plan: Plan, submission: Submission) -> Submission:
    """What became of a file that ended its worker, with the unit that its name tells."""
    from aktivplan.reading.identity import named

    return named(plan, submission)


def _former_decisions(folder: PlanFolder, plan: Plan) -> _Former:
    from aktivplan.intake.outcomes import SECONDS_PER_FILE
    from aktivplan.intake.workers import Ending, run_isolated

    asks_leaders = any(table.leaders_fields for table in plan.tables)
    if not asks_leaders or not folder.master_file.is_file():
        return _Former()
    files = (folder.master_file,)
    (done,) = run_isolated(_read_decisions, plan, files, seconds=SECONDS_PER_FILE, preload=_PRELOAD)
    if done.ending is Ending.RETURNED and done.result is not None:
        return _Former(done.result)
    place = Place(folder.master_file.name)
    return _Former(findings=(finding("master-unreadable", place, file=_unread_master(folder).name),))


def _unread_master(folder: PlanFolder) -> Path:
    """Where a former master workbook is kept that could not be read."""
    kept = folder.output / "master-unread.xlsx"
    return sibling(kept) if kept.exists() else kept


def _edit_findings(folder: PlanFolder, edition: Edition, kept: Path) -> tuple[Finding, ...]:
    """What somebody has changed in the former master workbook that this build would not keep."""
    from aktivplan.consolidation.leaders import for_leaders
    from aktivplan.intake.outcomes import SECONDS_PER_FILE
    from aktivplan.intake.workers import run_isolated
    from aktivplan.rendering.master.edits import edit_findings
    from aktivplan.workbooks.saved_at import is_as_made

    file = folder.master_file
    if not file.is_file() or is_as_made(file.read_bytes()):
        return ()
    (done,) = run_isolated(_read_edits, edition.plan, (file,), seconds=SECONDS_PER_FILE, preload=_PRELOAD)
    if done.result is not None:
        return edit_findings(for_leaders(edition), done.result, kept.name)
    if any(one.code == "master-unreadable" for one in edition.findings):
        return ()
    return (finding("master-unreadable", Place(file.name), file=_unread_master(folder).name),)


def _edited_master(folder: PlanFolder) -> Path:
    """Where a former master workbook is kept that somebody has edited; the same again for the same bytes."""
    kept = folder.output / "master-edited.xlsx"
    if not kept.exists() or not folder.master_file.is_file():
        return kept
    alike = kept.read_bytes() == folder.master_file.read_bytes()
    return kept if alike else sibling(kept)


# --- in the worker processes -------------------------------------------------------------------------------

_PRELOAD = (
    __name__,
    "aktivplan.intake.workers",
    "aktivplan.intake.triage",
    "aktivplan.reading.submission",
    "aktivplan.checking",
)


def _blank_form(plan: Plan, unit: Unit) -> bytes:
    from aktivplan.forms.writer import write_form

    return write_form(plan, unit)


class _Desk:
    """The plan in a worker, and the reader of answers that is made of it there, once for all of them."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    @cached_property
    def reader(self) -> SubmissionReader:
        from aktivplan.reading.submission import SubmissionReader

        return SubmissionReader(self.plan)


def _read_and_check(desk: _Desk, found: Found) -> Settled:
    from aktivplan.checking import check_submission
    from aktivplan.intake.triage import Settled, triage
    from aktivplan.reading.identity import named

    content = triage(found)
    if not isinstance(content, bytes):
        return replace(content, submission=named(desk.plan, content.submission))
    submission = desk.reader.read(found.name, content, found.modified, found.delivery)
    findings = (*submission.findings, *check_submission(desk.plan, submission))
    return Settled(replace(submission, findings=findings))


def _read_decisions(plan: Plan, path: Path) -> tuple[Decision, ...]:
    from aktivplan.reading.decisions import read_decisions

    return read_decisions(plan, path.read_bytes(), path.name)


def _read_edits(plan: Plan, path: Path) -> MasterEdits:
    from aktivplan.reading.master_edits import read_edits

    return read_edits(plan, path.read_bytes(), path.name)
