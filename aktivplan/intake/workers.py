"""Isolated processes: one task per item, each within its time, whatever becomes of the process it runs in.

Knows nothing of files and plans.
"""

from __future__ import annotations

import os
import signal
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import TimeoutError as TimedOutError
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass
from enum import StrEnum, auto
from functools import partial
from typing import Any, Generic, TypeVar

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from aktivplan.processes import beside, interrupts_deferred, settle_in, start_ahead

Shared = TypeVar("Shared")
Item = TypeVar("Item")
Result = TypeVar("Result")

MEMORY_LIMIT = 1024 * 1024 * 1024
"""Bytes of address space that a worker may take, where the platform can limit it."""
_MOST_BREAKS = 3
"""So many times in a row all workers may be lost before any task is done."""


class Ending(StrEnum):
    """How a task ended."""

    RETURNED = auto()
    RAISED = auto()
    TIMED_OUT = auto()
    DIED = auto()


@dataclass(frozen=True, slots=True)
class Done(Generic[Item, Result]):
    """One item's task, ended."""

    item: Item
    ending: Ending
    result: Result | None = None
    """What the task returned; None if it did not come so far."""
    detail: str = ""
    """The traceback of a task that raised; for programmers."""


def run_isolated(
    task: Callable[[Shared, Item], Result],
    shared: Shared,
    items: Iterable[Item],
    *,
    seconds: float,
    workers: int = 0,
    preload: Sequence[str] = (),
) -> Iterator[Done[Item, Result]]:
    """Call ``task(shared, item)`` for every item in worker processes, and give how each ended, in the items' order.

    Nothing that a task does (raise, run on, exhaust memory, end its process) touches the others. Leaving the
    iteration, by Ctrl-C too, stops the workers at once.

    Args:
        task: a function of a module, so that workers can import it.
        shared: what all tasks need; sent to each worker once.
        items: what the tasks are about; sent one by one.
        seconds: how long one task may take.
        workers: how many processes; 0 for one per processor.
        preload: modules to import before the workers are started, once for all of them.

    Raises:
        BrokenProcessPool: workers cannot be started on this machine.
    """
    left = list(items)
    breaks = 0
    while left:
        done = 0
        with _pool(partial(task, shared), min(workers or _processors(), len(left)), preload) as pool:
            with interrupts_deferred():
                futures = [pool.schedule(_run, args=(item,), timeout=seconds) for item in left]
            try:
                for item, future in zip(left, futures, strict=True):
                    yield _done(item, future)
                    done += 1
            except BrokenProcessPool:
                # Pebble gives up when a worker dies in the moment before its task is known to have begun.
                breaks = 0 if done else breaks + 1
                if breaks == _MOST_BREAKS:
                    raise
        left = left[done:]


@contextmanager
def _pool(work: Callable[[Any], Any], workers: int, preload: Sequence[str]) -> Iterator[ProcessPool]:
    modules = (__name__, *preload)
    start_ahead(modules)
    pool = ProcessPool(max_workers=workers, initializer=_prepare, initargs=(work,), context=beside(modules))
    try:
        yield pool
    finally:
        pool.stop()  # type: ignore[no-untyped-call] # pebble leaves it without types
        pool.join()


def _done(item: Item, future: ProcessFuture[tuple[Any, str]]) -> Done[Item, Any]:
    try:
        result, detail = future.result()
    except TimedOutError:
        return Done(item, Ending.TIMED_OUT)
    except ProcessExpired:
        return Done(item, Ending.DIED)
    return Done(item, Ending.RAISED if detail else Ending.RETURNED, result, detail)


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


# --- in the worker ----------------------------------------------------------------------------------------

_work: ContextVar[Callable[[Any], Any]] = ContextVar("work")


def _prepare(work: Callable[[Any], Any]) -> None:
    _work.set(work)
    settle_in()
    # A task that is deep in a library's machine code answers to no Python handler.
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    _silence()
    _limit_memory()


def _run(item: Any) -> tuple[Any, str]:
    try:
        return _work.get()(item), ""
    except BaseException:
        # A library may panic with what is no Exception, and that must not end the worker either.
        return None, traceback.format_exc() or "?"


def _silence() -> None:
    """Aborting libraries write to the standard error themselves; the ending tells what there is to tell."""
    with suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 2)
        os.close(nowhere)


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:
        return
    for kind, most in ((resource.RLIMIT_AS, MEMORY_LIMIT), (resource.RLIMIT_CORE, 0)):
        with suppress(OSError, ValueError):
            resource.setrlimit(kind, (most, most))
