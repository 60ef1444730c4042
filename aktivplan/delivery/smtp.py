"""Handing messages over to a mail server, and knowing afterwards what became of each.

The library's own ``sendmail`` does not tell whether the connection broke before or after the whole message had been
handed over. Here the last step is taken by itself, so that it is known when nobody can know.
"""

from __future__ import annotations

import base64
import re
import smtplib
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP as SMTP_POLICY
from enum import StrEnum
from types import TracebackType
from typing import Self

from aktivplan.delivery.passwords import Token

_SECONDS, _SECONDS_FOR_VERDICT = 60.0, 600.0
"""How long an answer is waited for, and how long the one to a whole message (RFC 5321, 4.5.3.2.6): scanners of attachments are slow."""
TLS_PORT, STARTTLS_PORT = 465, 587
_GO_ON, _LOGGED_IN, _CONTINUE = 354, 235, 334
_BEGINS_WITH_DOT = re.compile(rb"^\.", re.MULTILINE)
"""A dot alone ends a message (RFC 5321, 4.5.2), so that every line that begins with one gets another."""


class Outcome(StrEnum):
    """What became of a message."""

    SENT = "sent"
    REFUSED = "refused"
    """The server will not have it, now or later."""
    LATER = "later"
    """It may be tried again."""
    UNKNOWN = "unknown"
    """It was handed over whole, and then nothing was heard: it may have been sent or not."""


@dataclass(frozen=True, slots=True)
class Delivered:
    """What became of a message, and what the server said."""

    outcome: Outcome
    answer: str


class ServerError(Exception):
    """There is no use in trying: ``code`` is "unreachable", "certificate", "no-starttls", "no-password", "login", or a mailbox's "no-folder"."""

    def __init__(self, code: str, server: str, detail: str = "") -> None:
        super().__init__(f"{code}: {server} {detail}".strip())
        self.code = code
        self.server = server
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Server:
    """Where messages are handed over."""

    host: str
    port: int = STARTTLS_PORT
    user: str = ""
    """"" for a relay that lets the machine in by its address."""

    @property
    def name(self) -> str:
        """As people write it."""
        return f"{self.host}:{self.port}"


class Session:
    """A connection to a server, made when it is first needed and made anew when it breaks. Use it in a ``with``.

    Args:
        server: where to.
        password: gives the user's password; asked only where there is a user.
        context: for TLS; the system's authorities unless said otherwise.
    """

    def __init__(
        self, server: Server, password: Callable[[], str], *, context: ssl.SSLContext | None = None
    ) -> None:
        self._server = server
        self._password = password
        self._context = context or ssl.create_default_context()
        self._connection: smtplib.SMTP | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        if kind is not None:
            # In the middle of a message a goodbye would be a line of its text, and its answer never come.
            self._drop()
        self.close()

    def close(self) -> None:
        """Say goodbye, if there is anybody to say it to."""
        if self._connection is not None:
            try:
                self._connection.quit()
            except (smtplib.SMTPException, OSError):
                self._connection.close()
            self._connection = None

    def deliver(self, message: EmailMessage, sender: str, recipient: str) -> Delivered:
        """Hand a message over for one recipient.

        Raises:
            ServerError: the server cannot be used at all: nothing was sent.
        """
        content = message.as_bytes(policy=SMTP_POLICY)
        try:
            connection = self._connected()
            for code, said in (connection.mail(sender), connection.rcpt(recipient)):
                if code // 100 != 2:
                    return self._put_off(connection, code, said)
            code, said = connection.docmd("DATA")
            if code != _GO_ON:
                return self._put_off(connection, code, said)
        except (smtplib.SMTPException, OSError) as error:
            self._drop()
            return Delivered(Outcome.LATER, _said(error))
        return self._hand_over(connection, content)

    def _put_off(self, connection: smtplib.SMTP, code: int, said: bytes) -> Delivered:
        """What the server said before the message went out; the next message finds it ready again."""
        try:
            connection.rset()
        except (smtplib.SMTPException, OSError):
            # Some servers hang up on what they refuse. What they said before counts all the same.
            self._drop()
        return _told(code, said)

    def _hand_over(self, connection: smtplib.SMTP, content: bytes) -> Delivered:
        whole = _BEGINS_WITH_DOT.sub(b"..", content)
        try:
            connection.send(whole if whole.endswith(b"\r\n") else whole + b"\r\n")
        except (smtplib.SMTPException, OSError) as error:
            # Without the final dot the server throws away what it has.
            self._drop()
            return Delivered(Outcome.LATER, _said(error))
        try:
            _wait_at_most(connection, _SECONDS_FOR_VERDICT)
            connection.send(b".\r\n")
            code, said = connection.getreply()
        except (smtplib.SMTPException, OSError) as error:
            self._drop()
            return Delivered(Outcome.UNKNOWN, _said(error))
        _wait_at_most(connection, _SECONDS)
        if code == -1:
            # An answer that is none: as good as nothing heard.
            self._drop()
            return Delivered(Outcome.UNKNOWN, _words(said))
        if code // 100 == 2:
            return Delivered(Outcome.SENT, _words(said))
        return _told(code, said)

    def _connected(self) -> smtplib.SMTP:
        if self._connection is None:
            self._connection = self._connect()
        return self._connection

    def _connect(self) -> smtplib.SMTP:
        server = self._server
        try:
            if server.port == TLS_PORT:
                connection: smtplib.SMTP = smtplib.SMTP_SSL(
                    server.host, server.port, timeout=_SECONDS, context=self._context
                )
            else:
                connection = smtplib.SMTP(server.host, server.port, timeout=_SECONDS)
                connection.starttls(context=self._context)
            connection.ehlo()
            if server.user:
                _log_in(connection, server.user, given(self._password, server.name, server.user))
        except ssl.SSLCertVerificationError as error:
            raise ServerError("certificate", server.name, error.verify_message) from error
        except smtplib.SMTPNotSupportedError as error:
            raise ServerError("no-starttls", server.name) from error
        except smtplib.SMTPAuthenticationError as error:
            raise ServerError("login", server.name, _words(error.smtp_error)) from error
        except (smtplib.SMTPException, OSError) as error:
            raise ServerError("unreachable", server.name, _said(error)) from error
        return connection

    def _drop(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def given(password: Callable[[], str], server: str, user: str) -> str:
    """The password. Raises ServerError where there is none: an empty one only makes a server suspicious."""
    found = password()
    if not found:
        raise ServerError("no-password", server, user)
    return found


def wait_before(attempts: int) -> float:
    """How many seconds to wait before a message is tried again that was put off so many times: 1 minute, 2, 4 … at most an hour."""
    return min(60.0 * 2.0 ** max(attempts - 1, 0), 3600.0)


def _log_in(connection: smtplib.SMTP, user: str, password: str) -> None:
    """Log in; the connection is encrypted by now. The library's own way cannot send a password with "å" in it.

    Raises:
        SMTPAuthenticationError: the server refuses, or offers no way that we know.
    """
    offered = str(connection.esmtp_features.get("auth", "")).upper().split()
    if isinstance(password, Token):
        # By Google's and Microsoft's descriptions of XOAUTH2; an empty line asks for the reason of a refusal.
        code, said = connection.docmd(
            "AUTH", "XOAUTH2 " + _encoded(f"user={user}\1auth=Bearer {password}\1\1")
        )
        if code == _CONTINUE:
            code, said = connection.docmd("")
    elif "PLAIN" in offered:
        code, said = connection.docmd("AUTH", "PLAIN " + _encoded(f"\0{user}\0{password}"))
    elif "LOGIN" in offered:
        code, said = connection.docmd("AUTH", "LOGIN")
        for text in (user, password):
            if code == _CONTINUE:
                code, said = connection.docmd(_encoded(text))
    else:
        code, said = 0, f"no login by password; it offers: {' '.join(offered) or '-'}".encode()
    if code != _LOGGED_IN:
        raise smtplib.SMTPAuthenticationError(code, said)


def _encoded(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


def _wait_at_most(connection: smtplib.SMTP, seconds: float) -> None:
    if connection.sock is not None:
        connection.sock.settimeout(seconds)


def _told(code: int, said: bytes) -> Delivered:
    outcome = Outcome.REFUSED if code >= 500 else Outcome.LATER
    return Delivered(outcome, f"{code} {_words(said)}")


def _words(said: bytes | str) -> str:
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    return " ".join(text.split())[:300]


def _said(error: Exception) -> str:
    return _words(str(error) or type(error).__name__)
