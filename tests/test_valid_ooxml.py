"""Everything that we write is valid Office Open XML, by a validator that is not ours."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from aktivplan.definition import PRESETS
from aktivplan.demo import folder as demo_folder
from aktivplan.folder import PlanFolder
from aktivplan.pipeline import build, load_plan
from aktivplan.publishing import Wanted


def made_files(root: Path) -> Iterator[Path]:
    """One of every kind of file."""
    yield from sorted(root.glob("*.docx"))
    yield from sorted(root.glob("*.xlsx"))
    for folder in ("input_templates", "output/corrections", "output/handbooks"):
        yield from sorted((root / folder).iterdir())[:2]
    yield from sorted(path for path in (root / "output").iterdir() if path.suffix in (".xlsx", ".docx"))


@pytest.mark.parametrize("preset", PRESETS)
def test_every_file_of_a_demo_is_valid(preset: str, tmp_path: Path) -> None:
    folder = PlanFolder(tmp_path)
    demo_folder.make(preset, folder)
    plan = load_plan(folder).plan
    assert plan is not None
    build(folder, plan, wanted=Wanted(units=(plan.units[0].code,)))
    validator = OpenXmlValidator()
    faults = {
        f"{path.name}: {error.part_uri} {error.description}"
        for path in made_files(tmp_path)
        for error in validator.validate(path).errors
    }
    assert faults == set()
