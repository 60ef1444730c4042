"""Ctrl-C: never lost, and never where it does harm."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from aktivplan.processes import interrupts_deferred, run_beside

ROOT = Path(__file__).parents[1]
IMPORTING = """
import sys, time
from aktivplan.processes import heed_interrupts

heed_interrupts()
try:
    import interrupted
    time.sleep(10)
except KeyboardInterrupt:
    print("heard", sys.modules["interrupted"].done)
"""
INTERRUPTED = """
import os, signal
os.kill(os.getpid(), signal.SIGINT)
done = sum(range(100_000))
"""


def printed(script: str, folder: Path, **options: object) -> str:
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{folder}"},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
        **options,  # type: ignore[call-overload]
    )
    assert done.stderr == ""
    return str(done.stdout)


@pytest.mark.skipif(os.name == "nt", reason="signals are sent another way on Windows")
def test_ctrl_c_during_an_import_is_heard_as_soon_as_it_is_over(tmp_path: Path) -> None:
    (tmp_path / "interrupted.py").write_text(INTERRUPTED)
    began = time.monotonic()
    assert printed(IMPORTING, tmp_path) == "heard 4999950000\n"
    assert time.monotonic() - began < 8


def test_ctrl_c_waits_until_a_block_is_over() -> None:
    done: list[str] = []

    def work() -> None:
        with interrupts_deferred():
            with interrupts_deferred():
                signal.raise_signal(signal.SIGINT)
            done.append("both")

    with pytest.raises(KeyboardInterrupt):
        work()
    assert done == ["both"]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_where_ctrl_c_is_ignored_it_stays_ignored() -> None:
    former = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with interrupts_deferred():
            signal.raise_signal(signal.SIGINT)
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, former)


def test_what_is_done_beside_gives_its_result_however_long_it_takes() -> None:
    assert run_beside(_slow, "klart")() == "klart"


def _slow(text: str) -> str:
    time.sleep(0.7)
    return text
