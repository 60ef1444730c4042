"""Isolated processes: one task per item, each within its time, whatever becomes of the process it runs in.

Knows nothing of files and plans.
"""

from __future__ import annotations

import os
import pickle
import signal
import traceback
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import TimeoutError as TimedOutError
from concurrent.futures import wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass
from enum import StrEnum, auto
from functools import partial
from typing import Any, Generic, TypeVar

from pebble import CONSTS, ProcessExpired, ProcessFuture, ProcessPool

from aktivplan.processes import HEARD_WITHIN, beside, interrupts_deferred, settle_in, start_ahead

Shared = TypeVar("Shared")
Item = TypeVar("Item")
Result = TypeVar("Result")

MEMORY_LIMIT = 1024 * 1024 * 1024
"""Bytes of address space that a worker may take, where the platform can limit it."""
_BATCHES_PER_WORKER, _LARGEST_BATCH = 16, 8
_LOOKED_AFTER_EVERY = 0.005
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
    workers = workers or _processors()
    breaks = 0
    while left:
        done = 0
        with _pool(partial(task, shared), min(workers, len(left)), preload) as pool:
            try:
                for one in _run_batches(pool, _batches(left, workers), seconds):
                    yield one
                    done += 1
            except BrokenProcessPool:
                # Pebble gives up when a worker dies in the moment before its task is known to have begun.
                breaks = 0 if done else breaks + 1
                if breaks == _MOST_BREAKS:
                    raise
        left = left[done:]


def _batches(items: Sequence[Item], workers: int) -> list[Sequence[Item]]:
    """The items in batches: each costs a message there and back, and the last ones should still keep all workers busy."""
    size = min(max(len(items) // (workers * _BATCHES_PER_WORKER), 1), _LARGEST_BATCH)
    return [items[start : start + size] for start in range(0, len(items), size)]


def _run_batches(
    pool: ProcessPool, batches: Sequence[Sequence[Item]], seconds: float, *, again: bool = True
) -> Iterator[Done[Item, Any]]:
    """How every item's task ended. What happens to a batch may be one item's fault: its items are run again, alone.

    A death is believed when it comes twice: Pebble may lay it on the task that the worker had ended just before.
    """
    with interrupts_deferred():
        futures = [pool.schedule(_run, args=(batch,), timeout=seconds) for batch in batches]
    for batch, future in zip(batches, futures, strict=True):
        ended = _ended(batch, future)
        if ended is None and len(batch) > 1:
            yield from _run_batches(pool, [[item] for item in batch], seconds)
        elif ended is None and again and _ending_of(future) is Ending.DIED:
            yield from _run_batches(pool, [batch], seconds, again=False)
        elif ended is None:
            yield Done(batch[0], _ending_of(future))
        else:
            yield from ended


@contextmanager
def _pool(work: Callable[[Any], Any], workers: int, preload: Sequence[str]) -> Iterator[ProcessPool]:
    modules = (__name__, *preload)
    # Pebble looks after its processes every so many seconds; starting and stopping wait for that.
    CONSTS.sleep_unit = _LOOKED_AFTER_EVERY
    start_ahead(modules)
    # What fits into a pipe is sent without waiting until the process has begun to read.
    packed = zlib.compress(pickle.dumps(work), 1)
    pool = ProcessPool(max_workers=workers, initializer=_prepare, initargs=(packed,), context=beside(modules))
    try:
        yield pool
    finally:
        pool.stop()  # type: ignore[no-untyped-call] # pebble leaves it without types
        pool.join()


def _ended(
    batch: Sequence[Item], future: ProcessFuture[list[tuple[Any, str]]]
) -> list[Done[Item, Any]] | None:
    """The items' endings; None where the worker did not come to tell them."""
    while not wait([future], HEARD_WITHIN).done:
        pass
    try:
        told = future.result()
    except (TimedOutError, ProcessExpired):
        return None
    return [
        Done(item, Ending.RAISED if detail else Ending.RETURNED, result, detail)
        for item, (result, detail) in zip(batch, told, strict=True)
    ]


def _ending_of(future: ProcessFuture[Any]) -> Ending:
    return Ending.TIMED_OUT if isinstance(future.exception(), TimedOutError) else Ending.DIED


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


# --- in the worker ----------------------------------------------------------------------------------------

_work: ContextVar[Callable[[Any], Any]] = ContextVar("work")


def _prepare(packed: bytes) -> None:
    settle_in()
    _work.set(pickle.loads(zlib.decompress(packed)))  # noqa: S301 - the caller has written it
    # A task that is deep in a library's machine code answers to no Python handler.
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    _silence()
    _limit_memory()


def _run(batch: Sequence[Any]) -> list[tuple[Any, str]]:
    return [_run_one(item) for item in batch]


def _run_one(item: Any) -> tuple[Any, str]:
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
