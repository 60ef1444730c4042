"""Which of the files among the answers are to be read, and what is said of the others."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import PurePosixPath

from aktivplan.codes import CATALOGUE, Severity
from aktivplan.findings import Finding, Place, finding
from aktivplan.intake.containers.container import MOST_ENTRIES, Container, ContainerError, Form
from aktivplan.intake.containers.opening import content_of, form_of, open_container
from aktivplan.intake.discovery import Found
from aktivplan.intake.limits import LARGEST_FILE
from aktivplan.intake.person import left_to_a_person
from aktivplan.records import Delivery, Submission
from aktivplan.workbooks.kinds import Content, Kind, kind_of
from aktivplan.workbooks.limits import MEBIBYTE, MOST_UNPACKED

MOST_INSIDE_ONE_ANOTHER = 3
"""So deep containers may lie in one another, the outermost counted; of archives only one."""

_LOCK = re.compile(r"~\$.*|\.~lock\..*#")
_SYSTEM = re.compile(r"\..*|thumbs\.db|desktop\.ini|__macosx|icon\r", re.IGNORECASE)
_ARCHIVE_SUFFIX = ".zip"


@dataclass(frozen=True, slots=True)
class Settled:
    """A file about which all is said, and the files that were found in it, which are to be looked at in their turn."""

    submission: Submission
    inside: tuple[Found, ...] = ()


def triage(found: Found) -> bytes | Settled:
    """The content of a file that is to be read as a workbook, or what is said of another.

    To be called in a worker: it unpacks what a stranger has packed.
    """
    if code := left_behind(found.name):
        return settled(found, finding(code, Place(found.name)))
    if found.size > LARGEST_FILE:
        return settled(found, _too_large(found))
    try:
        content = content_of(found)
    except OSError:
        return settled(found, finding("file-unreadable", Place(found.name)))
    except ContainerError as error:
        return settled(found, _told(error, found))
    if found.told:
        return settled(found, finding(found.told, Place(found.name)), content)
    return _looked_at(found, content)


def settled(found: Found, why: Finding, content: bytes | None = None) -> Settled:
    """What is said of a file that gives no answer, because of a finding; skipped where there is nothing to do about it."""
    digest = sha256_of(found) if content is None else hashlib.sha256(content).hexdigest()
    return Settled(
        Submission(
            found.name,
            digest,
            modified=found.modified,
            findings=(why,),
            skipped=why.severity is Severity.NOTE,
            delivery=found.delivery,
        )
    )


def sha256_of(found: Found) -> str:
    """The file's SHA-256 in hexadecimal; "" if it cannot be opened, or lies in a container (a worker opens those)."""
    if found.inside:
        return ""
    try:
        with found.path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def too_much_inside(found: Found) -> Finding:
    """The finding about a container that holds more than is opened."""
    limit = MOST_UNPACKED // MEBIBYTE
    return finding("archive-too-large", Place(found.name), limit=limit, entries=MOST_ENTRIES)


def _looked_at(found: Found, content: bytes) -> bytes | Settled:
    if len(content) > LARGEST_FILE:
        return settled(found, _too_large(found), content)
    kind = kind_of(content)
    form = form_of(content, kind, found.name)
    if form is not None:
        return _opened(found, content, form)
    why = _why_not(found, content, kind)
    return content if why is None else settled(found, why, content)


def _opened(found: Found, content: bytes, form: Form) -> Settled:
    place = Place(found.name)
    archives = [*(above for above, _number in found.inside), form].count(Form.ARCHIVE)
    if archives > 1 or len(found.inside) >= MOST_INSIDE_ONE_ANOTHER:
        return settled(found, finding("container-nested", place), content)
    try:
        container = open_container(content, form)
    except ContainerError as error:
        return settled(found, _told(error, found), content)
    known = replace(found, delivery=_delivery(found.delivery, container.sender, container.sent))
    inside = tuple(_inside(known, container))
    worth = sum(_is_worth_a_look(one) for one in inside)
    if worth:
        why = finding("file-opened", place, count=worth)
    else:
        why = finding("archive-empty" if form is Form.ARCHIVE else "mail-without-file", place)
    return replace(settled(known, why, content), inside=inside)


def _inside(found: Found, container: Container) -> Iterator[Found]:
    within = replace(found.delivery, container=found.delivery.container or found.name)
    for number, entry in enumerate(container.entries):
        yield Found(
            found.path,
            f"{found.name}/{entry.name}",
            entry.size,
            entry.modified or found.modified,
            (*found.inside, (container.form, number)),
            _delivery(within, entry.sender, entry.sent),
            entry.told,
        )


def _delivery(above: Delivery, sender: str, sent: datetime | None) -> Delivery:
    """How something came: by the mail that says so, or else as what it lay in. The nearest mail knows best."""
    return replace(above, sender=sender, sent=sent or above.sent) if sender else above


def _is_worth_a_look(found: Found) -> bool:
    is_nothing = bool(found.told) and CATALOGUE[found.told].severity is Severity.NOTE
    return not is_nothing and not left_behind(found.name)


def left_behind(name: str) -> str:
    """The code for a file that programs leave behind; "" for any other. It may lie in a folder of such files."""
    path = PurePosixPath(name)
    if _LOCK.fullmatch(path.name):
        return "file-lock"
    return "file-system" if any(_SYSTEM.fullmatch(step) for step in path.parts) else ""


def _told(error: ContainerError, found: Found) -> Finding:
    return Finding(Place(found.name), error.code, arguments=error.told)


def _too_large(found: Found) -> Finding:
    return finding("file-too-large", Place(found.name), limit=LARGEST_FILE // MEBIBYTE)


def _why_not(found: Found, content: bytes, kind: Content) -> Finding | None:
    place, is_archive = Place(found.name), found.name.lower().endswith(_ARCHIVE_SUFFIX)
    match kind.kind:
        case Kind.WORKBOOK:
            return None
        case Kind.ENCRYPTED:
            return finding("file-encrypted", place)
        case Kind.DAMAGED if content:
            return finding("archive-damaged" if is_archive else "file-damaged", place)
        case Kind.SWOLLEN:
            if is_archive:
                return too_much_inside(found)
            return finding("file-swollen", place, limit=MOST_UNPACKED // MEBIBYTE)
        case _:
            return left_to_a_person(content, kind.format, found.name)
