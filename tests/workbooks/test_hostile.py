"""Hostile files, each in a worker as it is really read."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from aktivplan.intake.workers import Ending, run_isolated
from aktivplan.workbooks.sheets import ReadingError
from aktivplan.workbooks.workbook import read_workbook
from tests.workbooks.hostile import HOSTILE

MOST_MEMORY = 512
"""MiB that a worker may take."""
SECONDS = 10


def outcome(_shared: None, path: Path) -> tuple[str, float]:
    """The code that the file ends with, and how many MiB the worker has taken at the most."""
    import resource

    try:
        read_workbook(path.read_bytes())
        code = ""
    except ReadingError as error:
        code = error.code
    return code, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux only")
def test_each_hostile_file_has_its_one_outcome_within_the_limits(tmp_path: Path) -> None:
    for name, (make, _) in HOSTILE.items():
        (tmp_path / name).write_bytes(make())
    done = list(
        run_isolated(outcome, None, [tmp_path / name for name in HOSTILE], seconds=SECONDS, workers=1)
    )
    assert [(one.item.name, one.detail) for one in done if one.ending is not Ending.RETURNED] == []
    codes = {one.item.name: one.result[0] for one in done if one.result}
    assert codes == {name: code for name, (_, code) in HOSTILE.items()}
    assert max(one.result[1] for one in done if one.result) <= MOST_MEMORY
