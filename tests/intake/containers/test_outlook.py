from __future__ import annotations

from datetime import UTC, datetime

import pytest

from aktivplan.intake.containers.container import Container, ContainerError
from aktivplan.intake.containers.letter import container_of
from aktivplan.intake.containers.outlook import MOST_ATTACHMENTS, is_outlook, read_outlook
from tests.intake.compound import attached, compound_file, msg, outlook_mail
from tests.intake.files import PNG, workbook
from tests.intake.mails import mail

EXCHANGE = "/O=LINDESJÖ/OU=FIRST/CN=RECIPIENTS/CN=EVA.BERG"


def wide(text: str) -> bytes:
    return text.encode("utf-16-le")


def opened(content: bytes) -> Container:
    return container_of(read_outlook(content))


def test_attachments_give_names_and_bytes_sender_and_date() -> None:
    large = workbook() * 20
    mail = opened(msg(("BUF plan.xlsx", workbook()), ("Åtgärder.xlsx", large)))
    assert [(entry.name, entry.content()) for entry in mail.entries] == [
        ("BUF plan.xlsx", workbook()),
        ("Åtgärder.xlsx", large),
    ]
    assert mail.sender == "eva.berg@lindesjo.example"
    assert mail.sent == datetime(2026, 11, 3, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("streams", "address"),
    [
        ({"_0C1F001F": wide("eva@x.example")}, "eva@x.example"),
        ({"_0C1F001F": wide(EXCHANGE), "_0065001F": wide("per@x.example")}, "per@x.example"),
        ({"_0C1F001E": b"eva@x.example"}, "eva@x.example"),
        (
            {"_0C1F001F": wide(EXCHANGE), "_007D001F": wide("To: a@b\r\nFrom: Eva\r\n <e@x.example>\r\n")},
            "e@x.example",
        ),
        ({"_0C1F001F": wide(EXCHANGE)}, ""),
    ],
)
def test_the_sender_is_looked_for_where_outlook_may_keep_it(streams: dict[str, bytes], address: str) -> None:
    assert opened(msg(address="", **streams)).sender == address


def test_the_date_may_stand_in_the_headers_alone() -> None:
    headers = wide("Date: Tue, 3 Nov 2026 10:00:00 +0100\r\n")
    assert opened(msg(sent=None, _007D001F=headers)).sent == datetime(2026, 11, 3, 9, 0, tzinfo=UTC)
    assert opened(msg(sent=None)).sent is None


def test_a_name_in_an_older_code_page_is_shown_as_it_was_meant() -> None:
    attachment = {
        "__properties_version1.0": bytes(8),
        "__substg1.0_3707001E": "förskola.xlsx".encode("cp1252"),
        "__substg1.0_37010102": b"PK",
    }
    assert [entry.name for entry in opened(msg(("", attachment))).entries] == ["förskola.xlsx"]


def test_files_of_a_mail_that_came_with_the_mail_are_its_own_senders() -> None:
    inner = outlook_mail(("BUF.xlsx", workbook()), address="siv@x.example", subject="Svar 2026/27")
    (entry,) = opened(msg(("Svar", inner))).entries
    assert (entry.name, entry.sender) == ("Svar 2026-27.msg/BUF.xlsx", "siv@x.example")
    assert entry.content() == workbook()


def test_a_picture_within_the_text_is_not_read() -> None:
    picture = {**attached("image001.png", 1, _3712001F=wide("image001@x"), _37010102=PNG + bytes(50_000))}
    assert [entry.told for entry in opened(msg(("", picture))).entries] == ["mail-trappings"]


def test_a_file_that_was_only_linked_to_is_told() -> None:
    entries = opened(msg(("", attached("BUF.xlsx", 7)))).entries
    assert [(entry.name, entry.told) for entry in entries] == [("BUF.xlsx", "file-link")]


@pytest.mark.parametrize("mail_class", ["IPM.Note.SMIME", "IPM.Note.rpmsg.Microsoft"])
def test_a_sealed_mail_is_left_to_a_person(mail_class: str) -> None:
    with pytest.raises(ContainerError) as error:
        opened(msg(("smime.p7m", b"\x30\x80"), _001A001F=wide(mail_class)))
    assert error.value.code == "mail-sealed"


def test_a_signed_mail_holds_the_mail_that_was_signed() -> None:
    signed = mail(("BUF.xlsx", workbook())).as_bytes()
    (entry,) = opened(msg(("smime.p7m", signed), _001A001F=wide("IPM.Note.SMIME.MultipartSigned"))).entries
    assert (entry.told, entry.content()) == ("", signed)


def test_a_mail_of_too_many_attachments_is_left_to_a_person() -> None:
    attachments = [(f"{number}.txt", b"x") for number in range(MOST_ATTACHMENTS + 1)]
    with pytest.raises(ContainerError) as error:
        opened(msg(*attachments))
    assert error.value.code == "mail-too-complex"


def test_attachments_that_share_their_bytes_are_no_more_than_the_mail_itself() -> None:
    content = bytearray(
        msg(*((f"{number}.txt", bytes(5_000)) for number in range(20)), ("stor", bytes(90_000)))
    )
    name = "__substg1.0_37010102".encode("utf-16-le")
    entries = [at for at in range(0, len(content), 128) if content.startswith(name, at)]
    largest = max(entries, key=lambda at: int.from_bytes(content[at + 120 : at + 128], "little"))
    for at in entries:
        content[at + 116 : at + 128] = content[largest + 116 : largest + 128]
    with pytest.raises(ContainerError) as error:
        opened(bytes(content))
    assert error.value.code == "mail-too-complex"


def test_mails_that_lie_too_deep_in_one_another_are_left_to_a_person() -> None:
    tree = outlook_mail()
    for _ in range(12):
        tree = outlook_mail(("Svar", tree))
    with pytest.raises(ContainerError) as error:
        opened(compound_file(tree))
    assert error.value.code == "mail-too-complex"


def test_a_damaged_mail_is_left_to_a_person() -> None:
    content = msg(("BUF.xlsx", workbook()))
    with pytest.raises(ContainerError) as error:
        opened(content[:700])
    assert error.value.code == "mail-damaged"


def test_a_workbook_that_holds_a_mail_is_no_mail() -> None:
    book = {"Workbook": bytes(5000), "MBD0001": outlook_mail()}
    assert not is_outlook(compound_file(book))
    assert is_outlook(msg(("BUF.xls", compound_file({"Workbook": bytes(5000)}))))
