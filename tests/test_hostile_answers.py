"""Hostile files among the answers change nothing for the others, and each has its one outcome."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from aktivplan.definition.models import Unit
from aktivplan.definition.plan_writer import write_plan
from aktivplan.edition import Edition, Outcome
from aktivplan.findings import Finding
from aktivplan.folder import PlanFolder
from aktivplan.forms.layout import form_file_name
from aktivplan.forms.writer import write_form
from aktivplan.pipeline import consolidated
from tests.support import activity, make_plan
from tests.workbooks.hostile import HOSTILE

UNITS = tuple(Unit(code=f"E{number:03d}", name=f"Enhet {number}") for number in range(30))
PLAN = make_plan(units=UNITS)


def folder_of_answers(root: Path) -> PlanFolder:
    """Every unit has answered."""
    folder = PlanFolder(root)
    folder.returned.mkdir(parents=True)
    folder.plan_file.write_bytes(write_plan(PLAN))
    for unit in UNITS:
        rows = [activity(PLAN, unit.code, number) for number in (1, 2)]
        (folder.returned / form_file_name(PLAN, unit)).write_bytes(write_form(PLAN, unit, rows))
    return folder


def about_answers(edition: Edition) -> tuple[list[object], list[Finding]]:
    """What is said of the units' own forms."""
    own = {form_file_name(PLAN, unit) for unit in UNITS}
    sources = [source for source in edition.sources if source.file in own]
    return [*sources], [one for one in edition.findings if one.place.file in own]


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux only")
def test_answers_among_hostile_files_are_read_as_they_are_without_them(tmp_path: Path) -> None:
    folder = folder_of_answers(tmp_path)
    clean = consolidated(folder, PLAN)
    for name, (make, _code) in HOSTILE.items():
        (folder.returned / name).write_bytes(make())
    mixed = consolidated(folder, PLAN)
    assert mixed.records == clean.records
    assert about_answers(mixed) == about_answers(clean)
    strangers = [one for one in mixed.sources if one not in clean.sources]
    assert sorted(one.file for one in strangers if "/" not in one.file) == sorted(HOSTILE)
    assert {one.outcome for one in strangers} <= {Outcome.REJECTED, Outcome.SKIPPED}
    assert [one.file for one in strangers if one.code == "file-crashed"] == []
