"""Dovecot on loopback, with a configuration and users of its own; nothing of the system's is touched."""

from __future__ import annotations

import base64
import hmac
import json
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tests.delivery.servers import Certificates

PROGRAM = shutil.which("dovecot", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
PASSWORD = "blåbär 7"
_SECONDS = 20.0
_CONFIGURATION = """
base_dir = {home}/run
state_dir = {home}/state
log_path = {home}/log
protocols = imap
listen = 127.0.0.1
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
ssl = required
ssl_cert = <{home}/certificate.pem
ssl_key = <{home}/key.pem
ssl_min_protocol = TLSv1.2
mail_location = maildir:{home}/mail/%n
first_valid_uid = 1
first_valid_gid = 1
auth_mechanisms = plain login xoauth2
passdb {{
  driver = oauth2
  mechanisms = xoauth2
  args = {home}/oauth2.conf
}}
passdb {{
  driver = passwd-file
  mechanisms = plain login
  args = scheme=PLAIN {home}/users
}}
userdb {{
  driver = static
  args = uid={user} gid={group} home={home}/mail/%n
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {starttls_port}
  }}
  inet_listener imaps {{
    port = {tls_port}
    ssl = yes
  }}
}}
service anvil {{
  chroot =
}}
service stats {{
  chroot =
}}
"""


_TOKENS = """
introspection_mode = local
local_validation_key_dict = fs:posix:prefix={home}/keys/
username_attribute = sub
"""
_KEY = b"a key of the tests, and of nothing else"


def token_for(user: str) -> str:
    """An access token (a JSON Web Token, RFC 7519) that the server takes for the user."""
    now = int(time.time())
    claims = {"sub": user, "iat": now, "nbf": now, "exp": now + 600}
    told = ".".join(_part(json.dumps(one).encode()) for one in ({"alg": "HS256", "typ": "JWT"}, claims))
    return f"{told}.{_part(hmac.digest(_KEY, told.encode(), 'sha256'))}"


def _part(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


@dataclass(frozen=True)
class Owner:
    """Who the servers run as: whoever runs the tests, but never root."""

    user: str
    group: str
    uid: int
    gid: int


@dataclass(frozen=True)
class Home:
    """Where a server keeps everything, and the mails that came for each of its users."""

    path: Path
    owner: Owner

    def maildir(self, user: str) -> Path:
        return self.path / "mail" / user

    def write(self, name: str, content: str) -> None:
        file = self.path / name
        file.write_text(content, encoding="utf-8")
        file.chmod(0o600)
        os.chown(file, self.owner.uid, self.owner.gid)

    def start(self, *command: str) -> subprocess.Popen[bytes]:
        """A program as the home's owner."""
        as_owner = (
            {} if os.getuid() else {"user": self.owner.uid, "group": self.owner.gid, "extra_groups": []}
        )
        return subprocess.Popen(
            command,
            cwd=self.path,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            **as_owner,  # type: ignore[call-overload]
        )


@dataclass(frozen=True)
class Dovecot:
    """A running server."""

    home: Home
    tls_port: int
    starttls_port: int

    def put(self, user: str, content: bytes, name: str = "") -> None:
        """A mail into a user's mailbox, as a delivering program does it."""
        folder = self.home.maildir(user)
        number = len(list(folder.rglob("*.test")))
        part = folder / "tmp" / (name or f"{time.time_ns()}.{number}.test")
        part.write_bytes(content)
        os.chown(part, self.home.owner.uid, self.home.owner.gid)
        part.replace(folder / "new" / part.name)

    def flags(self, user: str) -> list[str]:
        """What is marked on each mail of the inbox ("S" for seen), by its name."""
        found = [*self.home.maildir(user).glob("new/*"), *self.home.maildir(user).glob("cur/*")]
        return [path.name.partition(":2,")[2] for path in sorted(found)]

    def renew(self, user: str) -> None:
        """Forget the mailbox's numbers, as after a move to another server: it gets another UIDVALIDITY."""
        for path in self.home.maildir(user).glob("dovecot*"):
            path.unlink()
        (self.home.maildir(user) / "dovecot-uidlist").write_text("3 V77 N1\n")
        os.chown(self.home.maildir(user) / "dovecot-uidlist", self.home.owner.uid, self.home.owner.gid)


@contextmanager
def home(certificates: Certificates, users: tuple[str, ...]) -> Iterator[Home]:
    """A folder for servers, with a certificate and an empty mailbox for each user."""
    # Not pytest's: others than root cannot get there.
    path = Path(tempfile.mkdtemp(prefix="aktivplan-mail-"))
    made = Home(path, _owner())
    certificate = certificates.authority.issue_cert("localhost")
    made.write("certificate.pem", "".join(one.bytes().decode() for one in certificate.cert_chain_pems))
    made.write("key.pem", certificate.private_key_pem.bytes().decode())
    made.write("users", "".join(f"{user}:{PASSWORD}\n" for user in users))
    folders = [path / "mail", *(path / "mail" / user for user in users)]
    folders += [path / "mail" / user / name for user in users for name in ("cur", "new", "tmp")]
    for folder in folders:
        folder.mkdir()
    for folder in (path, *folders):
        os.chown(folder, made.owner.uid, made.owner.gid)
    try:
        yield made
    finally:
        shutil.rmtree(path, ignore_errors=True)


@contextmanager
def dovecot(home: Home) -> Iterator[Dovecot]:
    """Dovecot, serving the mailboxes of a home."""
    assert PROGRAM
    tls_port, starttls_port = free_port(), free_port()
    told = _CONFIGURATION.format(
        home=home.path,
        user=home.owner.user,
        group=home.owner.group,
        tls_port=tls_port,
        starttls_port=starttls_port,
    )
    home.write("dovecot.conf", told)
    home.write("oauth2.conf", _TOKENS.format(home=home.path))
    for folder in ("keys", "keys/default", "keys/default/HS256"):
        (home.path / folder).mkdir(exist_ok=True)
        os.chown(home.path / folder, home.owner.uid, home.owner.gid)
    home.write("keys/default/HS256/default", base64.b64encode(_KEY).decode())
    process = home.start(PROGRAM, "-F", "-c", str(home.path / "dovecot.conf"))
    try:
        wait_for(tls_port, process, home.path / "log")
        yield Dovecot(home, tls_port, starttls_port)
    finally:
        stop(process)


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def wait_for(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + _SECONDS
    while time.monotonic() < until and process.poll() is None:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.05)
    told = log.read_text(encoding="utf-8", errors="replace")[-2000:] if log.exists() else ""
    raise AssertionError(f"the server does not answer; its log ends: {told}")


def stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _owner() -> Owner:
    found = pwd.getpwuid(os.getuid()) if os.getuid() else pwd.getpwnam("nobody")
    import grp

    return Owner(found.pw_name, grp.getgrgid(found.pw_gid).gr_name, found.pw_uid, found.pw_gid)
