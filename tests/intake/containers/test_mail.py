from __future__ import annotations

import base64
from datetime import UTC, datetime
from email.message import EmailMessage

import pytest

from aktivplan.intake.containers.container import Container, ContainerError
from aktivplan.intake.containers.letter import container_of
from aktivplan.intake.containers.mail import MOST_PARTS, is_mail, read_mail
from tests.intake.files import PNG, workbook
from tests.intake.mails import mail

PART = b"Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def opened(content: bytes) -> Container:
    return container_of(read_mail(content))


def named(*headers: str | bytes) -> list[str]:
    """What an attachment with those headers is called."""
    lines = b"\r\n".join(line.encode() if isinstance(line, str) else line for line in headers)
    content = (
        b"From: eva@x.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
        b"\r\nHej\r\n--b\r\n" + lines + b"\r\nContent-Transfer-Encoding: base64\r\n\r\nUEs=\r\n--b--\r\n"
    )
    return [entry.name for entry in opened(content).entries]


def with_header(name: str, value: bytes) -> Container:
    return opened(name.encode() + b": " + value + b"\r\nSubject: Plan\r\n\r\nHej\r\n")


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ('Content-Disposition: attachment; filename="BUF plan.xlsx"', "BUF plan.xlsx"),
        ("Content-Disposition: attachment; filename*=UTF-8''f%C3%B6rskola%20plan.xlsx", "förskola plan.xlsx"),
        (
            "Content-Disposition: attachment; filename*0*=iso-8859-1''f%F6rsk; filename*1=ola.xlsx",
            "förskola.xlsx",
        ),
        ('Content-Disposition: attachment; filename="=?utf-8?B?ZsO2cnNrb2xhLnhsc3g=?="', "förskola.xlsx"),
        (
            'Content-Disposition: attachment;\r\n filename="=?utf-8?Q?f=C3=B6rsk?=\r\n =?utf-8?Q?ola.xlsx?="',
            "förskola.xlsx",
        ),
        (
            "Content-Disposition: attachment; filename==?iso-8859-1?Q?f=F6rskola.xlsx?=",
            "förskola.xlsx",
        ),
        (b'Content-Disposition: attachment; filename="f\xf6rskola.xlsx"', "förskola.xlsx"),
        (b'Content-Disposition: attachment; filename="f\xc3\xb6rskola.xlsx"', "förskola.xlsx"),
        ("Content-Disposition: attachment; filename=BUF plan 2026.xlsx", "BUF plan 2026.xlsx"),
        ('Content-Type: application/octet-stream; name="BUF.xlsx"', "BUF.xlsx"),
        ('Content-Disposition: attachment; filename="C:\\Users\\Eva\\BUF.xlsx"', "BUF.xlsx"),
        ('Content-Disposition: attachment; filename="../../etc/BUF.xlsx"', "BUF.xlsx"),
        ('Content-Disposition: attachment; filename="=?utf-7?q?pl+2AA-n.xlsx?="', "pl\ufffdn.xlsx"),
        ("Content-Disposition: attachment; filename*", "1"),
        ('Content-Disposition: attachment; filename="=?utf-8?Q?f=C3=B6rsk"', "=?utf-8?Q?f=C3=B6rsk"),
        (f"Content-Type: {EXCEL}\r\nContent-Disposition: attachment", "1.xlsx"),
        (f'Content-Type: {EXCEL}\r\nContent-Disposition: attachment; filename=".xlsx"', "1.xlsx"),
        ("Content-Disposition: attachment", "1"),
    ],
)
def test_an_attachment_is_called_what_the_mail_means(header: str | bytes, name: str) -> None:
    assert named(header) == [name]


@pytest.mark.parametrize(
    ("value", "address"),
    [
        (b'"Berg, Eva" <eva.berg@x.example>', "eva.berg@x.example"),
        (b"Berg, Eva <eva.berg@x.example>", "eva.berg@x.example"),
        (b"eva.berg@x.example (Eva)", "eva.berg@x.example"),
        (b"=?utf-8?q?=C3=85sa?= <asa@x.example>", "asa@x.example"),
        (b"\xc5sa <asa@x.example>", "asa@x.example"),
        (b"Eva <eva.berg@x.example", "eva.berg@x.example"),
        (b"'Eva' eva.berg@x.example", "eva.berg@x.example"),
        (b"a@x.example, b@x.example", "a@x.example"),
        (b"undisclosed recipients", ""),
        (b"=?utf-7?q?eva+2AA-=40x.example?= <eva@x.example>", "eva@x.example"),
        (b"<>", ""),
        (b"", ""),
    ],
)
def test_the_sender_is_the_address_in_from(value: bytes, address: str) -> None:
    assert with_header("From", value).sender == address


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        (b"Tue, 3 Nov 2026 10:00:00 +0100", datetime(2026, 11, 3, 9, 0, tzinfo=UTC)),
        (b"3 Nov 2026 10:00", datetime(2026, 11, 3, 10, 0, tzinfo=UTC)),
        (b"Tue, 3 Nov 2026 10:00:00 -0000", datetime(2026, 11, 3, 10, 0, tzinfo=UTC)),
        (b"2026-11-03T10:00:00+01:00", datetime(2026, 11, 3, 9, 0, tzinfo=UTC)),
        (b"Tue, 99 Nov 20260 10:00:00 +9999", None),
        (b"Mon, 1 Jan 1900 00:00:00 +1200", None),
        (b"i tisdags", None),
        (b"", None),
    ],
)
def test_the_date_is_taken_as_utc_and_left_out_where_it_is_none(
    value: bytes, moment: datetime | None
) -> None:
    assert with_header("Date", value).sent == moment


def test_attachments_of_the_same_name_are_told_apart() -> None:
    entries = opened(mail(("BUF.xlsx", b"PK1"), ("BUF.xlsx", b"PK2")).as_bytes()).entries
    assert [(entry.name, entry.content()) for entry in entries] == [
        ("BUF.xlsx", b"PK1"),
        ("BUF [2].xlsx", b"PK2"),
    ]


def test_the_text_of_a_mail_is_no_file() -> None:
    message = mail()
    message.add_alternative("<p>Hej!</p>", subtype="html")
    assert opened(message.as_bytes()).entries == ()


def test_a_text_file_that_came_with_a_mail_is_one() -> None:
    message = mail()
    message.add_attachment("Aktivitet;Tid\n", subtype="csv", filename="BUF.csv")
    assert [entry.name for entry in opened(message.as_bytes()).entries] == ["BUF.csv"]


def test_files_of_a_mail_that_came_with_the_mail_are_its_own_senders() -> None:
    inner = mail(("BUF.xlsx", workbook()), sender="siv@x.example", subject="Svar 2026/27")
    outer = mail(sender="per@x.example")
    outer.add_attachment(inner)
    (entry,) = opened(outer.as_bytes()).entries
    assert (entry.name, entry.sender, entry.content()) == (
        "Svar 2026-27.eml/BUF.xlsx",
        "siv@x.example",
        workbook(),
    )


def test_a_mail_without_files_that_came_with_a_mail_is_told() -> None:
    outer = mail(("BUF.xlsx", workbook()))
    outer.add_attachment(mail(subject=""))
    entries = opened(outer.as_bytes()).entries
    assert [(entry.name, entry.told) for entry in entries] == [
        ("BUF.xlsx", ""),
        ("1.eml", "mail-trappings"),
    ]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("smime.p7s", "application/pkcs7-signature"),
        ("signature", "application/pgp-signature"),
        ("inbjudan.ics", "text/calendar"),
        ("Eva Berg.vcf", "text/vcard"),
        ("ATT00001.txt", "text/plain"),
        ("rapport", "text/rfc822-headers"),
        ("BUF.xlsx", "application/applefile"),
    ],
)
def test_what_mail_programs_add_is_not_read(name: str, kind: str) -> None:
    message = mail()
    main, sub = kind.split("/")
    message.add_attachment(b"x", maintype=main, subtype=sub, filename=name)
    assert [entry.told for entry in opened(message.as_bytes()).entries] == ["mail-trappings"]


def test_a_large_picture_within_the_text_may_be_a_photo_of_the_answer() -> None:
    message = mail()
    for size in (90, 200):
        picture = PNG + bytes(size * 1024)
        message.add_attachment(
            picture,
            maintype="image",
            subtype="png",
            filename=f"{size}.png",
            cid=f"<{size}>",
            disposition="inline",
        )
    told = {entry.name: entry.told for entry in opened(message.as_bytes()).entries}
    assert told == {"90.png": "mail-trappings", "200.png": ""}


def test_a_signed_mail_is_read_as_usual() -> None:
    inner = mail(("BUF.xlsx", workbook())).as_bytes()
    content = (
        b'From: eva@x.example\r\nContent-Type: multipart/signed; boundary=s; protocol="application/pkcs7-signature"'
        b"\r\n\r\n--s\r\n"
        + inner.split(b"\n", 4)[4]
        + b"\r\n--s\r\nContent-Type: application/pkcs7-signature; "
        b"name=smime.p7s\r\nContent-Transfer-Encoding: base64\r\n\r\nMIAG\r\n--s--\r\n"
    )
    told = {entry.name: entry.told for entry in opened(content).entries}
    assert told == {"BUF.xlsx": "", "smime.p7s": "mail-trappings"}


@pytest.mark.parametrize(
    "kind", ["application/pkcs7-mime; smime-type=enveloped-data", "multipart/encrypted; boundary=x"]
)
def test_a_sealed_mail_is_left_to_a_person(kind: str) -> None:
    with pytest.raises(ContainerError) as error:
        opened(f"From: eva@x.example\r\nContent-Type: {kind}\r\n\r\nMIAG\r\n".encode())
    assert error.value.code == "mail-sealed"


def test_a_sealed_mail_that_came_with_a_mail_leaves_the_others_readable() -> None:
    sealed = EmailMessage()
    sealed["Subject"], sealed["Content-Type"] = "Hemligt", "application/pkcs7-mime"
    outer = mail(("BUF.xlsx", workbook()))
    outer.add_attachment(sealed)
    told = {entry.name: entry.told for entry in opened(outer.as_bytes()).entries}
    assert told == {"BUF.xlsx": "", "Hemligt.eml": "mail-sealed"}


def test_an_attachment_of_garbage_is_listed_all_the_same() -> None:
    content = mail(("BUF.xlsx", workbook())).as_bytes()
    coded = base64.encodebytes(workbook())[:40]
    broken = content.replace(coded, b"!!" + coded[:30] + b"\xff\xff")
    assert broken != content
    (entry,) = opened(broken).entries
    assert entry.name == "BUF.xlsx"
    assert entry.content() != workbook()


def nested(depth: int) -> bytes:
    content = b"Content-Type: text/plain\r\n\r\nHej\r\n"
    for level in range(depth):
        boundary = f"b{level}".encode()
        content = (
            b"Content-Type: multipart/mixed; boundary="
            + boundary
            + b"\r\n\r\n--"
            + boundary
            + b"\r\n"
            + content
            + b"\r\n--"
            + boundary
            + b"--\r\n"
        )
    return b"From: eva@x.example\r\n" + content


def many(parts: int) -> bytes:
    begin = b"From: eva@x.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
    return begin + (b"--b\r\n" + PART + b"\r\nUEs=\r\n") * parts + b"--b--\r\n"


def crowded(line: bytes, times: int) -> bytes:
    return b"From: eva@x.example\r\nSubject: Plan\r\n" + line * times


TOO_COMPLEX = {
    "deep": nested(11),
    "abyss": nested(3_000),
    "wide": many(MOST_PARTS),
    "headers": crowded(b"A: b\n", 1_000_001),
    "dashes": crowded(b"\n--", 20_001),
}


@pytest.mark.parametrize("content", TOO_COMPLEX.values(), ids=TOO_COMPLEX.keys())
def test_a_mail_of_too_many_parts_is_left_to_a_person(content: bytes) -> None:
    with pytest.raises(ContainerError) as error:
        opened(content)
    assert error.value.code == "mail-too-complex"


def test_as_many_parts_as_are_allowed_are_read() -> None:
    assert len(opened(many(MOST_PARTS - 1)).entries) == MOST_PARTS - 1
    assert opened(nested(10)).entries == ()


def test_apples_mails_are_read() -> None:
    content = mail(("BUF.xlsx", workbook())).as_bytes()
    stored = f"{len(content):<10}\n".encode() + content + b'<?xml version="1.0"?><plist version="1.0"/>'
    assert is_mail(stored)
    assert [entry.name for entry in opened(stored).entries] == ["BUF.xlsx"]


def test_each_mail_of_a_mailbox_is_read() -> None:
    content = b"".join(
        b"From eva@x.example Tue Nov  3 10:00:00 2026\n"
        + mail((name, workbook()), subject=name).as_bytes()
        + b"\n"
        for name in ("BUF.xlsx", "KOF.xlsx")
    )
    assert is_mail(content)
    assert [entry.name for entry in opened(content).entries] == [
        "BUF.xlsx.eml/BUF.xlsx",
        "KOF.xlsx.eml/KOF.xlsx",
    ]


@pytest.mark.parametrize(
    ("content", "is_one"),
    [
        (b"From: eva@x.example\nSubject: Plan\n\nHej", True),
        (b"\xef\xbb\xbfReceived: from x\n by y\nDate: Tue, 3 Nov 2026\n\n", True),
        (b"X-Odd: 1\r\nMIME-Version: 1.0\r\nTo: a@x.example\r\n\r\n", True),
        (b"Content-Type: multipart/signed; boundary=x\r\n\r\n", True),
        (b"From: eva@x.example\n\nHej", False),
        (b"Subject: x, and some text\nthat goes on\nFrom: here", False),
        (b"Aktivitet;Tid\nSamtal;2026", False),
        (b"Hej!\n\nFrom: a@x.example\nTo: b@x.example", False),
        (b"", False),
    ],
)
def test_a_mail_is_known_by_its_headers(content: bytes, is_one: bool) -> None:
    assert is_mail(content) is is_one
