"""Runs the program, and kills it with -9 at a step of its choice: ``python -m tests.circle.killed N STEPS-FILE ARGUMENTS…``.

A step is a call that something outside the process can notice: a statement or a commit of the register, a file put in place or forced
to disk, bytes sent to a server or taken from one. The N-th of them is not done any more, or (with ``N+``) is the last one done. How
many steps there were is written into the file, whenever the program ends by itself.
"""

from __future__ import annotations

import os
import signal
import socket
import sqlite3
import ssl
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any


class Steps:
    """Counts, and kills."""

    def __init__(self, last: int, *, done: bool) -> None:
        self.count = 0
        self._last, self._done = last, done

    def counted(self, real: Callable[..., Any]) -> Callable[..., Any]:
        """The call, as a step."""

        def call(*arguments: Any, **named: Any) -> Any:
            self.count += 1
            is_last = self.count == self._last
            if is_last and not self._done:
                os.kill(os.getpid(), signal.SIGKILL)
            result = real(*arguments, **named)
            if is_last:
                os.kill(os.getpid(), signal.SIGKILL)
            return result

        return call


def watch(steps: Steps) -> None:
    """Make every call that is a step one that is counted."""

    class Connection(sqlite3.Connection):
        execute = steps.counted(sqlite3.Connection.execute)
        executemany = steps.counted(sqlite3.Connection.executemany)
        commit = steps.counted(sqlite3.Connection.commit)

    real = sqlite3.connect

    def connect(*arguments: Any, **named: Any) -> sqlite3.Connection:
        return real(*arguments, **({"factory": Connection} | named))

    sqlite3.connect = connect
    os.fsync = steps.counted(os.fsync)
    os.replace = steps.counted(os.replace)
    for kind in (socket.socket, ssl.SSLSocket):
        for name in ("send", "sendall", "recv", "recv_into"):
            setattr(kind, name, steps.counted(getattr(kind, name)))


def main() -> None:
    number, report, *arguments = sys.argv[1:]
    steps = Steps(int(number.rstrip("+")), done=number.endswith("+"))
    watch(steps)
    sys.argv = ["aktivplan", *arguments]
    from aktivplan.cli.main import main as run

    try:
        run()
    finally:
        Path(report).write_text(str(steps.count))


if __name__ == "__main__":
    main()
