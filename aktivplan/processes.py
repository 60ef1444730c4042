"""Processes beside this one: how they are started, and that Ctrl-C is left to this one. Knows nothing of their work."""

from __future__ import annotations

import gc
import multiprocessing
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.context import BaseContext
from types import FrameType


def beside(preload: Sequence[str] = ()) -> BaseContext:
    """The context to start processes with, each from a clean state.

    ``preload`` names modules to import before the first of them is started, once for all of them (not on Windows).
    """
    context = multiprocessing.get_context("spawn" if sys.platform == "win32" else "forkserver")
    context.set_forkserver_preload(list(preload))
    return context


def start_ahead(preload: Sequence[str] = ()) -> None:
    """Begin, beside the caller's own work, to import what later processes will need; to be called as early as can be."""
    if beside(preload).get_start_method() == "forkserver":
        from multiprocessing.forkserver import ensure_running

        # What is started now ignores Ctrl-C from its first moment on, and what it starts does too.
        with _interrupts(signal.SIG_IGN):
            ensure_running()


def settle_in() -> None:
    """To be called first in a new process: leave Ctrl-C, which reaches every process of a terminal, to the caller."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    collect_seldom()


def collect_seldom() -> None:
    """Look for garbage cycles less often: a batch job makes many objects that stay, and hardly any cycles."""
    gc.set_threshold(200_000, 20, 1_000)


@contextmanager
def interrupts_deferred() -> Iterator[None]:
    """Let Ctrl-C wait until the block has ended: a process that is being started is not left with half its orders."""
    came: list[int] = []
    with _interrupts(lambda number, _frame: came.append(number)):
        yield
    if came:
        raise KeyboardInterrupt


@contextmanager
def _interrupts(handled: signal.Handlers | Callable[[int, FrameType | None], object]) -> Iterator[None]:
    """Ctrl-C handled this way meanwhile. Only the main thread may say so; elsewhere nothing changes."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    former = signal.signal(signal.SIGINT, handled)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, former)
