"""A message out by a real mail server and in from a real mailbox."""

from __future__ import annotations

import time
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from email.policy import default as modern

import pytest

from aktivplan.delivery.automatic import Kind, automatic
from aktivplan.delivery.mailbox import Account, Mailbox, Position
from aktivplan.delivery.smtp import Delivered, Outcome, Server, ServerError, Session
from tests.delivery.servers import Certificates
from tests.servers import dovecot, exim
from tests.servers.dovecot import PASSWORD, Dovecot
from tests.servers.exim import DOMAIN, FULL, Exim

pytestmark = [
    pytest.mark.skipif(dovecot.PROGRAM is None, reason="dovecot (Debian's dovecot-imapd) is not installed"),
    pytest.mark.skipif(exim.PROGRAM is None, reason="exim4 (Debian's exim4-daemon-light) is not installed"),
]
LEADER, UNIT = f"plan@{DOMAIN}", f"eva@{DOMAIN}"
MESSAGE_ID = f"<aktivplan.1@{DOMAIN}>"
FILE_NAME = "Kök & städ å ä ö.xlsx"
_SECONDS = 15.0


@pytest.fixture(scope="module")
def certificates() -> Certificates:
    return Certificates()


@pytest.fixture
def mail(certificates: Certificates) -> Iterator[tuple[Exim, Dovecot]]:
    users = ("plan", "eva")
    with (
        dovecot.home(certificates, users) as home,
        exim.exim(home, users) as out,
        dovecot.dovecot(home) as back,
    ):
        yield out, back


def message(recipient: str, content: bytes = b"") -> EmailMessage:
    made = EmailMessage(policy=SMTP)
    made["From"], made["To"], made["Subject"] = LEADER, recipient, "Formulär för köket"
    made["Message-ID"] = MESSAGE_ID
    made.set_content("Hej!\n.\nHär är formuläret.\n")
    if content:
        made.add_attachment(content, maintype="application", subtype="octet-stream", filename=FILE_NAME)
    return made


def send(server: Exim, certificates: Certificates, sent: EmailMessage, password: str = PASSWORD) -> Delivered:
    with Session(
        Server("localhost", server.port, "plan"), lambda: password, context=certificates.client()
    ) as session:
        return session.deliver(sent, LEADER, str(sent["To"]))


def came(server: Dovecot, certificates: Certificates, user: str) -> bytes:
    """The one mail that comes to a user, as soon as it has."""
    account = Account("localhost", user, server.tls_port)
    until = time.monotonic() + _SECONDS
    while time.monotonic() < until:
        with Mailbox(account, lambda: PASSWORD, context=certificates.client()) as box:
            for one in box.new(Position()):
                return box.fetch(one) or b""
        time.sleep(0.1)
    pytest.fail("no mail came")


def test_a_message_arrives_with_its_file_as_it_was(
    mail: tuple[Exim, Dovecot], certificates: Certificates
) -> None:
    content = bytes(range(256)) * 4000
    assert send(mail[0], certificates, message(UNIT, content)).outcome is Outcome.SENT
    arrived = message_from_bytes(came(mail[1], certificates, "eva"), policy=modern)
    assert (arrived["Message-ID"], arrived["Subject"]) == (MESSAGE_ID, "Formulär för köket")
    (file,) = arrived.iter_attachments()
    assert (file.get_filename(), file.get_content()) == (FILE_NAME, content)
    body = arrived.get_body(("plain",))
    assert body is not None
    assert body.get_content().splitlines()[1] == "."


def test_an_address_that_does_not_exist_is_refused(
    mail: tuple[Exim, Dovecot], certificates: Certificates
) -> None:
    told = send(mail[0], certificates, message(f"ingen@{DOMAIN}"))
    assert (told.outcome, "5.1.1" in told.answer) == (Outcome.REFUSED, True)


def test_a_full_mailbox_comes_back_as_a_report_on_our_message(
    mail: tuple[Exim, Dovecot], certificates: Certificates
) -> None:
    assert send(mail[0], certificates, message(f"{FULL}@{DOMAIN}")).outcome is Outcome.SENT
    told = automatic(came(mail[1], certificates, "plan"))
    assert (told.kind, told.addresses) == (Kind.BOUNCE, (f"{FULL}@{DOMAIN}",))
    assert MESSAGE_ID in told.about


def test_a_wrong_password_lets_nothing_out(mail: tuple[Exim, Dovecot], certificates: Certificates) -> None:
    with pytest.raises(ServerError) as caught:
        send(mail[0], certificates, message(UNIT), password="hemligt fel")
    assert caught.value.code == "login"
    assert "hemligt" not in str(caught.value)
