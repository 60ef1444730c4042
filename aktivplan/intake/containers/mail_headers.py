"""What a mail's headers say, however broken: names of attachments, sender, date. Nothing here raises for what it reads."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from email.header import decode_header, make_header
from email.message import Message
from email.policy import EmailPolicy
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    AnyMessage = Message[Any, Any]

Result = TypeVar("Result")

_ADDRESS = re.compile(r"[\w.!#$%&*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)*")
_NAMED = re.compile(r"\b(?:file)?name\*?\s*=\s*(\"[^\"]*\"?|[^;]+)", re.IGNORECASE)
_LONGEST_HEADER = 4_096
"""Characters; the library's own reader takes too long over what is longer."""


class LenientPolicy(EmailPolicy):
    """The library's modern reading of headers, with letters beyond ASCII taken as what they were meant to be."""

    def header_fetch_parse(self, name: str, value: str) -> Any:
        """The header, read. Bytes that the standard does not allow are UTF-8, or else Windows' Latin."""
        return super().header_fetch_parse(name, _meant(value)[:_LONGEST_HEADER])


def attachment_name(part: AnyMessage) -> str:
    """The name that a part of a mail is given; "" for none."""
    name = _tried(part.get_filename, None) or ""
    raw = ";".join(_raw(part, header) for header in ("content-disposition", "content-type"))
    loose = _NAMED.search(raw)
    told = loose[1].strip().strip('"') if loose else ""
    is_cut = not name or (told.startswith(name) and len(told) > len(name))
    if is_cut or ("\\" in told and '"' not in name):
        # A name without the quotes that it needs, which the library cuts at the first space or skips; or with the
        # backslashes of a path, which it drops.
        name = told
    return _decoded(name) if "=?" in name else name


def content_type(part: AnyMessage) -> str:
    """As in "application/pdf"; "text/plain" where there is none that makes sense."""
    return str(_tried(part.get_content_type, "text/plain"))


def disposition(part: AnyMessage) -> str:
    """As in "attachment"; "" for none."""
    told = _tried(part.get_content_disposition, None)
    return told or _raw(part, "content-disposition").split(";")[0].strip().lower()


def content_id(part: AnyMessage) -> str:
    """The name by which the text can show the part; "" for none."""
    return _raw(part, "content-id").strip()


def subject(message: AnyMessage) -> str:
    """What the mail is about."""
    return _decoded(_raw(message, "subject"))


def sender(message: AnyMessage) -> str:
    """The address in From, without the name; "" where there is none."""
    addresses = _tried(lambda: " ".join(one.addr_spec for one in message["from"].addresses), "")
    return address_in(addresses) or address_in(_raw(message, "from"))


def address_in(text: str) -> str:
    """The first thing in the text that is an e-mail address; "" for none."""
    found = _ADDRESS.search(text)
    return found[0] if found else ""


def sent(message: AnyMessage) -> datetime | None:
    """When the mail says it was sent (UTC); a time without a zone is taken as UTC."""
    return time_in(_raw(message, "date"))


def time_in(text: str) -> datetime | None:
    """The moment that a Date header tells (UTC); None where it tells none."""
    moment = _tried(lambda: parsedate_to_datetime(text), None)
    moment = moment or _tried(lambda: datetime.fromisoformat(text.strip()), None)
    if moment is None:
        return None
    in_utc = (
        moment.replace(tzinfo=UTC) if moment.tzinfo is None else _tried(lambda: moment.astimezone(UTC), None)
    )
    return in_utc if in_utc and in_utc.year > 1970 else None


def header_in(headers: str, name: str) -> str:
    """A header's text in a block of headers; "" where it is not there."""
    found = re.search(rf"^{name}:[ \t]*(.*(?:\r?\n[ \t].*)*)", headers, re.IGNORECASE | re.MULTILINE)
    return found[1] if found else ""


def _raw(message: AnyMessage, header: str) -> str:
    """The header as it was written, unfolded; "" if it is not there."""
    values = (value for name, value in message.raw_items() if name.lower() == header)
    return re.sub(r"[\r\n]+\s*", " ", _meant(str(next(values, "")))[:_LONGEST_HEADER])


def _meant(value: str) -> str:
    if value.isascii():
        return value
    raw = value.encode("utf-8", "surrogateescape")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def _decoded(text: str) -> str:
    """With encoded words ("=?utf-8?Q?=C3=A5?=") in letters; as it stands where they are broken."""
    return _tried(lambda: str(make_header(decode_header(text))), text)


def _tried(read: Callable[[], Result], otherwise: Result) -> Result:
    """What reading gives. Headers of hostile mails bring the library to raise nearly everything there is."""
    try:
        return read()
    except Exception:
        return otherwise
