"""What comes in, step by step: each mail is kept, looked at, put among the answers if it is one, and put down in the register.

It may be broken off anywhere and started again: each step finds what is done already. Nothing is removed where it came from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Self

from aktivplan.files import safe_name, write_whole

if TYPE_CHECKING:
    import ssl

    from aktivplan.definition.models import Plan
    from aktivplan.delivery.automatic import Automatic
    from aktivplan.delivery.mailbox import Account, Waiting
    from aktivplan.folder import PlanFolder
    from aktivplan.progress import Progress
    from aktivplan.register.register import Register

_SUFFIXES = (".eml", ".emlx", ".msg")
_SECONDS_PER_MAIL = 20.0
_TOGETHER = 20
"""So many mails of a mailbox are stored before it is remembered how far it was read."""
_MARK = 8
"""So many figures of a mail's SHA-256 stand in its name, so that no two mails have the same."""


class What(StrEnum):
    """What a mail is."""

    ANSWER = "answer"
    """It brings files, and lies among the answers now."""
    AWAY = "away"
    BOUNCE = "bounce"
    DELAYED = "delayed"
    WITHOUT_FILE = "without file"
    """Somebody must read it."""
    UNREADABLE = "unreadable"
    """Somebody must open it."""


FOR_A_PERSON = (What.WITHOUT_FILE, What.UNREADABLE)


@dataclass(frozen=True, slots=True)
class Taken:
    """A mail that was taken in, and what it is."""

    file: str
    """What it is called where it came from."""
    what: What
    unit: str
    """The unit that it is about; "" if that is not known."""
    sender: str
    subject: str
    detail: str = ""
    """Of a bounce: the addresses, and the status."""


@dataclass(frozen=True, slots=True)
class Collected:
    """What a run has taken in."""

    taken: tuple[Taken, ...]
    known: int
    """Mails that an earlier run had taken in."""


@dataclass(frozen=True, slots=True)
class _Looked:
    """What a worker has found out about a mail."""

    automatic: Automatic
    sender: str
    sent: datetime | None
    files: int
    """How many files it brings that are worth a look."""


def collect_folder(folder: PlanFolder, plan: Plan, source: Path, progress: Progress) -> Collected:
    """Take in every mail (.eml, .msg) below a folder that was not taken in before. The caller holds the plan's folder.

    Raises:
        OSError, RegisterError: a folder cannot be read or written to. What was taken in before is whole.
    """
    from aktivplan.register.archive import keep
    from aktivplan.register.register import Register

    found = sorted(path for path in source.rglob("*") if path.suffix.lower() in _SUFFIXES and path.is_file())
    taken: list[Taken] = []
    with Register(folder.register_file) as register:
        desk = _Desk.of(folder, plan, register, str(source))
        known = {one.sha256 for one in register.mails()}
        new: list[tuple[Path, str]] = []
        for path in found:
            digest = keep(folder.archive, path.read_bytes(), path.suffix)
            if digest not in known and digest not in {one for _path, one in new}:
                new.append((path, digest))
        for done, (path, digest, looked) in enumerate(desk.looked_at(new), start=1):
            taken.append(desk.take(path, digest, looked))
            progress(done, len(new))
    return Collected(tuple(taken), len(found) - len(new))


def collect_mailbox(
    folder: PlanFolder,
    plan: Plan,
    account: Account,
    password: Callable[[], str],
    progress: Progress,
    *,
    context: ssl.SSLContext | None = None,
) -> Collected:
    """Take in every mail of a mailbox that was not taken in before. The caller holds the plan's folder.

    A mail counts as taken in, and is moved if the plan says so, once it is stored for good. None is marked or deleted.

    Raises:
        ServerError: the mailbox cannot be read. What was taken in before is whole.
        OSError, RegisterError: the plan's folder cannot be written to. The same holds.
    """
    from aktivplan.delivery.mailbox import Mailbox, Position
    from aktivplan.register.register import Register

    taken: list[Taken] = []
    known = 0
    with Register(folder.register_file) as register:
        desk = _Desk.of(folder, plan, register, account.source)
        move_to = plan.settings.mailbox_moved_to
        with Mailbox(account, password, move_to=move_to, context=context) as box:
            waiting = box.new(Position(*register.position(account.source)))
            for start in range(0, len(waiting), _TOGETHER):
                some = waiting[start : start + _TOGETHER]
                new = desk.kept((one, box.fetch(one)) for one in some)
                taken += (desk.take(path, digest, looked) for path, digest, looked in desk.looked_at(new))
                known += len(some) - len(new)
                register.set_position(account.source, some[-1].position.validity, some[-1].position.last)
                for one in some:
                    box.mark(one)
                progress(start + len(some), len(waiting))
    return Collected(tuple(taken), known)


@dataclass(frozen=True, slots=True)
class _Desk:
    """Where mails are taken in."""

    folder: PlanFolder
    plan: Plan
    register: Register
    about: Mapping[str, str]
    """Units by the ids of the messages that they were sent."""
    source: str
    """Where the mails come from."""

    @classmethod
    def of(cls, folder: PlanFolder, plan: Plan, register: Register, source: str) -> Self:
        """The desk for mails from there."""
        return cls(folder, plan, register, {one.message_id: one.unit for one in register.messages()}, source)

    def kept(self, fetched: Iterable[tuple[Waiting, bytes | None]]) -> list[tuple[Path, str]]:
        """Put what was fetched into the archive: where those lie that were not taken in before, and their SHA-256."""
        from aktivplan.register.archive import keep, path_of

        known = {one.sha256 for one in self.register.mails()}
        new: dict[str, Path] = {}
        for _waiting, content in fetched:
            # Somebody may have removed it in the meantime.
            if content is None:
                continue
            digest = keep(self.folder.archive, content, ".eml")
            if digest not in known:
                new[digest] = path_of(self.folder.archive, digest, ".eml")
        return [(path, digest) for digest, path in new.items()]

    def looked_at(self, new: Sequence[tuple[Path, str]]) -> Iterator[tuple[Path, str, _Looked | None]]:
        """Each with what a worker has found out about it; None where it could not."""
        from aktivplan.intake.workers import run_isolated

        if new:
            looked = run_isolated(_look, None, [path for path, _digest in new], seconds=_SECONDS_PER_MAIL)
            for (path, digest), ended in zip(new, looked, strict=True):
                yield path, digest, ended.result

    def take(self, path: Path, digest: str, looked: _Looked | None) -> Taken:
        """One mail, which is in the archive: among the answers if it is one, and then into the register."""
        from aktivplan.register.register import MailSeen

        if looked is None:
            one, sent, message_id = Taken(path.name, What.UNREADABLE, "", "", ""), "", ""
        else:
            told = looked.automatic
            unit = _unit(self.plan, looked, self.about)
            one = Taken(path.name, _what(looked), unit, looked.sender, told.subject, _detail(told))
            sent, message_id = looked.sent.isoformat() if looked.sent else "", told.message_id
        if one.what is What.ANSWER:
            target = self.folder.returned / _name(one, looked, digest, path.suffix)
            if not target.exists():
                write_whole(target, path.read_bytes())
        seen = MailSeen(
            self.source, digest, message_id, one.sender, sent, one.subject, one.what, one.unit, one.detail
        )
        self.register.add_mail(seen, datetime.now(UTC))
        return one


def _what(looked: _Looked) -> What:
    from aktivplan.delivery.automatic import Kind

    kinds = {Kind.BOUNCE: What.BOUNCE, Kind.DELAYED: What.DELAYED}
    if looked.automatic.kind in kinds:
        return kinds[looked.automatic.kind]
    if looked.files:
        return What.ANSWER
    return What.AWAY if looked.automatic.kind is Kind.AWAY else What.WITHOUT_FILE


def _unit(plan: Plan, looked: _Looked, about: Mapping[str, str]) -> str:
    """The unit that a mail is about: by the message that it answers, by its sender, by the address that failed."""
    for message_id in looked.automatic.about:
        if about.get(message_id):
            return about[message_id]
    addresses = (looked.sender, *looked.automatic.addresses)
    by_address: dict[str, list[str]] = {}
    for unit in plan.units:
        if unit.email:
            by_address.setdefault(unit.email.casefold(), []).append(unit.code)
    for address in addresses:
        units = by_address.get(address.casefold(), [])
        if len(units) == 1:
            return units[0]
    return ""


def _detail(told: Automatic) -> str:
    return " ".join(filter(None, (*told.addresses, told.status)))


def _name(one: Taken, looked: _Looked | None, digest: str, suffix: str) -> str:
    """What the mail is called among the answers: when it was sent, who sent it, and a mark of its own."""
    day = looked.sent.strftime("%Y-%m-%d %H%M") if looked and looked.sent else ""
    said = safe_name(" ".join(filter(None, (day, one.sender or one.unit))))
    return f"{said} {digest[:_MARK]}{suffix.lower()}"


# --- in the worker ------------------------------------------------------------------------------------------


def _look(_shared: None, path: Path) -> _Looked:
    from aktivplan.codes import CATALOGUE, Severity
    from aktivplan.delivery.automatic import automatic
    from aktivplan.intake.containers.container import Form
    from aktivplan.intake.containers.opening import open_container

    content = path.read_bytes()
    container = open_container(content, Form.MAIL)
    worth = [
        one for one in container.entries if not one.told or CATALOGUE[one.told].severity is not Severity.NOTE
    ]
    return _Looked(automatic(content), container.sender, container.sent, len(worth))


def unanswered(collected: Iterable[Taken]) -> Iterator[Taken]:
    """Those that a person must look at."""
    return (one for one in collected if one.what in FOR_A_PERSON)


def bounced(collected: Sequence[Taken]) -> Iterator[Taken]:
    """Those that tell of an address that does not work."""
    return (one for one in collected if one.what is What.BOUNCE)
