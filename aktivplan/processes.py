"""Processes beside this one: how they are started, and that Ctrl-C is left to this one. Knows nothing of their work."""

from __future__ import annotations

import gc
import multiprocessing
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from types import FrameType
from typing import TypeVar

Result = TypeVar("Result")


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


def run_beside(work: Callable[..., Result], *arguments: object) -> Callable[[], Result]:
    """Start work in a process of its own; the function that comes back waits for the result.

    On Linux the process is a copy of this one, so that large arguments need not be sent. No other thread
    of this process may hold what the work needs.

    Raises (when the result is waited for):
        RuntimeError: the work failed; its traceback is on standard error.
    """
    context = multiprocessing.get_context("fork") if sys.platform == "linux" else beside()
    receiver, sender = context.Pipe(duplex=False)
    with interrupts_deferred():
        process = context.Process(  # type: ignore[attr-defined] # every context has it; the stubs leave it out
            target=_deliver, args=(sender, work, arguments), daemon=True
        )
        process.start()
    sender.close()

    def result() -> Result:
        try:
            made: Result = receiver.recv()
        except EOFError:
            raise RuntimeError(f"{work.__name__} came to no end") from None
        process.join()
        return made

    return result


def _deliver(sender: Connection, work: Callable[..., object], arguments: tuple[object, ...]) -> None:
    settle_in()
    sender.send(work(*arguments))


def settle_in() -> None:
    """To be called first in a new process: leave Ctrl-C, which reaches every process of a terminal, to the caller."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    collect_seldom()


def collect_seldom() -> None:
    """Look for garbage cycles less often: a batch job makes many objects that stay, and hardly any cycles."""
    gc.set_threshold(1_000_000, 20, 1_000)


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
