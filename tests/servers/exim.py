"""Exim on loopback, delivering into the mailboxes that Dovecot serves; nothing of the system's is touched."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from tests.servers.dovecot import PASSWORD, Home, free_port, stop, wait_for

PROGRAM = shutil.which("exim4", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
DOMAIN = "lindesjo.example"
FULL = "full"
"""A user who is taken in and cannot be delivered to, so that the server writes a report to the sender."""
_CONFIGURATION = """
primary_hostname = mail.{domain}
spool_directory = {home}/spool
log_file_path = {home}/spool/%slog
pid_file_path = {home}/spool/exim.pid
exim_user = {user}
exim_group = {group}
daemon_smtp_ports = {port}
local_interfaces = 127.0.0.1
keep_environment =
tls_advertise_hosts = *
tls_certificate = {home}/certificate.pem
tls_privatekey = {home}/key.pem
auth_advertise_hosts = ${{if eq{{$tls_in_cipher}}{{}}{{}}{{*}}}}
domainlist local_domains = {domain}
acl_smtp_rcpt = check
acl_smtp_data = accept

begin acl
check:
  deny !authenticated = *
    message = 5.7.1 Log in first
  deny !verify = recipient
    message = 5.1.1 No such user here
  accept

begin routers
full:
  driver = redirect
  local_parts = {full}
  domains = +local_domains
  verify = false
  allow_fail
  data = :fail: 5.2.2 The mailbox is full
here:
  driver = accept
  domains = +local_domains
  local_parts = {users}
  transport = maildir

begin transports
maildir:
  driver = appendfile
  directory = {home}/mail/$local_part_data
  maildir_format
  delivery_date_add
  envelope_to_add
  return_path_add
  user = {user}
  group = {group}
  mode = 0600

begin retry
*  *  F,1h,1m

begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_condition = ${{if and{{{{eq{{$auth2}}{{plan}}}}{{eq{{$auth3}}{{{password}}}}}}}}}
  server_set_id = $auth2
"""


@dataclass(frozen=True)
class Exim:
    """A running server; the user "plan" may send by it, with `PASSWORD`."""

    home: Home
    port: int


@contextmanager
def exim(home: Home, users: tuple[str, ...]) -> Iterator[Exim]:
    """Exim, for a home's users and one whose mailbox is full."""
    assert PROGRAM
    port = free_port()
    spool = home.path / "spool"
    spool.mkdir()
    os.chown(spool, home.owner.uid, home.owner.gid)
    told = _CONFIGURATION.format(
        home=home.path,
        domain=DOMAIN,
        user=home.owner.user,
        group=home.owner.group,
        port=port,
        users=" : ".join((*users, FULL)),
        full=FULL,
        password=PASSWORD,
    )
    home.write("exim.conf", told)
    process = home.start(PROGRAM, "-C", str(home.path / "exim.conf"), "-bdf", "-q10s")
    try:
        wait_for(port, process, spool / "mainlog")
        yield Exim(home, port)
    finally:
        stop(process)
