"""Writing a file whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from aktivplan import files
from aktivplan.files import write_whole


def test_a_file_is_replaced_in_one_step(tmp_path: Path) -> None:
    target = tmp_path / "master.xlsx"
    target.write_bytes(b"old")
    assert write_whole(target, b"new") == target
    assert target.read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["master.xlsx"]


def test_missing_folders_are_made(tmp_path: Path) -> None:
    assert write_whole(tmp_path / "output" / "a.txt", b"x").read_bytes() == b"x"


@pytest.mark.parametrize("lock", ["~$master.xlsx", ".~lock.master.xlsx#"])
def test_a_file_open_in_another_program_is_left_and_a_sibling_written(tmp_path: Path, lock: str) -> None:
    target = tmp_path / "master.xlsx"
    target.write_bytes(b"old")
    (tmp_path / lock).write_bytes(b"")
    assert write_whole(target, b"new") == tmp_path / "master (2).xlsx"
    assert target.read_bytes() == b"old"


def test_a_file_that_cannot_be_replaced_gets_a_sibling(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "master.xlsx"
    target.write_bytes(b"old")
    replace = Path.replace

    def refuse_the_target(part: Path, to: Path) -> Path:
        # What Windows does while Excel holds the file; nothing here can hold a file that way.
        if to == target:
            raise PermissionError(13, "in use", str(to))
        return replace(part, to)

    monkeypatch.setattr(files.Path, "replace", refuse_the_target)
    assert write_whole(target, b"new") == tmp_path / "master (2).xlsx"
    assert target.read_bytes() == b"old"


def test_a_disk_error_leaves_the_old_file_and_no_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "master.xlsx"
    target.write_bytes(b"old")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(target, b"new")
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["master.xlsx"]


def test_a_written_file_has_the_rights_of_an_ordinary_file(tmp_path: Path) -> None:
    ordinary = tmp_path / "ordinary"
    ordinary.write_bytes(b"")
    assert write_whole(tmp_path / "ours", b"").stat().st_mode == ordinary.stat().st_mode
