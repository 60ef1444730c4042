"""The demos' folders for tests: to be looked at and copied, since many tests share them."""

from __future__ import annotations

import pickle
import shutil
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from click.testing import CliRunner

from aktivplan.cli.app import app
from aktivplan.folder import PlanFolder
from aktivplan.pipeline import Built, build, load_plan
from aktivplan.publishing import Wanted
from aktivplan.register.lock import held

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
