"""The folder of corrected copies over several builds."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest

from aktivplan.copies import put_copies
from aktivplan.forms.writer import write_form
from tests.support import activity, make_plan

PLAN = make_plan()
FIRST, SECOND = (write_form(PLAN, PLAN.units[0], [activity(PLAN, "BUF", 1, text=text)]) for text in "ab")


def saved_by_somebody(path: Path) -> bytes:
    """Open the workbook and save it."""
    book = openpyxl.load_workbook(path)
    buffer = io.BytesIO()
    book.save(buffer)
    path.write_bytes(buffer.getvalue())
    return buffer.getvalue()


def contents(folder: Path) -> dict[str, bytes]:
    """What lies in the folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_copy_takes_the_place_of_an_earlier_one(tmp_path: Path) -> None:
    put_copies(tmp_path, [("BUF.xlsx", FIRST)])
    put = put_copies(tmp_path, [("BUF.xlsx", SECOND)])
    assert contents(tmp_path) == {"BUF.xlsx": SECOND}
    assert (put.written, put.kept) == ((tmp_path / "BUF.xlsx",), ())


def test_a_copy_that_is_no_longer_needed_is_removed(tmp_path: Path) -> None:
    put_copies(tmp_path, [("BUF.xlsx", FIRST), ("SOC.xlsx", FIRST)])
    put_copies(tmp_path, [("SOC.xlsx", FIRST)])
    assert contents(tmp_path) == {"SOC.xlsx": FIRST}


def test_a_copy_that_somebody_has_saved_is_left_and_told(tmp_path: Path) -> None:
    put_copies(tmp_path, [("BUF.xlsx", FIRST)])
    theirs = saved_by_somebody(tmp_path / "BUF.xlsx")
    put = put_copies(tmp_path, ())
    assert contents(tmp_path) == {"BUF.xlsx": theirs}
    assert put.kept == (tmp_path / "BUF.xlsx",)


def test_a_new_copy_stands_beside_one_that_somebody_has_saved_and_does_not_multiply(tmp_path: Path) -> None:
    put_copies(tmp_path, [("BUF.xlsx", FIRST)])
    theirs = saved_by_somebody(tmp_path / "BUF.xlsx")
    for content in (FIRST, SECOND, SECOND):
        put = put_copies(tmp_path, [("BUF.xlsx", content)])
        assert contents(tmp_path) == {"BUF.xlsx": theirs, "BUF (2).xlsx": content}
        assert put.written == (tmp_path / "BUF (2).xlsx",)


@pytest.mark.parametrize("lock", ["~$BUF.xlsx", ".~lock.BUF.xlsx#"])
def test_a_copy_that_is_open_in_another_program_is_neither_replaced_nor_removed(
    tmp_path: Path, lock: str
) -> None:
    put_copies(tmp_path, [("BUF.xlsx", FIRST)])
    (tmp_path / lock).write_bytes(b"")
    put = put_copies(tmp_path, [("BUF.xlsx", SECOND)])
    assert contents(tmp_path) == {"BUF.xlsx": FIRST, "BUF (2).xlsx": SECOND, lock: b""}
    assert put.kept == (tmp_path / "BUF.xlsx",)


def test_other_files_in_the_folder_are_left_alone(tmp_path: Path) -> None:
    others = {"brev.docx": b"brev", "egen.xlsx": b"no workbook at all", "lista.txt": b""}
    for name, content in others.items():
        (tmp_path / name).write_bytes(content)
    put_copies(tmp_path, [("BUF.xlsx", FIRST)])
    put_copies(tmp_path, ())
    assert contents(tmp_path) == others


def test_a_copy_that_says_the_same_is_not_written_again(tmp_path: Path) -> None:
    put_copies(tmp_path, [("BUF.xlsx", FIRST)])
    before = (tmp_path / "BUF.xlsx").stat()
    put = put_copies(tmp_path, [("BUF.xlsx", FIRST)])
    after = (tmp_path / "BUF.xlsx").stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)
    assert put.written == (tmp_path / "BUF.xlsx",)


def test_no_folder_is_made_for_no_copies(tmp_path: Path) -> None:
    put_copies(tmp_path / "corrections", ())
    assert list(tmp_path.iterdir()) == []
