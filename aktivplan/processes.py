"""Processes beside this one: how they are started, and that Ctrl-C is left to this one. Knows nothing of their work."""

from __future__ import annotations

import _thread
import gc
import multiprocessing
import multiprocessing.context
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import synchronize
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from types import FrameType
from typing import TypeVar

Result = TypeVar("Result")
HEARD_WITHIN = 0.5
"""Seconds after which a wait is to be begun anew: Ctrl-C that comes in the moment before one is only heard when it ends."""
_ASKED_AGAIN_AFTER = 0.05
"""Seconds after which Ctrl-C comes again that came during an import."""


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
            while not receiver.poll(HEARD_WITHIN):
                pass
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


def heed_interrupts() -> None:
    """Let Ctrl-C end this program's work wherever that does no harm; to be called once, in the main thread.

    Within an import it waits until that is over: raised there, it may leave Python's lock of imports taken, so that all other
    threads wait for ever, and what runs as a callback there (weak references, pydantic's models) swallows it.
    """
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _interrupt)


def _interrupt(number: int, frame: FrameType | None) -> None:
    while frame is not None:
        if frame.f_code.co_filename.startswith("<frozen importlib"):
            _thread.start_new_thread(_interrupt_later, ())
            return
        frame = frame.f_back
    signal.default_int_handler(number, frame)


def _interrupt_later() -> None:
    time.sleep(_ASKED_AGAIN_AFTER)
    if sys.platform == "win32":
        _thread.interrupt_main()
    else:
        # What the main thread waits for ends at once with a real signal only.
        os.kill(os.getpid(), signal.SIGINT)


class _Deferring(list[int]):
    """A handler of signals that only notes them."""

    def __call__(self, number: int, _frame: FrameType | None) -> None:
        self.append(number)


@contextmanager
def interrupts_deferred() -> Iterator[None]:
    """Let Ctrl-C wait until the block has ended: a process that is being started is not left with half its orders."""
    # Only the main thread may say so, and only there Ctrl-C is ever raised; where it is ignored, it stays so.
    is_main = threading.current_thread() is threading.main_thread()
    if not is_main or isinstance(signal.getsignal(signal.SIGINT), _Deferring | signal.Handlers):
        yield
        return
    came = _Deferring()
    former = signal.signal(signal.SIGINT, came)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, former)
    if came:
        raise KeyboardInterrupt
