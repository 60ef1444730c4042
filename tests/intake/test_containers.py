"""Mails and archives among the answers, through triage: what is listed, and what is said of each."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from aktivplan.intake.triage import Settled, triage
from tests.intake.files import MODIFIED, PNG, found, package, workbook
from tests.intake.mails import archive, mail
from tests.intake.said import codes, opened, said_of

PHOTO = PNG + bytes(200 * 1024)


def test_a_workbook_in_a_mail_is_read_and_the_mail_says_that_it_was_opened(tmp_path: Path) -> None:
    said = opened(tmp_path, "Svar.eml", mail(("BUF.xlsx", workbook())).as_bytes())
    assert codes(said) == {"Svar.eml": "file-opened", "Svar.eml/BUF.xlsx": ""}
    assert [one.skipped for one in said] == [True, False]


def test_what_came_in_a_mail_is_known_by_sender_and_date(tmp_path: Path) -> None:
    _mail, answer = opened(tmp_path, "Svar.eml", mail(("BUF.xlsx", workbook())).as_bytes())
    assert answer.delivery.container == "Svar.eml"
    assert answer.delivery.sender == "eva.berg@lindesjo.example"
    assert answer.delivery.sent == datetime(2026, 11, 3, 9, 0, tzinfo=UTC)
    assert answer.saved == answer.delivery.sent


def test_the_mails_own_line_says_who_sent_it(tmp_path: Path) -> None:
    (line,) = opened(tmp_path, "Svar.eml", mail().as_bytes())
    assert (line.delivery.container, line.delivery.sender) == ("", "eva.berg@lindesjo.example")


def test_a_mail_without_a_file_needs_a_person(tmp_path: Path) -> None:
    assert codes(opened(tmp_path, "Svar.eml", mail().as_bytes())) == {"Svar.eml": "mail-without-file"}


def test_workbooks_in_an_archive_are_read_where_they_lie(tmp_path: Path) -> None:
    content = archive(("BUF.xlsx", workbook()), ("Skolor/Vik.xlsx", workbook()))
    said = opened(tmp_path, "svar.zip", content)
    assert codes(said) == {
        "svar.zip": "file-opened",
        "svar.zip/BUF.xlsx": "",
        "svar.zip/Skolor/Vik.xlsx": "",
    }
    assert dict(said[0].findings[0].arguments) == {"count": 2}
    assert said[1].delivery.container == "svar.zip"
    assert said[1].saved == datetime(2026, 11, 4, 8, 30, tzinfo=UTC)


def test_a_mail_in_an_archive_is_opened_too(tmp_path: Path) -> None:
    inner = mail(("BUF.xlsx", workbook())).as_bytes()
    said = opened(tmp_path, "svar.zip", archive(("Svar.eml", inner)))
    assert codes(said)["svar.zip/Svar.eml/BUF.xlsx"] == ""
    assert said[2].delivery.container == "svar.zip"
    assert said[2].delivery.sender == "eva.berg@lindesjo.example"


def test_an_archive_in_a_mail_is_opened_and_its_files_have_the_mails_sender(tmp_path: Path) -> None:
    content = mail(("svar.zip", archive(("BUF.xlsx", workbook())))).as_bytes()
    said = opened(tmp_path, "Svar.eml", content)
    assert codes(said)["Svar.eml/svar.zip/BUF.xlsx"] == ""
    assert said[2].delivery.sender == "eva.berg@lindesjo.example"


def test_an_archive_in_an_archive_is_not_opened(tmp_path: Path) -> None:
    inner = archive(("BUF.xlsx", workbook()))
    said = codes(opened(tmp_path, "svar.zip", archive(("inre.zip", inner), ("KOF.xlsx", workbook()))))
    assert said["svar.zip/inre.zip"] == "container-nested"
    assert said["svar.zip/KOF.xlsx"] == ""


def test_mails_in_mails_without_end_are_left_to_a_person(tmp_path: Path) -> None:
    content = mail(("BUF.xlsx", workbook())).as_bytes()
    for _ in range(5):
        content = mail(("Svar.eml", content)).as_bytes()
    said = codes(opened(tmp_path, "Svar.eml", content))
    assert len(said) == 4
    assert list(said.values())[-1] == "container-nested"


def test_system_files_in_an_archive_are_skipped(tmp_path: Path) -> None:
    content = archive(("BUF.xlsx", workbook()), ("__MACOSX/._BUF.xlsx", b"x"), ("Mapp/.DS_Store", b"x"))
    said = opened(tmp_path, "svar.zip", content)
    assert codes(said)["svar.zip/__MACOSX/._BUF.xlsx"] == "file-system"
    assert codes(said)["svar.zip/Mapp/.DS_Store"] == "file-system"
    assert dict(said[0].findings[0].arguments) == {"count": 1}


def test_an_archive_of_system_files_alone_holds_no_answer(tmp_path: Path) -> None:
    said = opened(tmp_path, "svar.zip", archive(("__MACOSX/._BUF.xlsx", b"x")))
    assert codes(said)["svar.zip"] == "archive-empty"
    assert not said[0].skipped


def test_logos_beside_a_workbook_are_skipped_with_a_note(tmp_path: Path) -> None:
    content = mail(("BUF.xlsx", workbook()), ("logo.png", PNG), ("foto.png", PHOTO)).as_bytes()
    said = opened(tmp_path, "Svar.eml", content)
    assert codes(said)["Svar.eml/logo.png"] == "mail-trappings"
    assert codes(said)["Svar.eml/foto.png"] == "mail-trappings"
    assert all(one.skipped for one in said if one.file.endswith(".png"))


def test_a_photo_in_a_mail_without_a_workbook_needs_a_person(tmp_path: Path) -> None:
    said = opened(tmp_path, "Svar.eml", mail(("logo.png", PNG), ("foto.png", PHOTO)).as_bytes())
    assert codes(said) == {
        "Svar.eml": "file-opened",
        "Svar.eml/logo.png": "mail-trappings",
        "Svar.eml/foto.png": "file-picture",
    }


def test_a_mail_with_a_logo_alone_is_a_mail_without_a_file(tmp_path: Path) -> None:
    said = codes(opened(tmp_path, "Svar.eml", mail(("logo.png", PNG)).as_bytes()))
    assert said == {"Svar.eml": "mail-without-file", "Svar.eml/logo.png": "mail-trappings"}


def test_a_file_that_has_gone_from_its_container_since_is_unreadable(tmp_path: Path) -> None:
    result = triage(found(tmp_path, "svar.zip", archive(("BUF.xlsx", workbook()))))
    assert isinstance(result, Settled)
    (inner,) = result.inside
    inner.path.unlink()
    assert codes(said_of(inner)) == {"svar.zip/BUF.xlsx": "file-unreadable"}


def test_a_document_of_many_parts_is_no_archive(tmp_path: Path) -> None:
    said = codes(opened(tmp_path, "karta.vsdx", package("[Content_Types].xml", "visio/document.xml")))
    assert list(said) == ["karta.vsdx"]


def test_a_file_in_an_archive_that_tells_no_dates_has_the_archives_own(tmp_path: Path) -> None:
    content = archive(("BUF.xlsx", workbook()), date=(1980, 1, 1, 0, 0, 0))
    _archive, answer = opened(tmp_path, "svar.zip", content)
    assert answer.saved == MODIFIED
