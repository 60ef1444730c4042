"""A mail, whatever program saved it: who sent it, when, and what came with it. Decides what of that is worth reading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from aktivplan.intake.containers.container import Container, ContainerError, Entry, Form
from aktivplan.intake.containers.names import distinct, shown_name
from aktivplan.intake.person import PICTURES
from aktivplan.workbooks.kinds import kind_of

_TRAPPINGS = "mail-trappings"
_LARGEST_LOGO, _LARGEST_LOGO_IN_TEXT = 20 * 1024, 100 * 1024
"""Bytes; a photograph of a form is larger, also one that was pasted into the text."""
_TRAPPING_NAMES = re.compile(r".*\.(?:p7s|asc|ics|vcf)|att\d{3,}\.(?:txt|html?)", re.IGNORECASE | re.DOTALL)
"""Names of signatures, invitations, visiting cards, and of what mail servers make of a text's tail."""

_TRAPPING_TYPES = frozenset(
    {
        "message/delivery-status",
        "message/disposition-notification",
        "text/rfc822-headers",
        "application/applefile",
    }
)
"""What mail servers tell of a mail, and what a Mac tells of a file beside it, under the same name."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """One file that came with a mail."""

    name: str
    """As the mail tells it; may be anything."""
    content: bytes
    content_type: str = ""
    """By the mail's account: "image/png"."""
    inline: bool = False
    """Whether it is shown within the text."""
    told: str = ""
    """The code of the finding that settles the matter; "" for a file to look into."""

    @property
    def is_picture(self) -> bool:
        """By its bytes, or else by what the mail says."""
        if self.content.startswith((b"PK", b"\xd0\xcf")):
            return False
        return kind_of(self.content).format in PICTURES or self.content_type.startswith("image/")


@dataclass(frozen=True, slots=True)
class Letter:
    """One mail."""

    sender: str = ""
    sent: datetime | None = None
    """UTC."""
    attachments: tuple[Attachment, ...] = ()
    letters: tuple[tuple[str, Letter], ...] = ()
    """Mails that came with it, by name."""
    told: str = ""
    """The code of the finding that says why it could not be opened; "" if it could."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """An attachment, the mail it came with, and its path below the outermost mail."""

    path: str
    attachment: Attachment
    letter: Letter


def container_of(letter: Letter) -> Container:
    """The mail as a container: every file that came with it, and with mails that came with it.

    Raises:
        ContainerError: what the mail is told by.
    """
    if letter.told:
        raise ContainerError(letter.told)
    pieces = tuple(_pieces(letter, ""))
    codes = [_settled(piece.attachment) for piece in pieces]
    if any(not code and not piece.attachment.is_picture for code, piece in zip(codes, pieces, strict=True)):
        # Where a file came that can be read, pictures only go with it.
        codes = [
            _TRAPPINGS if piece.attachment.is_picture else code
            for code, piece in zip(codes, pieces, strict=True)
        ]
    paths = distinct(piece.path for piece in pieces)
    entries = (_entry(*three) for three in zip(pieces, paths, codes, strict=True))
    return Container(Form.MAIL, tuple(entries), letter.sender, letter.sent)


def _pieces(letter: Letter, above: str) -> Iterator[_Piece]:
    for number, attachment in enumerate(letter.attachments, start=1):
        yield _Piece(above + _name(attachment.name, number), attachment, letter)
    names = (_name(name, number) for number, (name, _inner) in enumerate(letter.letters, start=1))
    for name, (_told, inner) in zip(distinct(names), letter.letters, strict=True):
        within = tuple(_pieces(inner, f"{above}{name}/"))
        itself = Attachment(name, b"", told=inner.told or _TRAPPINGS)
        yield from within or (_Piece(above + name, itself, inner),)


def _name(told: str, number: int) -> str:
    """The name to show; one of the mail's own making where there was none, or no more than what follows the full stop."""
    name = shown_name(told)
    return f"{number}{name}" if not name or name.startswith(".") else name


def _entry(piece: _Piece, path: str, told: str) -> Entry:
    content, letter = piece.attachment.content, piece.letter
    return Entry(path, len(content), partial(bytes, content), letter.sent, told, letter.sender, letter.sent)


def _settled(attachment: Attachment) -> str:
    """The code that settles the matter without a look into the file; "" if one is needed."""
    if attachment.told:
        return attachment.told
    is_trappings = _TRAPPING_NAMES.fullmatch(attachment.name) or attachment.content_type in _TRAPPING_TYPES
    largest = _LARGEST_LOGO_IN_TEXT if attachment.inline else _LARGEST_LOGO
    is_logo = attachment.is_picture and len(attachment.content) <= largest
    return _TRAPPINGS if is_trappings or is_logo else ""
