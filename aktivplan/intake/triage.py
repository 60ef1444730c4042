"""Which of the files among the answers are to be read, and what is said of the others."""

from __future__ import annotations

import hashlib
import re
from pathlib import PurePosixPath

from aktivplan.findings import Finding, Place, finding
from aktivplan.intake.discovery import Found
from aktivplan.records import Submission
from aktivplan.workbooks.kinds import Content, Kind, kind_of
from aktivplan.workbooks.limits import MOST_UNPACKED

LARGEST_FILE = 25 * 1024 * 1024
"""Bytes; what is larger is not opened."""

_MEBIBYTE = 1024 * 1024
_LOCK = re.compile(r"~\$.*|\.~lock\..*#")
_SYSTEM = re.compile(r"\..*|thumbs\.db|desktop\.ini|__macosx|icon\r", re.IGNORECASE)
_WORKBOOK_SUFFIXES = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".xltx", ".xltm", ".ods", ".ots"})
_TEXT = "TXT"


def triage(found: Found) -> bytes | Submission:
    """The content of a file that is to be read as a workbook, or the submission that says why it is not.

    To be called in a worker: it unpacks what a stranger has packed.
    """
    name = PurePosixPath(found.name)
    if _LOCK.fullmatch(name.name):
        return _left(found, "file-lock")
    if any(_SYSTEM.fullmatch(part) for part in name.parts):
        return _left(found, "file-system")
    if found.size > LARGEST_FILE:
        return not_read(found, finding("file-too-large", Place(found.name), limit=LARGEST_FILE // _MEBIBYTE))
    try:
        content = found.path.read_bytes()
    except OSError:
        return not_read(found, finding("file-unreadable", Place(found.name)))
    why = _why_not(kind_of(content), name)
    return content if why is None else not_read(found, why, content)


def not_read(found: Found, why: Finding, content: bytes | None = None) -> Submission:
    """The submission of a file that gives no answer, because of a finding."""
    digest = sha256_of(found) if content is None else hashlib.sha256(content).hexdigest()
    return Submission(found.name, digest, saved=found.modified, findings=(why,))


def sha256_of(found: Found) -> str:
    """The file's SHA-256 in hexadecimal; "" if it cannot be opened."""
    try:
        with found.path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _left(found: Found, code: str) -> Submission:
    return Submission(
        found.name,
        sha256_of(found),
        saved=found.modified,
        findings=(finding(code, Place(found.name)),),
        skipped=True,
    )


def _why_not(content: Content, name: PurePosixPath) -> Finding | None:
    place = Place(str(name))
    match content.kind:
        case Kind.WORKBOOK:
            return None
        case Kind.ENCRYPTED:
            return finding("file-encrypted", place)
        case Kind.DAMAGED:
            return finding("file-damaged", place)
        case Kind.SWOLLEN:
            return finding("file-swollen", place, limit=MOST_UNPACKED // _MEBIBYTE)
        case Kind.OTHER:
            return _for_a_person(content.format, name, place)


def _for_a_person(told: str, name: PurePosixPath, place: Place) -> Finding:
    if not told or name.suffix.lower() in _WORKBOOK_SUFFIXES:
        return finding("file-not-workbook", place)
    kind = name.suffix[1:].upper() if told == _TEXT and name.suffix else told
    return finding("file-needs-person", place, kind=kind)
