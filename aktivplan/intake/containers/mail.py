"""Mails saved as text (.eml, Apple's .emlx, mbox): what came with them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.message import Message
from email.parser import BytesParser
from typing import TYPE_CHECKING

from aktivplan.intake.containers.container import ContainerError
from aktivplan.intake.containers.letter import Attachment, Letter
from aktivplan.intake.containers.mail_headers import (
    LenientPolicy,
    attachment_name,
    content_id,
    content_type,
    disposition,
    sender,
    sent,
    subject,
)

if TYPE_CHECKING:
    from aktivplan.intake.containers.mail_headers import AnyMessage

MOST_PARTS, DEEPEST = 500, 10
"""So many parts a mail may have, and so deep they may lie in one another."""
_MOST_LINES, _MOST_DASHES = 1_000_000, 20_000
"""So many lines a mail may have (25 MiB of base64 are a third of that), and lines that may divide parts: what is beyond
costs the library more memory and time than a mail is worth."""

_HEADERS = re.compile(
    rb"(?:from|to|subject|date|received|message-id|mime-version|return-path|content-type|delivered-to)",
    re.IGNORECASE,
)
_HEADER_LINE = re.compile(rb"([!-9;-~]+)[ \t]*:|[ \t]")
_ENVELOPE = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*(?:\d+[ \t]*\r?\n|(?:From [^\n]*\n))?")
"""What may stand before the headers: a byte order mark, Apple's count of bytes, or the line that begins each mail of an mbox."""
_NEXT_IN_MBOX = re.compile(rb"(?<=\n)\r?\nFrom [^\n]*\d\d:\d\d[^\n]*\n(?=[!-9;-~]+:)")
_LOOKED_AT = 64 * 1024
_SEALED = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted"})
_SIGNATURES = frozenset(
    {"application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature"}
)
_RIGHTS_PROTECTED = "message.rpmsg"
_SUFFIXES = {
    "application/pdf": ".pdf",
    "application/zip": ".zip",
    "application/x-zip-compressed": ".zip",
    "application/vnd.ms-excel": ".xls",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/vnd.oasis.opendocument.spreadsheet": ".ods",
    "application/msword": ".doc",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "text/csv": ".csv",
}


def is_mail(content: bytes) -> bool:
    """Whether the text begins with a mail's headers: two of those that every mail has, or a multipart's."""
    known: set[bytes] = set()
    for number, line in enumerate(_without_envelope(content[:_LOOKED_AT]).splitlines()):
        header = _HEADER_LINE.match(line)
        if header is None:
            break
        name = (header[1] or b"").lower()
        if number == 0 and name == b"content-type" and b"multipart/" in line.lower():
            return True
        if _HEADERS.fullmatch(name):
            known.add(name)
    return len(known) > 1


def read_mail(content: bytes) -> Letter:
    """The mail; where the file is a mailbox of several, an empty one that they all came with.

    Raises:
        ContainerError: mail-too-complex.
    """
    if content.count(b"\n") > _MOST_LINES or content.count(b"\n--") > _MOST_DASHES:
        raise ContainerError("mail-too-complex", limit=MOST_PARTS)
    mails = _NEXT_IN_MBOX.split(_without_envelope(content))
    if len(mails) > MOST_PARTS:
        raise ContainerError("mail-too-complex", limit=MOST_PARTS)
    if len(mails) > 1:
        return Letter(letters=tuple(_named(_parsed(mail), _Room(), 1) for mail in mails))
    return _letter(_parsed(mails[0]), _Room(), 0)


def _without_envelope(content: bytes) -> bytes:
    before = _ENVELOPE.match(content)
    return content[before.end() :] if before else content


class _Room:
    """How many parts of a mail may still be looked at."""

    def __init__(self) -> None:
        self._left = MOST_PARTS

    def take(self, depth: int) -> None:
        """Take room for one part. Raises ContainerError if there is none left."""
        self._left -= 1
        if self._left < 0 or depth > DEEPEST:
            raise ContainerError("mail-too-complex", limit=MOST_PARTS)


def _parsed(content: bytes) -> AnyMessage:
    try:
        return BytesParser(policy=LenientPolicy()).parsebytes(content)
    except Exception as error:
        # Parts that lie thousands deep in one another, among other things.
        raise ContainerError("mail-too-complex", limit=MOST_PARTS) from error


def _letter(message: AnyMessage, room: _Room, depth: int) -> Letter:
    if content_type(message) in _SEALED:
        return Letter(sender(message), sent(message), told="mail-sealed")
    attachments: list[Attachment] = []
    letters: list[tuple[str, Letter]] = []
    for part, level in _leaves(message, room, depth):
        inner = _letter_in(part)
        if inner is not None:
            letters.append(_named(inner, room, level + 1))
        elif not _is_text(part):
            attachments.append(_attachment(part))
    return Letter(sender(message), sent(message), tuple(attachments), tuple(letters))


def _named(message: AnyMessage, room: _Room, depth: int) -> tuple[str, Letter]:
    return subject(message).replace("/", "-") + ".eml", _letter(message, room, depth)


def _leaves(part: AnyMessage, room: _Room, depth: int) -> Iterator[tuple[AnyMessage, int]]:
    """The parts that hold no others of the same mail, and how deep they lie."""
    room.take(depth)
    if content_type(part).startswith("multipart/"):
        for inner in _parts(part):
            yield from _leaves(inner, room, depth + 1)
    else:
        yield part, depth


def _letter_in(part: AnyMessage) -> AnyMessage | None:
    """The mail that came with the mail; None if the part is none."""
    return next(iter(_parts(part)), None) if content_type(part) == "message/rfc822" else None


def _parts(part: AnyMessage) -> list[AnyMessage]:
    """What the library found in it; none where it only says that it has some."""
    inner = part.get_payload()
    return [one for one in inner if isinstance(one, Message)] if isinstance(inner, list) else []


def _is_text(part: AnyMessage) -> bool:
    """Whether the part is what the mail says, and not a file that came with it."""
    said = content_type(part).startswith(("text/", "message/", "multipart/"))
    return said and disposition(part) != "attachment" and not attachment_name(part)


def _attachment(part: AnyMessage) -> Attachment:
    kind, name = content_type(part), attachment_name(part)
    return Attachment(
        name or _SUFFIXES.get(kind, ""),
        _decoded(part),
        kind,
        inline=bool(content_id(part)) or disposition(part) == "inline",
        told=_settled(kind, name),
    )


def _decoded(part: AnyMessage) -> bytes:
    try:
        content = part.get_payload(decode=True)
    except Exception:
        # Whatever the library stumbles over, the part gives nothing to read.
        return b""
    return content if isinstance(content, bytes) else b""


def _settled(kind: str, name: str) -> str:
    if kind in _SEALED or name.lower() == _RIGHTS_PROTECTED:
        return "mail-sealed"
    return "mail-trappings" if kind in _SIGNATURES else ""
