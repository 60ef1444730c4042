"""The commands as people run them: what they print, write and end with."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from aktivplan.cli.app import app
from aktivplan.definition import PRESETS
from aktivplan.definition.plan_writer import write_plan
from aktivplan.forms.layout import form_file_name
from aktivplan.forms.writer import write_form
from tests.demos import IN_ENGLISH, Demo
from tests.support import SAVED, activity, make_plan


def aktivplan(*arguments: object, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run the program in a process of its own, as people do."""
    command = [sys.executable, "-m", "aktivplan", *map(str, arguments)]
    environment = os.environ | IN_ENGLISH
    return subprocess.run(
        command, check=False, capture_output=True, text=True, encoding="utf-8", env=environment, cwd=cwd
    )


def run(*arguments: object) -> Result:
    """Run a command in this process, which has imported everything; an exception that is no message fails the test."""
    return CliRunner().invoke(app, [*map(str, arguments)], env=IN_ENGLISH, catch_exceptions=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A plan folder where every unit has answered without a fault."""
    plan = make_plan()
    (tmp_path / "returned").mkdir()
    (tmp_path / "plan.xlsx").write_bytes(write_plan(plan))
    for unit in plan.units:
        form = write_form(plan, unit, [activity(plan, unit.code, 1)])
        path = tmp_path / "returned" / form_file_name(plan, unit)
        path.write_bytes(form)
        os.utime(path, (SAVED.timestamp(), SAVED.timestamp()))
    return tmp_path


def test_a_faultless_plan_ends_with_0(folder: Path) -> None:
    done = aktivplan("-C", folder, "build")
    assert done.returncode == 0, done.stderr
    assert "3 hittades = 3 godtogs + 0 avvisades + 0 hoppades över" in done.stdout
    assert str(folder / "output" / "handbook.docx") in done.stdout


@pytest.mark.parametrize("command", ["check", "build"])
def test_an_error_in_an_answer_ends_with_1(folder: Path, command: str) -> None:
    plan = make_plan()
    path = folder / "returned" / form_file_name(plan, plan.units[0])
    book = openpyxl.load_workbook(path)
    book["Aktiviteter"]["D6"].value = None
    book.save(path)
    done = aktivplan("-C", folder, command)
    assert done.returncode == 1
    assert "Ansvarig saknas i D6" in done.stdout


def test_a_finding_names_its_code_and_how_to_look_it_up(folder: Path) -> None:
    (folder / "returned" / "~$BUF.xlsx").write_bytes(b"lock")
    printed = run("-C", folder, "check").stdout
    assert "[file-lock]" in printed
    assert "aktivplan explain file-lock" in printed


def test_a_build_says_where_the_corrected_copies_are_and_a_check_writes_none(folder: Path) -> None:
    plan = make_plan()
    path = folder / "returned" / form_file_name(plan, plan.units[0])
    book = openpyxl.load_workbook(path)
    book["Aktiviteter"]["D6"].value = None
    book.save(path)
    run("-C", folder, "check")
    assert not (folder / "output").exists()
    printed = run("-C", folder, "build").stdout
    copy = folder / "output" / "corrections" / path.name
    assert f"1 kopia att rätta ligger i {copy.parent}: skicka den till enheten" in printed
    book = openpyxl.load_workbook(copy)
    book["Aktiviteter"]["D6"].value = "Rektor"
    book.save(copy)
    book.save(folder / "returned" / "rättad.xlsx")
    printed = run("-C", folder, "build").stdout
    assert "att rätta ligger" not in printed
    assert f"{copy} är orörd" in printed


def test_the_plan_folder_is_where_one_stands_unless_said_otherwise(folder: Path) -> None:
    assert aktivplan("check", cwd=folder).returncode == 0


def test_mistakes_in_the_plan_end_with_2_and_are_all_told(folder: Path) -> None:
    book = openpyxl.load_workbook(folder / "plan.xlsx")
    units = next(sheet for sheet in book if "SOC" in [str(cell.value) for cell in sheet["A"]])
    for row in units.iter_rows():
        for cell in row:
            if cell.value == "SOC":
                cell.value = "BUF"
            if cell.value == "bo.falk@lindesjo.example":
                cell.value = "bo.falk"
    book.save(folder / "plan.xlsx")
    for command in ("templates", "check", "build"):
        done = run("-C", folder, command)
        assert done.exit_code == 2
        assert "bo.falk" in done.stdout
        assert "BUF" in done.stdout


def test_a_folder_without_a_plan_ends_with_2(tmp_path: Path) -> None:
    done = aktivplan("-C", tmp_path, "build")
    assert done.returncode == 2
    assert "aktivplan init" in done.stdout


def test_json_holds_one_entry_per_file_and_nothing_else_is_printed(folder: Path) -> None:
    (folder / "returned" / "~$BUF.xlsx").write_bytes(b"lock")
    data = json.loads(run("-C", folder, "check", "--json").stdout)
    assert data["version"] == 1
    assert [file["outcome"] for file in data["files"]].count("accepted") == 3
    assert data["counts"]["files"] == len(data["files"]) == 4
    assert {finding["code"] for finding in data["findings"]} == {"file-lock"}


def test_json_of_a_broken_plan_holds_its_findings(tmp_path: Path) -> None:
    (tmp_path / "plan.xlsx").write_bytes(b"nothing")
    done = run("-C", tmp_path, "check", "--json")
    assert done.exit_code == 2
    assert [finding["code"] for finding in json.loads(done.stdout)["findings"]] == ["plan-unreadable"]


def test_init_makes_a_folder_that_the_other_commands_work_in(tmp_path: Path) -> None:
    made = run("init", "--preset", "fokus", tmp_path / "min plan")
    assert made.exit_code == 0, made.output
    assert f"aktivplan -C '{tmp_path}/min plan' templates" in made.stdout
    assert run("-C", tmp_path / "min plan", "templates").exit_code == 0
    assert len(list((tmp_path / "min plan" / "input_templates").iterdir())) == 2


def test_init_leaves_an_existing_plan_alone(folder: Path) -> None:
    before = (folder / "plan.xlsx").read_bytes()
    assert run("init", folder).exit_code == 2
    assert (folder / "plan.xlsx").read_bytes() == before


def test_the_date_is_printed_when_it_is_given(folder: Path) -> None:
    run("-C", folder, "build")
    undated = (folder / "output" / "handbook.docx").read_bytes()
    assert run("-C", folder, "build", "--date", "2026-12-31").exit_code == 0
    assert (folder / "output" / "handbook.docx").read_bytes() != undated
    assert run("-C", folder, "build", "--date", "31/12").exit_code == 2


def test_a_handbook_for_a_unit_lies_beside_the_one_for_all(folder: Path) -> None:
    done = run("-C", folder, "build", "--for", "buf")
    assert done.exit_code == 0, done.output
    (made,) = (folder / "output" / "handbooks").iterdir()
    assert made.name == "BUF Handlingsplan för barnets rättigheter.docx"
    assert str(made.parent) in done.stdout


def test_every_unit_may_have_a_handbook(folder: Path) -> None:
    assert run("-C", folder, "build", "--each-unit").exit_code == 0
    assert len([*(folder / "output" / "handbooks").iterdir()]) == len(make_plan().units)


def test_each_topmost_goal_may_have_a_handbook(folder: Path) -> None:
    assert run("-C", folder, "build", "--split", "goal").exit_code == 0
    names = sorted(path.name for path in (folder / "output" / "handbooks").iterdir())
    assert names == ["1 Barns levnadsvillkor.docx", "2 Barnets bästa.docx"]


def test_an_unknown_unit_is_told_with_those_that_there_are(folder: Path) -> None:
    done = aktivplan("-C", folder, "build", "--for", "XYZ")
    assert done.returncode == 2
    assert "BUF, SOC, KOF" in done.stderr
    assert not (folder / "output").exists()


def test_a_pdf_without_libreoffice_is_told_and_nothing_is_written(folder: Path) -> None:
    done = run("-C", folder, "build", "--pdf")
    assert done.exit_code == 2
    assert "LibreOffice" in done.stderr
    assert not (folder / "output" / "handbook.docx").exists()


def test_init_gives_a_template_that_the_handbook_is_made_of(folder: Path, tmp_path: Path) -> None:
    assert run("init", tmp_path / "new").exit_code == 0
    template = (tmp_path / "new" / "handbook.docx").read_bytes()
    (folder / "handbook.docx").write_bytes(template)
    assert run("-C", folder, "build").exit_code == 0
    (folder / "handbook.docx").write_bytes(b"no document")
    done = run("-C", folder, "check")
    assert done.exit_code == 1
    assert "template-unreadable" in done.stdout


def test_the_demo_leaves_a_template_that_somebody_has_changed(
    demo_of: Callable[[str], Demo], tmp_path: Path
) -> None:
    folder = shutil.copytree(demo_of("barnratt").folder.root, tmp_path / "demo")
    (folder / "handbook.docx").write_bytes(b"mine")
    run("demo", "handlemal", folder)
    assert (folder / "handbook.docx").read_bytes() == b"mine"


@pytest.mark.parametrize("preset", PRESETS)
def test_the_demo_says_what_to_open(preset: str, demo_of: Callable[[str], Demo]) -> None:
    demo = demo_of(preset)
    for path in (demo.folder.master_file, demo.folder.handbook_file):
        assert str(path) in demo.printed
        assert path.exists()


def test_the_demo_can_be_made_again(demo_of: Callable[[str], Demo], tmp_path: Path) -> None:
    first = demo_of("fokus")
    folder = shutil.copytree(first.folder.root, tmp_path / "demo")
    again = run("demo", "fokus", folder)
    assert again.exit_code == 0, again.output
    assert again.stdout.replace(str(folder), str(first.folder.root)) == first.printed


def test_the_demo_does_not_touch_a_folder_with_other_files(folder: Path) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert aktivplan("demo", "barnratt", folder).returncode == 2
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


@pytest.mark.skipif(os.name == "nt", reason="signals are sent another way on Windows")
@pytest.mark.parametrize("seconds", [0.2, 0.4, 0.8, 1.2, 1.6, 2.0])
def test_ctrl_c_leaves_no_half_written_file_and_no_process(folder: Path, seconds: float) -> None:
    # Python's own start belongs to nobody: only what comes after it is the program's.
    program = "print('begun', flush=True); from aktivplan.cli.main import main; main()"
    command = [sys.executable, "-c", program, "-C", str(folder), "build", "--no-page-numbers"]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "begun\n"
    time.sleep(seconds)
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGINT)
    try:
        _out, errors = process.communicate(timeout=20)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    assert "Traceback" not in errors, errors
    assert process.returncode in (0, 130, -signal.SIGINT), errors
    left = {path.name for path in (folder / "output").glob("*")} if (folder / "output").exists() else set()
    assert left <= {"master.xlsx", "handbook.docx", "handbook.html", "year-wheel.ics", "findings.json"}


def test_a_folder_that_cannot_be_written_to_gives_a_message(folder: Path) -> None:
    (folder / "output").write_text("a file where the folder should be")
    done = run("-C", folder, "build")
    assert done.exit_code == 2
    assert "output" in done.stderr
