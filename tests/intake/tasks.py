"""What workers are made to do in tests. Imported by the workers themselves."""

from __future__ import annotations

import os
import time
from pathlib import Path


class Panic(BaseException):
    """Like the one that Rust libraries raise."""


def obey(shared: str, order: str) -> str:
    """Do the worst, or answer; die the first time only, where the order is the path of no file yet."""
    match order:
        case "abort":
            os.abort()
        case "exit":
            os._exit(0)
        case "run on":
            time.sleep(60)
        case "exhaust":
            return "x" * (4 << 30)
        case "panic":
            raise Panic("index out of bounds")
        case "raise":
            raise ValueError("nej")
    if order.startswith("/") and not Path(order).exists():
        Path(order).touch()
        os.abort()
    return f"{shared} {order} {os.getpid() != int(shared.rsplit(maxsplit=1)[-1])}"
