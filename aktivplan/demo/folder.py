"""A whole plan folder made of a sample: plan, forms, answers, and what leaders have decided so far."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from aktivplan.copies import put_copies
from aktivplan.definition.models import Plan
from aktivplan.definition.plan_reader import read_plan
from aktivplan.definition.plan_writer import write_plan
from aktivplan.definition.preset import PRESETS
from aktivplan.demo.decided import decisions_workbook
from aktivplan.demo.filled_form import filled_form
from aktivplan.demo.sample import Answer, ExtraFile, Sample, load_sample, sample_plan
from aktivplan.demo.saved_time import with_saved_time
from aktivplan.demo.stray_files import damaged, encrypted, lock_file, photograph
from aktivplan.demo.wrapping import archive, mail
from aktivplan.files import write_whole
from aktivplan.folder import PlanFolder
from aktivplan.forms.layout import form_file_name
from aktivplan.forms.writer import write_form
from aktivplan.pipeline import template_of, write_handbook_template, write_templates
from aktivplan.rendering.handbook.template.default import default_template


@dataclass(frozen=True, slots=True)
class _File:
    name: str
    content: bytes
    saved: datetime


def may_be_used(folder: Path) -> bool:
    """Whether the folder is new, empty, or holds an earlier demo whose plan nobody has changed."""
    return not folder.exists() or not any(folder.iterdir()) or _earlier_preset(folder) is not None


def make(preset: str, folder: PlanFolder) -> None:
    """Make the preset's demo in the folder, in place of an earlier one; other files are left alone.

    Raises:
        OSError: the folder cannot be written to.
    """
    earlier = _earlier_preset(folder.root)
    if earlier is not None:
        _remove(earlier, folder)
    plan, sample = sample_plan(preset), load_sample(preset)
    for path in (folder.templates, folder.returned, folder.output):
        path.mkdir(parents=True, exist_ok=True)
    write_whole(folder.plan_file, write_plan(plan))
    if not folder.handbook_template.exists():
        write_handbook_template(folder, plan)
    write_templates(folder, plan)
    write_answers(plan, sample, folder.returned)
    if sample.decisions:
        write_whole(folder.master_file, decisions_workbook(plan, sample))


def write_answers(plan: Plan, sample: Sample, folder: Path) -> tuple[Path, ...]:
    """Put the sample's answers into the folder and give their paths, by name.

    The plan is the sample's own (`sample_plan`). Files get the time they were saved, so that the same
    sample always makes the same folder.

    Raises:
        KeyError: the sample names a unit, table or field that the plan does not have.
        OSError: the folder cannot be written to.
    """
    for extra in sample.files:
        # A lock file of an earlier run would make its workbook look open, and so not to be replaced.
        if extra.kind == "lock":
            (folder / extra.name).unlink(missing_ok=True)
    answers = (_answer_file(plan, name, within) for name, within in _by_file(plan, sample).items())
    return tuple(sorted(_put(folder, file) for file in (*answers, *_extra_files(plan, sample))))


def _earlier_preset(folder: Path) -> str | None:
    """The preset whose demo lies in the folder, its plan as the demo made it; None if there is none."""
    plan_file = folder / "plan.xlsx"
    if not plan_file.is_file():
        return None
    plan = read_plan(plan_file.read_bytes()).plan
    return next((preset for preset in PRESETS if plan == sample_plan(preset)), None)


def _remove(preset: str, folder: PlanFolder) -> None:
    """Remove what a demo of the preset has made, and nothing else."""
    plan, sample = sample_plan(preset), load_sample(preset)
    forms = (folder.templates / form_file_name(plan, unit) for unit in plan.units)
    answers = (folder.returned / name for name in _by_file(plan, sample))
    extras = (folder.returned / extra.name for extra in sample.files)
    made = (
        folder.master_file,
        folder.handbook_file,
        folder.page_file,
        folder.calendar_file,
        folder.findings_file,
        folder.plan_file,
    )
    if template_of(folder) == default_template(plan.settings):
        folder.handbook_template.unlink()
    for path in (*forms, *answers, *extras, *made):
        path.unlink(missing_ok=True)
    put_copies(folder.corrections, ())
    for ending in ("", "-wal", "-shm"):
        folder.register_file.with_name(folder.register_file.name + ending).unlink(missing_ok=True)


def _put(folder: Path, file: _File) -> Path:
    path = write_whole(folder / file.name, file.content)
    seconds = file.saved.timestamp()
    os.utime(path, (seconds, seconds))
    return path


def _by_file(plan: Plan, sample: Sample) -> dict[str, list[Answer]]:
    """By the name of each file among the answers, those that it holds."""
    files: dict[str, list[Answer]] = {}
    for answer in sample.answers:
        files.setdefault(answer.inside or _answer_name(plan, answer), []).append(answer)
    return files


def _answer_file(plan: Plan, name: str, answers: Sequence[Answer]) -> _File:
    forms = [(_answer_name(plan, answer), filled_form(plan, answer)) for answer in answers]
    saved = max(answer.saved for answer in answers)
    match Path(answers[0].inside).suffix:
        case ".zip":
            return _File(name, archive(forms), saved)
        case ".eml":
            sender = plan.units_by_code[answers[0].unit]
            return _File(name, mail(sender, plan.settings.leader_email, saved, forms), saved)
        case _:
            return _File(name, forms[0][1], saved)


def _answer_name(plan: Plan, answer: Answer) -> str:
    return answer.file or form_file_name(plan, plan.units_by_code[answer.unit])


def _extra_files(plan: Plan, sample: Sample) -> Iterator[_File]:
    """Everything that is no answer; lock files last, so that no workbook looks open when it is put in place."""
    saved = min((answer.saved for answer in sample.answers), default=datetime(2000, 1, 1, tzinfo=UTC))
    for extra in sorted(sample.files, key=lambda one: (one.kind == "lock", one.name)):
        yield _File(extra.name, _extra_content(plan, extra, saved), saved)


def _extra_content(plan: Plan, extra: ExtraFile, saved: datetime) -> bytes:
    match extra.kind:
        case "lock":
            return lock_file(plan.settings.leader_name)
        case "picture":
            return photograph()
    form = with_saved_time(write_form(plan, plan.units_by_code[extra.unit]), saved)
    match extra.kind:
        case "blank":
            return form
        case "damaged":
            return damaged(form)
        case "encrypted":
            return encrypted(form)
