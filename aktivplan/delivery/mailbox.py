"""A mailbox (IMAP): which mails are new, and their bytes. Looks into none of them; marks none as read; deletes nothing."""

from __future__ import annotations

import imaplib
import re
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from aktivplan.delivery.passwords import Token
from aktivplan.delivery.smtp import ServerError, given
from aktivplan.workbooks.limits import MEBIBYTE

if TYPE_CHECKING:
    from imap_tools.mailbox import BaseMailBox

_SECONDS = 60.0
TLS_PORT, STARTTLS_PORT = 993, 143
LARGEST_MAIL = 38 * MEBIBYTE
"""Bytes; a larger one is not fetched. A file of 25 MiB takes a good 34 in a mail."""
_UID, _SIZE = re.compile(rb"\bUID (\d+)"), re.compile(rb"\bRFC822\.SIZE (\d+)")
_MOVE = "MOVE"
"""What a server offers that moves a mail in one step. Without it, a copy would be made and the mail deleted."""


@dataclass(frozen=True, slots=True)
class Account:
    """Where mails come in."""

    host: str
    user: str
    port: int = TLS_PORT
    folder: str = "INBOX"

    @property
    def name(self) -> str:
        """The server as people write it."""
        return f"{self.host}:{self.port}"

    @property
    def source(self) -> str:
        """What tells this mailbox from any other."""
        return f"{self.user}@{self.host}/{self.folder}"


@dataclass(frozen=True, slots=True)
class Position:
    """How far a mailbox has been taken in."""

    validity: int = 0
    """The server's UIDVALIDITY: with another one, the numbers of mails mean nothing any more."""
    last: int = 0
    """The highest UID that was taken in."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A mail that has not been taken in."""

    uid: int
    size: int
    """In bytes, by the server's account."""
    position: Position
    """What to remember once the mail has been stored."""

    @property
    def is_too_large(self) -> bool:
        """Whether its headers are all that is fetched of it."""
        return self.size > LARGEST_MAIL


class Mailbox:
    """A connection to a mailbox. Use it in a ``with``, which connects and logs in.

    Args:
        account: where.
        password: gives the user's password.
        move_to: the folder that mails are moved to once they have been taken in; "" leaves them where they are.
        context: for TLS; the system's authorities unless said otherwise.

    Raises (every method):
        ServerError: "unreachable", "certificate", "no-starttls", "no-password", "login", or "no-folder" (the folder cannot be
            opened or made; the detail is its name).
    """

    def __init__(
        self,
        account: Account,
        password: Callable[[], str],
        *,
        move_to: str = "",
        context: ssl.SSLContext | None = None,
    ) -> None:
        self._account = account
        self._password = password
        self._move_to = move_to
        self._context = context or ssl.create_default_context()
        self._box: BaseMailBox | None = None
        self._validity = 0
        self._is_ready_to_move = False

    def __enter__(self) -> Self:
        with self._told():
            box = self._connected()
            self._box = box
            try:
                self._log_in(box)
                self._open_folder(box)
            except BaseException:
                self._drop()
                raise
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        self._drop()

    def new(self, since: Position) -> tuple[Waiting, ...]:
        """The mails that came after a position, in the order in which they came; all of them if the mailbox was made anew."""
        validity = self._validity
        first = since.last + 1 if validity and validity == since.validity else 1
        sizes: dict[int, int] = {}
        for line in self._asked(f"{first}:*", "(UID RFC822.SIZE)"):
            text = line[0] if isinstance(line, tuple) else line
            uid, size = _UID.search(text or b""), _SIZE.search(text or b"")
            if uid and size:
                sizes[int(uid[1])] = int(size[1])
        # "5:*" is never empty: where nothing is new, it is the last mail.
        return tuple(
            Waiting(uid, size, Position(validity, uid)) for uid, size in sorted(sizes.items()) if uid >= first
        )

    def fetch(self, mail: Waiting) -> bytes | None:
        """The mail's bytes; of one that is too large its headers alone. None if it is not there any more."""
        part = "BODY.PEEK[HEADER]" if mail.is_too_large else "BODY.PEEK[]"
        for line in self._asked(str(mail.uid), f"(UID {part})"):
            if isinstance(line, tuple) and len(line) > 1 and isinstance(line[1], bytes):
                return line[1]
        return None

    def mark(self, mail: Waiting) -> bool:
        """Move a mail that has been stored; False if mails stay where they are, or the server cannot move them."""
        box = self._open()
        if not self._move_to or _MOVE not in box.client.capabilities:
            return False
        with self._told():
            if not self._is_ready_to_move and not box.folder.exists(self._move_to):
                with self._missing(self._move_to):
                    box.folder.create(self._move_to)
            self._is_ready_to_move = True
            with self._missing(self._move_to):
                box.move(str(mail.uid), self._move_to)
        return True

    def _asked(self, uids: str, what: str) -> list[Any]:
        with self._told():
            _status, lines = self._open().client.uid("FETCH", uids, what)
        return lines

    def _open(self) -> BaseMailBox:
        if self._box is None:
            raise ValueError("the mailbox is used outside of its with")
        return self._box

    def _connected(self) -> BaseMailBox:
        from imap_tools.mailbox import MailBox, MailBoxStartTls

        host, port = self._account.host, self._account.port
        if port != STARTTLS_PORT:
            return MailBox(host, port, timeout=_SECONDS, ssl_context=self._context)
        try:
            return MailBoxStartTls(host, port, timeout=_SECONDS, ssl_context=self._context)
        except imaplib.IMAP4.error as error:
            raise ServerError("no-starttls", self._account.name) from error

    def _log_in(self, box: BaseMailBox) -> None:
        from imap_tools.errors import ImapToolsError

        # Letters beyond ASCII can be sent in one of the two ways only.
        password = given(self._password, self._account.name, self._account.user)
        user = self._account.user
        try:
            if isinstance(password, Token):
                box.xoauth2(user, password, initial_folder=None)
            elif "AUTH=PLAIN" in box.client.capabilities:
                box.login_utf8(user, password, initial_folder=None)
            else:
                box.login(user, password, initial_folder=None)
        except (imaplib.IMAP4.abort, OSError):
            raise
        except UnicodeEncodeError:
            # Its text tells of the password.
            raise ServerError("login", self._account.name) from None
        except (imaplib.IMAP4.error, ImapToolsError) as error:
            raise ServerError("login", self._account.name, _said(error)) from error
        # What a server offers, it may tell only those who are logged in.
        _status, lines = box.client.capability()
        box.client.capabilities = tuple(
            b" ".join(filter(None, lines)).decode("ascii", "replace").upper().split()
        )

    def _open_folder(self, box: BaseMailBox) -> None:
        with self._missing(self._account.folder):
            box.folder.set(self._account.folder, readonly=not self._move_to)
        _name, lines = box.client.response("UIDVALIDITY")
        told = lines[-1] if lines else None
        self._validity = int(told) if isinstance(told, bytes) and told.isdigit() else 0

    def _drop(self) -> None:
        from imap_tools.errors import ImapToolsError

        if self._box is not None:
            with suppress(imaplib.IMAP4.error, ImapToolsError, OSError):
                self._box.logout()
            self._box = None

    @contextmanager
    def _missing(self, folder: str) -> Iterator[None]:
        from imap_tools.errors import UnexpectedCommandStatusError

        try:
            yield
        except (UnexpectedCommandStatusError, imaplib.IMAP4.readonly) as error:
            raise ServerError("no-folder", self._account.name, folder) from error

    @contextmanager
    def _told(self) -> Iterator[None]:
        from imap_tools.errors import ImapToolsError

        server = self._account.name
        try:
            yield
        except ssl.SSLCertVerificationError as error:
            raise ServerError("certificate", server, error.verify_message) from error
        except (imaplib.IMAP4.error, ImapToolsError, OSError) as error:
            raise ServerError("unreachable", server, _said(error)) from error


def _said(error: Exception) -> str:
    return " ".join((str(error) or type(error).__name__).split())[:300]
