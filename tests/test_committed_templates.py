"""The blank forms that people download are those that the command writes."""

from __future__ import annotations

from pathlib import Path

import pytest

from aktivplan.definition import PRESETS
from aktivplan.definition.plan_writer import write_plan
from aktivplan.definition.preset import load_preset
from aktivplan.folder import PlanFolder
from aktivplan.pipeline import write_templates

COMMITTED = Path(__file__).parents[1] / "input_templates"


@pytest.mark.parametrize("preset", PRESETS)
def test_the_committed_templates_are_what_the_command_writes(preset: str, tmp_path: Path) -> None:
    folder = PlanFolder(tmp_path)
    folder.plan_file.write_bytes(write_plan(load_preset(preset)))
    written = {path.name: path.read_bytes() for path in write_templates(folder, load_preset(preset)).files}
    committed = {path.name: path.read_bytes() for path in (COMMITTED / preset).iterdir()}
    assert committed.keys() == written.keys()
    changed = [name for name, content in written.items() if committed[name] != content]
    assert changed == [], "the forms have changed; look at them, then run: make templates"
