"""Mails saved by Outlook (.msg): what came with them. Knows MAPI's properties, as a compound file keeps them.

olefile takes the compound file apart; a mail is then streams whose names are property numbers. The libraries that
know mails are GPL (extract-msg), or read every stream before they look and hide mails that came with the mail (python-oxmsg).
"""

from __future__ import annotations

import codecs
import io
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from aktivplan.intake.containers.container import ContainerError
from aktivplan.intake.containers.letter import Attachment, Letter
from aktivplan.intake.containers.mail_headers import address_in, header_in, time_in

if TYPE_CHECKING:
    from olefile import OleFileIO

    CompoundFile = OleFileIO[Any]

MOST_ATTACHMENTS, DEEPEST = 500, 10

_OLE = b"\xd0\xcf\x11\xe0"
_PROPERTIES = "__properties_version1.0"
_ATTACHMENT = "__attach_version1.0_#"
_SENDER_ADDRESSES = (0x5D01, 0x5D02, 0x0C1F, 0x0065)
"""Sender's and author's internet address, then the same two as they may be of another kind."""
_HEADERS, _SUBJECT, _CLASS = 0x007D, 0x0037, 0x001A
_NAMES = (0x3707, 0x3704, 0x3001)
"""An attachment's long name, its short one, and the one that is shown."""
_DATA, _CONTENT_ID, _CONTENT_TYPE = 0x3701, 0x3712, 0x370E
_SENT, _DELIVERED, _METHOD, _HIDDEN, _CODE_PAGE = 0x0039, 0x0E06, 0x3705, 0x7FFE, 0x3FFD
_WIDE, _NARROW, _BYTES, _OBJECT = "001f", "001e", "0102", "000d"
_BY_REFERENCE = frozenset({2, 3, 4, 7})
"""Ways to attach a file that leave it where it is: on a server, or on the web."""
_SEALED, _SIGNED = ("ipm.note.smime", "ipm.note.rpmsg"), "ipm.note.smime.multipartsigned"
_CODE_PAGES = {65001: "utf-8", 20127: "ascii", 28591: "latin-1", 28605: "iso8859-15"}
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)


def is_outlook(content: bytes) -> bool:
    """Whether it is a compound file whose outermost storage is a mail; a workbook may well hold a mail further in."""
    if not content.startswith(_OLE) or _PROPERTIES.encode("utf-16-le") not in content:
        return False
    try:
        with _compound_file(content) as ole:
            return bool(ole.exists(_PROPERTIES))
    except Exception:
        # Whoever reads it as something else will meet the fault too.
        return False


def read_outlook(content: bytes) -> Letter:
    """The mail.

    Raises:
        ContainerError: mail-damaged, mail-too-complex.
    """
    try:
        with _compound_file(content) as ole:
            return _letter(_Storage(ole, _paths(ole)), _Room(len(content)), 0)
    except ContainerError:
        raise
    except Exception as error:
        # Compound files can be wrong in more ways than the library has names for.
        raise ContainerError("mail-damaged") from error


def _compound_file(content: bytes) -> CompoundFile:
    from olefile import OleFileIO

    return OleFileIO(io.BytesIO(content))


def _paths(ole: CompoundFile) -> frozenset[tuple[str, ...]]:
    """Every stream and storage, in small letters: their names tell no letters apart."""
    listed = ole.listdir(streams=True, storages=True)
    return frozenset(tuple(step.lower() for step in path) for path in listed)


@dataclass
class _Room:
    """How many attachments may still be looked at, and how many bytes they may have: no more than the mail itself."""

    bytes: int
    attachments: int = MOST_ATTACHMENTS

    def take(self, size: int, depth: int) -> None:
        """Take room for one. Raises ContainerError if there is none left."""
        self.bytes -= size
        self.attachments -= 1
        if self.bytes < 0 or self.attachments < 0 or depth > DEEPEST:
            raise ContainerError("mail-too-complex", limit=MOST_ATTACHMENTS)


@dataclass(frozen=True, slots=True)
class _Storage:
    """A mail or an attachment in a compound file: its properties, each a stream or a line in the stream of short ones."""

    ole: CompoundFile
    paths: frozenset[tuple[str, ...]]
    path: tuple[str, ...] = ()

    def attachments(self) -> list[_Storage]:
        """The storages of attachments, in the order of their numbers."""
        depth = len(self.path)
        found = (path for path in self.paths if len(path) == depth + 1 and path[:depth] == self.path)
        return [self._below(path[-1]) for path in sorted(found) if path[-1].startswith(_ATTACHMENT)]

    def embedded(self) -> _Storage | None:
        """The mail that an attachment is; None if it is none."""
        inner = self._below(_stream_name(_DATA, _OBJECT))
        return inner if (*inner.path, _PROPERTIES) in self.paths else None

    def text(self, number: int) -> str:
        """A property's text; "" if it has none."""
        wide, narrow = self._read(_stream_name(number, _WIDE)), self._read(_stream_name(number, _NARROW))
        return (wide.decode("utf-16-le", "replace") or narrow.decode(self._code_page(), "replace")).strip(
            "\0 "
        )

    def size(self) -> int:
        """How many bytes an attachment says it has."""
        path = (*self.path, _stream_name(_DATA, _BYTES))
        return int(self.ole.get_size(list(path))) if path in self.paths else 0

    def content(self) -> bytes:
        """An attachment's bytes; b"" where it has none."""
        return self._read(_stream_name(_DATA, _BYTES))

    def number(self, number: int) -> int:
        """A short property, as an unsigned number; 0 if it is not set."""
        lines = self._read(_PROPERTIES)
        # The stream begins with 8, 24 or 32 bytes of its own, and each line has 16.
        for at in range(len(lines) % 16, len(lines) - 15, 16):
            if int.from_bytes(lines[at + 2 : at + 4], "little") == number:
                return int.from_bytes(lines[at + 8 : at + 16], "little")
        return 0

    def moment(self, number: int) -> datetime | None:
        """A property that is a time (UTC); None if it is not set, or beyond any calendar."""
        ticks = self.number(number)
        try:
            return _EPOCH + timedelta(microseconds=ticks // 10) if ticks else None
        except OverflowError:
            return None

    def _below(self, name: str) -> _Storage:
        return _Storage(self.ole, self.paths, (*self.path, name))

    def _code_page(self) -> str:
        page = self.number(_CODE_PAGE) & 0xFFFF_FFFF
        name = _CODE_PAGES.get(page, f"cp{page}")
        try:
            return codecs.lookup(name).name
        except LookupError:
            return "cp1252"

    def _read(self, name: str) -> bytes:
        path = (*self.path, name)
        return self.ole.openstream(list(path)).read() if path in self.paths else b""


def _stream_name(number: int, kind: str) -> str:
    return f"__substg1.0_{number:04x}{kind}"


def _letter(mail: _Storage, room: _Room, depth: int) -> Letter:
    mail_class = mail.text(_CLASS).lower()
    if mail_class.startswith(_SEALED) and mail_class != _SIGNED:
        return Letter(_sender(mail), _sent(mail), told="mail-sealed")
    attachments: list[Attachment] = []
    letters: list[tuple[str, Letter]] = []
    for storage in mail.attachments():
        room.take(storage.size(), depth)
        inner = storage.embedded()
        if inner is not None:
            letters.append((inner.text(_SUBJECT).replace("/", "-") + ".msg", _letter(inner, room, depth + 1)))
        else:
            attachments.append(_attachment(storage))
    return Letter(_sender(mail), _sent(mail), tuple(attachments), tuple(letters))


def _attachment(storage: _Storage) -> Attachment:
    content = storage.content()
    name = next((name for number in _NAMES if (name := storage.text(number))), "")
    elsewhere = not content and storage.number(_METHOD) & 0xFFFF_FFFF in _BY_REFERENCE
    return Attachment(
        name,
        content,
        storage.text(_CONTENT_TYPE),
        inline=bool(storage.text(_CONTENT_ID)) or bool(storage.number(_HIDDEN) & 0xFFFF),
        told="file-link" if elsewhere else "",
    )


def _sender(mail: _Storage) -> str:
    addresses = (address_in(mail.text(number)) for number in _SENDER_ADDRESSES)
    return next(filter(None, addresses), "") or address_in(header_in(mail.text(_HEADERS), "from"))


def _sent(mail: _Storage) -> datetime | None:
    told = mail.moment(_SENT) or time_in(header_in(mail.text(_HEADERS), "date"))
    return told or mail.moment(_DELIVERED)
