"""Forms go out by a real server, one mail a unit, and never twice: whatever breaks off the run, at any step of it."""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from aktivplan import pipeline
from aktivplan.cli.app import app
from aktivplan.definition.models import Plan
from aktivplan.definition.plan_writer import write_plan
from aktivplan.folder import PlanFolder
from aktivplan.forms.layout import form_file_name
from aktivplan.forms.writer import write_form
from aktivplan.register.register import Register, State
from tests.circle.killed import Steps, watch
from tests.circle.units import forty_units
from tests.delivery.servers import Certificates, Inbox, real_server


@pytest.fixture(scope="module")
def certificates() -> Certificates:
    return Certificates()


@pytest.fixture
def server(
    certificates: Certificates, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[int, Inbox]]:
    """A server that asks for a password, and an environment in which the program knows it."""
    certificates.authority.cert_pem.write_to_path(str(tmp_path / "authority.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    monkeypatch.setenv("AKTIVPLAN_SMTP_PASSWORD", "hemligt")
    with real_server(certificates, password="hemligt") as running:
        yield running


def folder_with(root: Path, plan: Plan, port: int | None = None) -> PlanFolder:
    """A plan folder with every unit's form, and a mail server if there is a port."""
    mail = (
        {"mail_server": f"localhost:{port}", "mail_user": "plan", "messages_per_minute": 60_000}
        if port
        else {}
    )
    settings = plan.settings.model_copy(update=mail)
    folder = PlanFolder(root)
    folder.templates.mkdir(parents=True)
    folder.plan_file.write_bytes(write_plan(plan.model_copy(update={"settings": settings})))
    for unit in plan.units:
        (folder.templates / form_file_name(plan, unit)).write_bytes(write_form(plan, unit))
    return folder


def small_plan(count: int = 3) -> Plan:
    plan = forty_units()
    return plan.model_copy(update={"units": plan.units[:count]})


def run(folder: PlanFolder, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["-C", str(folder.root), *arguments])


def by_recipient(inbox: Inbox) -> dict[str, EmailMessage]:
    assert max(Counter(recipient for recipient, _content in inbox.messages).values()) == 1
    return {
        recipient: message_from_bytes(content, _class=EmailMessage, policy=SMTP)
        for recipient, content in inbox.messages
    }


def test_every_unit_gets_its_own_form_in_a_mail_of_its_own(tmp_path: Path, server: tuple[int, Inbox]) -> None:
    port, inbox = server
    plan = forty_units()
    folder = folder_with(tmp_path / "plan", plan, port)
    result = run(folder, "send", "templates")
    assert (result.exit_code, "40 mejl skickades." in result.output) == (0, True), result.output
    received = by_recipient(inbox)
    for unit in plan.units:
        message = received[unit.email]
        (form,) = message.iter_attachments()
        assert form.get_filename() == form_file_name(plan, unit)
        assert form.get_content() == (folder.templates / form_file_name(plan, unit)).read_bytes()
        assert [one.addr_spec for one in message["To"].addresses] == [unit.email]


def test_a_second_run_sends_nothing_again(tmp_path: Path, server: tuple[int, Inbox]) -> None:
    port, inbox = server
    folder = folder_with(tmp_path / "plan", small_plan(), port)
    run(folder, "send", "templates")
    again = run(folder, "send", "templates")
    assert "0 mejl skickades." in again.output
    assert "3 var redan skickade och skickades inte igen." in again.output
    assert len(inbox.messages) == 3


def test_a_form_that_has_changed_is_sent_anew(tmp_path: Path, server: tuple[int, Inbox]) -> None:
    port, inbox = server
    plan = small_plan()
    folder = folder_with(tmp_path / "plan", plan, port)
    run(folder, "send", "templates")
    changed = folder.templates / form_file_name(plan, plan.units[0])
    changed.write_bytes(changed.read_bytes() + b"\0")
    run(folder, "send", "templates")
    assert Counter(recipient for recipient, _ in inbox.messages)[plan.units[0].email] == 2
    assert len(inbox.messages) == 4


def test_only_the_units_that_are_named_get_a_mail(tmp_path: Path, server: tuple[int, Inbox]) -> None:
    port, inbox = server
    folder = folder_with(tmp_path / "plan", small_plan(), port)
    run(folder, "send", "templates", "--to", "e02")
    assert [recipient for recipient, _ in inbox.messages] == ["e02@lindesjo.example"]


def test_a_dry_run_sends_nothing_and_writes_nothing(tmp_path: Path, server: tuple[int, Inbox]) -> None:
    port, inbox = server
    folder = folder_with(tmp_path / "plan", small_plan(), port)
    result = run(folder, "send", "templates", "--dry-run")
    assert "e01@lindesjo.example" in result.output
    assert "3 mejl skulle skickas." in result.output
    assert (inbox.messages, folder.register_file.exists(), folder.outbox.exists()) == ([], False, False)


def test_a_wrong_password_is_told_and_the_next_run_sends(
    tmp_path: Path, server: tuple[int, Inbox], monkeypatch: pytest.MonkeyPatch
) -> None:
    port, inbox = server
    folder = folder_with(tmp_path / "plan", small_plan(), port)
    monkeypatch.setenv("AKTIVPLAN_SMTP_PASSWORD", "fel")
    refused = run(folder, "send", "templates")
    assert refused.exit_code == 2
    assert inbox.messages == []
    monkeypatch.setenv("AKTIVPLAN_SMTP_PASSWORD", "hemligt")
    assert "3 mejl skickades." in run(folder, "send", "templates").output


def test_without_a_password_it_is_told_where_to_put_it(
    tmp_path: Path, server: tuple[int, Inbox], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = folder_with(tmp_path / "plan", small_plan(), server[0])
    monkeypatch.delenv("AKTIVPLAN_SMTP_PASSWORD")
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    refused = run(folder, "send", "templates")
    assert (refused.exit_code, "docs/mail.md" in refused.output) == (2, True)


def test_a_unit_without_an_address_is_named_and_the_others_get_theirs(
    tmp_path: Path, server: tuple[int, Inbox]
) -> None:
    port, inbox = server
    plan = small_plan()
    units = (plan.units[0].model_copy(update={"email": ""}), *plan.units[1:])
    folder = folder_with(tmp_path / "plan", plan.model_copy(update={"units": units}), port)
    result = run(folder, "send", "templates")
    assert (result.exit_code, units[0].name in result.output) == (1, True)
    assert len(inbox.messages) == 2


def test_without_a_server_drafts_are_written_that_are_ready_to_be_sent(tmp_path: Path) -> None:
    plan = small_plan()
    folder = folder_with(tmp_path / "plan", plan)
    result = run(folder, "send", "templates")
    assert "3 utkast ligger i" in result.output
    drafts = sorted(folder.outbox.glob("*.eml"))
    assert [path.name[:3] for path in drafts] == ["E01", "E02", "E03"]
    message = message_from_bytes(drafts[0].read_bytes(), _class=EmailMessage, policy=SMTP)
    assert message["X-Unsent"] == "1"
    with Register(folder.register_file) as register:
        assert {one.state for one in register.messages()} == {State.DRAFTED}


def test_before_there_are_forms_the_command_for_them_is_told(tmp_path: Path) -> None:
    plan = small_plan()
    folder = PlanFolder(tmp_path / "plan")
    folder.root.mkdir()
    folder.plan_file.write_bytes(write_plan(plan))
    result = run(folder, "send", "templates")
    assert result.exit_code == 2
    assert "templates" in result.output


def in_a_child(folder: PlanFolder, last: int, *, done: bool) -> int:
    """Send in a process of its own that is killed at a step; the exit code, or minus the signal."""
    child = os.fork()
    if not child:
        code = 70
        try:
            watch(Steps(last, done=done))
            code = run(folder, "send", "templates").exit_code
        finally:
            os._exit(code)
    _child, status = os.waitpid(child, 0)
    return -os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)


@pytest.mark.parametrize("done", [False, True], ids=["before the step", "after the step"])
def test_killed_at_any_step_no_mail_goes_twice_and_every_doubt_is_listed(
    tmp_path: Path, server: tuple[int, Inbox], monkeypatch: pytest.MonkeyPatch, *, done: bool
) -> None:
    port, inbox = server
    plan = small_plan(2)
    fresh = folder_with(tmp_path / "fresh", plan, port)
    read = pipeline.load_plan(fresh)
    # Reading the plan is no step, and takes a third of the time.
    monkeypatch.setattr(pipeline, "load_plan", lambda _folder: read)
    last, doubts = 1, 0
    while True:
        inbox.messages.clear()
        folder = PlanFolder(shutil.copytree(fresh.root, tmp_path / str(last)))
        code = in_a_child(folder, last, done=done)
        if code >= 0:
            break
        again = run(folder, "send", "templates")
        assert again.exit_code == 0, again.output
        got = Counter(recipient for recipient, _content in inbox.messages)
        with Register(folder.register_file) as register:
            states = {one.recipient: one.state for one in register.messages()}
        for unit in plan.units:
            assert got[unit.email] <= 1, last
            assert states[unit.email] in (State.SENT, State.UNKNOWN), last
            if states[unit.email] is State.SENT:
                assert got[unit.email] == 1, last
            else:
                doubts += 1
                assert unit.email in again.output, last
        last += 1
    assert code == 0
    assert last > 60
    assert doubts > 0
