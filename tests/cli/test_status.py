"""``aktivplan status``: read anew each time, the same for people, programs and Excel, and nothing is changed by asking."""

from __future__ import annotations

import io
import json
import os
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner, Result

from aktivplan.cli.app import app
from aktivplan.definition.models import Plan
from aktivplan.definition.plan_writer import write_plan
from aktivplan.folder import PlanFolder
from aktivplan.forms.layout import form_file_name
from aktivplan.forms.writer import write_form
from aktivplan.pipeline import build, write_templates
from aktivplan.register import lock
from aktivplan.register.register import Register
from aktivplan.register.rows import MailSeen, NewMessage, State
from tests.support import SAVED, activity, make_plan, make_settings, value

PLAN = make_plan()
NOW = datetime(2026, 10, 12, 8, tzinfo=UTC)


def run(folder: PlanFolder, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["-C", str(folder.root), *arguments])


def told(folder: PlanFolder) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run(folder, "status", "--json").stdout)
    return found


def unit(folder: PlanFolder, code: str) -> dict[str, Any]:
    (found,) = (one for one in told(folder)["units"] if one["code"] == code)
    return dict(found)


def answer(folder: PlanFolder, code: str, *, plan: Plan = PLAN, faulty: bool = False) -> Path:
    who = plan.units_by_code[code]
    rows = [activity(plan, code, 1), activity(plan, code, 2, **({"ansvarig": value("")} if faulty else {}))]
    path = folder.returned / form_file_name(plan, who)
    path.write_bytes(write_form(plan, who, rows))
    os.utime(path, (SAVED.timestamp(), SAVED.timestamp()))
    return path


@pytest.fixture
def folder(tmp_path: Path) -> PlanFolder:
    """BUF has answered, SOC has something to mend, KOF has not answered."""
    folder = PlanFolder(tmp_path)
    folder.returned.mkdir()
    folder.plan_file.write_bytes(write_plan(PLAN))
    answer(folder, "BUF")
    answer(folder, "SOC", faulty=True)
    return folder


def test_who_is_missing_stands_first_and_totals_below(folder: PlanFolder) -> None:
    lines = run(folder, "status").stdout.splitlines()
    codes = [line.split()[0] for line in lines if line.startswith(("KOF", "BUF", "SOC"))]
    assert codes == ["KOF", "BUF", "SOC"]
    assert "Svarsandel: 67 %: 2 av 3 enheter har svarat, 0 av dem sent" in lines
    assert "Rader: 3 togs med, 1 togs inte med" in lines


def test_a_form_that_was_made_is_not_said_to_be_sent(folder: PlanFolder) -> None:
    assert (unit(folder, "KOF")["form_made"], told(folder)["round"]) == (None, None)
    write_templates(folder, PLAN)
    found = unit(folder, "KOF")
    assert (found["form_made"], found["asked"]) == (datetime.now(UTC).date().isoformat(), None)
    assert "Aktivplan har inte skickat det." in run(folder, "status").stdout


def test_what_was_sent_and_when_is_told(folder: PlanFolder) -> None:
    with Register(folder.register_file) as register:
        for kind, day in (("templates", 12), ("reminder", 20), ("reminder", 27)):
            sent = NewMessage(
                kind, kind, "KOF", "kof@lindesjo.example", "x", f"<{kind}{day}@x>", "0", "x.eml"
            )
            register.add_messages([sent], State.DRAFTED, NOW.replace(day=day))
    found = unit(folder, "KOF")
    assert (found["asked"], found["reminders"], found["last_reminded"]) == ("2026-10-12", 2, "2026-10-27")
    assert "2 (2026-10-27)" in run(folder, "status").stdout


def test_an_answer_that_has_come_since_the_build_is_told_at_once_and_so_is_that_it_is_not_built(
    folder: PlanFolder,
) -> None:
    build(folder, PLAN)
    assert told(folder)["is_built"]
    answer(folder, "KOF")
    assert (unit(folder, "KOF")["status"], told(folder)["is_built"]) == ("answered", False)
    assert f"aktivplan -C {folder.root} build" in run(folder, "status").stdout


def test_what_is_to_be_mended_is_counted_once_there_is_a_copy_to_mend_it_in(folder: PlanFolder) -> None:
    build(folder, PLAN)
    assert [
        (one["code"], one["to_mend"], one["rows"], one["rows_held_back"]) for one in told(folder)["units"]
    ] == [
        ("KOF", 0, 0, 0),
        ("BUF", 0, 2, 0),
        ("SOC", 1, 1, 1),
    ]


def test_a_late_answer_is_told_as_late(folder: PlanFolder) -> None:
    settings = make_settings(deadline=date(2026, 11, 1))
    folder.plan_file.write_bytes(write_plan(make_plan(settings=settings)))
    assert (unit(folder, "BUF")["late"], told(folder)["totals"]["answered_late"]) == (True, 2)
    assert "Har svarat (sent)" in run(folder, "status").stdout


def test_a_message_of_which_nobody_knows_whether_it_was_sent_is_listed(folder: PlanFolder) -> None:
    with Register(folder.register_file) as register:
        doubtful = NewMessage(
            "templates", "templates", "KOF", "kof@x.example", "Formulär", "<1@x>", "0", "x.eml"
        )
        register.add_messages([doubtful], State.PENDING, NOW)
        register.claim_next("templates", NOW)
        register.recover(NOW)
    (found,) = told(folder)["doubtful"]
    assert (found["unit"], found["address"]) == ("KOF", "kof@x.example")
    assert "KOF (kof@x.example): ingen vet om ”Formulär” skickades." in run(folder, "status").stdout


def test_a_mail_for_a_person_is_listed_until_its_unit_has_answered(folder: PlanFolder) -> None:
    with Register(folder.register_file) as register:
        for code in ("BUF", "KOF", ""):
            seen = MailSeen(
                "x", f"{code}0", "<1@x>", "x@x.example", "", f"Fråga {code}", "without file", code, ""
            )
            register.add_mail(seen, NOW)
    assert [one["subject"] for one in told(folder)["to_read"]] == ["Fråga KOF", "Fråga "]
    assert "”Fråga KOF” från Kultur och fritid" in run(folder, "status").stdout


def test_the_workbook_has_a_row_for_each_unit(folder: PlanFolder) -> None:
    build(folder, PLAN)
    assert "status.xlsx" in run(folder, "status", "--xlsx").stdout
    content = (folder.output / "status.xlsx").read_bytes()
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    assert sheet is not None
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
    assert [row[0] for row in rows] == ["Kod", "KOF", "BUF", "SOC"]
    by_heading = dict(zip(rows[0], rows[3], strict=True))
    assert (by_heading["Svar"], by_heading["Att rätta"], by_heading["I tid eller sent"]) == (
        "Har svarat",
        1,
        "I tid",
    )
    assert "2 av 3 enheter har svarat" in str(sheet["A2"].value)


def test_asking_changes_nothing(folder: PlanFolder) -> None:
    build(folder, PLAN)
    before = {path: path.read_bytes() for path in folder.root.rglob("*") if path.is_file()}
    run(folder, "status")
    assert {path: path.read_bytes() for path in folder.root.rglob("*") if path.is_file()} == before


def test_a_register_that_cannot_be_used_is_told_without_a_traceback(folder: PlanFolder) -> None:
    folder.register_file.write_bytes(b"no database at all, but long enough to be one" * 30)
    done = run(folder, "status")
    assert (done.exit_code, "register.db" in done.output) == (2, True)


@pytest.mark.parametrize("what", ["corrections", "reminder"])
def test_nobody_is_told_of_an_answer_that_was_changed_since_the_build(folder: PlanFolder, what: str) -> None:
    build(folder, PLAN)
    assert run(folder, "send", what, "--dry-run").exit_code == 0
    answer(folder, "SOC")
    done = run(folder, "send", what, "--dry-run")
    assert (done.exit_code, "aktivplan" in done.output, " build" in done.output) == (2, True, True)


@pytest.mark.parametrize("command", ["templates", "build", "send templates"])
def test_in_a_folder_that_another_aktivplan_works_in_it_is_told_who_it_is(
    folder: PlanFolder, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_templates(folder, PLAN)
    monkeypatch.setattr(lock, "held", partial(lock.held, seconds=0.1))
    folder.lock_file.write_text(json.dumps([1, "en annan dator", "aktivplan collect", 0.0]))
    done = run(folder, *command.split())
    assert (done.exit_code, "aktivplan collect" in done.output) == (2, True)
    assert not folder.output.exists()
