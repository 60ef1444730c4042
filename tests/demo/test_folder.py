"""A demo's folder is the same every time, reads as it was typed, and replaces nothing that is a user's."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from aktivplan.definition.plan_reader import read_plan
from aktivplan.definition.plan_writer import write_plan
from aktivplan.demo import folder as demo_folder
from aktivplan.demo.folder import write_answers
from aktivplan.demo.sample import Answer, load_sample, sample_plan
from aktivplan.folder import PlanFolder
from aktivplan.forms.layout import form_file_name, record_id
from aktivplan.intake.discovery import discover
from aktivplan.intake.triage import Settled, triage
from aktivplan.reading.cells import clean
from aktivplan.reading.decisions import read_decisions
from aktivplan.reading.submission import read_submission
from aktivplan.records import Submission
from tests.support import make_plan

DANISH = ("handlemal", "kompetence")
LONG_AGO = datetime(2001, 1, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def kompetence(tmp_path_factory: pytest.TempPathFactory) -> PlanFolder:
    """A demo to look at, not to change."""
    folder = PlanFolder(tmp_path_factory.mktemp("kompetence"))
    demo_folder.make("kompetence", folder)
    return folder


def test_two_demos_of_one_sample_are_the_same_files(kompetence: PlanFolder, tmp_path: Path) -> None:
    demo_folder.make("kompetence", PlanFolder(tmp_path))
    assert _contents(tmp_path) == _contents(kompetence.root)
    assert _times(tmp_path / "returned") == _times(kompetence.returned)


@pytest.mark.parametrize("preset", DANISH)
def test_every_answer_reads_as_it_was_typed(preset: str, tmp_path: Path) -> None:
    plan, sample = sample_plan(preset), load_sample(preset)
    write_answers(plan, sample, tmp_path)
    for answer in sample.answers:
        name = answer.file or form_file_name(plan, plan.units_by_code[answer.unit])
        submission = read_submission(plan, name, (tmp_path / name).read_bytes(), LONG_AGO)
        assert (submission.unit, submission.saved) == (answer.unit, answer.saved)
        assert submission.findings == ()
        assert _texts(submission) == _typed(answer)
        assert [record.id for record in submission.records] == [
            record_id(answer.unit, plan.tables_by_key[table], number) for table, number in _numbers(answer)
        ]


@pytest.mark.parametrize(
    ("preset", "kind", "code"),
    [
        ("handlemal", "damaged", "file-damaged"),
        ("kompetence", "blank", "form-blank"),
        ("kompetence", "encrypted", "file-encrypted"),
    ],
)
def test_a_stray_workbook_is_told_of_as_what_it_is(preset: str, kind: str, code: str, tmp_path: Path) -> None:
    plan, sample = sample_plan(preset), load_sample(preset)
    write_answers(plan, sample, tmp_path)
    name = next(extra.name for extra in sample.files if extra.kind == kind)
    stray = next(found for found in discover(tmp_path) if found.name == name)
    triaged = triage(stray)
    submission = (
        read_submission(plan, name, triaged, LONG_AGO) if isinstance(triaged, bytes) else triaged.submission
    )
    assert [found.code for found in submission.findings] == [code]


def test_every_file_carries_the_time_it_was_saved(tmp_path: Path) -> None:
    plan, sample = sample_plan("handlemal"), load_sample("handlemal")
    paths = write_answers(plan, sample, tmp_path)
    times = {path.name: path.stat().st_mtime for path in paths}
    assert times["Ungeenheden rettet.xlsx"] == datetime(2026, 11, 13, 12, 2, tzinfo=UTC).timestamp()
    assert set(times.values()) == {answer.saved.timestamp() for answer in sample.answers}


def test_answers_written_again_replace_the_former_ones_beside_their_lock_file(tmp_path: Path) -> None:
    plan, sample = sample_plan("handlemal"), load_sample("handlemal")
    assert write_answers(plan, sample, tmp_path) == write_answers(plan, sample, tmp_path)
    assert len(list(tmp_path.iterdir())) == len(sample.answers) + len(sample.files)


def test_answers_that_came_in_a_mail_or_an_archive_lie_in_it(tmp_path: Path) -> None:
    plan, sample = sample_plan("barnratt"), load_sample("barnratt")
    write_answers(plan, sample, tmp_path)
    wrapped = {answer.inside: answer.unit for answer in sample.answers if answer.inside}
    assert {Path(name).suffix for name in wrapped} == {".eml", ".zip"}
    for found in discover(tmp_path):
        if found.name in wrapped:
            opened = triage(found)
            assert isinstance(opened, Settled)
            names = {
                form_file_name(plan, plan.units_by_code[a.unit])
                for a in sample.answers
                if a.inside == found.name
            }
            assert {inner.name for inner in opened.inside} == {f"{found.name}/{name}" for name in names}


def test_a_demo_with_mails_and_archives_is_the_same_every_time(tmp_path: Path) -> None:
    plan, sample = sample_plan("barnratt"), load_sample("barnratt")
    for folder in ("första", "andra"):
        write_answers(plan, sample, tmp_path / folder)
    assert _contents(tmp_path / "första") == _contents(tmp_path / "andra")


def test_a_demo_is_a_whole_plan_folder(kompetence: PlanFolder) -> None:
    assert read_plan(kompetence.plan_file.read_bytes()).plan == sample_plan("kompetence")
    assert len(list(kompetence.templates.iterdir())) == len(sample_plan("kompetence").units)
    assert len(list(kompetence.returned.iterdir())) > len(sample_plan("kompetence").units)
    assert demo_folder.may_be_used(kompetence.root)


def test_a_build_reads_what_the_leaders_have_decided(kompetence: PlanFolder) -> None:
    plan = sample_plan("kompetence")
    decisions = read_decisions(plan, kompetence.master_file.read_bytes(), "master.xlsx")
    first, *_ = decisions
    assert [one.record for one in decisions] == [one.record for one in load_sample("kompetence").decisions]
    assert {key: value.parsed for key, value in first.values.items()} == {
        "prioritet": "Høj",
        "beslutning": "Bevilget",
        "begrundelse": "Flugter med strategien, og kommunens egne tal viser flere yngre børn i undersøgelserne.",
        "budgetaar": 2027,
        "tilbagemelding": True,
    }


def test_another_preset_replaces_a_demo_and_leaves_other_files_alone(
    kompetence: PlanFolder, tmp_path: Path
) -> None:
    folder = PlanFolder(tmp_path / "skift")
    shutil.copytree(kompetence.root, folder.root)
    own = folder.returned / "egen prøve.xlsx"
    own.write_bytes(b"PK")
    demo_folder.make("handlemal", folder)
    demo_folder.make("handlemal", PlanFolder(tmp_path / "ny"))
    assert own.exists()
    own.unlink()
    assert _contents(folder.root) == _contents(tmp_path / "ny")
    assert not folder.master_file.exists()


def test_a_new_or_empty_folder_may_be_used(tmp_path: Path) -> None:
    assert demo_folder.may_be_used(tmp_path)
    assert demo_folder.may_be_used(tmp_path / "ny")


def test_a_folder_with_other_files_may_not_be_used(tmp_path: Path) -> None:
    (tmp_path / "budget.xlsx").write_bytes(b"PK")
    assert not demo_folder.may_be_used(tmp_path)


@pytest.mark.parametrize("content", [b"", b"PK"], ids=["empty", "no workbook"])
def test_a_plan_that_cannot_be_read_is_a_users(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "plan.xlsx").write_bytes(content)
    assert not demo_folder.may_be_used(tmp_path)


def test_a_demo_whose_plan_has_been_changed_is_a_users(tmp_path: Path) -> None:
    plan = sample_plan("handlemal")
    (tmp_path / "plan.xlsx").write_bytes(write_plan(plan))
    assert demo_folder.may_be_used(tmp_path)
    changed = plan.model_copy(update={"units": plan.units[:3]})
    (tmp_path / "plan.xlsx").write_bytes(write_plan(changed))
    assert not demo_folder.may_be_used(tmp_path)


def test_the_folder_of_a_users_own_plan_may_not_be_used(tmp_path: Path) -> None:
    (tmp_path / "plan.xlsx").write_bytes(write_plan(make_plan()))
    assert not demo_folder.may_be_used(tmp_path)


def test_a_sample_that_does_not_fit_its_plan_is_told(tmp_path: Path) -> None:
    sample = load_sample("handlemal")
    stranger = sample.answers[0].model_copy(update={"unit": "XYZ"})
    with pytest.raises(KeyError, match="XYZ"):
        write_answers(sample_plan("handlemal"), sample.model_copy(update={"answers": (stranger,)}), tmp_path)


def _contents(folder: Path) -> dict[str, bytes]:
    # The register says when it was written.
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != "register.db")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def _times(folder: Path) -> dict[str, float]:
    return {path.name: path.stat().st_mtime for path in folder.iterdir()}


def _texts(submission: Submission) -> list[dict[str, str]]:
    return [
        {key: value.text for key, value in one.values.items() if value.text} for one in submission.records
    ]


def _typed(answer: Answer) -> list[dict[str, str]]:
    """The rows by table, in the order of the forms' sheets; line breaks at the ends are the sample file's own."""
    tables = list(dict.fromkeys(row.table for row in answer.rows))
    rows = sorted(answer.rows, key=lambda row: tables.index(row.table))
    return [{key: clean(text) for key, text in row.values.items() if text} for row in rows]


def _numbers(answer: Answer) -> list[tuple[str, int]]:
    tables = list(dict.fromkeys(row.table for row in answer.rows))
    return [
        (table, number)
        for table in tables
        for number in range(1, 1 + sum(row.table == table for row in answer.rows))
    ]
