"""What mails to units and to the process leader may say: their placeholders, and the texts that a plan begins with. Data only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from aktivplan.braces import folded, in_braces
from aktivplan.definition.models import Language, MessageText, Plan
from aktivplan.definition.terms import MessageKind
from aktivplan.i18n import LANGUAGES, N_, Translator, translator


class Placeholder(StrEnum):
    """What a text may ask for, by its name as a message; each has one name in every language."""

    UNIT = N_("unit")
    CONTACT = N_("contact")
    """The unit's contact; nothing, where the plan names none."""
    TITLE = N_("title")
    ORGANISATION = N_("organisation")
    PERIOD = N_("period")
    DEADLINE = N_("deadline")
    LEADER = N_("process leader")
    LEADERS_ADDRESS = N_("process leader's e-mail")
    ASKED = N_("units asked")
    MISSING = N_("what is missing")
    """A list."""
    ANSWERED = N_("units answered")
    UNANSWERED = N_("units missing")
    SUMMARY = N_("summary")
    """Several lists, each with a heading."""


_EVERYWHERE = (
    Placeholder.TITLE,
    Placeholder.ORGANISATION,
    Placeholder.PERIOD,
    Placeholder.DEADLINE,
    Placeholder.LEADER,
    Placeholder.LEADERS_ADDRESS,
    Placeholder.ASKED,
)
_TO_UNITS = (Placeholder.UNIT, Placeholder.CONTACT, *_EVERYWHERE)
PLACEHOLDERS: Mapping[MessageKind, tuple[Placeholder, ...]] = MappingProxyType(
    {
        MessageKind.TEMPLATES: _TO_UNITS,
        MessageKind.CORRECTIONS: (*_TO_UNITS, Placeholder.MISSING),
        MessageKind.HANDBOOK: _TO_UNITS,
        MessageKind.REMINDER: (*_TO_UNITS, Placeholder.MISSING),
        MessageKind.DIGEST: (
            *_EVERYWHERE,
            Placeholder.ANSWERED,
            Placeholder.UNANSWERED,
            Placeholder.SUMMARY,
        ),
    }
)
"""What each kind of message has words for."""


@dataclass(frozen=True, slots=True)
class _Default:
    """As messages. An empty line comes between the paragraphs; a placeholder may be one."""

    subject: str
    paragraphs: tuple[str, ...]


_HELLO = N_("Hello {{ contact }},")
_QUESTIONS = N_(
    "Questions? Reply to this message, or write to {{ process leader }} at {{ process leader's e-mail }}."
)
_REGARDS = N_("Kind regards,\n{{ process leader }}\n{{ organisation }}")
_DEFAULTS = {
    MessageKind.TEMPLATES: _Default(
        N_("{{ title }}: the form for {{ unit }}, by {{ deadline }}"),
        (
            _HELLO,
            N_("Here is the form for {{ unit }}. What you write in it becomes your part of {{ title }}."),
            N_(
                "• Save the attached file on your computer, and open it in Excel.\n• Read the first sheet. It tells how to fill in the others.\n• Fill in your rows, and save.\n• Reply to this message with the file attached, by {{ deadline }}."
            ),
            _QUESTIONS,
            _REGARDS,
        ),
    ),
    MessageKind.CORRECTIONS: _Default(
        N_("{{ title }}: please mend the answer from {{ unit }}"),
        (
            _HELLO,
            N_(
                "Thank you for the answer from {{ unit }}. This must be mended before all of it can stand in {{ title }}:"
            ),
            Placeholder.MISSING,
            N_(
                "The attached file is your own answer. Its first sheet lists what to mend, and the cells are marked. Mend them, save the file, and reply to this message with it attached, as soon as you can."
            ),
            _QUESTIONS,
            _REGARDS,
        ),
    ),
    MessageKind.HANDBOOK: _Default(
        N_("{{ title }}: the handbook is ready"),
        (
            _HELLO,
            N_("Thank you for your part in {{ title }}. The handbook is ready, and attached."),
            N_(
                "Look up {{ unit }} in it, and see that your part is as you meant it. If something is wrong, reply to this message as soon as you can."
            ),
            _REGARDS,
        ),
    ),
    MessageKind.REMINDER: _Default(
        N_("Reminder: {{ title }}, {{ unit }}"),
        (
            _HELLO,
            N_("This is still missing from {{ unit }} for {{ title }}:"),
            Placeholder.MISSING,
            N_(
                "Open the attached file in Excel, fill in or mend what is missing, save, and reply to this message with the file attached. Last day: {{ deadline }}."
            ),
            N_("If you have sent it in the meantime, you need not do anything."),
            _QUESTIONS,
            _REGARDS,
        ),
    ),
    MessageKind.DIGEST: _Default(
        N_("{{ title }}: {{ units answered }} of {{ units asked }} units have answered"),
        (
            N_("Hello {{ process leader }},"),
            N_(
                "{{ units answered }} of {{ units asked }} units have answered. {{ units missing }} are missing. Last day: {{ deadline }}."
            ),
            Placeholder.SUMMARY,
        ),
    ),
}


@cache
def default_text(kind: MessageKind, language: Language) -> MessageText:
    """The text that a plan begins with."""
    t, default = translator(language), _DEFAULTS[kind]
    body = "\n\n".join(_paragraph(one, t) for one in default.paragraphs)
    return MessageText(kind=kind, language=language, subject=t(default.subject), body=body)


def is_default(text: MessageText) -> bool:
    """Whether the text is one that a plan begins with, in its own or (where it names none) in any language."""
    languages = (text.language,) if text.language else LANGUAGES
    return any(_same(text, default_text(text.kind, language)) for language in languages)


def text_of(plan: Plan, kind: MessageKind) -> MessageText:
    """The plan's own text of that kind in its language, or else the one that a plan begins with."""
    language = plan.settings.language
    for text in plan.messages:
        if text.kind is kind and text.language in ("", language):
            return text
    return default_text(kind, language)


def placeholder_named(name: str) -> Placeholder | None:
    """The placeholder of that name, in any language; None if there is none."""
    return _placeholders().get(folded(name))


def placeholder_names(kind: MessageKind) -> tuple[str, ...]:
    """What a mail of that kind has words for, in every language."""
    return tuple(dict.fromkeys(name for one in PLACEHOLDERS[kind] for name in _names(one)))


def _same(one: MessageText, other: MessageText) -> bool:
    return (one.subject, _lines(one.body)) == (other.subject, _lines(other.body))


def _lines(body: str) -> list[str]:
    return [line.rstrip() for line in body.strip().splitlines()]


def _paragraph(message: str, t: Translator) -> str:
    return in_braces(t(message)) if isinstance(message, Placeholder) else t(message)


@cache
def _placeholders() -> Mapping[str, Placeholder]:
    return MappingProxyType({folded(name): one for one in Placeholder for name in _names(one)})


def _names(message: str) -> Iterator[str]:
    return (translator(language)(message) for language in LANGUAGES)
