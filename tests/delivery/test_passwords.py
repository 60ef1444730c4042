"""Passwords come from the environment or the system's keyring, and show nowhere."""

from __future__ import annotations

from collections.abc import Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring
from keyring.errors import KeyringLocked

from aktivplan.delivery.passwords import Token, password_for
from aktivplan.delivery.smtp import Server, Session

SECRET = "hemligt"


class InMemory(KeyringBackend):
    """A keyring that holds one password."""

    priority = 1.0  # type: ignore[assignment] # keyring makes it a property of the class

    def get_password(self, service: str, username: str) -> str | None:
        return SECRET if (service, username) == ("aktivplan-imap", "plan") else None

    def set_password(self, service: str, username: str, password: str) -> None:
        raise NotImplementedError

    def delete_password(self, service: str, username: str) -> None:
        raise NotImplementedError


class Locked(InMemory):
    """A keyring whose owner is not there to open it."""

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked


@pytest.fixture(autouse=True)
def a_keyring(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv("AKTIVPLAN_SMTP_PASSWORD", raising=False)
    monkeypatch.delenv("AKTIVPLAN_IMAP_PASSWORD", raising=False)
    former = keyring.get_keyring()
    keyring.set_keyring(InMemory())
    yield
    keyring.set_keyring(former)


def test_the_environment_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AKTIVPLAN_IMAP_PASSWORD", "ur miljön")
    assert password_for("imap", "plan") == "ur miljön"


def test_sending_and_reading_have_passwords_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AKTIVPLAN_SMTP_PASSWORD", "ur miljön")
    assert (password_for("smtp", "plan"), password_for("imap", "plan")) == ("ur miljön", SECRET)


def test_a_user_that_the_keyring_does_not_know_has_none() -> None:
    assert password_for("imap", "eva") == ""


@pytest.mark.parametrize("backend", [NoKeyring, Locked])
def test_a_machine_without_a_keyring_that_opens_has_none(backend: type[KeyringBackend]) -> None:
    keyring.set_keyring(backend())
    assert password_for("imap", "plan") == ""


def test_a_session_does_not_show_its_password() -> None:
    session = Session(Server("localhost", user="plan"), lambda: SECRET)
    assert SECRET not in f"{session!r} {vars(session)!r}"


def test_an_access_token_comes_before_any_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AKTIVPLAN_IMAP_TOKEN", "abc.def\n")
    monkeypatch.setenv("AKTIVPLAN_IMAP_PASSWORD", "ur miljön")
    found = password_for("imap", "plan")
    assert (found, type(found)) == ("abc.def", Token)
