"""What goes out, step by step: the letters are written, put down in the register, and then sent one by one or left as drafts.

A run may be broken off anywhere and started again: what is registered as sent is not sent again.
"""

from __future__ import annotations

import json
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from aktivplan.delivery.letters import Kind, Letter, letter
from aktivplan.files import write_whole

if TYPE_CHECKING:
    import ssl
    from email.message import EmailMessage

    from aktivplan.definition.models import Plan, Unit
    from aktivplan.delivery.composing import Attached, Envelope
    from aktivplan.delivery.drafts import Draft, Drafts
    from aktivplan.delivery.schedule import Standing
    from aktivplan.delivery.smtp import Server, Session
    from aktivplan.folder import PlanFolder
    from aktivplan.progress import Progress
    from aktivplan.register.register import Message, NewMessage, Register

_DRAFTS = "drafts"
"""The campaign of what people send themselves."""
_MOST_TOLD = 12
_GONE_OUT = ("sent", "drafted", "unknown")
"""States of messages that a unit has got, as far as anybody can tell."""
_MOST_ATTEMPTS = 5
"""So often a message is tried that the server puts off."""


class NothingToSendError(Exception):
    """There is nothing to send yet: ``code`` is "templates", "build" or "handbook", what must be made first."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A letter, and the files that go with it."""

    letter: Letter
    files: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Prepared:
    """What there is to send, and what cannot be sent."""

    outgoing: tuple[Outgoing, ...]
    without_address: tuple[str, ...] = ()
    """Codes of units without an address that mail can be sent to."""
    without_file: tuple[str, ...] = ()
    """Codes of units whose file is not there."""
    digest: Outgoing | None = None
    """What the process leader is told of reminders that a server sends; who sends drafts sees it all anyway."""

    @property
    def to_send(self) -> tuple[Outgoing, ...]:
        """Everything that goes out by a server."""
        return self.outgoing if self.digest is None else (*self.outgoing, self.digest)


@dataclass(frozen=True, slots=True)
class Transport:
    """How messages get to the server."""

    password: Callable[[], str]
    """Gives the user's password; asked only where there is a user."""
    context: ssl.SSLContext | None = None
    """For TLS; None for the system's authorities."""
    wait: Callable[[float], None] = time.sleep
    """Waits so many seconds between two messages."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of a campaign: its messages as they stand now, and how many were sent before this run."""

    messages: tuple[Message, ...]
    before: int


def prepare(folder: PlanFolder, plan: Plan, kind: Kind, today: date, units: Sequence[str] = ()) -> Prepared:
    """The letters of that kind to the units (by code; all that it concerns today, if none are named).

    Raises:
        NothingToSendError: what is to go out has not been made.
    """
    outgoing: list[Outgoing] = []
    without_address: list[str] = []
    without_file: list[str] = []
    for unit, missing, files in _concerned(folder, plan, kind, today, units):
        written = letter(plan, unit, kind, missing)
        if not files:
            without_file.append(unit.code)
        elif not _is_usable(unit.email):
            without_address.append(unit.code)
        else:
            outgoing.append(Outgoing(written, files))
    if not outgoing and without_file and not without_address and not units:
        first = {Kind.TEMPLATES: "templates", Kind.REMINDER: "templates", Kind.HANDBOOK: "handbook"}
        raise NothingToSendError(first.get(kind, "build"))
    digest = None
    if kind is Kind.REMINDER and outgoing and not units:
        digest = Outgoing(_digest(folder, plan, outgoing), ())
    return Prepared(tuple(outgoing), tuple(without_address), tuple(without_file), digest)


def write_drafts(
    folder: PlanFolder, plan: Plan, kind: Kind, prepared: Prepared, now: datetime, *, is_all: bool
) -> Drafts:
    """Each letter as a file that a mail program opens, ready to be sent; the register knows them as drafts.

    ``is_all`` says that they are all that there is to send of that kind: then a list is written too, and older drafts go.

    Raises:
        OSError, RegisterError: the folder cannot be written to.
    """
    from aktivplan.delivery.drafts import Drafts, put_all_drafts, put_drafts
    from aktivplan.register.register import State

    attached = [_attached(one.files) for one in prepared.outgoing]
    drafts = [_draft(plan, one.letter, files) for one, files in zip(prepared.outgoing, attached, strict=True)]
    if is_all:
        done = put_all_drafts(folder.outbox, plan, kind, drafts, prepared.without_address)
    else:
        done = Drafts(put_drafts(folder.outbox, plan, kind, drafts))
    with _register(folder) as register:
        register.add_messages(
            (
                _registered(folder, plan, one, path, files, _DRAFTS)
                for one, path, files in zip(prepared.outgoing, done.written, attached, strict=True)
            ),
            State.DRAFTED,
            now,
        )
    return done


def _draft(plan: Plan, written: Letter, attached: Sequence[Attached]) -> Draft:
    from aktivplan.delivery.composing import compose
    from aktivplan.delivery.drafts import Draft

    message = compose(written, attached, _envelope(plan, _DRAFTS), None)
    return Draft(written, message.as_bytes(), tuple(one.name for one in attached))


def send(
    folder: PlanFolder,
    plan: Plan,
    prepared: Prepared,
    campaign: str,
    transport: Transport,
    progress: Progress,
) -> Sent:
    """Register the letters, and hand them over one by one, no faster than the plan allows.

    The caller holds the folder. What an earlier run left unsent in the same campaign is sent too.

    Raises:
        ServerError: the server cannot be used. What was sent is registered as sent.
        OSError, RegisterError: the folder cannot be written to.
    """
    from aktivplan.delivery.composing import compose
    from aktivplan.delivery.smtp import Session
    from aktivplan.register.register import State

    now = _now()
    with _register(folder) as register:
        register.recover(now)
        known = {one.message_id for one in register.messages(campaign=campaign)}
        new = []
        for one in prepared.to_send:
            attached = _attached(one.files)
            envelope = _envelope(plan, campaign)
            message = compose(one.letter, attached, envelope, now)
            if message["Message-ID"] in known:
                continue
            path = write_whole(folder.outbox / campaign / _name(plan, one.letter), message.as_bytes())
            new.append(_registered(folder, plan, one, path, attached, campaign))
        register.add_messages(new, State.PENDING, now)
        before = sum(one.state is State.SENT for one in register.messages(campaign=campaign))
        with Session(_server(plan), transport.password, context=transport.context) as session:
            _send_all(register, session, folder, plan, campaign, progress, transport.wait)
        return Sent(register.messages(campaign=campaign), before)


def _send_all(
    register: Register,
    session: Session,
    folder: PlanFolder,
    plan: Plan,
    campaign: str,
    progress: Progress,
    wait: Callable[[float], None],
) -> None:
    from aktivplan.register.register import State

    pending = sum(one.state is State.PENDING for one in register.messages(campaign=campaign))
    pause = 60.0 / plan.settings.messages_per_minute
    done = 0
    while (message := register.claim_next(campaign, _now())) is not None:
        if done:
            wait(pause)
        _hand_over(register, session, folder, plan, message)
        done += 1
        progress(min(done, pending), pending)


def _hand_over(
    register: Register, session: Session, folder: PlanFolder, plan: Plan, message: Message
) -> None:
    """One message, from the file that it lies in to what became of it."""
    from aktivplan.delivery.smtp import Delivered, Outcome, ServerError, wait_before
    from aktivplan.register.register import State

    try:
        content = _stored(folder, message)
        if content is None:
            delivered = Delivered(Outcome.REFUSED, f"{message.file} is gone or was changed")
        else:
            delivered = session.deliver(content, _envelope(plan, message.campaign).sender, message.recipient)
    except ServerError as error:
        # Nothing has been handed over, so that it may simply be tried at the next run.
        register.settle(message, State.PENDING, str(error), _now())
        raise
    states = {Outcome.SENT: State.SENT, Outcome.REFUSED: State.REFUSED, Outcome.UNKNOWN: State.UNKNOWN}
    if delivered.outcome is Outcome.LATER and message.attempts < _MOST_ATTEMPTS:
        later = _now() + timedelta(seconds=wait_before(message.attempts))
        register.settle(message, State.PENDING, delivered.answer, _now(), not_before=later)
    else:
        register.settle(message, states.get(delivered.outcome, State.REFUSED), delivered.answer, _now())


def _stored(folder: PlanFolder, message: Message) -> EmailMessage | None:
    """The message as it was written down; None if somebody has changed or removed it since."""
    import hashlib
    from email import message_from_bytes
    from email.message import EmailMessage
    from email.policy import SMTP

    try:
        content = (folder.root / message.file).read_bytes()
    except OSError:
        return None
    if hashlib.sha256(content).hexdigest() != message.sha256:
        return None
    return message_from_bytes(content, _class=EmailMessage, policy=SMTP)


# --- what goes to whom -------------------------------------------------------------------------------------


def _concerned(
    folder: PlanFolder, plan: Plan, kind: Kind, today: date, units: Sequence[str]
) -> Iterator[tuple[Unit, Sequence[str], tuple[Path, ...]]]:
    """The units that a message of that kind is for, what is missing from each, and the files that go with it."""
    from aktivplan.delivery.schedule import due
    from aktivplan.forms.layout import unit_file_stem

    if kind is Kind.REMINDER:
        for one in due(plan, standings(folder, plan), today, units):
            unit = plan.units_by_code[one.unit]
            files = _copies(folder, plan, unit) if one.answered else _form(folder, plan, unit)
            yield unit, one.missing, tuple(files)
        return
    told = _told_by_unit(folder) if kind is Kind.CORRECTIONS else {}
    for unit in [plan.units_by_code[code] for code in units] or plan.units:
        if kind is Kind.CORRECTIONS:
            copies = tuple(_copies(folder, plan, unit))
            if copies or units:
                yield unit, told.get(unit.code, ()), copies
        elif kind is Kind.HANDBOOK:
            own = folder.handbooks / f"{unit_file_stem(plan, unit)}.docx"
            document = own if own.is_file() else folder.handbook_file
            both = (document, document.with_suffix(".pdf"))
            yield unit, (), tuple(one for one in both if one.is_file())
        else:
            yield unit, (), tuple(_form(folder, plan, unit))


def standings(folder: PlanFolder, plan: Plan) -> tuple[Standing, ...]:
    """How things stand with each unit, by the latest build and the register.

    Raises:
        NothingToSendError: nothing has been built.
    """
    from aktivplan.delivery.schedule import Standing

    answered = {one["code"] for one in _findings(folder)["units"] if one["status"] == "answered"}
    told = _told_by_unit(folder)
    asked: dict[str, date] = {}
    reminded: dict[str, date] = {}
    unreached: set[str] = set()
    if folder.register_file.exists():
        with _register(folder) as register:
            messages, mails = register.messages(), register.mails()
        for message in messages:
            day = datetime.fromisoformat(message.changed).date()
            if message.state in _GONE_OUT and message.kind == Kind.TEMPLATES:
                asked.setdefault(message.unit, day)
            elif message.state in _GONE_OUT and message.kind in (Kind.REMINDER, Kind.CORRECTIONS):
                reminded[message.unit] = max(day, reminded.get(message.unit, day))
        for mail in mails:
            (unreached.add if mail.what == "bounce" else unreached.discard)(mail.unit)
    return tuple(
        Standing(
            unit.code,
            asked.get(unit.code),
            unit.code in answered,
            tuple(told.get(unit.code, ()))
            if unit.code in answered and any(_copies(folder, plan, unit))
            else (),
            reminded.get(unit.code),
            unit.code not in unreached,
        )
        for unit in plan.units
    )


def _digest(folder: PlanFolder, plan: Plan, outgoing: Iterable[Outgoing]) -> Letter:
    """What the process leader is told of the day."""
    from aktivplan.delivery.letters import letter_to_leader
    from aktivplan.delivery.schedule import summary

    found = standings(folder, plan)
    reminded = {one.letter.unit for one in outgoing}
    return letter_to_leader(
        plan, answered=sum(one.answered for one in found), summary=summary(plan, found, reminded)
    )


def _form(folder: PlanFolder, plan: Plan, unit: Unit) -> Iterator[Path]:
    """The unit's blank form, if it is there."""
    from aktivplan.forms.layout import form_file_name

    form = folder.templates / form_file_name(plan, unit)
    if form.is_file():
        yield form


def _copies(folder: PlanFolder, plan: Plan, unit: Unit) -> Iterator[Path]:
    """The unit's corrected copies."""
    from aktivplan.forms.layout import unit_file_stem

    stem = unit_file_stem(plan, unit)
    return (
        path
        for path in sorted(folder.corrections.glob("*.xlsx"))
        if path.stem == stem or path.stem.startswith(f"{stem} (")
    )


def _told_by_unit(folder: PlanFolder) -> dict[str, list[str]]:
    """By unit what the latest build found to mend in its answer."""
    told: dict[str, list[str]] = defaultdict(list)
    for one in _findings(folder)["findings"]:
        if one["unit"] and one["severity"] != "note":
            told[one["unit"]].append(one["text"])
    return {
        unit: lines if len(lines) <= _MOST_TOLD else [*lines[:_MOST_TOLD], "…"]
        for unit, lines in told.items()
    }


def _findings(folder: PlanFolder) -> dict[str, list[dict[str, str]]]:
    try:
        found: dict[str, list[dict[str, str]]] = json.loads(folder.findings_file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise NothingToSendError("build") from error
    return found


def _attached(files: Iterable[Path]) -> list[Attached]:
    from aktivplan.delivery.composing import Attached

    return [Attached(path.name, path.read_bytes()) for path in files]


def _envelope(plan: Plan, campaign: str) -> Envelope:
    from aktivplan.delivery.composing import Envelope

    settings = plan.settings
    sender = settings.sender or settings.leader_email
    reply_to = settings.reply_to or settings.leader_email
    return Envelope(settings.leader_name, sender, reply_to, settings.language, campaign, settings.id)


def _registered(
    folder: PlanFolder, plan: Plan, one: Outgoing, path: Path, attached: Sequence[Attached], campaign: str
) -> NewMessage:
    import hashlib

    from aktivplan.delivery.composing import message_id
    from aktivplan.register.register import NewMessage

    told = one.letter
    return NewMessage(
        campaign,
        told.kind,
        told.unit,
        told.address,
        told.subject,
        message_id(told, attached, _envelope(plan, campaign)),
        hashlib.sha256(path.read_bytes()).hexdigest(),
        path.relative_to(folder.root).as_posix(),
    )


def _name(plan: Plan, written: Letter) -> str:
    from aktivplan.forms.layout import unit_file_stem

    unit = plan.units_by_code.get(written.unit)
    return f"{unit_file_stem(plan, unit)} – {written.kind}.eml" if unit else f"{written.kind}.eml"


def _is_usable(address: str) -> bool:
    return bool(address) and address.isascii()


def _server(plan: Plan) -> Server:
    from aktivplan.delivery.smtp import STARTTLS_PORT, Server

    host, _colon, port = plan.settings.mail_server.partition(":")
    return Server(host, int(port or STARTTLS_PORT), plan.settings.mail_user)


def _register(folder: PlanFolder) -> Register:
    from aktivplan.register.register import Register

    return Register(folder.register_file)


def _now() -> datetime:
    return datetime.now(UTC)
