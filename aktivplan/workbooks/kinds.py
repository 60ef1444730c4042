"""What a file is, by its bytes and never by its name. Uses no library that interprets a format."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum, auto

from aktivplan.workbooks.limits import MOST_UNPACKED
from aktivplan.workbooks.sheets import ReadingError
from aktivplan.workbooks.text_table import is_text_table
from aktivplan.workbooks.zip_directory import entries_at_most, usual_directory


class Kind(StrEnum):
    """What there is to do with a file."""

    WORKBOOK = auto()
    """A text with a table among them."""
    ENCRYPTED = auto()
    DAMAGED = auto()
    SWOLLEN = auto()
    """A package that unpacks to more than `MOST_UNPACKED`."""
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Content:
    """What the bytes are; ``format`` is a name for people ("PDF", "Word"), "" where there is none."""

    kind: Kind
    format: str = ""


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_DIRECTORY_ENTRY = 128
_OLE_STREAMS = {
    "Workbook": Content(Kind.WORKBOOK),
    "WORKBOOK": Content(Kind.WORKBOOK),
    "Book": Content(Kind.WORKBOOK),
    "BOOK": Content(Kind.WORKBOOK),
    "WordDocument": Content(Kind.OTHER, "Word"),
    "PowerPoint Document": Content(Kind.OTHER, "PowerPoint"),
    "__properties_version1.0": Content(Kind.OTHER, "Outlook"),
}
_ENCRYPTED_STREAM = "EncryptedPackage"
_SPREADSHEET = b"application/vnd.oasis.opendocument.spreadsheet"
_OPEN_DOCUMENT = {
    _SPREADSHEET: Content(Kind.WORKBOOK),
    b"application/vnd.oasis.opendocument.text": Content(Kind.OTHER, "Writer"),
    b"application/vnd.oasis.opendocument.presentation": Content(Kind.OTHER, "Impress"),
}
_DECLARATION, _CONTENT = _TELLING_PARTS = ("mimetype", "content.xml")
"""Parts of an OpenDocument that tell what it is."""
_USUAL_BOOK = "xl/workbook.xml"
_BOOKS, _BOOK_ENDINGS = ("workbook.xml", "workbook.bin"), (".xml", ".bin")
_PACKAGES = {
    "word/": Content(Kind.OTHER, "Word"),
    "ppt/": Content(Kind.OTHER, "PowerPoint"),
}
_OFFICE_PART = "[Content_Types].xml"
_IWORK_PARTS = (".iwa", "Index.zip", "index.apxl")
"""How the names of parts end that Apple's documents have."""
_BEGINNINGS = {
    b"%PDF": "PDF",
    b"\x89PNG\r\n\x1a\n": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"II*\x00": "TIFF",
    b"MM\x00*": "TIFF",
    b"{\\rtf": "RTF",
}
_MARKS = (
    (4, b"ftyphei", "HEIC"),
    (4, b"ftypmif1", "HEIC"),
    (4, b"ftyp", "MP4"),
    (8, b"WEBP", "WEBP"),
)
"""Where a format's mark stands, if not at the beginning."""
_BOUNDED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_DEFLATE_AT_MOST = 1032
"""A deflated byte unpacks to no more bytes than this."""
_MOST_ENTRIES_LISTED = 50_000
"""Entries in a package's list, and in lists of packages inside it; more take too long to read."""
_CHUNK = 1024 * 1024
_LOOKED_AT, _TABLE_LOOKED_AT = 4096, 65536
_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    KeyError,
    OSError,
    EOFError,
    ValueError,
    NotImplementedError,
    RuntimeError,
)


def kind_of(content: bytes) -> Content:
    """What the bytes are. Never raises."""
    if not content:
        return Content(Kind.DAMAGED)
    if content.startswith(b"PK"):
        return _package(content)
    if content.startswith(_OLE):
        return _compound_file(content)
    name = _format_by_mark(content)
    return Content(Kind.OTHER, name) if name else _text_or_unknown(content)


def _format_by_mark(content: bytes) -> str:
    """The name of the format whose mark the content bears; "" if it bears none."""
    for beginning, name in _BEGINNINGS.items():
        if content.startswith(beginning):
            return name
    return next((name for place, mark, name in _MARKS if content.startswith(mark, place)), "")


def _text_or_unknown(content: bytes) -> Content:
    if content.startswith(b"BM") and content[6:10] == bytes(4):
        return Content(Kind.OTHER, "BMP")
    if not _is_text(content[:_LOOKED_AT]):
        return Content(Kind.OTHER)
    beginning = content[:_TABLE_LOOKED_AT]
    is_table = is_text_table(beginning, whole=len(beginning) == len(content))
    return Content(Kind.WORKBOOK) if is_table else Content(Kind.OTHER, "TXT")


def _package(content: bytes) -> Content:
    if entries_at_most(content) > _MOST_ENTRIES_LISTED:
        return Content(Kind.SWOLLEN)
    names = _names_of_usual(content)
    if names is not None and not any(name in names for name in _TELLING_PARTS):
        return _by_names(names)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            if not _fits(package):
                return Content(Kind.SWOLLEN)
            return _by_parts(package)
    except _UNREADABLE:
        return Content(Kind.DAMAGED)


def _names_of_usual(content: bytes) -> list[str] | None:
    """The parts of a package as nearly all are, and so small that it cannot unpack to too much; None for any other."""
    try:
        entries = usual_directory(content)
    except ReadingError:
        return None
    if entries is None or any(entry.method not in _BOUNDED for entry in entries):
        return None
    if sum(len(entry.packed) for entry in entries) * _DEFLATE_AT_MOST > MOST_UNPACKED:
        return None
    return [entry.name for entry in entries]


def _by_parts(package: zipfile.ZipFile) -> Content:
    names = package.namelist()
    if _DECLARATION in names:
        declared = package.read(_DECLARATION).strip().removesuffix(b"-template")
        return _OPEN_DOCUMENT.get(declared, Content(Kind.OTHER))
    if _CONTENT in names and _SPREADSHEET in package.read("META-INF/manifest.xml"):
        return Content(Kind.WORKBOOK)
    return _by_names(names)


def _by_names(names: Sequence[str]) -> Content:
    if _USUAL_BOOK in names:
        return Content(Kind.WORKBOOK)
    folded = [name.replace("\\", "/").lower() for name in names]
    if any(
        name in _BOOKS or (name.startswith("xl/workbook") and name.endswith(_BOOK_ENDINGS)) for name in folded
    ):
        return Content(Kind.WORKBOOK)
    if _OFFICE_PART.lower() in folded:
        for beginning, content in _PACKAGES.items():
            if any(name.startswith(beginning) for name in folded):
                return content
    if any(name.endswith(_IWORK_PARTS) for name in names):
        return Content(Kind.OTHER, "Numbers")
    return Content(Kind.OTHER, "ZIP")


def _fits(package: zipfile.ZipFile) -> bool:
    """Whether all parts together unpack to what is allowed; where that is not certain, they are unpacked to see."""
    entries = package.infolist()
    if all(entry.compress_type in _BOUNDED for entry in entries):
        # A reader takes no more of the file than this for each part, also where parts overlap.
        packed = sum(entry.compress_size for entry in entries)
        if packed * _DEFLATE_AT_MOST <= MOST_UNPACKED:
            return True
    left = MOST_UNPACKED
    for entry in entries:
        # What the entry says of its own size may be a lie.
        entry.file_size = MOST_UNPACKED + 1
        left -= _unpacked(package, entry, left)
        if left < 0:
            return False
    return True


def _unpacked(package: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> int:
    size = 0
    try:
        with package.open(entry) as part:
            while size <= most and (piece := part.read(_CHUNK)):
                size += len(piece)
    except _UNREADABLE:
        # Whoever reads this part will meet the fault too; what counts here is how much it is.
        return size
    return size


def _compound_file(content: bytes) -> Content:
    if _has_stream(content, _ENCRYPTED_STREAM):
        return Content(Kind.ENCRYPTED)
    for name, kind in _OLE_STREAMS.items():
        if _has_stream(content, name):
            return kind
    return Content(Kind.OTHER)


def _has_stream(content: bytes, name: str) -> bool:
    """Whether an entry of the file's directory has that name; entries begin at every 128th byte."""
    wanted = name.encode("utf-16-le") + b"\0\0"
    at = content.find(wanted)
    while at >= 0:
        if at % _OLE_DIRECTORY_ENTRY == 0:
            return True
        at = content.find(wanted, at + 1)
    return False


def _is_text(beginning: bytes) -> bool:
    if b"\0" in beginning:
        return beginning.startswith((b"\xff\xfe", b"\xfe\xff"))
    controls = sum(byte < 32 and byte not in b"\t\n\r\f" for byte in beginning)
    return controls == 0
