"""A letter as a message that mail programs understand: plain text and HTML that say the same, and files.

The same letter gives the same bytes. Nothing that stands in plan.xlsx can become a header of its own.
"""

from __future__ import annotations

import hashlib
import mimetypes
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from aktivplan.delivery.letters import Letter
from aktivplan.delivery.page import page_of

_UNFIT = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\uffff]+"
)
"""Characters that break lines, turn text about, or are none."""
_OFFICE = {
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".pdf": "application/pdf",
}
_PLAIN_LETTERS = str.maketrans("æøÆØ–", "aoAO-")
_LONGEST_HEADER = 200
_MARK_LENGTH = 24
_MARK = re.compile(rb"=0=([0-9a-f]{24})=")
_NO_MARK = b"0" * _MARK_LENGTH


class AddressError(ValueError):
    """An address that mail cannot be sent to."""


@dataclass(frozen=True, slots=True)
class Attached:
    """A file in a message."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Envelope:
    """Who writes, and what tells the message from others."""

    name: str
    """The sender's name."""
    sender: str
    reply_to: str
    language: str
    campaign: str
    """The sending that the message belongs to."""
    plan: str
    """The plan's id."""


def compose(
    letter: Letter, attached: Sequence[Attached], envelope: Envelope, sent: datetime | None
) -> EmailMessage:
    """The message.

    Args:
        letter: what it says, and to whom.
        attached: the files in it.
        envelope: who writes.
        sent: when it is sent; None for a draft that somebody is to send.

    Raises:
        AddressError: the recipient's or the sender's address cannot be used.
    """
    message = EmailMessage(policy=SMTP)
    sender = _address(envelope.name, envelope.sender)
    if sent is not None:
        # A draft is sent from whatever account opens it; a mail program may refuse to send in another's name.
        message["From"] = sender
    message["To"] = _address(letter.name, letter.address)
    message["Reply-To"] = _address("", envelope.reply_to)
    message["Subject"] = _plain(letter.subject)
    if sent is None:
        # Outlook opens such a file as a message that is ready to be sent.
        message["X-Unsent"] = "1"
    else:
        message["Date"] = format_datetime(sent)
        message["Message-ID"] = message_id(letter, attached, envelope)
        # Programs are not to answer (RFC 3834, Exchange), but a person's "I am away until January" is let through:
        # the process leader needs to know. Nor are bounces held back.
        message["Auto-Submitted"] = "auto-generated"
        message["X-Auto-Response-Suppress"] = "AutoReply"
    message.set_content(letter.body, cte="quoted-printable")
    message.add_alternative(page_of(letter.body, envelope.language), subtype="html", cte="quoted-printable")
    for one in attached:
        maintype, subtype = _type_of(one.name).split("/")
        name = _plain(one.name)
        # Programs that do not know names in UTF-8 (RFC 2231) find one without å, ä and ö in the content's type.
        params = {"name": _ascii(name)}
        message.add_attachment(one.content, maintype=maintype, subtype=subtype, filename=name, params=params)
    # Only now: whatever adds a part takes the headers about content along into it.
    message["Content-Language"] = envelope.language
    _mark_parts(message)
    return message


def message_id(letter: Letter, attached: Sequence[Attached], envelope: Envelope) -> str:
    """The same for the same plan, sending, unit and content, whenever it is made."""
    told = (
        envelope.plan,
        envelope.campaign,
        letter.unit,
        letter.address,
        letter.subject,
        letter.body,
        *(f"{one.name} {hashlib.sha256(one.content).hexdigest()}" for one in attached),
    )
    digest = hashlib.sha256("\0".join(told).encode()).hexdigest()[:40]
    return f"<aktivplan.{digest}@{envelope.sender.rpartition('@')[2]}>"


def _address(name: str, address: str) -> Address:
    """A name and an address, fit for a header."""
    local, _at, domain = address.rpartition("@")
    if not local or not domain or not address.isascii() or _UNFIT.search(address) or " " in address:
        raise AddressError(address)
    try:
        return Address(_plain(name), addr_spec=address)
    except (ValueError, IndexError) as error:
        raise AddressError(address) from error


def _plain(text: str) -> str:
    """Text that stays on one line and turns nothing about."""
    return " ".join(_UNFIT.sub(" ", text).split())[:_LONGEST_HEADER]


def _type_of(name: str) -> str:
    ending = name[name.rfind(".") :].lower()
    return _OFFICE.get(ending) or mimetypes.guess_type(f"file{ending}")[0] or "application/octet-stream"


def _ascii(name: str) -> str:
    """The name without the letters that old programs do not know."""
    return unicodedata.normalize("NFKD", name.translate(_PLAIN_LETTERS)).encode("ascii", "ignore").decode()


def is_as_composed(content: bytes) -> bool:
    """Whether the bytes are a message of ours that nobody has changed since it was made."""
    found = _MARK.search(content)
    return found is not None and found[1] == _mark_of(content.replace(found[1], _NO_MARK)).encode()


def _mark_parts(message: EmailMessage) -> None:
    """Give the parts boundaries that depend on the content alone, and by which it is known to be unchanged."""
    parts = [part for part in message.walk() if part.is_multipart()]
    mark = _NO_MARK.decode()
    for _ in range(2):
        for number, part in enumerate(parts):
            part.set_boundary(f"={number}={mark}=")
        mark = _mark_of(message.as_bytes())


def _mark_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:_MARK_LENGTH]
