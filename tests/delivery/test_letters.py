"""What messages say, and that mail programs read them as they were meant."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP, compat32
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aktivplan.definition.models import Plan
from aktivplan.delivery.composing import (
    AddressError,
    Attached,
    Envelope,
    compose,
    is_as_composed,
    message_id,
)
from aktivplan.delivery.kinds import TO_UNITS, Kind
from aktivplan.delivery.letters import Letter, letter
from aktivplan.i18n import LANGUAGES
from tests.support import make_plan, make_settings

SENT = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)
ENVELOPE = Envelope(
    "Karin Öberg", "plan@lindesjo.example", "karin@lindesjo.example", "sv", "templates", "barnplan"
)
FORM = Attached("BUF Handlingsplan för barnets rättigheter.xlsx", b"PK\x03\x04form")


def in_language(language: str) -> Plan:
    return make_plan(settings=make_settings(language=language))


def made(written: Letter, *attached: Attached, sent: datetime | None = SENT) -> EmailMessage:
    """The message as another program reads its bytes."""
    content = compose(written, attached, ENVELOPE, sent).as_bytes()
    assert max(map(len, content.split(b"\r\n"))) <= 998
    read = message_from_bytes(content, _class=EmailMessage, policy=SMTP)
    assert isinstance(read, EmailMessage)
    return read


def plain(kind: Kind = Kind.TEMPLATES, language: str = "sv", **changes: str) -> Letter:
    plan = in_language(language)
    unit = plan.units[0].model_copy(update=changes)
    return letter(plan, unit, kind, ["Ansvarig saknas i D7. Fyll i cellen."])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", TO_UNITS)
def test_every_message_names_the_unit_and_says_nothing_in_braces(kind: Kind, language: str) -> None:
    written = plain(kind, language)
    assert "Barn- och utbildningsförvaltningen" in written.subject + written.body
    assert "{" not in written.subject + written.body
    assert "Karin Öberg" in written.body


@pytest.mark.parametrize("kind", [Kind.CORRECTIONS, Kind.REMINDER])
def test_what_is_missing_stands_as_a_list(kind: Kind) -> None:
    assert "\n\n• Ansvarig saknas i D7. Fyll i cellen.\n\n" in plain(kind).body
    page = made(plain(kind)).get_body(("html",))
    assert page is not None
    assert "<li>Ansvarig saknas i D7. Fyll i cellen.</li>" in page.get_content()


def test_a_form_goes_out_with_the_deadline_written_out() -> None:
    assert "senast 13 november 2026" in plain().body


def test_a_unit_without_a_contact_is_greeted_all_the_same() -> None:
    assert plain(contact="").body.startswith("Hej!\n")


def test_plain_text_and_html_say_the_same() -> None:
    message = made(plain(), FORM)
    text, page = message.get_body(("plain",)), message.get_body(("html",))
    assert text is not None
    assert page is not None
    words = [word for word in text.get_content().split() if word != "•"]
    shown = html.unescape(re.sub("<[^>]+>", "", page.get_content()))
    assert [word for word in words if word not in shown] == []
    assert 'lang="sv"' in page.get_content()


def test_an_attachment_keeps_its_name_and_its_bytes() -> None:
    (found,) = made(plain(), FORM).iter_attachments()
    assert (found.get_filename(), found.get_content()) == (FORM.name, FORM.content)
    assert found.get_content_type().endswith("spreadsheetml.sheet")


def test_a_message_has_one_recipient_and_answers_go_to_the_leader() -> None:
    message = made(plain())
    assert [one.addr_spec for one in message["To"].addresses] == ["eva.lind@lindesjo.example"]
    assert [one.addr_spec for one in message["Reply-To"].addresses] == ["karin@lindesjo.example"]
    assert message["From"].addresses[0].display_name == "Karin Öberg"
    assert (message["Cc"], message["Bcc"]) == (None, None)


def test_the_same_letter_has_the_same_id_and_another_content_another() -> None:
    first, other = plain(), Attached(FORM.name, b"changed")
    assert message_id(first, [FORM], ENVELOPE) == message_id(plain(), [FORM], ENVELOPE)
    assert message_id(first, [FORM], ENVELOPE) != message_id(first, [other], ENVELOPE)
    assert message_id(plain(), [FORM], ENVELOPE) != message_id(plain(name="Kultur"), [FORM], ENVELOPE)


def test_the_same_letter_gives_the_same_bytes() -> None:
    assert (
        compose(plain(), [FORM], ENVELOPE, SENT).as_bytes()
        == compose(plain(), [FORM], ENVELOPE, SENT).as_bytes()
    )


def test_a_draft_says_that_it_is_unsent_and_no_more() -> None:
    draft = made(plain(), FORM, sent=None)
    assert draft["X-Unsent"] == "1"
    assert [draft[name] for name in ("From", "Date", "Message-ID", "Auto-Submitted")] == [None] * 4
    assert draft["Reply-To"] is not None


@pytest.mark.parametrize(
    "address",
    ["", "eva", "eva lind@x.example", "eva@x.example\r\nBcc: alla@x.example", "åsa@x.example", "@x", "a@"],
)
def test_an_address_that_mail_cannot_go_to_is_refused(address: str) -> None:
    written = plain()
    with pytest.raises(AddressError):
        compose(Letter(written.kind, "BUF", "", address, "x", "y"), [], ENVELOPE, SENT)


@given(name=st.text(), subject=st.text(), file=st.text(min_size=1))
def test_no_name_and_no_subject_becomes_a_header_of_its_own(name: str, subject: str, file: str) -> None:
    written = Letter(Kind.TEMPLATES, "BUF", name, "eva@x.example", subject, "Hej!\n")
    content = compose(written, [Attached(f"{file}.xlsx", b"x")], ENVELOPE, SENT).as_bytes()
    headers = message_from_bytes(content, policy=compat32)
    assert sorted(headers.keys()) == sorted(
        [
            "From",
            "To",
            "Reply-To",
            "Subject",
            "Content-Language",
            "Date",
            "Message-ID",
            "Auto-Submitted",
            "X-Auto-Response-Suppress",
            "MIME-Version",
            "Content-Type",
        ]
    )


def test_markup_in_a_text_stays_text() -> None:
    page = made(plain(contact="<script>alert(1)</script>")).get_body(("html",))
    assert page is not None
    assert "<script" not in page.get_content()


def test_letters_that_are_sent_ask_programs_not_to_answer_but_let_people_be_away() -> None:
    message = made(plain())
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["X-Auto-Response-Suppress"] == "AutoReply"


def test_an_old_program_finds_a_name_without_its_marks() -> None:
    (found,) = made(plain(), Attached("Åsö Ærø – plan.xlsx", b"x")).iter_attachments()
    assert found["Content-Type"].params["name"] == "Aso Aro - plan.xlsx"
    assert found.get_filename() == "Åsö Ærø – plan.xlsx"


@pytest.mark.parametrize(
    ("file", "kind"),
    [
        ("a.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("a.DOCX", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("a.pdf", "application/pdf"),
        ("a", "application/octet-stream"),
    ],
)
def test_a_file_says_of_what_kind_it_is(file: str, kind: str) -> None:
    (found,) = made(plain(), Attached(file, b"x")).iter_attachments()
    assert found.get_content_type() == kind


def test_a_program_by_somebody_else_unpacks_the_same_files(tmp_path: Path) -> None:
    if shutil.which("munpack") is None:
        pytest.skip("munpack (mpack) is not installed")
    attached = (Attached("form.xlsx", bytes(range(256)) * 40), Attached("Åtgärder.pdf", b"%PDF-1.7 x"))
    content = compose(plain(), attached, ENVELOPE, SENT).as_bytes()
    # It wants the lines of a file as Unix has them, and knows no names in UTF-8.
    (tmp_path / "letter.eml").write_bytes(content.replace(b"\r\n", b"\n"))
    subprocess.run(["munpack", "-q", "-t", "letter.eml"], cwd=tmp_path, check=True, capture_output=True)
    assert (tmp_path / "form.xlsx").read_bytes() == attached[0].content
    assert (tmp_path / "Atgarder.pdf").read_bytes() == attached[1].content
    assert plain().body in (tmp_path / "part1").read_text(encoding="utf-8")


def test_another_program_by_somebody_else_does_too(tmp_path: Path) -> None:
    if shutil.which("ripmime") is None:
        pytest.skip("ripmime is not installed")
    (tmp_path / "letter.eml").write_bytes(compose(plain(), [FORM], ENVELOPE, SENT).as_bytes())
    out = tmp_path / "out"
    subprocess.run(["ripmime", "-i", tmp_path / "letter.eml", "-d", out], check=True, capture_output=True)
    assert FORM.content in [path.read_bytes() for path in out.iterdir()]


def test_every_byte_of_a_message_is_plain_ascii() -> None:
    assert compose(plain(), [FORM], ENVELOPE, SENT).as_bytes().isascii()


def test_a_message_is_known_as_it_was_made_until_somebody_changes_it() -> None:
    content = compose(plain(), [FORM], ENVELOPE, None).as_bytes()
    assert is_as_composed(content)
    assert not is_as_composed(content.replace(b"eva.lind@", b"bo.lind@"))
    assert not is_as_composed(content.replace(b"Spara den", b"Kasta den"))
    assert not is_as_composed(b"Subject: Hej\r\n\r\nHej")


@given(subject=st.text(), body=st.text(st.characters(exclude_categories=["Cs"])), file=st.text(min_size=1))
def test_whatever_a_message_says_it_is_known_as_it_was_made(subject: str, body: str, file: str) -> None:
    written = Letter(Kind.TEMPLATES, "BUF", "Eva", "eva@x.example", subject, f"Hej {body}\n")
    assert is_as_composed(compose(written, [Attached(file, b"x")], ENVELOPE, None).as_bytes())
