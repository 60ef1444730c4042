from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from aktivplan.workbooks.kinds import Content, Kind, kind_of
from tests.intake.files import PDF, PNG, bomb, compound_file, open_document, package, workbook


@pytest.mark.parametrize(
    "content",
    [
        workbook(),
        package("[Content_Types].xml", "xl/workbook.bin"),
        package("XL\\Workbook.xml"),
        package("_rels/.rels", "workbook.xml"),
        open_document("spreadsheet"),
        open_document("spreadsheet-template"),
        compound_file("Workbook"),
        compound_file("Book"),
        compound_file("WORKBOOK"),
        "Aktivitet;Ansvarig\r\nMöte;Eva".encode("cp1252"),
    ],
)
def test_workbooks_of_every_format_are_known(content: bytes) -> None:
    assert kind_of(content) == Content(Kind.WORKBOOK)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (PDF, "PDF"),
        (PNG, "PNG"),
        (b"\xff\xd8\xff\xe0" + bytes(20), "JPEG"),
        (b"\0\0\0\x18ftypheic", "HEIC"),
        (b"\0\0\0\x18ftypmp42", "MP4"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "WEBP"),
        (b"BM\x36\x10\0\0\0\0\0\0\x36", "BMP"),
        (b"BMX-banan byggs i maj", "TXT"),
        (b"{\\rtf1 Hej", "RTF"),
        (package("[Content_Types].xml", "word/document.xml"), "Word"),
        (compound_file("WordDocument"), "Word"),
        (open_document("text"), "Writer"),
        (compound_file("__properties_version1.0"), "Outlook"),
        (package("Index/Document.iwa", "Data/a.png"), "Numbers"),
        (package("svar.xlsx"), "ZIP"),
        ("Vi svarar så här:\r\n- åtta".encode(), "TXT"),
        ("Aktivitet;Ansvarig".encode("utf-16"), "TXT"),
        (b"\x01\x02\x03", ""),
        (package("word/BUF.xlsx", "Index/KOF.xlsx"), "ZIP"),
        (package("svar.numbers/Index.zip"), "Numbers"),
    ],
)
def test_other_files_are_known_by_their_bytes(content: bytes, name: str) -> None:
    assert kind_of(content) == Content(Kind.OTHER, name)


def test_a_password_is_seen_in_the_compound_files_directory() -> None:
    assert kind_of(compound_file("EncryptionInfo", "EncryptedPackage")).kind is Kind.ENCRYPTED


def test_the_name_of_the_stream_in_a_cell_is_no_password() -> None:
    content = compound_file("Workbook") + b"x" + "EncryptedPackage\0".encode("utf-16-le")
    assert kind_of(content).kind is Kind.WORKBOOK


@pytest.mark.parametrize("content", [b"", b"PK", workbook()[:-10], b"PK\x03\x04" + bytes(100)])
def test_nothing_and_half_a_package_are_damaged(content: bytes) -> None:
    assert kind_of(content).kind is Kind.DAMAGED


def test_what_unpacks_to_too_much_is_seen_whatever_its_headers_say() -> None:
    assert kind_of(bomb(9)).kind is Kind.SWOLLEN


def test_what_unpacks_to_much_but_not_too_much_is_let_through() -> None:
    assert kind_of(bomb(5)).kind is Kind.WORKBOOK


@given(
    some.binary(max_size=300),
    some.sampled_from([b"", b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]),
)
def test_no_bytes_raise(rest: bytes, beginning: bytes) -> None:
    assert kind_of(beginning + rest).kind in Kind
