"""A disk that is full, and a file that is locked, at every write of a build in turn: the old file or the new one, never half."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from aktivplan import publishing
from aktivplan.consolidation.participants import for_participants
from aktivplan.definition.plan_writer import write_plan
from aktivplan.folder import PlanFolder
from aktivplan.forms.layout import form_file_name
from aktivplan.forms.writer import write_form
from aktivplan.pipeline import build
from aktivplan.recording import archive_answers
from aktivplan.rendering.figures.figure import Figure
from aktivplan.rendering.figures.figures import draw_figures, plan_figures
from tests.support import activity, make_plan, value

PLAN = make_plan()


def answer(folder: PlanFolder, unit: str, *texts: str) -> None:
    rows = [activity(PLAN, unit, number, text=text) for number, text in enumerate(texts, start=1)]
    faulty = activity(PLAN, unit, len(texts) + 1, ansvarig=value(""))
    path = folder.returned / form_file_name(PLAN, PLAN.units_by_code[unit])
    path.write_bytes(write_form(PLAN, PLAN.units_by_code[unit], [*rows, faulty]))


def files(root: Path) -> dict[str, bytes]:
    """Every file below the output folder, by its path."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


@dataclass(frozen=True)
class Folder:
    """A folder that was built once and has got another answer since."""

    root: Path
    old: dict[str, bytes]
    """Its files."""
    new: dict[str, bytes]
    """Those of the next build."""
    drawn: dict[str, Figure]
    """The pictures in these."""


@pytest.fixture(scope="module")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    folder = PlanFolder(tmp_path_factory.mktemp("plan"))
    folder.returned.mkdir(parents=True)
    folder.plan_file.write_bytes(write_plan(PLAN))
    answer(folder, "BUF", "Utbilda personal")
    build(folder, PLAN)
    old = files(folder.output)
    answer(folder, "BUF", "Utbilda personal", "Möt föräldrar")
    answer(folder, "SOC", "Starta en grupp")
    after = PlanFolder(shutil.copytree(folder.root, tmp_path_factory.mktemp("after") / "plan"))
    edition = build(after, PLAN).edition
    return Folder(
        folder.root, old, files(after.output), draw_figures(plan_figures(for_participants(edition)))
    )


@pytest.fixture
def built(built_once: Folder, monkeypatch: pytest.MonkeyPatch) -> Folder:
    """The next build has the same pictures every time, and drawing them would take half of it."""
    monkeypatch.setattr(publishing, "_draw_figures", lambda _figures: built_once.drawn)
    return built_once


def failing_at(number: int, real: Callable[..., object], error: OSError) -> Callable[..., object]:
    """The function, which fails the time that has that number, from 1."""
    calls = iter(range(1, 1000))

    def called(*arguments: object, **named: object) -> object:
        if next(calls) == number:
            raise error
        return real(*arguments, **named)

    return called


@pytest.mark.parametrize("number", range(1, 8))
def test_a_disk_that_is_full_at_any_write_leaves_whole_files(
    number: int,
    built: Folder,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = PlanFolder(shutil.copytree(built.root, tmp_path / "plan"))
    full = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    monkeypatch.setattr(os, "fsync", failing_at(number, os.fsync, full))
    with pytest.raises(OSError, match="No space"):
        build(folder, PLAN)
    found = files(folder.output)
    assert set(built.old) <= set(found)
    assert all(content in (built.old.get(name), built.new.get(name)) for name, content in found.items())


def test_there_are_as_many_writes_as_are_tried(
    built: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    writes: list[int] = []
    monkeypatch.setattr(os, "fsync", writes.append)
    build(PlanFolder(shutil.copytree(built.root, tmp_path / "plan")), PLAN)
    assert len(writes) == 7


@pytest.mark.parametrize("number", range(1, 8))
def test_a_target_that_is_locked_at_any_write_is_left_and_the_new_file_stands_beside_it(
    number: int,
    built: Folder,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = PlanFolder(shutil.copytree(built.root, tmp_path / "plan"))
    # What is new in the archive nobody has open.
    assert [*archive_answers(folder)]
    locked = PermissionError(errno.EACCES, "in use")
    monkeypatch.setattr(Path, "replace", failing_at(number, Path.replace, locked))
    build(folder, PLAN)
    found = files(folder.output)
    siblings = [name for name in found if " (2)." in name]
    assert len(siblings) == 1
    plain = siblings[0].replace(" (2)", "")
    assert found[siblings[0]] == built.new[plain]
    # An earlier corrected copy is cleared away, as soon as it is not locked any more.
    assert found.get(plain, built.old.get(plain)) == built.old.get(plain)


def test_a_disk_that_is_full_when_answers_are_archived_leaves_everything_as_it_was(
    built: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = PlanFolder(shutil.copytree(built.root, tmp_path / "plan"))
    before = files(folder.root)
    full = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    monkeypatch.setattr(Path, "replace", failing_at(2, Path.replace, full))
    with pytest.raises(OSError, match="No space"):
        build(folder, PLAN)
    found = files(folder.root)
    assert {name: found[name] for name in before} == before
    (more,) = set(found) - set(before)
    assert found[more] in before.values()


def test_every_answer_that_a_build_has_seen_lies_unchanged_in_the_archive(
    built: Folder, tmp_path: Path
) -> None:
    folder = PlanFolder(shutil.copytree(built.root, tmp_path / "plan"))
    answers = set(files(folder.returned).values())
    (folder.returned / "~$öppen.xlsx").write_bytes(b"lock")
    build(folder, PLAN)
    for path in folder.returned.iterdir():
        path.unlink()
    build(folder, PLAN)
    archived = files(folder.archive)
    assert answers <= set(archived.values())
    assert all(hashlib.sha256(content).hexdigest() in name for name, content in archived.items())
    assert b"lock" not in archived.values()
