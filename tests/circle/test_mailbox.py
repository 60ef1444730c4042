"""Answers come in by IMAP from a real server: once, whole, and moved only when they are stored."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from aktivplan.cli.app import app
from aktivplan.definition.plan_writer import write_plan
from aktivplan.folder import PlanFolder
from aktivplan.forms.writer import write_form
from aktivplan.register.register import Register
from tests.circle.units import forty_units, way_of
from tests.delivery.servers import Certificates
from tests.servers import dovecot as servers
from tests.servers.dovecot import PASSWORD, Dovecot

pytestmark = pytest.mark.skipif(
    servers.PROGRAM is None, reason="dovecot (Debian's dovecot-imapd) is not installed"
)
USER = "plan"


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Dovecot]:
    certificates = Certificates()
    certificates.authority.cert_pem.write_to_path(str(tmp_path / "authority.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    monkeypatch.setenv("AKTIVPLAN_IMAP_PASSWORD", PASSWORD)
    with servers.home(certificates, (USER,)) as home, servers.dovecot(home) as running:
        yield running


def run(folder: PlanFolder, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["-C", str(folder.root), *arguments])


def folder_for(server: Dovecot, root: Path, **settings: str) -> PlanFolder:
    plan, folder = forty_units(), PlanFolder(root / "plan")
    folder.returned.mkdir(parents=True)
    mail = {"mailbox": f"localhost:{server.tls_port}", "mailbox_user": USER, **settings}
    changed = plan.model_copy(update={"settings": plan.settings.model_copy(update=mail)})
    folder.plan_file.write_bytes(write_plan(changed))
    return folder


def put(server: Dovecot, first: int, end: int) -> list[bytes]:
    """The mails of some units into the mailbox."""
    plan = forty_units()
    mails = [
        message.as_bytes()
        for number in range(first, end)
        for message in way_of(number).mails(plan, plan.units[number], write_form(plan, plan.units[number]))
    ]
    for number, content in enumerate(mails):
        server.put(USER, content, f"{first:02}{number:03}.test")
    return mails


def test_the_mailbox_is_read_mail_by_mail_and_left_as_it_was(server: Dovecot, tmp_path: Path) -> None:
    folder = folder_for(server, tmp_path)
    mails = put(server, 0, 22)
    result = run(folder, "collect")
    assert "21 mejl med svar togs in." in result.output, result.output
    with Register(folder.register_file) as register:
        assert len(register.mails()) == len(mails)
    assert set(server.flags(USER)) == {""}


def test_the_next_run_takes_only_what_has_come_since(server: Dovecot, tmp_path: Path) -> None:
    folder = folder_for(server, tmp_path)
    put(server, 0, 3)
    run(folder, "collect")
    put(server, 3, 5)
    again = run(folder, "collect")
    assert "2 mejl med svar togs in." in again.output
    assert len(list(folder.returned.iterdir())) == 5


def test_a_mailbox_that_was_numbered_anew_brings_nothing_twice(server: Dovecot, tmp_path: Path) -> None:
    folder = folder_for(server, tmp_path)
    put(server, 0, 3)
    run(folder, "collect")
    server.renew(USER)
    again = run(folder, "collect")
    assert "0 mejl med svar togs in." in again.output
    assert "3 mejl var redan intagna." in again.output
    assert len(list(folder.returned.iterdir())) == 3


def test_mails_are_moved_if_the_plan_names_a_folder(server: Dovecot, tmp_path: Path) -> None:
    folder = folder_for(server, tmp_path, mailbox_moved_to="Intagna")
    put(server, 0, 3)
    run(folder, "collect")
    moved = [path for path in server.home.maildir(USER).glob(".Intagna/*/*") if path.is_file()]
    assert (len(moved), server.flags(USER)) == (3, [])


def test_a_wrong_password_is_told_and_nothing_is_taken_in(
    server: Dovecot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = folder_for(server, tmp_path)
    put(server, 0, 1)
    monkeypatch.setenv("AKTIVPLAN_IMAP_PASSWORD", "fel")
    result = run(folder, "collect")
    assert result.exit_code == 2
    assert list(folder.returned.iterdir()) == []


def test_without_a_mailbox_and_a_folder_the_way_is_told(tmp_path: Path) -> None:
    folder = PlanFolder(tmp_path)
    folder.plan_file.write_bytes(write_plan(forty_units()))
    result = run(folder, "collect")
    assert result.exit_code == 2
    assert "docs/mail.md" in result.output
