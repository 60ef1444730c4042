from __future__ import annotations

import os
import unicodedata
from datetime import UTC, datetime
from pathlib import Path

import pytest

from aktivplan.intake.discovery import discover


def put(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")


def names(folder: Path) -> list[str]:
    return [found.name for found in discover(folder)]


def test_files_in_subfolders_are_found_and_named_from_the_folder(tmp_path: Path) -> None:
    put(tmp_path, "b.xlsx", "Skolor/Vik/a.xlsx")
    assert names(tmp_path) == ["Skolor/Vik/a.xlsx", "b.xlsx"]


def test_the_order_is_that_of_the_names_whatever_the_locale(tmp_path: Path) -> None:
    put(tmp_path, "ö.xlsx", "B.xlsx", "a.xlsx", "Ä.xlsx")
    assert names(tmp_path) == ["B.xlsx", "a.xlsx", "Ä.xlsx", "ö.xlsx"]


def test_names_are_composed(tmp_path: Path) -> None:
    put(tmp_path, unicodedata.normalize("NFD", "förskola.xlsx"))
    assert names(tmp_path) == ["förskola.xlsx"]
    assert discover(tmp_path)[0].path.read_bytes() == b"x"


def test_size_and_date_are_the_files_own(tmp_path: Path) -> None:
    put(tmp_path, "a.xlsx")
    os.utime(tmp_path / "a.xlsx", (1_793_000_000, 1_793_000_000))
    (found,) = discover(tmp_path)
    assert (found.size, found.modified) == (1, datetime.fromtimestamp(1_793_000_000, UTC))


def test_links_out_of_the_folder_are_left_alone(tmp_path: Path) -> None:
    put(tmp_path, "utanför/hemlig.xlsx", "svar/a.xlsx")
    try:
        (tmp_path / "svar/b.xlsx").symlink_to(tmp_path / "utanför/hemlig.xlsx")
        (tmp_path / "svar/c.xlsx").symlink_to(tmp_path / "svar/a.xlsx")
        (tmp_path / "svar/mapp").symlink_to(tmp_path / "utanför", target_is_directory=True)
    except OSError:
        pytest.skip("links cannot be made here")
    assert names(tmp_path / "svar") == ["a.xlsx", "c.xlsx"]


def test_a_folder_that_does_not_exist_has_no_files(tmp_path: Path) -> None:
    assert discover(tmp_path / "returned") == ()


@pytest.mark.skipif(os.name == "nt", reason="names are text on Windows")
def test_a_name_that_is_no_text_is_shown_all_the_same(tmp_path: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/sv\xe5r.xlsx")).write_bytes(b"x")
    except OSError:
        pytest.skip("the file system takes only UTF-8")
    assert names(tmp_path) == ["sv\ufffdr.xlsx"]
