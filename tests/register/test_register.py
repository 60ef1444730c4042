"""The register: one step a transaction, messages that go only where they may, nothing half after a kill."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from aktivplan.register.looking import looking_at
from aktivplan.register.register import Register, RegisterError
from aktivplan.register.rows import BuildMade, MailSeen, NewMessage, State, SubmissionSeen
from aktivplan.register.schema import MIGRATIONS

NOW = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)


def message(unit: str = "BUF", campaign: str = "templates", number: int = 1) -> NewMessage:
    return NewMessage(
        campaign,
        campaign.partition("-")[0],
        unit,
        f"{unit.lower()}@lindesjo.example",
        "Formulär",
        f"<{campaign}-{unit}-{number}@x>",
        "0" * 64,
        f"output/outbox/{unit}.eml",
    )


def submission(unit: str = "BUF", file: str = "BUF.xlsx", **changes: object) -> SubmissionSeen:
    values = {
        "sha256": unit.encode().hex().ljust(64, "0"),
        "file": file,
        "unit": unit,
        "came": NOW.isoformat(),
        "sender": f"{unit.lower()}@lindesjo.example",
        "outcome": "accepted",
        "code": "",
        "counts": True,
        "late": False,
        "to_mend": False,
    }
    return SubmissionSeen(**(values | changes))  # type: ignore[arg-type]


@pytest.fixture
def register(tmp_path: Path) -> Register:
    return Register(tmp_path / "register.db")


def test_a_message_is_claimed_before_it_is_sent_and_only_once(register: Register) -> None:
    register.add_messages([message()], State.PENDING, NOW)
    claimed = register.claim_next("templates", NOW)
    assert claimed is not None
    assert (claimed.unit, claimed.state, claimed.attempts) == ("BUF", State.SENDING, 1)
    assert register.claim_next("templates", NOW) is None


def test_the_same_message_is_registered_once(register: Register) -> None:
    assert register.add_messages([message(), message("SOC")], State.PENDING, NOW) == 2
    assert register.add_messages([message(), message("KOF")], State.PENDING, NOW) == 1


def test_a_message_that_was_sent_is_not_claimed_again(register: Register) -> None:
    register.add_messages([message()], State.PENDING, NOW)
    claimed = register.claim_next("templates", NOW)
    assert claimed is not None
    register.settle(claimed, State.SENT, "250 OK", NOW)
    register.add_messages([message()], State.PENDING, NOW)
    assert register.claim_next("templates", NOW) is None
    assert [(one.state, one.answer) for one in register.messages()] == [(State.SENT, "250 OK")]


def test_what_is_to_be_tried_again_waits_until_then(register: Register) -> None:
    register.add_messages([message()], State.PENDING, NOW)
    claimed = register.claim_next("templates", NOW)
    assert claimed is not None
    register.settle(claimed, State.PENDING, "451", NOW, not_before=NOW + timedelta(minutes=5))
    assert register.claim_next("templates", NOW + timedelta(minutes=4)) is None
    again = register.claim_next("templates", NOW + timedelta(minutes=5))
    assert again is not None
    assert again.attempts == 2


def test_only_what_is_being_sent_can_be_settled(register: Register) -> None:
    register.add_messages([message()], State.PENDING, NOW)
    claimed = register.claim_next("templates", NOW)
    assert claimed is not None
    register.settle(claimed, State.SENT, "", NOW)
    with pytest.raises(ValueError, match="1"):
        register.settle(claimed, State.PENDING, "", NOW)


def test_after_a_crash_what_was_being_sent_is_unknown_and_never_sent_by_itself(register: Register) -> None:
    register.add_messages([message(), message("SOC")], State.PENDING, NOW)
    register.claim_next("templates", NOW)
    assert register.recover(NOW) == 1
    left = register.claim_next("templates", NOW)
    assert left is not None
    assert left.unit == "SOC"
    assert [one.unit for one in register.messages() if one.state is State.UNKNOWN] == ["BUF"]


def test_a_person_decides_on_what_is_unknown(register: Register) -> None:
    register.add_messages([message()], State.PENDING, NOW)
    register.claim_next("templates", NOW)
    register.recover(NOW)
    assert register.decide(message().message_id, State.PENDING, NOW)
    assert register.claim_next("templates", NOW) is not None
    assert not register.decide(message("SOC").message_id, State.SENT, NOW)


def test_a_mail_is_taken_in_once(register: Register) -> None:
    mail = MailSeen(
        "folder", "a" * 64, "<1@x>", "eva@x.example", NOW.isoformat(), "Svar", "answer", "BUF", ""
    )
    assert register.add_mail(mail, NOW)
    assert not register.add_mail(mail, NOW)
    assert register.mails() == (mail,)


def test_how_far_a_mailbox_was_taken_in_is_remembered(register: Register) -> None:
    assert register.position("imap://x/INBOX") == (0, 0)
    register.set_position("imap://x/INBOX", 7, 41)
    register.set_position("imap://x/INBOX", 7, 42)
    assert register.position("imap://x/INBOX") == (7, 42)


def build_of(*submissions: SubmissionSeen, **documents: str) -> BuildMade:
    return BuildMade("1", len(submissions), documents, submissions)


def test_what_a_build_says_of_a_file_replaces_what_was_said_of_it(register: Register) -> None:
    assert register.last_build() == ""
    register.add_build(build_of(submission(to_mend=True)), NOW)
    both = (submission(), submission("SOC", "SOC.xlsx"))
    register.add_build(build_of(*both), NOW + timedelta(days=1))
    assert [(one.unit, one.to_mend) for one in register.submissions()] == [("BUF", False), ("SOC", False)]
    assert register.last_build() == "2026-11-03T08:00:00+00:00"


def test_an_answer_that_has_gone_counts_no_more_but_is_remembered(register: Register) -> None:
    register.add_build(build_of(submission()), NOW)
    register.add_build(build_of(), NOW)
    assert [one.counts for one in register.submissions()] == [False]


def test_which_documents_a_build_has_made_is_remembered(tmp_path: Path) -> None:
    with Register(tmp_path / "register.db") as register:
        register.add_build(build_of(submission(), handbook="ab12"), NOW)
        register.add_build(build_of(submission(), handbook="cd34", master="ef56"), NOW)
    with sqlite3.connect(tmp_path / "register.db") as database:
        rows = database.execute(
            "SELECT edition, file, sha256 FROM documents ORDER BY edition, file"
        ).fetchall()
    assert rows == [(1, "handbook", "ab12"), (2, "handbook", "cd34"), (2, "master", "ef56")]


def test_a_new_version_of_the_plan_or_another_deadline_begins_a_new_round(register: Register) -> None:
    first, second = date(2026, 11, 13), date(2026, 12, 1)
    register.add_asked(["BUF", "SOC"], plan_version="1", deadline=first, now=NOW)
    register.add_asked(["BUF", "SOC"], plan_version="1", deadline=first, now=NOW + timedelta(days=1))
    register.add_asked(["BUF"], plan_version="1", deadline=second, now=NOW)
    register.add_asked(["BUF"], plan_version="2", deadline=second, now=NOW)
    assert [(one.round, one.unit, one.since) for one in register.asked()] == [
        (1, "BUF", NOW.isoformat()),
        (1, "SOC", NOW.isoformat()),
        (2, "BUF", NOW.isoformat()),
        (3, "BUF", NOW.isoformat()),
    ]


def test_everything_about_a_unit_is_forgotten_and_not_in_the_file_any_more(tmp_path: Path) -> None:
    file = tmp_path / "register.db"
    with Register(file) as register:
        register.add_messages([message("HEMLIG"), message("SOC")], State.PENDING, NOW)
        register.add_build(build_of(submission("HEMLIG", "HEMLIG.xlsx")), NOW)
        register.add_asked(["HEMLIG", "SOC"], plan_version="1", deadline=NOW.date(), now=NOW)
        digests, erased = register.forget(unit="HEMLIG")
        assert erased == 3
        assert len(digests) == 2
        assert [one.unit for one in register.messages()] == ["SOC"]
        assert [one.unit for one in register.asked()] == ["SOC"]
    assert b"hemlig@" not in b"".join(path.read_bytes() for path in tmp_path.iterdir())


def test_everything_about_an_address_is_forgotten(register: Register) -> None:
    register.add_messages([message("BUF"), message("SOC")], State.PENDING, NOW)
    register.forget(address="SOC@lindesjo.example")
    assert [one.unit for one in register.messages()] == ["BUF"]


def test_a_register_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "register.db"
    with sqlite3.connect(file) as newer:
        newer.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    with pytest.raises(RegisterError, match="newer"):
        Register(file)


def test_a_file_that_is_no_register_is_told_as_such(tmp_path: Path) -> None:
    file = tmp_path / "register.db"
    file.write_bytes(b"not a database, but long enough to look at" * 30)
    with pytest.raises(RegisterError, match="damaged"):
        Register(file)


def test_a_folder_that_is_not_there_is_told_as_not_writable(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match="readonly"):
        Register(tmp_path / "nowhere" / "register.db")


def test_a_register_that_another_process_writes_to_is_busy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("aktivplan.register.register._BUSY_SECONDS", 0.1)
    with Register(tmp_path / "register.db") as register:
        other = sqlite3.connect(tmp_path / "register.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(RegisterError, match="busy"):
            register.add_messages([message()], State.PENDING, NOW)
        other.execute("ROLLBACK")
        other.close()


KILLED = """
import os, signal, sqlite3, sys
from datetime import UTC, datetime
from pathlib import Path
last, count = int(sys.argv[2]), 0

class Connection(sqlite3.Connection):
    def execute(self, *arguments):
        global count
        count += 1
        if count == last:
            os.kill(os.getpid(), signal.SIGKILL)
        return super().execute(*arguments)

real = sqlite3.connect
sqlite3.connect = lambda *a, **n: real(*a, **n, factory=Connection)
from aktivplan.register.register import Register
from aktivplan.register.rows import NewMessage, State
now = datetime(2026, 11, 2, tzinfo=UTC)
with Register(Path(sys.argv[1])) as register:
    for number in range(3):
        units = [NewMessage("c", "templates", f"{number}{letter}", "x@x", "s", f"<{number}{letter}>", "", "") for letter in "ab"]
        register.add_messages(units, State.PENDING, now)
print(count)
"""


def test_whatever_kills_it_no_step_is_half_done(tmp_path: Path) -> None:
    last = 1
    while True:
        file = tmp_path / f"{last}.db"
        done = subprocess.run(
            [sys.executable, "-c", KILLED, str(file), str(last)], capture_output=True, text=True, check=False
        )
        with Register(file) as register:
            units = [one.unit for one in register.messages()]
        assert len(units) % 2 == 0
        if done.returncode == 0:
            break
        last += 1
    assert last > 20
    assert len(units) == 6


def test_a_register_that_may_not_be_written_to_can_be_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "register.db"
    with Register(file) as register:
        register.add_messages([message("BUF")], State.PENDING, NOW)
    before = file.read_bytes()
    opened = Register.__init__

    def refused(self: Register, path: Path) -> None:
        if path == file:
            raise RegisterError("readonly", path)
        opened(self, path)

    monkeypatch.setattr(Register, "__init__", refused)
    with looking_at(file) as looked:
        assert [one.unit for one in looked.messages()] == ["BUF"]
    assert file.read_bytes() == before
