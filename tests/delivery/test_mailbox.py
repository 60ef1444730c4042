"""Reading a mailbox: a real server, and nothing lost, marked or deleted."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest

from aktivplan.delivery import mailbox
from aktivplan.delivery.mailbox import Account, Mailbox, Position
from aktivplan.delivery.passwords import Token
from aktivplan.delivery.smtp import ServerError
from tests.delivery.servers import Certificates
from tests.servers import dovecot as servers
from tests.servers.dovecot import PASSWORD, Dovecot

pytestmark = pytest.mark.skipif(
    servers.PROGRAM is None, reason="dovecot (Debian's dovecot-imapd) is not installed"
)
USER = "plan"


@pytest.fixture(scope="module")
def certificates() -> Certificates:
    return Certificates()


@pytest.fixture(scope="module")
def running(certificates: Certificates) -> Iterator[Dovecot]:
    with servers.home(certificates, (USER,)) as home, servers.dovecot(home) as server:
        yield server


@pytest.fixture
def server(running: Dovecot) -> Dovecot:
    """A server whose mailbox is empty."""
    folder = running.home.maildir(USER)
    for path in folder.iterdir():
        if path.name.startswith((".", "dovecot")):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    for path in (*folder.glob("new/*"), *folder.glob("cur/*")):
        path.unlink()
    return running


def opened(
    server: Dovecot, certificates: Certificates, move_to: str = "", password: str = PASSWORD
) -> Mailbox:
    account = Account("localhost", USER, server.tls_port)
    return Mailbox(account, lambda: password, move_to=move_to, context=certificates.client())


def mail(number: int, text: str = "Hej!") -> bytes:
    return f"From: eva@lindesjo.example\r\nSubject: Svar {number}\r\n\r\n{text}\r\n".encode()


def put(server: Dovecot, *numbers: int) -> None:
    for number in numbers:
        server.put(USER, mail(number), f"{number:04}.test")


def test_mails_come_as_they_are_and_in_the_order_in_which_they_came(
    server: Dovecot, certificates: Certificates
) -> None:
    put(server, 1, 2, 3)
    with opened(server, certificates) as box:
        assert [box.fetch(one) for one in box.new(Position())] == [mail(1), mail(2), mail(3)]


def test_an_access_token_logs_in_where_a_password_would(server: Dovecot, certificates: Certificates) -> None:
    put(server, 1)
    with opened(server, certificates, password=Token(servers.token_for(USER))) as box:
        assert [box.fetch(one) for one in box.new(Position())] == [mail(1)]


def test_a_token_of_somebody_else_is_refused_and_not_told(
    server: Dovecot, certificates: Certificates
) -> None:
    token = Token(servers.token_for("någon annan") + "x")
    with pytest.raises(ServerError) as caught, opened(server, certificates, password=token) as box:
        box.new(Position())
    assert (caught.value.code, token in str(caught.value)) == ("login", False)


def test_an_empty_mailbox_has_nothing_new(server: Dovecot, certificates: Certificates) -> None:
    with opened(server, certificates) as box:
        assert box.new(Position()) == ()


def test_what_came_before_the_position_is_not_new(server: Dovecot, certificates: Certificates) -> None:
    put(server, 1, 2)
    with opened(server, certificates) as box:
        position = box.new(Position())[-1].position
        assert box.new(position) == ()
    put(server, 3)
    with opened(server, certificates) as box:
        assert [box.fetch(one) for one in box.new(position)] == [mail(3)]


def test_a_mailbox_made_anew_is_looked_through_from_its_beginning(
    server: Dovecot, certificates: Certificates
) -> None:
    put(server, 1, 2)
    with opened(server, certificates) as box:
        position = box.new(Position())[-1].position
    server.renew(USER)
    with opened(server, certificates) as box:
        found = box.new(position)
    assert len(found) == 2
    assert {one.position.validity for one in found} == {77}


def test_reading_marks_nothing_as_read(server: Dovecot, certificates: Certificates) -> None:
    put(server, 1)
    with opened(server, certificates, move_to="Aktivplan") as box:
        box.fetch(box.new(Position())[0])
    assert server.flags(USER) == [""]


def test_a_mail_that_was_stored_is_moved_and_no_other(server: Dovecot, certificates: Certificates) -> None:
    put(server, 1, 2)
    with opened(server, certificates, move_to="Inläst av Aktivplan") as box:
        first, second = box.new(Position())
        assert box.mark(first)
        assert [one.uid for one in box.new(Position())] == [second.uid]
    (moved,) = server.home.maildir(USER).glob(".*/[cn]*/*")
    assert moved.read_bytes() == mail(1)


def test_a_folder_that_is_there_already_is_moved_to(server: Dovecot, certificates: Certificates) -> None:
    for number in (1, 2):
        put(server, number)
        with opened(server, certificates, move_to="Aktivplan") as box:
            assert box.mark(box.new(Position())[0])
    assert len(list(server.home.maildir(USER).glob(".Aktivplan/[cn]*/*"))) == 2


def test_without_a_folder_to_move_to_mails_stay(server: Dovecot, certificates: Certificates) -> None:
    put(server, 1)
    with opened(server, certificates) as box:
        assert not box.mark(box.new(Position())[0])
        assert len(box.new(Position())) == 1


def test_where_the_server_cannot_move_in_one_step_mails_stay(
    server: Dovecot, certificates: Certificates
) -> None:
    put(server, 1)
    with opened(server, certificates, move_to="Aktivplan") as box:
        client = box._open().client
        client.capabilities = tuple(one for one in client.capabilities if one != "MOVE")
        assert not box.mark(box.new(Position())[0])
        assert len(box.new(Position())) == 1


def test_of_a_mail_that_is_too_large_the_headers_alone_come(
    server: Dovecot, certificates: Certificates, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mailbox, "LARGEST_MAIL", 1000)
    server.put(USER, mail(1, "x" * 2000))
    with opened(server, certificates) as box:
        (one,) = box.new(Position())
        assert one.is_too_large
        assert box.fetch(one) == mail(1).partition(b"Hej!")[0]


def test_a_mail_that_somebody_has_removed_meanwhile_is_passed_over(
    server: Dovecot, certificates: Certificates
) -> None:
    put(server, 1, 2)
    with opened(server, certificates) as box:
        first, second = box.new(Position())
        with opened(server, certificates, move_to="Trash") as other:
            other.mark(first)
        assert (box.fetch(first), box.fetch(second)) == (None, mail(2))


def test_starttls_does_as_well(
    server: Dovecot, certificates: Certificates, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mailbox, "STARTTLS_PORT", server.starttls_port)
    put(server, 1)
    account = Account("localhost", USER, server.starttls_port)
    with Mailbox(account, lambda: PASSWORD, context=certificates.client()) as box:
        assert len(box.new(Position())) == 1


def test_a_wrong_password_is_told_without_telling_it(server: Dovecot, certificates: Certificates) -> None:
    with pytest.raises(ServerError) as caught, opened(server, certificates, password="hemligt fel"):
        pass
    assert caught.value.code == "login"
    assert "hemligt" not in str(caught.value)


def test_a_certificate_that_nobody_vouches_for_is_refused(server: Dovecot) -> None:
    account = Account("localhost", USER, server.tls_port)
    with (
        pytest.raises(ServerError) as caught,
        Mailbox(account, lambda: pytest.fail("the password was asked for")),
    ):
        pass
    assert caught.value.code == "certificate"


def test_a_folder_that_is_not_there_is_told(server: Dovecot, certificates: Certificates) -> None:
    account = Account("localhost", USER, server.tls_port, folder="Svar")
    with (
        pytest.raises(ServerError) as caught,
        Mailbox(account, lambda: PASSWORD, context=certificates.client()),
    ):
        pass
    assert (caught.value.code, caught.value.detail) == ("no-folder", "Svar")


def test_a_server_that_is_not_there_is_told(certificates: Certificates) -> None:
    account = Account("localhost", USER, 1)
    with pytest.raises(ServerError) as caught, Mailbox(account, lambda: PASSWORD):
        pass
    assert caught.value.code == "unreachable"


def test_a_mailbox_is_known_by_user_server_and_folder() -> None:
    assert Account("imap.lindesjo.example", USER).source == "plan@imap.lindesjo.example/INBOX"
