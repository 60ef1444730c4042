"""What goes out, step by step: the letters are written, put down in the register, and then sent one by one or left as drafts.

A run may be broken off anywhere and started again: what is registered as sent is not sent again.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from aktivplan.files import write_whole

if TYPE_CHECKING:
    import ssl
    from email.message import EmailMessage

    from aktivplan.definition.models import Plan
    from aktivplan.delivery.composing import Attached, Envelope
    from aktivplan.delivery.drafts import Draft, Drafts
    from aktivplan.delivery.letters import Kind, Letter
    from aktivplan.delivery.smtp import Server, Session
    from aktivplan.folder import PlanFolder
    from aktivplan.preparing import Outgoing, Prepared
    from aktivplan.progress import Progress
    from aktivplan.register.register import Register
    from aktivplan.register.rows import Message, NewMessage

_DRAFTS = "drafts"
"""The campaign of what people send themselves."""
_MOST_ATTEMPTS = 5
"""So often a message is tried that the server puts off."""


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


def write_drafts(folder: PlanFolder, plan: Plan, kind: Kind, prepared: Prepared, *, is_all: bool) -> Drafts:
    """Each letter as a file that a mail program opens, ready to be sent; the register knows them as drafts.

    ``is_all`` says that they are all that there is to send of that kind: then a list is written too, and older drafts go.

    Raises:
        OSError, RegisterError: the folder cannot be written to.
    """
    from aktivplan.delivery.drafts import Drafts, draft_name, put_all_drafts, put_drafts
    from aktivplan.register.rows import State

    attached = [_attached(one.files) for one in prepared.outgoing]
    drafts = [_draft(plan, one.letter, files) for one, files in zip(prepared.outgoing, attached, strict=True)]
    if is_all:
        lasting = [
            _draft(plan, one.letter, _attached(one.files))
            for one in prepared.lasting
            if (folder.outbox / draft_name(plan, kind, one.letter.unit)).is_file()
        ]
        done = put_all_drafts(folder.outbox, plan, kind, drafts, prepared.without_address, lasting)
    else:
        done = Drafts(put_drafts(folder.outbox, plan, kind, drafts))
    with _register(folder) as register:
        register.add_messages(
            (
                _registered(folder, plan, one, path, files, _DRAFTS)
                for one, path, files in zip(prepared.outgoing, done.written, attached, strict=True)
            ),
            State.DRAFTED,
            _now(),
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
    from aktivplan.register.rows import State

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
    from aktivplan.register.rows import State

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
    from aktivplan.register.rows import State

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
    from aktivplan.register.rows import NewMessage

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


def _server(plan: Plan) -> Server:
    from aktivplan.delivery.smtp import STARTTLS_PORT, Server

    host, _colon, port = plan.settings.mail_server.partition(":")
    return Server(host, int(port or STARTTLS_PORT), plan.settings.mail_user)


def _register(folder: PlanFolder) -> Register:
    from aktivplan.register.register import Register

    return Register(folder.register_file)


def _now() -> datetime:
    return datetime.now(UTC)
