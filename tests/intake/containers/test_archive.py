from __future__ import annotations

import io
import struct
import zipfile
from datetime import UTC, datetime

import pytest

from aktivplan.intake.containers.archive import open_archive
from aktivplan.intake.containers.container import MOST_ENTRIES, ContainerError
from aktivplan.intake.limits import LARGEST_FILE
from tests.intake.files import workbook
from tests.intake.mails import archive


def names(content: bytes) -> list[str]:
    return [entry.name for entry in open_archive(content).entries]


def renamed(content: bytes, old: bytes, new: bytes) -> bytes:
    """The archive with a name of the same length, and without the word that names are UTF-8."""
    content = content.replace(old, new)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = content.index(mark) + at
        content = content[:start] + b"\0\0" + content[start + 2 :]
    return content


def locked(content: bytes, *, only_first: bool = False) -> bytes:
    """The archive with its entries said to be encrypted."""
    marked = bytearray(content)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = content.find(mark)
        while start >= 0:
            marked[start + at] |= 1
            start = -1 if only_first else content.find(mark, start + 4)
    return bytes(marked)


def code_of(content: bytes) -> str:
    with pytest.raises(ContainerError) as error:
        open_archive(content)
    return error.value.code


def code_of_first_entry(content: bytes) -> str:
    with pytest.raises(ContainerError) as error:
        open_archive(content).entries[0].content()
    return error.value.code


def test_entries_give_their_bytes_and_dates() -> None:
    (entry,) = open_archive(archive(("BUF.xlsx", workbook()))).entries
    assert entry.content() == workbook()
    assert entry.size == len(workbook())
    assert entry.modified == datetime(2026, 11, 4, 8, 30, tzinfo=UTC)


def test_folders_are_no_entries() -> None:
    assert names(archive(("Skolor/", b""), ("Skolor/BUF.xlsx", b"PK"))) == ["Skolor/BUF.xlsx"]


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("../../BUF.xlsx", "BUF.xlsx"),
        ("/etc/BUF.xlsx", "BUF.xlsx"),
        ("C:/Users/BUF.xlsx", "BUF.xlsx"),
        ("Skolor\\BUF.xlsx", "BUF.xlsx"),
        ("..", "1"),
    ],
)
def test_a_name_that_leads_elsewhere_is_shown_by_its_last_step(told: str, shown: str) -> None:
    assert names(archive((told, b"PK"))) == [shown]


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        (b"f\x94rskola.xlsx", "förskola.xlsx"),  # the code page of a Nordic Windows console
        (b"sk\x9blen.xlsx\x20", "skølen.xlsx"),
        ("förskola.xlsx".encode()[:13], "förskola.xlsx"[:12]),  # a Mac's UTF-8, unmarked
    ],
)
def test_names_of_older_programs_are_shown_as_they_were_meant(raw: bytes, shown: str) -> None:
    placeholder = b"X" * len(raw)
    content = archive((placeholder.decode(), b"PK"))
    assert names(renamed(content, placeholder, raw)) == [shown]


def test_names_of_the_same_letters_in_two_forms_are_told_apart() -> None:
    assert names(archive(("föra.xlsx", b"1"), ("fo\u0308ra.xlsx", b"2"))) == ["föra.xlsx", "föra [2].xlsx"]


def test_an_entry_is_unpacked_no_further_than_a_file_may_be() -> None:
    content = archive(("BUF.xlsx", bytes(LARGEST_FILE + 1)))
    assert code_of_first_entry(content) == "file-too-large"


def test_an_entry_that_lies_about_its_size_is_measured() -> None:
    content = archive(("BUF.xlsx", bytes(LARGEST_FILE + 1)))
    lie = content.replace(struct.pack("<I", LARGEST_FILE + 1), struct.pack("<I", 10))
    assert open_archive(lie).entries[0].size == 10
    assert code_of_first_entry(lie) == "file-too-large"


def test_an_entry_whose_bytes_are_wrong_is_damaged() -> None:
    content = archive(("BUF.xlsx", workbook()), packing=zipfile.ZIP_STORED)
    at = content.index(b"<a/>") if b"<a/>" in content else 60
    assert code_of_first_entry(content[:at] + b"\xff\xff" + content[at + 2 :]) == "file-damaged"


def test_an_archive_of_too_many_files_is_not_opened() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as parts:
        for number in range(MOST_ENTRIES + 1):
            parts.writestr(f"{number}.txt", b"")
    assert code_of(buffer.getvalue()) == "archive-too-large"


def test_an_archive_with_a_password_is_told_once() -> None:
    content = locked(archive(("BUF.xlsx", workbook()), ("KOF.xlsx", workbook())))
    assert code_of(content) == "archive-protected"


def test_of_an_archive_that_is_partly_protected_the_rest_is_read() -> None:
    content = locked(archive(("BUF.xlsx", workbook()), ("KOF.xlsx", workbook())), only_first=True)
    assert code_of_first_entry(content) == "archive-protected"
    assert open_archive(content).entries[1].content() == workbook()


def test_an_archive_that_breaks_off_is_damaged() -> None:
    assert code_of(archive(("BUF.xlsx", workbook()))[:-30]) == "archive-damaged"
