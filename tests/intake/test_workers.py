from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from aktivplan.intake.workers import Done, Ending, run_isolated
from aktivplan.processes import start_ahead
from tests.intake.tasks import obey

HERE = f"from {os.getpid()}"


def run(*orders: str, seconds: float = 20, workers: int = 2) -> Iterator[Done[str, str]]:
    return run_isolated(obey, HERE, orders, seconds=seconds, workers=workers)


def endings(*orders: str, seconds: float = 20) -> list[str]:
    return [done.ending for done in run(*orders, seconds=seconds)]


def test_results_come_in_the_order_of_the_items() -> None:
    orders = [str(number) for number in range(50)]
    assert [(done.item, done.ending) for done in run(*orders)] == [
        (order, Ending.RETURNED) for order in orders
    ]


def test_a_task_gets_what_is_shared_and_runs_in_another_process() -> None:
    (done,) = run("a")
    assert done.result == f"{HERE} a True"


def test_starting_ahead_changes_nothing_but_the_time() -> None:
    start_ahead(["json"])
    assert endings("a") == ["returned"]


def test_no_items_start_no_process() -> None:
    assert list(run()) == []


@pytest.mark.parametrize("order", ["abort", "exit"])
def test_a_worker_that_dies_takes_only_its_own_item_along(order: str) -> None:
    assert endings("a", order, "b", order, "c", seconds=1)[0::2] == ["returned"] * 3
    assert all(ending in ("died", "timed_out") for ending in endings(order, seconds=1))


def test_what_is_read_in_one_batch_with_a_bad_item_is_read_all_the_same() -> None:
    orders = [str(number) for number in range(300)]
    orders[100] = "abort"
    done = list(run(*orders))
    assert [one.item for one in done] == orders
    assert [one.item for one in done if one.ending is not Ending.RETURNED] == ["abort"]


def test_a_worker_that_aborts_has_died() -> None:
    assert endings("a", "abort", "b") == ["returned", "died", "returned"]


@pytest.mark.skipif(os.name == "nt", reason="the order is a path that begins with a slash")
def test_a_single_death_is_not_believed(tmp_path: Path) -> None:
    assert endings("a", str(tmp_path / "died once"), "b") == ["returned"] * 3


def test_a_task_beyond_its_time_is_stopped_and_the_others_go_on() -> None:
    began = time.monotonic()
    assert endings("a", "run on", "b", seconds=0.5) == ["returned", "timed_out", "returned"]
    assert time.monotonic() - began < 15


@pytest.mark.parametrize(("order", "told"), [("raise", "ValueError: nej"), ("panic", "index out of bounds")])
def test_whatever_is_raised_is_told_and_the_worker_lives(order: str, told: str) -> None:
    first, second = run(order, "a", workers=1)
    assert (first.ending, first.result) == (Ending.RAISED, None)
    assert told in first.detail
    assert second.ending is Ending.RETURNED


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux only")
def test_memory_is_limited() -> None:
    first, second = run("exhaust", "a", workers=1)
    assert first.ending is Ending.RAISED
    assert "MemoryError" in first.detail
    assert second.ending is Ending.RETURNED


def test_many_deaths_leave_every_item_with_one_ending() -> None:
    orders = ["abort", "a"] * 15
    done = list(run(*orders, seconds=5))
    assert [one.item for one in done] == orders
    assert [one.ending for one in done[1::2]] == ["returned"] * 15


LEFT_EARLY = """
from aktivplan.intake.workers import run_isolated
from tests.intake.tasks import obey

if __name__ == "__main__":
    for _ in range(3):
        run = run_isolated(obey, "from 0", ["a"] * 40, seconds=60, workers=12)
        next(run)
        run.close()
"""


def test_workers_that_are_being_started_when_the_others_stop_say_nothing(tmp_path: Path) -> None:
    script = tmp_path / "left_early.py"
    script.write_text(LEFT_EARLY)
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, str(script)],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


INTERRUPTED = """
import sys
from aktivplan.intake.workers import run_isolated
from tests.intake.tasks import obey

if __name__ == "__main__":
    for done in run_isolated(obey, "from 0", ["a", *["run on"] * 4], seconds=60, workers=2):
        print(done.ending, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="process groups are POSIX's")
def test_ctrl_c_stops_everything_at_once(tmp_path: Path) -> None:
    script = tmp_path / "interrupted.py"
    script.write_text(INTERRUPTED)
    root = Path(__file__).parents[2]
    process = subprocess.Popen(
        [sys.executable, str(script)],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    assert process.stdout is not None
    with process, process.stdout:
        assert process.stdout.readline() == b"returned\n"
        os.killpg(process.pid, signal.SIGINT)
        assert process.wait(timeout=10) != 0
    assert nobody_left_in(process.pid)


def nobody_left_in(group: int) -> bool:
    for _ in range(50):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False
