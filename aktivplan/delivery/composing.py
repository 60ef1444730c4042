"""A letter as a message that mail programs understand: plain text and HTML that say the same, and files.

The same letter gives the same bytes. Nothing that stands in plan.xlsx can become a header of its own.
"""

from __future__ import annotations

import hashlib
import html
import mimetypes
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from aktivplan.delivery.letters import Letter

_UNFIT = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069]+")
_OFFICE = {
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".pdf": "application/pdf",
}
_ITEM = "• "
_LONGEST_HEADER = 200
_STYLE = (
    "font-family: Calibri, Carlito, Arial, sans-serif; font-size: 1rem; line-height: 1.5; max-width: 40rem"
)


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
    message["From"] = _address(envelope.name, envelope.sender)
    message["To"] = _address(letter.name, letter.address)
    message["Reply-To"] = _address("", envelope.reply_to)
    message["Subject"] = _plain(letter.subject)
    if sent is None:
        # Outlook opens such a file as a message that is ready to be sent.
        message["X-Unsent"] = "1"
    else:
        message["Date"] = format_datetime(sent)
        message["Message-ID"] = message_id(letter, attached, envelope)
    message.set_content(letter.body, cte="quoted-printable")
    message.add_alternative(_page(letter.body, envelope.language), subtype="html", cte="quoted-printable")
    for one in attached:
        maintype, subtype = _type_of(one.name).split("/")
        message.add_attachment(one.content, maintype=maintype, subtype=subtype, filename=_plain(one.name))
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


def _page(body: str, language: str) -> str:
    parts = "".join(map(_block, body.strip().split("\n\n")))
    return (
        f'<!DOCTYPE html>\n<html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"></head>\n'
        f'<body style="{_STYLE}">\n{parts}</body></html>\n'
    )


def _block(paragraph: str) -> str:
    lines = paragraph.split("\n")
    if all(line.startswith(_ITEM) for line in lines):
        items = "".join(f"<li>{html.escape(line.removeprefix(_ITEM))}</li>\n" for line in lines)
        return f"<ul>\n{items}</ul>\n"
    return f"<p>{'<br>'.join(map(html.escape, lines))}</p>\n"


def _mark_parts(message: EmailMessage) -> None:
    """Give the parts boundaries that depend on the content alone."""
    digest = hashlib.sha256(
        b"".join(str(part.get_payload()).encode() for part in message.walk() if not part.is_multipart())
    )
    for number, part in enumerate(one for one in message.walk() if one.is_multipart()):
        part.set_boundary(f"={number}={digest.hexdigest()[:24]}=")
