"""The demos' folders, editions and documents for tests: to be looked at and copied, since many tests share them."""

from __future__ import annotations

import pickle
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from click.testing import CliRunner

from aktivplan.checking import check_submission
from aktivplan.cli.app import app
from aktivplan.consolidation.consolidate import consolidate
from aktivplan.consolidation.participants import for_participants
from aktivplan.definition.models import Plan
from aktivplan.demo.decided import decisions_workbook
from aktivplan.demo.folder import write_answers
from aktivplan.demo.sample import load_sample, sample_plan
from aktivplan.edition import Edition
from aktivplan.forms.layout import form_file_name
from aktivplan.pipeline import Built, PlanFolder, build, load_plan
from aktivplan.publishing import Wanted
from aktivplan.reading.decisions import read_decisions
from aktivplan.reading.submission import read_submission
from aktivplan.records import Submission
from aktivplan.register.lock import held
from aktivplan.rendering.figures.figures import draw_figures, plan_figures
from aktivplan.rendering.handbook.handbook import render_handbook

LONG_AGO = datetime(2001, 1, 1, tzinfo=UTC)

IN_ENGLISH = {"AKTIVPLAN_LANGUAGE": "en", "PYTHONUTF8": "1", "PATH": str(Path(sys.executable).parent)}
"""An environment where English is the machine's language, and there is no LibreOffice."""


@dataclass(frozen=True, slots=True)
class Demo:
    """A preset's demo, as the command left it, and a copy of it, built again."""

    folder: PlanFolder
    printed: str
    """What the command told."""
    again: PlanFolder
    built: Built
    """What the second build made: the documents of the first, and a handbook for a unit."""


@cache
def made_demo(root: Path, preset: str) -> Demo:
    """The preset's demo below that folder; all processes that name the same folder share it."""
    root.mkdir(exist_ok=True)
    kept = root / f"{preset}.pickle"
    with held(root / f"{preset}.lock", "pytest", seconds=300):
        if not kept.exists():
            kept.write_bytes(pickle.dumps(_made(preset, root / preset)))
        demo: Demo = pickle.loads(kept.read_bytes())  # noqa: S301 # we have written it
    return demo


def _made(preset: str, root: Path) -> Demo:
    folder, again = PlanFolder(root / "made"), PlanFolder(root / "again")
    done = CliRunner().invoke(app, ["demo", preset, str(folder.root)], env=IN_ENGLISH, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    shutil.copytree(folder.root, again.root)
    plan = load_plan(again).plan
    assert plan
    return Demo(folder, done.stdout, again, build(again, plan, wanted=Wanted(units=(plan.units[0].code,))))


@cache
def demo_edition(preset: str) -> Edition:
    """The edition of the answers that somebody has typed, with the leaders' decisions; nothing of damaged and stray files."""
    plan, sample = sample_plan(preset), load_sample(preset)
    decided = decisions_workbook(plan, sample) if sample.decisions else b""
    decisions = read_decisions(plan, decided, "master.xlsx") if decided else ()
    return consolidate(plan, _answers(preset, plan), decisions)


@cache
def demo_handbook(preset: str) -> bytes:
    """What participants get, with its figures."""
    edition = for_participants(demo_edition(preset))
    figures = plan_figures(edition)
    return render_handbook(edition, None, figures, lambda: draw_figures(figures)).packed()


def _answers(preset: str, plan: Plan) -> Iterator[Submission]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_answers(plan, load_sample(preset), folder)
        for answer in load_sample(preset).answers:
            file = answer.file or form_file_name(plan, plan.units_by_code[answer.unit])
            if not (folder / file).exists():
                continue
            read = read_submission(plan, file, (folder / file).read_bytes(), LONG_AGO)
            yield replace(read, findings=(*read.findings, *check_submission(plan, read)))
