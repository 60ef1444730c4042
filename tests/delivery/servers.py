"""Mail servers on loopback: a real one, and one that does what its script says."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session


@dataclass(frozen=True)
class Certificates:
    """An authority of our own, a server's context that it has signed, and a client's that trusts it."""

    authority: trustme.CA = field(default_factory=trustme.CA)

    def server(self, name: str = "localhost") -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.authority.issue_cert(name).configure_cert(context)
        return context

    def client(self) -> ssl.SSLContext:
        context = ssl.create_default_context()
        self.authority.configure_trust(context)
        return context


@dataclass
class Inbox:
    """What a server has taken in: recipient and content."""

    messages: list[tuple[str, bytes]] = field(default_factory=list)

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:
        self.messages += [(one, envelope.original_content or b"") for one in envelope.rcpt_tos]
        return "250 2.0.0 Taken in"


@contextmanager
def real_server(
    certificates: Certificates, *, starttls: bool = True, password: str = ""
) -> Iterator[tuple[int, Inbox]]:
    """aiosmtpd on a free port, with STARTTLS, and with a login if a password is given."""
    inbox = Inbox()

    def authenticated(
        _server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, data: LoginPassword
    ) -> AuthResult:
        is_right = data.password == password.encode()
        return AuthResult(success=is_right, handled=is_right)

    controller = Controller(
        inbox,
        hostname="localhost",
        port=0,
        tls_context=certificates.server() if starttls else None,
        require_starttls=starttls,
        authenticator=authenticated,
        auth_required=bool(password),
    )
    with socket.socket() as free:
        free.bind(("localhost", 0))
        controller.port = free.getsockname()[1]
    controller.start()
    try:
        yield controller.port, inbox
    finally:
        controller.stop()


class Scripted:
    """Speaks SMTP over TLS, one connection after another, and answers as it is told.

    ``script`` has answers by command ("RCPT", "DATA", "." for the end of a message), "drop" to break the connection
    there ("550 No and drop": after the answer); "in data" breaks it before the message is over. Whatever is not in it is answered as it should be.
    """

    def __init__(self, certificates: Certificates, script: dict[str, str], name: str = "localhost") -> None:
        self.taken: list[bytes] = []
        self.heard: list[str] = []
        self.lines: list[bytes] = []
        self.connections = 0
        self._script = script
        self._context = certificates.server(name)
        self._socket = socket.create_server(("localhost", 0))
        # What it has not read yet waits at the sender, who so notices that the connection is broken.
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 16)
        self.port = self._socket.getsockname()[1]
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._socket.close()

    def _serve(self) -> None:
        while True:
            try:
                plain, _address = self._socket.accept()
            except OSError:
                return
            with suppress(OSError), self._context.wrap_socket(plain, server_side=True) as connection:
                self.connections += 1
                self._speak(connection)

    def _speak(self, connection: ssl.SSLSocket) -> None:
        connection.sendall(b"220 scripted\r\n")
        lines = connection.makefile("rb")
        for line in lines:
            command = line.split()[0].upper().decode() if line.split() else ""
            self.heard.append(command)
            self.lines.append(line.strip())
            answer = self._script.get(command, "250 OK" if command != "DATA" else "354 Go on")
            if command == "QUIT":
                connection.sendall(b"221 Bye\r\n")
                return
            if answer == "drop":
                return
            connection.sendall(f"{answer.removesuffix(' and drop')}\r\n".encode())
            if answer.endswith(" and drop"):
                return
            if command == "DATA" and answer.startswith("354") and not self._data(connection, lines):
                return

    def _data(self, connection: ssl.SSLSocket, lines: Iterator[bytes]) -> bool:
        content = []
        for line in lines:
            if self._script.get("in data"):
                return False
            if line == b".\r\n":
                break
            content.append(line)
        self.taken.append(b"".join(content))
        answer = self._script.get(".", "250 Taken")
        if answer == "drop":
            return False
        connection.sendall(f"{answer}\r\n".encode())
        return True
