"""Mails that nobody has written: "I am away", "the address does not exist". To be called in a worker: mails are strangers' work."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from email.policy import compat32
from enum import StrEnum
from itertools import islice

_MOST_READ = 200_000
"""Characters of a report that are looked at."""
_ADDRESS = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_MESSAGE_ID = re.compile(r"<[^<>\s@]{1,200}@[^<>\s@]{1,200}>")
_STATUS = re.compile(r"\b([245]\.\d{1,3}\.\d{1,3})\b")
_SENDERS = re.compile(r"^(?:mailer-daemon|postmaster|microsoftexchange[0-9a-f]+)@", re.IGNORECASE)
_RETURNED = re.compile(
    r"undeliver|delivery (?:status|failure|has failed)|returned mail|mail delivery (?:failed|system)|failure notice"
    r"|kunde inte levereras|går inte att leverera|kunne ikke leveres|kan ikke leveres|leveringsfeil|leveringsfejl|olevererbart",
    re.IGNORECASE,
)
_AWAY = re.compile(
    r"^(?:autosvar|automatiskt svar|automatisk svar|automatic reply|autoreply|auto:|out of office|frånvaro|fraværende|fravær"
    r"|ikke til stede|ikke på kontoret)",
    re.IGNORECASE,
)
_BULK = ("auto_reply", "bulk", "junk")


class Kind(StrEnum):
    """What a mail is, by how it was made."""

    WRITTEN = "written"
    """By a person, as far as anybody can tell."""
    AWAY = "away"
    """An answer that a program gives."""
    BOUNCE = "bounce"
    """A report that a mail did not arrive."""
    DELAYED = "delayed"
    """A report that a mail has not arrived yet."""


@dataclass(frozen=True, slots=True)
class Automatic:
    """What a mail is, and what it is about."""

    kind: Kind
    subject: str = ""
    message_id: str = ""
    about: tuple[str, ...] = ()
    """Ids of the messages that it answers or reports on."""
    addresses: tuple[str, ...] = ()
    """Addresses that a bounced mail was to."""
    status: str = ""
    """Why it did not arrive, as an enhanced status code (RFC 3463): "5.1.1"."""


def automatic(content: bytes) -> Automatic:
    """What the mail is. Never raises for what it may hold."""
    message = message_from_bytes(content, policy=compat32)
    subject = _header(message, "Subject")
    own = next(iter(_MESSAGE_ID.findall(_header(message, "Message-ID"))), "")
    answered = _MESSAGE_ID.findall(f"{_header(message, 'In-Reply-To')} {_header(message, 'References')}")
    if report := _report(message):
        return Automatic(
            report.kind, subject, own, (*answered, *report.about), report.addresses, report.status
        )
    if _is_returned(message, subject):
        text = _text(message)
        failed = _header(message, "X-Failed-Recipients")
        addresses = tuple(dict.fromkeys(one.lower() for one in _ADDRESS.findall(failed or text)))
        status = next(iter(_STATUS.findall(text)), "")
        return Automatic(
            Kind.BOUNCE, subject, own, (*answered, *_MESSAGE_ID.findall(text)), addresses, status
        )
    kind = Kind.AWAY if _is_away(message, subject) else Kind.WRITTEN
    return Automatic(kind, subject, own, tuple(dict.fromkeys(answered)))


@dataclass(frozen=True, slots=True)
class _Report:
    kind: Kind
    about: tuple[str, ...]
    addresses: tuple[str, ...]
    status: str


def _report(message: Message) -> _Report | None:
    """A report as RFC 3464 has it; None if there is none."""
    if message.get_content_type() != "multipart/report":
        return None
    blocks = [part for part in message.walk() if part.get_content_type() == "message/delivery-status"]
    fields = "\n".join(_block_text(block) for block in blocks)[:_MOST_READ]
    if not fields:
        return None
    actions = {one.lower() for one in re.findall(r"(?im)^action:\s*(\w+)", fields)}
    recipients = re.findall(r"(?im)^(?:final|original)-recipient:\s*(?:[\w-]+;)?\s*(\S+)", fields)
    statuses = re.findall(r"(?im)^status:\s*(\d\.\d{1,3}\.\d{1,3})", fields)
    kind = Kind.DELAYED if actions == {"delayed"} else Kind.BOUNCE
    if not actions & {"failed", "delayed"} and not any(one.startswith("5") for one in statuses):
        return _Report(Kind.AWAY, (), (), "")
    original = "\n".join(_original_ids(message))
    return _Report(
        kind,
        tuple(dict.fromkeys(_MESSAGE_ID.findall(original))),
        tuple(dict.fromkeys(one.strip("<>").lower() for one in recipients)),
        next(iter(statuses), ""),
    )


def _original_ids(message: Message) -> Iterator[str]:
    """The ids in the mail that was returned, whole or its headers alone."""
    for part in islice(message.walk(), 200):
        if part.get_content_type() in ("message/rfc822", "text/rfc822-headers", "message/rfc822-headers"):
            inside = part.get_payload()
            if isinstance(inside, list):
                yield from (_header(one, "Message-ID") for one in inside if isinstance(one, Message))
            else:
                yield from re.findall(r"(?im)^message-id:\s*(\S+)", str(inside)[:_MOST_READ])


def _block_text(block: Message) -> str:
    inside = block.get_payload()
    if isinstance(inside, list):
        return "\n".join(str(one) for one in inside[:500])
    return str(inside)


def _is_returned(message: Message, subject: str) -> bool:
    sender = next(iter(_ADDRESS.findall(_header(message, "From"))), "")
    empty = _header(message, "Return-Path").strip() == "<>"
    return bool(_SENDERS.match(sender) or empty) and bool(
        _RETURNED.search(subject) or _header(message, "X-Failed-Recipients")
    )


def _is_away(message: Message, subject: str) -> bool:
    submitted = _header(message, "Auto-Submitted").split(";")[0].strip().lower()
    if submitted and submitted != "no":
        return True
    if any(_header(message, name) for name in ("X-Autoreply", "X-Autorespond", "X-Auto-Reply")):
        return True
    return _header(message, "Precedence").strip().lower() in _BULK or bool(_AWAY.match(subject.strip()))


def _text(message: Message) -> str:
    texts = []
    for part in islice(message.walk(), 50):
        if part.get_content_maintype() == "text":
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                texts.append(payload.decode("utf-8", "replace"))
    return "\n".join(texts)[:_MOST_READ]


def _header(message: Message, name: str) -> str:
    """A header's text, decoded, on one line; "" where it is missing or cannot be made out."""
    from email.errors import MessageError
    from email.header import decode_header, make_header

    written = next((str(value) for key, value in message.raw_items() if key.lower() == name.lower()), "")
    if not written.isascii():
        # Some programs write letters beyond ASCII as they are.
        raw = written.encode("utf-8", "surrogateescape")
        try:
            written = raw.decode("utf-8")
        except UnicodeDecodeError:
            written = raw.decode("cp1252", "replace")
    try:
        text = str(make_header(decode_header(written)))
    except (MessageError, LookupError, ValueError):
        text = written
    return " ".join(text.split())
