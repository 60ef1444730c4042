"""What no program can read for certain, and what a person is told to do about it."""

from __future__ import annotations

from pathlib import PurePosixPath

from aktivplan.findings import Finding, Place, finding

PICTURES = frozenset({"PNG", "JPEG", "GIF", "TIFF", "HEIC", "WEBP", "BMP"})
"""The formats of pictures, by the names that kinds gives them."""

_TEXT, _OUTLOOK = "TXT", "Outlook"
_OUTLOOK_SUFFIX = ".msg"
_WORKBOOK_SUFFIXES = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".xltx", ".xltm", ".ods", ".ots"})
_LINK_SUFFIXES = frozenset({".url", ".webloc", ".lnk", ".gsheet", ".gdoc", ".gslides", ".desktop"})
_APPLE = {".numbers": "Numbers", ".pages": "Pages", ".key": "Keynote"}
_IWORK = "Numbers"
"""What kinds calls all of Apple's documents: they differ in name alone."""
_ARCHIVES = ((b"7z\xbc\xaf\x27\x1c", "7z"), (b"Rar!\x1a\x07", "RAR"), (b"\x1f\x8b", "gz"), (b"BZh", "bz2"))
_TAR_MARK, _TAR_MARK_AT = b"ustar", 257
_WINMAIL = b"\x78\x9f\x3e\x22"
_SHORTCUT = b"\x4c\x00\x00\x00\x01\x14\x02\x00"


def is_named_workbook(name: str) -> bool:
    """Whether the name says that the file is a workbook."""
    return PurePosixPath(name).suffix.lower() in _WORKBOOK_SUFFIXES


def left_to_a_person(content: bytes, told: str, name: str) -> Finding:
    """The finding about a file that is neither a workbook nor a container, by its bytes and then its name.

    Args:
        content: the file's bytes.
        told: the name of its format for people; "" for none.
        name: path below the folder of answers.
    """
    place, suffix = Place(name), PurePosixPath(name).suffix.lower()
    if archive := _archive(content):
        return finding("archive-other", place, kind=archive)
    if code := _own_code(content, told, suffix):
        return finding(code, place)
    if not told or suffix in _WORKBOOK_SUFFIXES:
        return finding("file-not-workbook", place)
    return finding("file-needs-person", place, kind=_named(told, suffix))


def _own_code(content: bytes, told: str, suffix: str) -> str:
    """The code for what people are to do something special about; "" for the rest."""
    is_numbers = told == _IWORK and _APPLE.get(suffix, _IWORK) == _IWORK
    cases = (
        ("file-empty", not content),
        ("file-link", suffix in _LINK_SUFFIXES or content.startswith(_SHORTCUT)),
        ("file-winmail", content.startswith(_WINMAIL)),
        ("mail-damaged", suffix == _OUTLOOK_SUFFIX and told in ("", _OUTLOOK)),
        ("file-numbers", is_numbers),
        ("file-picture", told in PICTURES and suffix not in _WORKBOOK_SUFFIXES),
    )
    return next((code for code, is_so in cases if is_so), "")


def _named(told: str, suffix: str) -> str:
    if told == _IWORK:
        return _APPLE[suffix]
    return suffix[1:].upper() if told == _TEXT and suffix else told


def _archive(content: bytes) -> str:
    """The name of an archive's format other than zip; "" for what is none."""
    if content.startswith(_TAR_MARK, _TAR_MARK_AT):
        return "tar"
    return next((name for mark, name in _ARCHIVES if content.startswith(mark)), "")
