"""Stray files are what they claim to be to the libraries that will meet them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook
from python_calamine import CalamineWorkbook, PasswordError

from aktivplan.demo.stray_files import damaged, encrypted, lock_file, photograph

LOCK_FILE_SIZE = 165
"""Bytes; every lock file that Excel leaves has that size."""


@pytest.fixture
def workbook() -> bytes:
    buffer = io.BytesIO()
    Workbook().save(buffer)
    return buffer.getvalue()


def test_an_encrypted_workbook_asks_for_a_password(workbook: bytes, tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    path.write_bytes(encrypted(workbook))
    with pytest.raises(PasswordError):
        CalamineWorkbook.from_path(path)


def test_a_damaged_workbook_begins_as_a_zip_and_cannot_be_opened(workbook: bytes) -> None:
    content = damaged(workbook)
    assert content.startswith(b"PK")
    with pytest.raises(zipfile.BadZipFile):
        zipfile.ZipFile(io.BytesIO(content))


def test_a_lock_file_has_the_size_and_the_name_that_excel_writes() -> None:
    content = lock_file("Nanna Refsgaard")
    assert len(content) == LOCK_FILE_SIZE
    assert content[1:16] == b"Nanna Refsgaard"


def test_a_photograph_is_a_picture_with_ink_on_it() -> None:
    content = photograph(40, 30)
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    assert content.endswith(b"IEND\xaeB`\x82")
    assert photograph(40, 30) != photograph(40, 60)


def test_stray_files_are_the_same_every_time(workbook: bytes) -> None:
    assert encrypted(workbook) == encrypted(workbook)
    assert photograph() == photograph()
