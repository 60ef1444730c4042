"""The demos' editions and documents for tests, each made once in a process."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from aktivplan.checking import check_submission
from aktivplan.consolidation.consolidate import consolidate
from aktivplan.consolidation.participants import for_participants
from aktivplan.definition.models import Plan
from aktivplan.demo.decided import decisions_workbook
from aktivplan.demo.folder import write_answers
from aktivplan.demo.sample import load_sample, sample_plan
from aktivplan.edition import Edition
from aktivplan.forms.layout import form_file_name
from aktivplan.reading.decisions import read_decisions
from aktivplan.reading.submission import read_submission
from aktivplan.records import Submission
from aktivplan.rendering.figures.figures import draw_figures, plan_figures
from aktivplan.rendering.handbook.handbook import render_handbook

LONG_AGO = datetime(2001, 1, 1, tzinfo=UTC)


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
