"""What each kind of message says, in the plan's language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from aktivplan.definition.models import Plan, Unit
from aktivplan.i18n import N_, Translator, translator


class Kind(StrEnum):
    """What a message is for."""

    TEMPLATES = "templates"
    """A unit's form goes out."""
    CORRECTIONS = "corrections"
    """A unit has something to mend."""
    HANDBOOK = "handbook"
    REMINDER = "reminder"
    """A unit has not answered."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A message to one unit, in words."""

    kind: Kind
    unit: str
    """Its code."""
    name: str
    """Whom it is to; "" if the plan does not say."""
    address: str
    subject: str
    body: str
    """Paragraphs with an empty line between them; lines that begin with "• " are a list."""


@dataclass(frozen=True, slots=True)
class _Words:
    subject: str
    body: tuple[str, ...]


_GREETING, _GREETING_WITHOUT_NAME = N_("Hello {contact},"), N_("Hello,")
_QUESTIONS = N_("Questions? Reply to this message, or write to {leader} at {address}.")
_CLOSING = N_("Kind regards\n{leader}\n{organisation}")
_WORDS = {
    Kind.TEMPLATES: _Words(
        N_("{title}: the form for {unit}"),
        (
            N_(
                "Here is the form for {unit}. It asks what you will do for {title}, who is responsible, and when."
            ),
            N_(
                "Save the attached file on your computer, open it in Excel, and read the first sheet. Fill in your rows, save, and reply to this message with the file attached, by {deadline}."
            ),
        ),
    ),
    Kind.CORRECTIONS: _Words(
        N_("{title}: please mend the answer of {unit}"),
        (
            N_(
                "Thank you for the answer of {unit}. Something in it must be mended before all of it can stand in the plan:"
            ),
            "{missing}",
            N_(
                "The attached file is your own answer, with the places marked and listed on its first sheet. Mend them, save, and reply to this message with the file attached."
            ),
        ),
    ),
    Kind.HANDBOOK: _Words(
        N_("{title}: the plan is ready"),
        (
            N_("Thank you for your part in {title}. The handbook with the whole plan is attached."),
            N_("Look up {unit} in it, and write to us if something is not as you meant it."),
        ),
    ),
    Kind.REMINDER: _Words(
        N_("{title}: we miss the answer of {unit}"),
        (
            N_("We have not got the form for {unit} yet. It is to be here by {deadline}."),
            "{missing}",
            N_(
                "The form is attached once more. Fill in your rows, save, and reply to this message with the file attached. If you have sent it in the meantime, you need not do anything."
            ),
        ),
    ),
}


def letter(plan: Plan, unit: Unit, kind: Kind, missing: Sequence[str] = ()) -> Letter:
    """The message of that kind to a unit; ``missing`` is what is lacking, a line for each."""
    settings = plan.settings
    t = translator(settings.language)
    words = _WORDS[kind]
    told = {
        "unit": unit.name,
        "contact": unit.contact,
        "title": settings.title,
        "deadline": t.date(settings.deadline),
        "leader": settings.leader_name,
        "address": settings.leader_email,
        "organisation": settings.organisation,
    }
    greeting = _GREETING if unit.contact else _GREETING_WITHOUT_NAME
    listed = "\n".join(f"• {' '.join(one.split())}" for one in missing)
    body = [
        listed if paragraph == "{missing}" else _filled(paragraph, told, t)
        for paragraph in (greeting, *words.body, _QUESTIONS, _CLOSING)
    ]
    return Letter(
        kind,
        unit.code,
        unit.contact,
        unit.email,
        _filled(words.subject, told, t),
        "\n\n".join(filter(None, body)) + "\n",
    )


def _filled(message: str, told: dict[str, str], t: Translator) -> str:
    return t(message, **{name: text for name, text in told.items() if f"{{{name}}}" in message})
