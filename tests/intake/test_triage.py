from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from aktivplan.findings import Finding, Severity
from aktivplan.intake.limits import LARGEST_FILE
from aktivplan.intake.triage import Settled, triage
from aktivplan.records import Submission
from tests.intake.files import MODIFIED, PDF, PNG, bomb, compound_file, found, package, workbook


def refused(folder: Path, name: str, content: bytes) -> Submission:
    result = triage(found(folder, name, content))
    assert isinstance(result, Settled)
    assert result.inside == ()
    return result.submission


def why(folder: Path, name: str, content: bytes) -> Finding:
    (finding,) = refused(folder, name, content).findings
    return finding


@pytest.mark.parametrize("name", ["svar.xlsx", "Mapp/svar.xlsm", "svar.XLS", "svar utan ändelse"])
def test_a_workbook_is_handed_on_as_it_is(tmp_path: Path, name: str) -> None:
    assert triage(found(tmp_path, name, workbook())) == workbook()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("~$svar.xlsx", "file-lock"),
        ("Mapp/.~lock.svar.ods#", "file-lock"),
        ("Thumbs.db", "file-system"),
        ("desktop.ini", "file-system"),
        (".DS_Store", "file-system"),
        ("._svar.xlsx", "file-system"),
        ("__MACOSX/svar.xlsx", "file-system"),
        (".sync/svar.xlsx", "file-system"),
    ],
)
def test_files_that_programs_leave_behind_are_skipped_with_a_note(
    tmp_path: Path, name: str, code: str
) -> None:
    submission = refused(tmp_path, name, workbook())
    assert submission.skipped
    assert [(one.code, one.severity) for one in submission.findings] == [(code, Severity.NOTE)]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("svar.xlsx", b"Hej!", "file-not-workbook"),
        ("svar.xlsx", PNG, "file-not-workbook"),
        ("svar.xlsx", package("annat.xml"), "file-not-workbook"),
        ("svar.xls", b"<html><table>", "file-not-workbook"),
        ("svar.bin", b"\x00\x01", "file-not-workbook"),
        ("svar.xlsx", b"", "file-empty"),
        ("svar.csv", b"", "file-empty"),
        ("svar.zip", package("a.xlsx")[:40], "archive-damaged"),
        ("svar.zip", bomb(9).replace(b"xl/", b"yl/"), "archive-too-large"),
        ("svar.zip", b"PK\x03\x04" + b"PK\x01\x02" * 50_001, "archive-too-large"),
        ("svar.7z", b"7z\xbc\xaf\x27\x1c\x00\x04", "archive-other"),
        ("svar.rar", b"Rar!\x1a\x07\x01\x00", "archive-other"),
        ("svar.tar", bytes(257) + b"ustar\x0000", "archive-other"),
        ("IMG_0042.png", PNG, "file-picture"),
        ("svar.numbers", package("Index/Document.iwa", "Metadata/Properties.plist"), "file-numbers"),
        ("Handlingsplan.url", b"[InternetShortcut]\r\nURL=https://plan.example/x", "file-link"),
        ("Handlingsplan.gsheet", b'{"url": "https://plan.example/x"}', "file-link"),
        ("Handlingsplan.lnk", b"\x4c\x00\x00\x00\x01\x14\x02\x00" + bytes(60), "file-link"),
        ("Svar.msg", compound_file("__properties_version1.0")[:700], "mail-damaged"),
        ("winmail.dat", b"\x78\x9f\x3e\x22\x01\x00", "file-winmail"),
        ("svar.xlsx", workbook()[:200], "file-damaged"),
        ("svar.xlsx", compound_file("EncryptedPackage"), "file-encrypted"),
        ("svar.xlsx", bomb(9), "file-swollen"),
    ],
)
def test_what_cannot_be_read_is_refused_with_an_error(
    tmp_path: Path, name: str, content: bytes, code: str
) -> None:
    submission = refused(tmp_path, name, content)
    assert not submission.skipped
    assert [(one.code, one.severity) for one in submission.findings] == [(code, Severity.ERROR)]


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("svar.pdf", PDF, "PDF"),
        ("svar.pages", package("Index/Document.iwa"), "Pages"),
        ("svar.key", package("Index/Document.iwa"), "Keynote"),
        ("svar.docx", package("[Content_Types].xml", "word/document.xml"), "Word"),
        ("svar.txt", b"Vi har inget", "TXT"),
        ("svar.csv", b"Aktivitet;Tid", "CSV"),
    ],
)
def test_what_a_person_can_read_is_left_to_one(tmp_path: Path, name: str, content: bytes, kind: str) -> None:
    finding = why(tmp_path, name, content)
    assert (finding.code, dict(finding.arguments)) == ("file-needs-person", {"kind": kind})


def test_a_file_that_is_too_large_is_not_opened(tmp_path: Path) -> None:
    result = triage(replace(found(tmp_path, "svar.xlsx", workbook()), size=LARGEST_FILE + 1))
    assert isinstance(result, Settled)
    assert [(one.code, dict(one.arguments)) for one in result.submission.findings] == [
        ("file-too-large", {"limit": 25})
    ]


def test_a_file_that_has_gone_cannot_be_opened(tmp_path: Path) -> None:
    file = found(tmp_path, "svar.xlsx", workbook())
    file.path.unlink()
    result = triage(file)
    assert isinstance(result, Settled)
    submission = result.submission
    assert ([one.code for one in submission.findings], submission.sha256) == (["file-unreadable"], "")


def test_every_refusal_names_file_date_and_sha256(tmp_path: Path) -> None:
    submission = refused(tmp_path, "Mapp/svar.pdf", PDF)
    assert (submission.file, submission.modified) == ("Mapp/svar.pdf", MODIFIED)
    assert submission.sha256 == hashlib.sha256(PDF).hexdigest()
    assert submission.findings[0].place.file == "Mapp/svar.pdf"
