"""Two processes on one folder, and files kept under their hashes."""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import os
import platform
import time
from pathlib import Path

import pytest

from aktivplan.register.archive import erase, keep, kept
from aktivplan.register.lock import FolderHeldError, held, holder_of


def hold(file: Path, seconds: float) -> None:
    with held(file, "aktivplan send"):
        time.sleep(seconds)


def test_the_second_process_waits_for_the_first(tmp_path: Path) -> None:
    file = tmp_path / "lock"
    other = multiprocessing.get_context("spawn").Process(target=hold, args=(file, 1.0))
    other.start()
    while holder_of(file) is None:
        time.sleep(0.01)
    with held(file, "aktivplan build", seconds=10):
        holder = holder_of(file)
        assert holder is not None
        assert holder.process == os.getpid()
    other.join()
    assert not file.exists()


def test_whoever_waits_in_vain_is_told_who_holds_the_folder(tmp_path: Path) -> None:
    file = tmp_path / "lock"
    file.write_text(json.dumps([1, "another-machine", "aktivplan collect", 0.0]))
    with pytest.raises(FolderHeldError) as caught, held(file, "aktivplan build", seconds=0.3):
        pass
    assert caught.value.holder is not None
    assert (caught.value.holder.host, caught.value.holder.command) == ("another-machine", "aktivplan collect")
    assert file.exists()


def test_what_an_ended_process_of_this_machine_left_is_taken_over(tmp_path: Path) -> None:
    file = tmp_path / "lock"
    ended = multiprocessing.get_context("spawn").Process(target=int)
    ended.start()
    ended.join()
    file.write_text(json.dumps([ended.pid, platform.node(), "aktivplan send", 0.0]))
    with held(file, "aktivplan build", seconds=0.5):
        assert file.exists()


def test_a_lock_that_says_nothing_is_respected(tmp_path: Path) -> None:
    file = tmp_path / "lock"
    file.write_text("")
    with pytest.raises(FolderHeldError), held(file, "aktivplan build", seconds=0.3):
        pass


def test_a_file_is_kept_unchanged_under_its_hash(tmp_path: Path) -> None:
    digest = keep(tmp_path, b"svar", ".XLSX")
    assert digest == hashlib.sha256(b"svar").hexdigest()
    found = kept(tmp_path, digest)
    assert found is not None
    assert (found.read_bytes(), found.name) == (b"svar", f"{digest}.xlsx")


def test_the_same_content_is_kept_once(tmp_path: Path) -> None:
    keep(tmp_path, b"svar", ".xlsx")
    keep(tmp_path, b"svar", ".bin")
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1


def test_what_cannot_be_kept_leaves_nothing_half(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        keep(tmp_path, b"svar")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_what_is_erased_is_gone(tmp_path: Path) -> None:
    digest = keep(tmp_path, b"svar", ".xlsx")
    assert erase(tmp_path, digest) == 1
    assert kept(tmp_path, digest) is None
