"""What many servers write of their own accord, each in its style and language, is told from what people write."""

from __future__ import annotations

from pathlib import Path

import pytest

from aktivplan.delivery.automatic import Kind, Why, automatic

MAILS = Path(__file__).parent / "mails"
OURS, EVA = "<aktivplan.7f3a@lindesjo.example>", "eva.lind@lindesjo.example"

BOUNCES = {
    "exchange-online-sv-unknown": ("5.1.10", Why.NO_SUCH_ADDRESS),
    "exchange-en-full": ("5.2.2", Why.FULL),
    "exchange-da-blocked": ("5.7.1", Why.BLOCKED),
    "exchange-nb-denied": ("5.4.1", Why.NO_SUCH_ADDRESS),
    "exchange-sv-rewritten-by-a-gateway": ("5.1.1", Why.NO_SUCH_ADDRESS),
    "postfix-en-unknown": ("5.1.1", Why.NO_SUCH_ADDRESS),
    "postfix-spam": ("5.7.1", Why.BLOCKED),
    "exim-full": ("5.2.2", Why.FULL),
    "exim-old-unknown": ("", Why.OTHER),
    "qmail-unknown": ("5.1.1", Why.NO_SUCH_ADDRESS),
    "qmail-full": ("5.2.2", Why.FULL),
    "gmail-unknown": ("5.1.1", Why.NO_SUCH_ADDRESS),
    "domino-en-unknown": ("5.1.1", Why.NO_SUCH_ADDRESS),
    "domino-da-unknown": ("5.1.1", Why.NO_SUCH_ADDRESS),
    "sendmail-unknown": ("5.1.1", Why.NO_SUCH_ADDRESS),
    "forwarded-then-failed": ("5.2.1", Why.NO_SUCH_ADDRESS),
    "internationalised": ("5.1.1", Why.NO_SUCH_ADDRESS),
}
SAYS_NOTHING_OF_OURS = {"domino-da-unknown"}
DELAYED = ("postfix-delayed", "gmail-delayed", "exim-delayed")
AWAY = (
    "exchange-sv-away",
    "exchange-suppress-only",
    "exchange-da-away",
    "exchange-old-nb-away",
    "exchange-old-en-away",
    "gmail-vacation",
    "sieve-vacation",
    "domino-away",
    "groupwise-away",
    "cpanel-autorespond",
    "ticket-received",
    "read-receipt",
    "postfix-delivered",
    "eight-bit-subject",
)
WRITTEN = ("person-forwards-a-bounce", "person-on-absence", "person-as-postmaster")


def read(name: str) -> bytes:
    return (MAILS / f"{name}.eml").read_bytes()


@pytest.mark.parametrize("name", BOUNCES)
def test_a_bounce_tells_why_and_whom_it_did_not_reach(name: str) -> None:
    found = automatic(read(name))
    assert (found.kind, found.status, found.why) == (Kind.BOUNCE, *BOUNCES[name])
    others = {"eva@hemma.example"} if name == "forwarded-then-failed" else set()
    assert set(found.addresses) == {EVA} | others
    assert (OURS in found.about) is (name not in SAYS_NOTHING_OF_OURS)


@pytest.mark.parametrize("name", DELAYED)
def test_what_is_still_on_its_way_is_no_bounce(name: str) -> None:
    assert automatic(read(name)).kind is Kind.DELAYED


@pytest.mark.parametrize("name", AWAY)
def test_what_a_program_answers_is_known(name: str) -> None:
    assert automatic(read(name)).kind is Kind.AWAY


@pytest.mark.parametrize("name", WRITTEN)
def test_what_a_person_writes_is_left_to_a_person(name: str) -> None:
    found = automatic(read(name))
    assert (found.kind, found.addresses, found.why) == (Kind.WRITTEN, (), Why.OTHER)


def test_no_sample_is_left_out() -> None:
    assert {path.stem for path in MAILS.iterdir()} == {*BOUNCES, *DELAYED, *AWAY, *WRITTEN}


def test_an_answer_that_a_program_gave_tells_which_message_it_answers() -> None:
    assert automatic(read("exchange-sv-away")).about == (OURS,)
