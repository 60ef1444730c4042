"""The register, to be looked at where nothing may be written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from aktivplan.register.register import Register, RegisterError


@contextmanager
def looking_at(file: Path) -> Iterator[Register]:
    """The register, to be looked at only: a copy of it in a folder where nothing may be written.

    Raises:
        RegisterError: it cannot be used.
    """
    try:
        register = Register(file)
    except RegisterError as error:
        if error.code != "readonly":
            raise
        with TemporaryDirectory(prefix="aktivplan-") as place:
            copy = Path(place) / file.name
            for ending in ("", "-wal"):
                part = file.with_name(file.name + ending)
                if part.exists():
                    copy.with_name(part.name).write_bytes(part.read_bytes())
            with Register(copy) as register:
                yield register
        return
    with register:
        yield register
