"""Write the blank forms that stand in the repository: ``python tools/templates.py``, or ``make templates``."""

from __future__ import annotations

import shutil
from pathlib import Path

from aktivplan.definition import PRESETS
from aktivplan.definition.preset import load_preset
from aktivplan.forms.layout import form_file_name
from aktivplan.forms.writer import write_form

FOLDER = Path(__file__).parent.parent / "input_templates"


def templates(preset: str) -> dict[str, bytes]:
    """The preset's blank forms, one per example unit, by file name."""
    plan = load_preset(preset)
    return {form_file_name(plan, unit): write_form(plan, unit) for unit in plan.units}


if __name__ == "__main__":
    for preset in PRESETS:
        folder = FOLDER / preset
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        for name, content in templates(preset).items():
            (folder / name).write_bytes(content)
