"""What the register's rows say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum


class State(StrEnum):
    """How far a message has come."""

    DRAFTED = "drafted"
    """A file that somebody is to send."""
    PENDING = "pending"
    SENDING = "sending"
    """It is being handed over. After a crash nobody knows whether it was."""
    SENT = "sent"
    REFUSED = "refused"
    UNKNOWN = "unknown"
    """It may have been sent or not; a person decides, never the program."""


@dataclass(frozen=True, slots=True)
class NewMessage:
    """A message that is to be sent."""

    campaign: str
    """The sending that it belongs to: "templates", "reminder-2026-11-25"."""
    kind: str
    unit: str
    """The unit's code; "" for what goes to the process leader."""
    recipient: str
    subject: str
    message_id: str
    """Fixed by plan, campaign, unit and content: the same one is registered only once."""
    sha256: str
    file: str
    """Where its bytes lie, below the plan folder."""


@dataclass(frozen=True, slots=True)
class Message(NewMessage):
    """A message as the register has it. Moments are ISO 8601 in UTC."""

    number: int
    state: State
    attempts: int
    not_before: str
    """When it may be tried again; "" for at once."""
    changed: str
    answer: str
    """What the server said last."""


@dataclass(frozen=True, slots=True)
class MailSeen:
    """A mail that has been taken in."""

    source: str
    """The mailbox or folder that it came from."""
    sha256: str
    message_id: str
    sender: str
    sent: str
    subject: str
    what: str
    """"answer", "away", "bounce" or "nothing inside"."""
    unit: str
    """The unit that it is about, as far as it is known; "" if it is not."""
    detail: str
    """What else there is to know: the status of a bounce."""


@dataclass(frozen=True, slots=True)
class SubmissionSeen:
    """What became of a file among the answers at the latest build."""

    sha256: str
    file: str
    unit: str
    came: str
    """When it came: by its mail or else by its own date."""
    sender: str
    outcome: str
    code: str
    counts: bool
    late: bool
    to_mend: bool
    superseded_by: str = ""
    """The SHA-256 of the answer that counts in its place; "" if there is none."""
    archived: str = ""
    """The SHA-256 of the file in the archive that it is, or lies in."""


@dataclass(frozen=True, slots=True)
class BuildMade:
    """What a build was made of, and what it made."""

    plan_version: str
    records: int
    """How many rows count."""
    documents: Mapping[str, str]
    """Each document's file, below the plan folder, with its SHA-256."""
    submissions: Sequence[SubmissionSeen]
    """Every file among the answers."""


@dataclass(frozen=True, slots=True)
class AskedSince:
    """That a unit has had its form."""

    round: int
    """The collection, from 1; a new one begins with a new version of the plan or another deadline."""
    unit: str
    since: str


def values_of(row: NewMessage | MailSeen | SubmissionSeen) -> tuple[object, ...]:
    """What a row says, in the order of its columns; `dataclasses.astuple` would copy each value."""
    return tuple(getattr(row, field.name) for field in fields(row))
