"""Mails that nobody has written are told from those that somebody has, in the words of many servers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aktivplan.delivery.automatic import Kind, automatic

REPORT = """\
From: {sender}
To: plan@lindesjo.example
Subject: {subject}
Message-ID: <r1@mx.example>
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain; charset=utf-8

Mejlet kom inte fram.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.lindesjo.example

Final-Recipient: rfc822; Eva.Lind@lindesjo.example
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 {status} User unknown

--b
Content-Type: {original}

Message-ID: <aktivplan.abc@lindesjo.example>
Subject: Formular

--b--
"""


def report(**changes: str) -> bytes:
    values = {
        "sender": "MAILER-DAEMON@mx.lindesjo.example (Mail Delivery System)",
        "subject": "Undelivered Mail Returned to Sender",
        "action": "failed",
        "status": "5.1.1",
        "original": "message/rfc822",
    }
    return REPORT.format(**(values | changes)).encode()


def plain(subject: str = "SV: Formulär", body: str = "Hej!", **headers: str) -> bytes:
    lines = {"From": "Eva Lind <eva@lindesjo.example>", "Subject": subject, "Message-ID": "<1@x.example>"}
    lines |= {name.replace("_", "-"): value for name, value in headers.items()}
    return ("".join(f"{name}: {value}\r\n" for name, value in lines.items()) + f"\r\n{body}\r\n").encode()


@pytest.mark.parametrize("original", ["message/rfc822", "text/rfc822-headers"])
def test_a_report_tells_whom_the_mail_did_not_reach_and_which_mail_it_was(original: str) -> None:
    found = automatic(report(original=original))
    assert (found.kind, found.addresses, found.status) == (
        Kind.BOUNCE,
        ("eva.lind@lindesjo.example",),
        "5.1.1",
    )
    assert "<aktivplan.abc@lindesjo.example>" in found.about


@pytest.mark.parametrize("status", ["5.1.1", "5.1.10", "5.2.2", "5.4.1", "5.7.1", "5.7.606"])
def test_every_final_status_is_a_bounce(status: str) -> None:
    assert (automatic(report(status=status)).kind, automatic(report(status=status)).status) == (
        Kind.BOUNCE,
        status,
    )


def test_a_mail_that_is_still_on_its_way_is_no_bounce() -> None:
    assert automatic(report(action="delayed", status="4.4.1")).kind is Kind.DELAYED


def test_a_receipt_is_neither_an_answer_nor_a_bounce() -> None:
    assert automatic(report(action="relayed", status="2.0.0")).kind is Kind.AWAY


@pytest.mark.parametrize(
    ("sender", "subject", "body"),
    [
        ("Mail Delivery System <Mailer-Daemon@mx.example>", "Mail delivery failed: returning message to sender",
         "  eva.lind@lindesjo.example\n    host mx [192.0.2.1]: 550 5.1.1 unknown"),
        ("MAILER-DAEMON@mx.example", "failure notice",
         "Hi. This is the qmail-send program.\n<eva.lind@lindesjo.example>:\nSorry, no mailbox here by that name. (#5.1.1)"),
        ("postmaster@lindesjo.example", "Undeliverable: Formulär", "eva.lind@lindesjo.example 5.1.10 RESOLVER.ADR.RecipNotFound"),
        ("postmaster@lindesjo.example", "Kunde inte levereras: Formulär", "eva.lind@lindesjo.example 5.1.1"),
        ("postmaster@lindesjo.example", "Kan ikke leveres: Skema", "eva.lind@lindesjo.example 5.1.1"),
        ("postmaster@lindesjo.example", "Leveringsfeil: Skjema", "eva.lind@lindesjo.example 5.1.1"),
        ("Mail Delivery Subsystem <mailer-daemon@googlemail.example>", "Delivery Status Notification (Failure)",
         "Address not found\neva.lind@lindesjo.example 5.1.1"),
    ],
)  # fmt: skip
def test_bounces_in_the_styles_of_many_servers_are_known(sender: str, subject: str, body: str) -> None:
    found = automatic(plain(subject, body, From=sender))
    assert found.kind is Kind.BOUNCE
    assert found.addresses[0] == "eva.lind@lindesjo.example"
    assert found.status.startswith("5.1.")


@pytest.mark.parametrize(
    "headers",
    [
        {"Auto_Submitted": "auto-replied"},
        {"Auto_Submitted": "auto-generated; owner-email=x"},
        {"X_Autoreply": "yes"},
        {"Precedence": "auto_reply"},
    ],
)
def test_an_automatic_reply_is_known_by_its_headers(headers: dict[str, str]) -> None:
    assert automatic(plain(**headers)).kind is Kind.AWAY


@pytest.mark.parametrize(
    "subject",
    [
        "Autosvar: Formulär att fylla i",
        "Automatiskt svar: Formulär",
        "Automatic reply: Formulär",
        "Automatisk svar: Skema",
        "Out of Office: Form",
        "Frånvaro: på semester",
        "Ikke på kontoret: Skjema",
        "=?utf-8?Q?Fr=C3=A5nvaro=3A_semester?=",
    ],
)
def test_an_automatic_reply_without_such_headers_is_known_by_its_subject(subject: str) -> None:
    assert automatic(plain(subject)).kind is Kind.AWAY


@pytest.mark.parametrize(
    "subject",
    [
        "SV: Formulär",
        "Svar från Förskolan",
        "Ang. autosvar",
        "Undeliverable plans for the spring",
        "Sjukfrånvaro 2027",
    ],
)
def test_what_a_person_writes_is_written(subject: str) -> None:
    assert automatic(plain(subject, Auto_Submitted="no")).kind is Kind.WRITTEN


def test_an_answer_tells_which_message_it_answers() -> None:
    found = automatic(
        plain(
            In_Reply_To="<aktivplan.abc@lindesjo.example>",
            References="<a@b.c> <aktivplan.abc@lindesjo.example>",
        )
    )
    assert found.about == ("<aktivplan.abc@lindesjo.example>", "<a@b.c>")


@given(st.binary(max_size=2000))
def test_no_bytes_whatever_raise(content: bytes) -> None:
    report = b"Content-Type: multipart/report; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n"
    assert isinstance(automatic(content).kind, Kind)
    assert isinstance(automatic(report + content).kind, Kind)
