"""Processes beside this one: how they are started, and that Ctrl-C is left to this one. Knows nothing of their work."""

from __future__ import annotations

import gc
import multiprocessing
import multiprocessing.context
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import synchronize
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from typing import TypeVar

Result = TypeVar("Result")


if sys.platform == "win32":
    _Context = multiprocessing.context.SpawnContext
else:

    class _Context(multiprocessing.context.ForkServerContext):
        """Keeps its locks as long as it is there itself: a process that is being started while others stop finds them."""

        def __init__(self) -> None:
            super().__init__()
            self._locks: list[synchronize.RLock] = []

        def RLock(self) -> synchronize.RLock:
            """As the library makes it."""
            self._locks.append(super().RLock())
            return self._locks[-1]


def beside(preload: Sequence[str] = ()) -> BaseContext:
    """The context to start processes with, each from a clean state; to be held until they have ended.

    ``preload`` names modules to import before the first of them is started, once for all of them (not on Windows).
    """
    context = _Context()
    context.set_forkserver_preload(list(preload))
    return context


def start_ahead(preload: Sequence[str] = ()) -> None:
    """Begin, beside the caller's own work, to import what later processes will need; to be called as early as can be."""
    if beside(preload).get_start_method() == "forkserver":
        from multiprocessing import resource_tracker
        from multiprocessing.forkserver import ensure_running

        # What is started now is never reached by Ctrl-C, nor is what it starts; for this process Ctrl-C waits.
        with interrupts_deferred():
            # It would let Ctrl-C through again after its own start.
            resource_tracker.ensure_running()
            former = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
            try:
                ensure_running()
            finally:
                signal.pthread_sigmask(signal.SIG_SETMASK, former)


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
            # That the process has given its memory back is not waited for.
            made: Result = receiver.recv()
        except EOFError:
            raise RuntimeError(f"{work.__name__} came to no end") from None
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
    # Only the main thread may say so, and only there Ctrl-C is ever raised.
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []
    former = signal.signal(signal.SIGINT, lambda number, _frame: came.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, former)
    if came:
        raise KeyboardInterrupt
