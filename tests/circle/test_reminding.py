"""Who is reminded when, what the leader is told, what a machine is to run, and that a unit can be forgotten."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from aktivplan import sending
from aktivplan.cli import send as cli_send
from aktivplan.cli.app import app
from aktivplan.definition.models import Plan
from aktivplan.definition.plan_writer import write_plan
from aktivplan.folder import PlanFolder
from aktivplan.forms.layout import form_file_name
from aktivplan.forms.writer import write_form
from aktivplan.pipeline import build
from aktivplan.register.register import Register
from tests.circle.units import forty_units, way_of
from tests.delivery.servers import Certificates, real_server

DEADLINE = date(2027, 3, 15)


def run(folder: PlanFolder, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["-C", str(folder.root), *arguments])


@pytest.fixture(scope="module")
def plan() -> Plan:
    plan = forty_units()
    settings = plan.settings.model_copy(update={"deadline": DEADLINE})
    return plan.model_copy(update={"units": plan.units[:8], "settings": settings})


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory, plan: Plan) -> PlanFolder:
    """Eight units have been asked; the first six have answered, and one of them has something to mend."""
    folder = PlanFolder(tmp_path_factory.mktemp("asked") / "plan")
    folder.returned.mkdir(parents=True)
    folder.templates.mkdir()
    folder.plan_file.write_bytes(write_plan(plan))
    for number, unit in enumerate(plan.units):
        form = write_form(plan, unit)
        (folder.templates / form_file_name(plan, unit)).write_bytes(form)
        if number < 6:
            (mail,) = way_of(number).mails(plan, unit, form)
            (folder.returned / f"{unit.code}.eml").write_bytes(mail.as_bytes())
    run(folder, "send", "templates")
    build(folder, plan)
    for draft in folder.outbox.glob("*.eml"):
        draft.unlink()
    return folder


@pytest.fixture
def folder(asked: PlanFolder, tmp_path: Path) -> PlanFolder:
    return PlanFolder(shutil.copytree(asked.root, tmp_path / "plan"))


def on(monkeypatch: pytest.MonkeyPatch, day: date) -> None:
    """Let it be that day for whoever sends."""

    class Day(date):
        @classmethod
        def today(cls) -> date:
            return day

    monkeypatch.setattr(cli_send, "date", Day)
    monkeypatch.setattr(sending, "_now", lambda: datetime(day.year, day.month, day.day, 8, tzinfo=UTC))


def drafts(folder: PlanFolder) -> dict[str, EmailMessage]:
    return {
        path.name: message_from_bytes(path.read_bytes(), _class=EmailMessage, policy=SMTP)
        for path in sorted(folder.outbox.glob("*.eml"))
    }


def test_on_a_reminder_day_those_who_are_waited_for_are_reminded_and_the_leader_is_told(
    folder: PlanFolder, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    on(monkeypatch, date(2027, 3, 8))
    result = run(folder, "send", "reminder")
    assert result.exit_code == 0, result.output
    found = drafts(folder)
    assert [name[:3] for name in found if name.startswith("E")] == ["E06", "E07", "E08"]
    mend, missing = (
        found[next(name for name in found if name.startswith("E06"))],
        found[next(name for name in found if name.startswith("E07"))],
    )
    assert [one.get_filename() for one in missing.iter_attachments()] == [form_file_name(plan, plan.units[6])]
    assert len(list(mend.iter_attachments())) == 1
    assert "digest.eml" not in found


def test_drafts_of_reminders_stay_as_long_as_their_unit_is_waited_for(
    folder: PlanFolder, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    on(monkeypatch, date(2027, 3, 8))
    run(folder, "send", "reminder")
    written = {path.name: path.read_bytes() for path in folder.outbox.iterdir()}
    for later in (8, 9):
        on(monkeypatch, date(2027, 3, later))
        again = run(folder, "send", "reminder")
        assert "3 utkast från tidigare körningar gäller fortfarande" in again.output, again.output
        assert {path.name: path.read_bytes() for path in folder.outbox.iterdir()} == written
    (mail,) = way_of(1).mails(plan, plan.units[6], write_form(plan, plan.units[6]))
    (folder.returned / "E07.eml").write_bytes(mail.as_bytes())
    run(folder, "build")
    answered = run(folder, "send", "reminder")
    assert [name[:3] for name in drafts(folder)] == ["E06", "E08"], answered.output


def test_a_server_sends_the_leader_a_digest_with_the_reminders(
    folder: PlanFolder, plan: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    certificates = Certificates()
    certificates.authority.cert_pem.write_to_path(str(tmp_path / "authority.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    on(monkeypatch, date(2027, 3, 8))
    with real_server(certificates) as (port, inbox):
        mail = {"mail_server": f"localhost:{port}", "messages_per_minute": 60_000}
        settings = plan.settings.model_copy(update=mail)
        folder.plan_file.write_bytes(write_plan(plan.model_copy(update={"settings": settings})))
        result = run(folder, "send", "reminder")
        assert "4 mejl skickades." in result.output, result.output
        again = run(folder, "send", "reminder")
    assert len(inbox.messages) == 4
    assert "0 mejl skickades." in again.output
    (digest,) = (content for recipient, content in inbox.messages if recipient == plan.settings.leader_email)
    body = message_from_bytes(digest, _class=EmailMessage, policy=SMTP).get_body(("plain",))
    assert body is not None
    assert all(unit.name in body.get_content() for unit in plan.units[5:])


def test_on_other_days_nobody_is_reminded_and_the_next_day_is_told(
    folder: PlanFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    on(monkeypatch, date(2027, 2, 1))
    result = run(folder, "send", "reminder")
    assert (result.exit_code, "8 mars 2027" in result.output) == (0, True)
    assert "send reminder --to" in result.output
    assert "utkast" not in result.output
    assert drafts(folder) == {}


def test_a_unit_that_is_named_is_reminded_whatever_the_day(
    folder: PlanFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    on(monkeypatch, date(2027, 2, 1))
    run(folder, "send", "reminder", "--to", "E07")
    assert [name[:3] for name in drafts(folder)] == ["E07"]


def test_the_schedule_runs_build_and_reminder_and_collects_where_there_is_a_mailbox(
    folder: PlanFolder, plan: Plan
) -> None:
    printed = run(folder, "schedule", "--at", "06:45").output
    assert "45 6 * * * " in printed
    assert " build" in printed
    assert " send reminder" in printed
    assert " collect" not in printed
    settings = plan.settings.model_copy(update={"mailbox": "imap.lindesjo.example", "mailbox_user": "plan"})
    folder.plan_file.write_bytes(write_plan(plan.model_copy(update={"settings": settings})))
    assert " collect" in run(folder, "schedule").output


def test_a_time_that_is_none_is_told(folder: PlanFolder) -> None:
    assert run(folder, "schedule", "--at", "kvart i sju").exit_code == 2


def test_a_unit_that_is_forgotten_leaves_no_row_and_no_message(folder: PlanFolder, tmp_path: Path) -> None:
    run(folder, "send", "templates")
    mails = tmp_path / "mails"
    mails.mkdir()
    answer = (folder.returned / "E01.eml").rename(mails / "E01.eml").read_bytes()
    others = {path.read_bytes() for path in folder.returned.iterdir()}
    run(folder, "collect", str(mails))
    result = run(folder, "forget", "e01")
    assert result.exit_code == 0, result.output
    with Register(folder.register_file) as register:
        assert "E01" not in {one.unit for one in (*register.messages(), *register.mails())}
    archived = {path.read_bytes() for path in folder.archive.rglob("*.eml")}
    assert answer not in archived
    assert archived == others
    assert not [name for name in drafts(folder) if name.startswith("E01")]
    assert b"e01@lindesjo.example" not in folder.register_file.read_bytes()
    assert "plan.xlsx" in result.output
