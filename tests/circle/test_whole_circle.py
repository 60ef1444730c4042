"""The whole circle with forty units and real servers: forms out, answers in, built, corrected, built again, the handbook out.

After every step `aktivplan status` says what has happened so far, and nothing else.
"""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email import message_from_bytes
from email.message import EmailMessage, Message
from email.policy import SMTP
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner

from aktivplan import sending
from aktivplan.cli import send as cli_send
from aktivplan.cli.app import app
from aktivplan.definition.models import Plan, Unit
from aktivplan.definition.plan_writer import write_plan
from aktivplan.definition.terms import Counting
from aktivplan.edition import UnitStatus
from aktivplan.folder import PlanFolder
from tests.circle.units import (
    filled,
    forty_units,
    mail,
    saved_at,
    way_of,
    with_libreoffice,
    write,
)
from tests.delivery.servers import Certificates, Inbox, real_server
from tests.servers import dovecot as servers
from tests.servers.dovecot import PASSWORD, Dovecot

pytestmark = pytest.mark.skipif(
    servers.PROGRAM is None, reason="dovecot (Debian's dovecot-imapd) is not installed"
)
USER = "plan"
MENDED = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
IN_LIBREOFFICE = {0: "xlsx", 20: "ods"}
"""Units, by their place in the plan, whose answers are saved in LibreOffice, and as what."""

TO_READ = ("utan fil", "fotograferat")
"""Ways to answer that leave a mail for a person to read, and nothing among the answers."""


@dataclass(frozen=True)
class Circle:
    """A plan folder between an outgoing server and a mailbox."""

    plan: Plan
    folder: PlanFolder
    out: Inbox
    back: Dovecot

    def run(self, *arguments: str) -> str:
        done = CliRunner().invoke(app, ["-C", str(self.folder.root), *arguments])
        assert done.exit_code in (0, 1), done.output
        return done.output

    def status(self) -> dict[str, Any]:
        """What `aktivplan status` says, the units by code."""
        told: dict[str, Any] = json.loads(self.run("status", "--json"))
        return told | {"units": {one["code"]: one for one in told["units"]}}

    def sent(self, *command: str) -> dict[str, EmailMessage]:
        """The mails that a command sends, by recipient."""
        before = len(self.out.messages)
        self.run(*command)
        new = self.out.messages[before:]
        assert len({recipient for recipient, _content in new}) == len(new)
        return {
            recipient: message_from_bytes(content, _class=EmailMessage, policy=SMTP)
            for recipient, content in new
        }

    def put(self, mails: Iterator[Message]) -> None:
        for message in mails:
            self.back.put(USER, message.as_bytes())


@pytest.fixture
def circle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Circle]:
    certificates = Certificates()
    certificates.authority.cert_pem.write_to_path(str(tmp_path / "authority.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    monkeypatch.setenv("AKTIVPLAN_IMAP_PASSWORD", PASSWORD)
    with (
        real_server(certificates) as (port, out),
        servers.home(certificates, (USER,)) as home,
        servers.dovecot(home) as back,
    ):
        plan, folder = forty_units(), PlanFolder(tmp_path / "plan")
        settings = {
            "counting": Counting.MAILED,
            "mail_server": f"localhost:{port}",
            "messages_per_minute": 60_000,
            "mailbox": f"localhost:{back.tls_port}",
            "mailbox_user": USER,
        }
        plan = plan.model_copy(update={"settings": plan.settings.model_copy(update=settings)})
        folder.returned.mkdir(parents=True)
        folder.plan_file.write_bytes(write_plan(plan))
        yield Circle(plan, folder, out, back)


def attached(message: EmailMessage) -> bytes:
    (file,) = message.iter_attachments()
    content: bytes = file.get_content()
    return content


def answers(plan: Plan, received: dict[str, EmailMessage], work: Path) -> Iterator[Message]:
    """What the units send back, each in its way, made of the form that they got."""
    for number, unit in enumerate(plan.units):
        form = attached(received[unit.email])
        ending = IN_LIBREOFFICE.get(number)
        if ending and shutil.which("soffice"):
            saved = with_libreoffice(filled(form, "Samtala med barn"), ending, work / unit.code)
            yield mail(unit, (f"svar.{ending}", saved))
        else:
            yield from way_of(number).mails(plan, unit, form)


def mended(unit: Unit, copy: bytes) -> Message:
    """The corrected copy with what was lacking filled in."""
    book = openpyxl.load_workbook(io.BytesIO(copy))
    write(book, 0, "Samtala med barn")
    if way_of(int(unit.code[1:]) - 1).name == "saknar ansvarig":
        write(book, 1, "Utbilda personal")
    return mail(unit, ("rättat.xlsx", saved_at(book, MENDED)), sent=MENDED)


def expected(plan: Plan, *, is_mended: bool = False) -> dict[str, tuple[str, bool]]:
    """How each unit should stand: its status, and whether its answer was late."""
    found = {}
    for number, unit in enumerate(plan.units):
        way = way_of(number)
        status = UnitStatus.ANSWERED if is_mended and way.to_mend else way.status
        if way.name in TO_READ:
            status = UnitStatus.MISSING
        found[unit.code] = (str(status), way.late)
    return found


def on(monkeypatch: pytest.MonkeyPatch, day: date) -> None:
    """Let it be that day for whoever sends."""
    today: Callable[[], date] = lambda: day  # noqa: E731 - a value like any other
    monkeypatch.setattr(cli_send, "date", type("Day", (date,), {"today": staticmethod(today)}))
    monkeypatch.setattr(sending, "_now", lambda: datetime(day.year, day.month, day.day, 8, tzinfo=UTC))


def standing(told: dict[str, Any]) -> dict[str, tuple[str, bool]]:
    return {code: (one["status"], one["late"]) for code, one in told["units"].items()}


def units_like(plan: Plan, *names: str) -> set[str]:
    """The codes of the units that answer in one of those ways."""
    return {unit.code for number, unit in enumerate(plan.units) if way_of(number).name in names}


def receivers(plan: Plan, mails: dict[str, EmailMessage]) -> set[str]:
    return {unit.code for unit in plan.units if unit.email in mails}


def ask(circle: Circle) -> dict[str, EmailMessage]:
    circle.run("templates")
    told = circle.status()
    assert (told["round"], told["totals"]["asked"], told["totals"]["missing"]) == (1, 0, 40)
    received = circle.sent("send", "templates")
    told = circle.status()
    assert len(receivers(circle.plan, received)) == len(received) == 40
    assert (told["totals"]["asked"], told["totals"]["missing"], told["rate"]) == (40, 40, 0.0)
    return received


def collect_and_build(circle: Circle, wanted: dict[str, tuple[str, bool]]) -> dict[str, Any]:
    """What is told after both; that it was told before the build, too, is seen to."""
    circle.run("collect")
    told = circle.status()
    assert (standing(told), told["is_built"]) == (wanted, False)
    circle.run("build")
    after = circle.status()
    assert (standing(after), after["is_built"]) == (wanted, True)
    return after


def correct_and_remind(circle: Circle, monkeypatch: pytest.MonkeyPatch) -> dict[str, EmailMessage]:
    """The corrections, which everybody gets who has something to mend; the others who are waited for get reminders."""
    told = circle.status()["units"]
    copied = {code for code, one in told.items() if one["to_mend"]}
    waited_for = {code for code, one in told.items() if one["status"] != "answered" and one["address_works"]}
    on(monkeypatch, date(2026, 11, 14))
    corrections = circle.sent("send", "corrections")
    assert receivers(circle.plan, corrections) == copied
    on(monkeypatch, date(2026, 11, 16))
    reminders = circle.sent("send", "reminder")
    assert receivers(circle.plan, reminders) == waited_for - copied
    assert circle.plan.settings.leader_email in reminders
    told = circle.status()["units"]
    assert {code for code, one in told.items() if one["reminders"]} == copied | waited_for
    return corrections


def hand_out(circle: Circle) -> None:
    handbooks = circle.sent("send", "handbook")
    assert len(receivers(circle.plan, handbooks)) == len(handbooks) == 40
    assert {attached(one) for one in handbooks.values()} == {circle.folder.handbook_file.read_bytes()}


def test_from_the_first_form_to_the_handbook_nothing_is_lost_and_status_is_right_at_every_step(
    circle: Circle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = circle.plan
    to_mend = {unit for number, unit in enumerate(plan.units) if way_of(number).to_mend}
    on(monkeypatch, date(2026, 10, 12))
    received = ask(circle)

    circle.put(answers(plan, received, tmp_path))
    told = collect_and_build(circle, expected(plan))
    assert {code for code, one in told["units"].items() if not one["address_works"]} == units_like(
        plan, "adressen finns inte"
    )
    assert {one["unit"] for one in told["to_read"]} == units_like(plan, *TO_READ)
    assert {unit.code for unit in to_mend} <= {code for code, one in told["units"].items() if one["to_mend"]}

    corrections = correct_and_remind(circle, monkeypatch)
    circle.put(mended(unit, attached(corrections[unit.email])) for unit in to_mend)
    told = collect_and_build(circle, expected(plan, is_mended=True))
    assert [told["units"][unit.code]["to_mend"] for unit in to_mend] == [0] * 4

    hand_out(circle)
    before, told = len(circle.out.messages), circle.status()
    for command in (("collect",), ("send", "templates"), ("send", "corrections"), ("send", "handbook")):
        circle.run(*command)
    assert (len(circle.out.messages), circle.status()) == (before, told)
