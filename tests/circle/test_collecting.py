"""Forty units' mails taken in from a folder: once, whole, and told what each is; wherever a run is broken off."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from aktivplan import pipeline
from aktivplan.cli.app import app
from aktivplan.definition.plan_writer import write_plan
from aktivplan.folder import PlanFolder
from aktivplan.forms.writer import write_form
from aktivplan.pipeline import build
from aktivplan.register.archive import kept
from aktivplan.register.register import Register
from tests.circle.killed import Steps, watch
from tests.circle.units import forty_units, way_of


def run(folder: PlanFolder, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["-C", str(folder.root), *arguments])


Made = Callable[..., tuple[PlanFolder, Path]]


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A plan folder, and one with the mails of all of its units, by unit."""
    plan, root = forty_units(), tmp_path_factory.mktemp("circle")
    folder, mails = PlanFolder(root / "plan"), root / "mails"
    folder.returned.mkdir(parents=True)
    mails.mkdir()
    folder.plan_file.write_bytes(write_plan(plan))
    for number, unit in enumerate(plan.units):
        for turn, message in enumerate(way_of(number).mails(plan, unit, write_form(plan, unit))):
            (mails / f"{unit.code} {turn}.eml").write_bytes(message.as_bytes())
    return root


@pytest.fixture
def made(everything: Path, tmp_path: Path) -> Made:
    """Gives a copy of the plan folder, and one with the mails of so many of its units."""

    def copied(count: int = 40, name: str = "circle") -> tuple[PlanFolder, Path]:
        later = [f"E{number:02} *" for number in range(count + 1, 41)]
        root = shutil.copytree(everything, tmp_path / name, ignore=shutil.ignore_patterns(*later))
        return PlanFolder(root / "plan"), root / "mails"

    return copied


def test_answers_lie_among_the_answers_and_the_others_are_told(made: Made) -> None:
    folder, mails = made()
    result = run(folder, "collect", str(mails))
    with Register(folder.register_file) as register:
        what = [one.what for one in register.mails()]
    assert {kind: what.count(kind) for kind in set(what)} == {
        "answer": 38,
        "away": 2,
        "bounce": 2,
        "without file": 4,
    }
    assert result.exit_code == 1
    assert "38 mejl med svar togs in." in result.output
    assert "Inget mejl når Enheten Hasselgården: e15@lindesjo.example 5.1.1" in result.output
    assert "från Enheten Rönnbacken" in result.output
    assert len(list(folder.returned.iterdir())) == 38


def test_everything_that_came_is_in_the_archive_unchanged(made: Made) -> None:
    folder, mails = made(16)
    run(folder, "collect", str(mails))
    with Register(folder.register_file) as register:
        stored = [kept(folder.archive, one.sha256) for one in register.mails()]
    assert sorted(path.read_bytes() for path in stored if path) == sorted(
        path.read_bytes() for path in mails.iterdir()
    )


def test_a_second_run_changes_nothing(made: Made) -> None:
    folder, mails = made(20)
    run(folder, "collect", str(mails))
    before = {path.name: path.stat().st_mtime_ns for path in folder.returned.iterdir()}
    again = run(folder, "collect", str(mails))
    assert "0 mejl med svar togs in." in again.output
    assert {path.name: path.stat().st_mtime_ns for path in folder.returned.iterdir()} == before
    assert len(list(mails.iterdir())) == 23


def test_what_is_built_of_collected_mails_is_as_if_they_had_been_saved_by_hand(made: Made) -> None:
    folder, mails = made()
    run(folder, "collect", str(mails))
    units = build(folder, forty_units()).edition.units
    for number, one in enumerate(units):
        way = way_of(number)
        # What brings no file to read is listed for a person, and is not among the answers.
        expected = "missing" if way.name in ("utan fil", "fotograferat") else way.status
        assert one.status == expected, way.name


def test_a_mail_that_cannot_be_read_is_kept_and_listed_for_a_person(made: Made) -> None:
    folder, mails = made(1)
    (mails / "trasigt.msg").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 och sedan inget")
    result = run(folder, "collect", str(mails))
    assert result.exit_code == 1
    assert "trasigt.msg" in result.output
    assert len(list(folder.archive.rglob("*.msg"))) == 1


def in_a_child(folder: PlanFolder, mails: Path, last: int, *, done: bool) -> int:
    child = os.fork()
    if not child:
        code = 70
        try:
            watch(Steps(last, done=done))
            code = run(folder, "collect", str(mails)).exit_code
        finally:
            os._exit(code)
    _child, status = os.waitpid(child, 0)
    return -os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)


@pytest.mark.parametrize("done", [False, True], ids=["before the step", "after the step"])
def test_killed_at_any_step_no_answer_is_lost_and_none_is_there_twice(
    made: Made, monkeypatch: pytest.MonkeyPatch, *, done: bool
) -> None:
    read = pipeline.load_plan(made(2)[0])
    # Reading the plan is no step, and takes much of the time.
    monkeypatch.setattr(pipeline, "load_plan", lambda _folder: read)
    last = 1
    while True:
        folder, mails = made(2, str(last))
        code = in_a_child(folder, mails, last, done=done)
        run(folder, "collect", str(mails))
        assert sorted(path.read_bytes() for path in folder.returned.glob("*.eml")) == sorted(
            path.read_bytes() for path in mails.iterdir()
        ), last
        with Register(folder.register_file) as register:
            assert [one.unit for one in register.mails()] == ["E01", "E02"], last
        if code >= 0:
            break
        last += 1
    assert last > 20
