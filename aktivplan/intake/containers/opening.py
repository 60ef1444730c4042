"""Which files are containers, and what lies in them. To be called in a worker: it unpacks what a stranger has packed."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from aktivplan.intake.containers.container import Container, Entry, Form
from aktivplan.intake.discovery import Found, Inside
from aktivplan.intake.person import is_named_workbook
from aktivplan.workbooks.kinds import Content

_MAIL_SUFFIXES = (".eml", ".emlx")
_UNCERTAIN = frozenset({"TXT", ""})
_PACKAGE = b"PK"


def content_of(found: Found) -> bytes:
    """The file's bytes, wherever it lies.

    Raises:
        OSError: the file, or the container it lies in, cannot be read.
        ContainerError: it cannot be had from its container.
    """
    if not found.inside:
        return found.path.read_bytes()
    return _entry(found.path, found.inside).content()


def form_of(content: bytes, kind: Content, name: str) -> Form | None:
    """What kind of container the bytes are; None for any other file."""
    # Most folders hold no containers, so what opens them is imported where one is met.
    if content.startswith(_PACKAGE):
        if kind.format != "ZIP" or is_named_workbook(name):
            return None
        from aktivplan.intake.containers.archive import is_archive

        return Form.ARCHIVE if is_archive(content) else None
    from aktivplan.intake.containers.mail import is_mail
    from aktivplan.intake.containers.outlook import is_outlook

    if is_outlook(content) or is_mail(content):
        return Form.MAIL
    named_mail = kind.format in _UNCERTAIN and name.lower().endswith(_MAIL_SUFFIXES)
    return Form.MAIL if content and named_mail else None


def open_container(content: bytes, form: Form) -> Container:
    """The container's entries.

    Raises:
        ContainerError: it cannot be opened, or holds too much.
    """
    if form is Form.ARCHIVE:
        from aktivplan.intake.containers.archive import open_archive

        return open_archive(content)
    from aktivplan.intake.containers.letter import container_of
    from aktivplan.intake.containers.mail import read_mail
    from aktivplan.intake.containers.outlook import is_outlook, read_outlook

    return container_of(read_outlook(content) if is_outlook(content) else read_mail(content))


def _entry(path: Path, inside: Inside) -> Entry:
    *above, (form, number) = inside
    status = path.stat()
    container = _container(path, tuple(above), form, status.st_size, status.st_mtime_ns)
    return container.entries[number]


@lru_cache(maxsize=1)
def _container(path: Path, above: Inside, form: Form, _size: int, _modified: int) -> Container:
    """The last container, kept since its entries are asked for one after the other; not if the file has changed."""
    content = _entry(path, above).content() if above else path.read_bytes()
    return open_container(content, form)
