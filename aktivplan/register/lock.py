"""One process at a time in a plan folder: a file that says who works there. It works on network shares, where locks of the system may not."""

from __future__ import annotations

import json
import os
import platform
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

_LOOKED_EVERY = 0.2
_MAY_ASK, _STILL_RUNS = 0x1000, 259
"""PROCESS_QUERY_LIMITED_INFORMATION and STILL_ACTIVE, by Microsoft's reference of OpenProcess and GetExitCodeProcess."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who works in a folder."""

    process: int
    host: str
    command: str
    since: float
    """Seconds since the epoch."""


class FolderHeldError(Exception):
    """Another process works in the folder."""

    def __init__(self, file: Path, holder: Holder | None) -> None:
        super().__init__(str(file))
        self.file = file
        self.holder = holder
        """None where the file does not say."""


@contextmanager
def held(file: Path, command: str, *, seconds: float = 10.0) -> Iterator[None]:
    """Hold the folder that the lock file lies in, waiting so long for another process to let it go.

    What a process of this machine has left behind that is no more is taken over.

    Raises:
        FolderHeldError: another process holds it still.
        OSError: the folder cannot be written to.
    """
    _take(file, Holder(os.getpid(), platform.node(), command, time.time()), time.monotonic() + seconds)
    try:
        yield
    finally:
        file.unlink(missing_ok=True)


def _take(file: Path, own: Holder, until: float) -> None:
    content = json.dumps([own.process, own.host, own.command, own.since])
    while True:
        try:
            descriptor = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666)
        except FileExistsError:
            holder = holder_of(file)
            if holder is not None and _is_gone(holder):
                with suppress(FileNotFoundError):
                    file.unlink()
                continue
            if time.monotonic() >= until:
                raise FolderHeldError(file, holder) from None
            time.sleep(_LOOKED_EVERY)
            continue
        with os.fdopen(descriptor, "w", encoding="utf-8") as opened:
            opened.write(content)
        return


def holder_of(file: Path) -> Holder | None:
    """Who the lock file says holds the folder; None if nobody does, or it does not say."""
    try:
        process, host, command, since = json.loads(file.read_text(encoding="utf-8"))
        return Holder(int(process), str(host), str(command), float(since))
    except (OSError, ValueError, TypeError):
        return None


def _is_gone(holder: Holder) -> bool:
    """Whether it was a process of this machine that has ended."""
    if holder.host != platform.node():
        return False
    return holder.process == os.getpid() or not _is_running(holder.process)


if sys.platform == "win32":

    def _is_running(process: int) -> bool:
        import ctypes

        # Signal 0, which asks elsewhere, is Ctrl-C on Windows.
        handle = ctypes.windll.kernel32.OpenProcess(_MAY_ASK, 0, process)
        if not handle:
            return False
        code = ctypes.c_ulong()
        ctypes.windll.kernel32.GetExitCodeProcess(handle, ctypes.byref(code))
        ctypes.windll.kernel32.CloseHandle(handle)
        return code.value == _STILL_RUNS

else:

    def _is_running(process: int) -> bool:
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return False
        except OSError:
            return True
        return True
