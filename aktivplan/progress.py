"""How a long step tells how far it has come."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Called with how many are done, and of how many."""

SILENT: Progress = lambda _done, _total: None  # noqa: E731 - a value like any other
"""For callers that show none."""
