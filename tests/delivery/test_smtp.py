"""Handing messages over: what becomes of each is known, or known not to be."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP

import pytest

from aktivplan.delivery import smtp
from aktivplan.delivery.passwords import Token
from aktivplan.delivery.smtp import Outcome, Server, ServerError, Session, wait_before
from tests.delivery.servers import Certificates, Scripted, real_server

SENDER, RECIPIENT = "karin@lindesjo.example", "eva@lindesjo.example"


@pytest.fixture(scope="module")
def certificates() -> Certificates:
    return Certificates()


def message(text: str = "Hej!\n") -> EmailMessage:
    made = EmailMessage(policy=SMTP)
    made["From"], made["To"], made["Subject"] = SENDER, RECIPIENT, "Formulär"
    made.set_content(text)
    return made


def none() -> str:
    return ""


@pytest.fixture
def scripted(
    request: pytest.FixtureRequest, certificates: Certificates, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[Session, Scripted]]:
    """A session with a server that follows a script."""
    server = Scripted(certificates, request.param)
    monkeypatch.setattr(smtp, "TLS_PORT", server.port)
    with Session(Server("localhost", server.port), none, context=certificates.client()) as session:
        yield session, server
    server.close()


@pytest.mark.parametrize(
    ("scripted", "expected"),
    [
        ({}, Outcome.SENT),
        ({"RCPT": "550 5.1.1 No such user"}, Outcome.REFUSED),
        ({"RCPT": "550 5.1.1 No such user and drop"}, Outcome.REFUSED),
        ({"RCPT": "450 4.2.1 Try later"}, Outcome.LATER),
        ({"MAIL": "451 4.3.0 Try later"}, Outcome.LATER),
        ({"MAIL": "553 5.1.8 Not you"}, Outcome.REFUSED),
        ({"DATA": "451 4.3.0 Try later"}, Outcome.LATER),
        ({".": "554 5.7.1 Looks like spam"}, Outcome.REFUSED),
        ({".": "452 4.2.2 Mailbox full"}, Outcome.LATER),
        ({"RCPT": "drop"}, Outcome.LATER),
        ({"DATA": "drop"}, Outcome.LATER),
        ({"in data": "drop"}, Outcome.LATER),
        ({".": "drop"}, Outcome.UNKNOWN),
        ({".": "what?"}, Outcome.UNKNOWN),
        ({".": "251 2.1.5 Will forward"}, Outcome.SENT),
    ],
    indirect=["scripted"],
)
def test_every_way_that_a_server_may_answer_has_its_outcome(
    scripted: tuple[Session, Scripted], expected: Outcome
) -> None:
    session, server = scripted
    # More than a system keeps for a sender (4 MiB on Linux), so that the server can break off while it is being sent.
    delivered = session.deliver(message(("rad " * 18 + "\n") * 100_000), SENDER, RECIPIENT)
    assert delivered.outcome is expected, delivered
    assert bool(server.taken) is (expected in (Outcome.SENT, Outcome.UNKNOWN) or "." in server._script)


@pytest.mark.parametrize("scripted", [{".": "drop"}], indirect=True)
def test_after_a_broken_connection_the_next_message_gets_a_new_one(
    scripted: tuple[Session, Scripted],
) -> None:
    session, server = scripted
    assert session.deliver(message(), SENDER, RECIPIENT).outcome is Outcome.UNKNOWN
    server._script.clear()
    assert session.deliver(message(), SENDER, RECIPIENT).outcome is Outcome.SENT
    assert server.connections == 2


@pytest.mark.parametrize("scripted", [{"RCPT": "550 5.1.1 No such user"}], indirect=True)
def test_a_refused_recipient_costs_the_next_message_nothing(scripted: tuple[Session, Scripted]) -> None:
    session, server = scripted
    assert session.deliver(message(), SENDER, RECIPIENT).outcome is Outcome.REFUSED
    server._script.clear()
    assert session.deliver(message(), SENDER, RECIPIENT).outcome is Outcome.SENT
    assert server.connections == 1


@pytest.mark.parametrize("scripted", [{}], indirect=True)
def test_lines_that_begin_with_a_dot_arrive_as_they_were(scripted: tuple[Session, Scripted]) -> None:
    session, server = scripted
    session.deliver(message(".\n..\n.slut\n"), SENDER, RECIPIENT)
    (taken,) = server.taken
    plain = b"\r\n".join(line[1:] if line.startswith(b".") else line for line in taken.split(b"\r\n"))
    assert message_from_bytes(plain, policy=SMTP).get_content().splitlines() == [".", "..", ".slut"]


def test_a_real_server_gets_a_message_after_starttls_and_a_login(certificates: Certificates) -> None:
    with real_server(certificates, password="hemligt") as (port, inbox):
        server = Server("localhost", port, "karin")
        with Session(server, lambda: "hemligt", context=certificates.client()) as session:
            assert session.deliver(message(), SENDER, RECIPIENT).outcome is Outcome.SENT
    ((recipient, content),) = inbox.messages
    assert recipient == RECIPIENT
    assert message_from_bytes(content, policy=SMTP)["Subject"] == "Formulär"


def test_a_password_may_have_letters_beyond_ascii(certificates: Certificates) -> None:
    with real_server(certificates, password="blåbärssöt") as (port, inbox):
        server = Server("localhost", port, "karin")
        with Session(server, lambda: "blåbärssöt", context=certificates.client()) as session:
            assert session.deliver(message(), SENDER, RECIPIENT).outcome is Outcome.SENT
    assert len(inbox.messages) == 1


@pytest.mark.parametrize("scripted", [{"EHLO": "250-scripted\r\n250 AUTH GSSAPI NTLM"}], indirect=True)
def test_a_server_without_login_by_password_is_told_as_such(
    scripted: tuple[Session, Scripted], certificates: Certificates
) -> None:
    _session, server = scripted
    with (
        Session(
            Server("localhost", server.port, "karin"), lambda: "hemligt", context=certificates.client()
        ) as session,
        pytest.raises(ServerError) as caught,
    ):
        session.deliver(message(), SENDER, RECIPIENT)
    assert (caught.value.code, "GSSAPI" in caught.value.detail) == ("login", True)


OFFERED = {"EHLO": "250-scripted\r\n250 AUTH LOGIN XOAUTH2"}


@pytest.mark.parametrize("scripted", [OFFERED | {"AUTH": "235 2.7.0 Accepted"}], indirect=True)
def test_an_access_token_logs_in_where_a_password_would(
    scripted: tuple[Session, Scripted], certificates: Certificates
) -> None:
    _session, server = scripted
    account = Server("localhost", server.port, "karin")
    with Session(account, lambda: Token("abc.def"), context=certificates.client()) as session:
        assert session.deliver(message(), SENDER, RECIPIENT).outcome is Outcome.SENT
    (said,) = (line for line in server.lines if line.startswith(b"AUTH"))
    assert base64.b64decode(said.split()[2]) == b"user=karin\1auth=Bearer abc.def\1\1"


@pytest.mark.parametrize(
    "scripted",
    [OFFERED | {"AUTH": "334 eyJzdGF0dXMiOiI0MDAifQ==", "": "535 5.7.3 Unsuccessful"}],
    indirect=True,
)
def test_a_server_that_refuses_a_token_is_asked_for_its_reason(
    scripted: tuple[Session, Scripted], certificates: Certificates
) -> None:
    _session, server = scripted
    account = Server("localhost", server.port, "karin")
    with (
        Session(account, lambda: Token("abc.def"), context=certificates.client()) as session,
        pytest.raises(ServerError) as caught,
    ):
        session.deliver(message(), SENDER, RECIPIENT)
    assert (caught.value.code, caught.value.detail) == ("login", "5.7.3 Unsuccessful")


@pytest.mark.parametrize("scripted", [{}], indirect=True)
def test_a_run_broken_off_says_no_goodbye(scripted: tuple[Session, Scripted]) -> None:
    session, server = scripted
    session.deliver(message(), SENDER, RECIPIENT)
    session.__exit__(KeyboardInterrupt, KeyboardInterrupt(), None)
    session.deliver(message(), SENDER, RECIPIENT)
    assert "QUIT" not in server.heard


def test_a_wrong_password_is_told_and_nothing_is_sent(certificates: Certificates) -> None:
    with real_server(certificates, password="hemligt") as (port, inbox):
        with (
            Session(
                Server("localhost", port, "karin"), lambda: "fel", context=certificates.client()
            ) as session,
            pytest.raises(ServerError) as caught,
        ):
            session.deliver(message(), SENDER, RECIPIENT)
        assert inbox.messages == []
    assert caught.value.code == "login"
    assert "fel" not in str(caught.value)


def test_without_a_password_no_login_is_tried(certificates: Certificates) -> None:
    with (
        real_server(certificates, password="hemligt") as (port, _inbox),
        Session(Server("localhost", port, "karin"), none, context=certificates.client()) as session,
        pytest.raises(ServerError) as caught,
    ):
        session.deliver(message(), SENDER, RECIPIENT)
    assert (caught.value.code, caught.value.detail) == ("no-password", "karin")


def test_a_server_without_starttls_gets_nothing(certificates: Certificates) -> None:
    with real_server(certificates, starttls=False) as (port, inbox):
        with (
            Session(Server("localhost", port), none, context=certificates.client()) as session,
            pytest.raises(ServerError) as caught,
        ):
            session.deliver(message(), SENDER, RECIPIENT)
        assert inbox.messages == []
    assert caught.value.code == "no-starttls"


def test_a_certificate_that_nobody_vouches_for_is_refused(certificates: Certificates) -> None:
    with real_server(certificates) as (port, inbox):
        with Session(Server("localhost", port), none) as session, pytest.raises(ServerError) as caught:
            session.deliver(message(), SENDER, RECIPIENT)
        assert inbox.messages == []
    assert caught.value.code == "certificate"


def test_a_certificate_for_another_name_is_refused(
    certificates: Certificates, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = Scripted(certificates, {}, name="mail.annan.example")
    monkeypatch.setattr(smtp, "TLS_PORT", server.port)
    with (
        Session(Server("localhost", server.port), none, context=certificates.client()) as session,
        pytest.raises(ServerError) as caught,
    ):
        session.deliver(message(), SENDER, RECIPIENT)
    server.close()
    assert caught.value.code == "certificate"


def test_a_server_that_is_not_there_is_told(certificates: Certificates) -> None:
    with Session(Server("localhost", 1), none) as session, pytest.raises(ServerError) as caught:
        session.deliver(message(), SENDER, RECIPIENT)
    assert caught.value.code == "unreachable"


def test_waiting_grows_up_to_an_hour() -> None:
    assert [wait_before(attempts) for attempts in (1, 2, 3, 20)] == [60, 120, 240, 3600]
