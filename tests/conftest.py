"""What the tests of a process have in common: what every build imports is there before the first, and not looked through for garbage."""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import partial
from importlib import import_module

import pytest

from aktivplan.processes import collect_seldom, start_ahead
from tests.demos import Demo, made_demo

IN_EVERY_BUILD = (
    "aktivplan.answers",
    "aktivplan.pipeline",
    "aktivplan.checking",
    "aktivplan.correcting",
    "aktivplan.forms.writer",
    "aktivplan.intake.triage",
    "aktivplan.intake.workers",
    "aktivplan.reading.submission",
)
"""What the processes that read answers and write forms import."""
BESIDE = ("coverage", "readiness", "status", "targets", "timeline", "wheel")
"""The pictures that are drawn in copies of the process that builds."""


def pytest_collection_finish(session: pytest.Session) -> None:
    """In a process that runs many tests, each of which would otherwise wait for the same imports."""
    if not hasattr(session.config, "workerinput"):
        return
    start_ahead(IN_EVERY_BUILD)
    for name in BESIDE:
        import_module(f"aktivplan.rendering.figures.{name}_drawing")
    collect_seldom()
    gc.freeze()


@pytest.fixture(scope="session")
def demo_of(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], Demo]:
    """The demo of a preset, made once for all the processes that the tests run in."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if hasattr(request.config, "workerinput") else own
    return partial(made_demo, shared / "demos")
