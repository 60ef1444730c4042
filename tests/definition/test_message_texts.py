"""The texts of mails in plan.xlsx: written, read back, checked."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from openpyxl import load_workbook

from aktivplan.braces import braces
from aktivplan.definition.message_words import (
    PLACEHOLDERS,
    Placeholder,
    default_text,
    placeholder_named,
    text_of,
)
from aktivplan.definition.models import Language, MessageText
from aktivplan.definition.plan_reader import read_plan
from aktivplan.definition.plan_writer import write_plan
from aktivplan.definition.terms import MessageKind
from aktivplan.i18n import LANGUAGES, translator
from tests.definition.books import read_changed, sample_book, saved, told
from tests.support import make_plan, make_settings

OWN = MessageText(
    kind=MessageKind.REMINDER, language="sv", subject="Hallå, {{ enhet }}", body="Svara nu!\n\nTack"
)


def findings(cell: str, text: str) -> list[tuple[str, str, str]]:
    return [told(one) for one in read_changed({f"Utskick!{cell}": text}).findings]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", MessageKind)
def test_every_text_that_a_plan_begins_with_can_be_filled_in(kind: MessageKind, language: Language) -> None:
    text = default_text(kind, language)
    asked = [placeholder_named(found[1]) for found in braces(f"{text.subject}\n{text.body}")]
    assert asked
    assert set(asked) <= set(PLACEHOLDERS[kind])


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one != "en"])
@pytest.mark.parametrize("kind", MessageKind)
def test_a_text_has_its_placeholders_in_its_own_language(kind: MessageKind, language: Language) -> None:
    t = translator(language)
    names = {t(one) for one in Placeholder}
    text = default_text(kind, language)
    assert {found[1] for found in braces(text.subject + text.body)} <= names


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_plan_shows_every_text_in_its_language(language: Language) -> None:
    plan = make_plan(settings=make_settings(language=language))
    sheet = load_workbook(io.BytesIO(write_plan(plan))).worksheets[-1]
    shown = [(row[2].value, row[3].value) for row in sheet.iter_rows(min_row=5)]
    texts = [default_text(kind, language) for kind in MessageKind]
    assert shown == [(text.subject, text.body) for text in texts]


def test_a_text_that_somebody_has_changed_is_the_plans_own() -> None:
    read = read_changed({"Utskick!C8": OWN.subject, "Utskick!D8": OWN.body})
    assert read.plan is not None
    assert read.plan.messages == (OWN,)
    assert text_of(read.plan, MessageKind.REMINDER) == OWN
    assert text_of(read.plan, MessageKind.HANDBOOK) == default_text(MessageKind.HANDBOOK, "sv")


def test_texts_in_several_languages_survive_being_written_and_read() -> None:
    danish = OWN.model_copy(update={"language": "da", "subject": "Hallo"})
    plan = make_plan(messages=(OWN, danish))
    read = read_plan(write_plan(plan))
    assert (read.findings, read.plan) == ((), plan)


def test_texts_that_nobody_has_changed_follow_the_plans_language() -> None:
    read = read_changed({"Inställningar!B8": "danska"})
    assert read.plan is not None
    assert text_of(read.plan, MessageKind.REMINDER) == default_text(MessageKind.REMINDER, "da")


def test_a_text_without_a_language_is_in_the_plans() -> None:
    read = read_changed({"Utskick!B8": None, "Utskick!C8": "Hallå"})
    assert read.plan is not None
    assert text_of(read.plan, MessageKind.REMINDER).subject == "Hallå"


def test_a_plan_without_the_sheet_has_the_texts_that_a_plan_begins_with() -> None:
    book = load_workbook(io.BytesIO(sample_book()))
    del book["Utskick"]
    read = read_plan(saved(book))
    assert read.findings == ()
    assert read.plan is not None
    assert text_of(read.plan, MessageKind.TEMPLATES) == default_text(MessageKind.TEMPLATES, "sv")


def test_an_empty_subject_is_told_with_its_cell() -> None:
    assert findings("C6", "") == [("plan-value-missing", "Utskick", "C6")]


@pytest.mark.parametrize("text", ["{{ enheten }}", "{enhet}", "{{ enhet }", "{{{ enhet }}}", "{{ titell }}"])
def test_a_placeholder_that_is_nearly_one_is_told_with_the_right_one(text: str) -> None:
    (found,) = read_changed({"Utskick!C5": f"Om {text}"}).findings
    assert told(found) == ("plan-placeholder-near", "Utskick", "C5")
    assert dict(found.arguments)["suggestion"] in ("{{ enhet }}", "{{ titel }}")


@pytest.mark.parametrize("text", ["{{ xyz }}", "{{", "mer }} än så", "{{ }}"])
def test_braces_that_nothing_is_known_of_are_told_with_what_can_stand_there(text: str) -> None:
    (found,) = read_changed({"Utskick!D5": f"Text {text}"}).findings
    assert told(found) == ("plan-placeholder-unknown", "Utskick", "D5")
    assert "sista dag" in found.text(translator("sv"))


def test_a_placeholder_with_nothing_to_show_in_that_message_is_told() -> None:
    assert findings("D5", "{{ det som saknas }}") == [("plan-placeholder-unfit", "Utskick", "D5")]


@pytest.mark.parametrize(
    "text", ["{{ENHET}}", "{{ unit }}", "{{enhed}}", "{{ process leader’s e-mail }}", "{ok} {1}"]
)
def test_placeholders_of_every_language_and_other_braces_are_left_in_peace(text: str) -> None:
    assert findings("D5", f"Text {text}") == []


def test_two_texts_for_the_same_message_are_told() -> None:
    assert findings("A7", "formuläret") == [("plan-text-twice", "Utskick", "A7")]


def test_the_settings_of_mail_survive() -> None:
    settings = make_settings(
        sender="plan@lindesjo.example",
        reply_to="svar@lindesjo.example",
        mail_server="smtp.lindesjo.example:587",
        mail_user="plan",
        messages_per_minute=20,
        mailbox="imap.lindesjo.example",
        mailbox_user="plan",
        mailbox_folder="Svar",
        mailbox_moved_to="Hämtat",
        reminder_days=(-14, 0, 5),
        reminder_gap=2,
    )
    plan = make_plan(settings=settings)
    read = read_plan(write_plan(plan))
    assert (read.findings, read.plan) == ((), plan)


@pytest.mark.parametrize(
    ("written", "days"),
    [("−7; −1 ; +3", (-7, -1, 3)), (-7, (-7,)), ("0", (0,)), (None, (-7, -1, 3))],
)
def test_days_of_reminders_may_be_written_in_several_ways(written: object, days: tuple[int, ...]) -> None:
    read = read_changed({"Inställningar!B35": written})
    assert read.plan is not None
    assert read.plan.settings.reminder_days == days


@pytest.mark.parametrize("written", ["en vecka innan", "-7 -1", "1,5x", "-900", "1.5"])
def test_days_that_are_none_are_told(written: str) -> None:
    (found,) = read_changed({"Inställningar!B35": written}).findings
    assert told(found) == ("plan-days-wrong", "Inställningar", "B35")


@pytest.mark.parametrize(
    ("cell", "written", "code"),
    [
        ("B26", "plan(at)x.example", "plan-email-wrong"),
        ("B27", "https://mail.x.example/", "plan-server-wrong"),
        ("B30", "svar", "plan-email-wrong"),
        ("B31", "imap server", "plan-server-wrong"),
        ("B36", 0, "plan-number-wrong"),
    ],
)
def test_settings_of_mail_that_cannot_be_used_are_told(cell: str, written: object, code: str) -> None:
    (found,) = read_changed({f"Inställningar!{cell}": written}).findings
    assert told(found) == (code, "Inställningar", cell)


@pytest.mark.parametrize("name", ["Lösenord", "SMTP password", "Adgangskode til mail", "Passord:"])
def test_a_password_in_the_file_is_refused_and_never_repeated(name: str) -> None:
    read = read_changed({"Inställningar!A40": name, "Inställningar!B40": "hemligt123"})
    assert read.plan is None
    (found,) = read.findings
    assert told(found) == ("plan-password", "Inställningar", "A40")
    assert "hemligt123" not in found.text(translator("sv"))


def test_a_column_of_passwords_is_refused() -> None:
    read = read_changed({"Enheter!G4": "Lösenord", "Enheter!G5": "hemligt123"})
    assert [told(one) for one in read.findings] == [("plan-password", "Enheter", "G4")]


def test_every_placeholder_is_listed_for_people_in_every_language() -> None:
    page = (Path(__file__).parents[2] / "docs" / "mail.md").read_text(encoding="utf-8")
    rows = [
        f"| `{{{{ {one} }}}}` | {' | '.join(translator(language)(one) for language in ('sv', 'da', 'nb'))} |"
        for one in Placeholder
    ]
    assert [row for row in rows if row not in page] == []
