"""What each message says: the plan's own texts, filled in for a unit or for the process leader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aktivplan.definition.message_words import Placeholder, text_of
from aktivplan.definition.models import Plan, Unit
from aktivplan.delivery.kinds import Kind
from aktivplan.delivery.texts import Values, filled, filled_line, listed, plan_values
from aktivplan.i18n import Translator, translator

__all__ = ["Kind", "Letter", "form_not_in", "letter", "letter_to_leader"]

_MOST_TOLD = 12


@dataclass(frozen=True, slots=True)
class Letter:
    """A message to one unit, in words."""

    kind: Kind
    unit: str
    """Its code; "" for a message to the process leader."""
    name: str
    """Whom it is to; "" if the plan does not say."""
    address: str
    subject: str
    body: str
    """Paragraphs with an empty line between them; lines that begin with "• " are a list."""


def letter(plan: Plan, unit: Unit, kind: Kind, missing: Sequence[str] = ()) -> Letter:
    """The message of that kind to a unit; ``missing`` is what is lacking, a line for each; of many the first are told.

    A reminder of nothing in particular is one of the form.
    """
    t = translator(plan.settings.language)
    if kind is Kind.REMINDER and not missing:
        missing = (form_not_in(t),)
    if len(missing) > _MOST_TOLD:
        missing = (*missing[:_MOST_TOLD], "…")
    values = {
        **plan_values(plan, t),
        Placeholder.UNIT: unit.name,
        Placeholder.CONTACT: unit.contact,
        Placeholder.MISSING: listed(missing),
    }
    return _letter(plan, kind, unit.code, (unit.contact, unit.email), values)


def form_not_in(t: Translator) -> str:
    """What is lacking where a unit has not answered."""
    return t("The filled-in form.")


def letter_to_leader(plan: Plan, *, answered: int, summary: str) -> Letter:
    """The digest.

    Args:
        plan: whose leader it is to.
        answered: how many units have answered.
        summary: how things stand, as ``schedule.summary`` writes it.
    """
    settings = plan.settings
    t = translator(settings.language)
    values = {
        **plan_values(plan, t),
        Placeholder.ANSWERED: t.number(answered),
        Placeholder.UNANSWERED: t.number(len(plan.units) - answered),
        Placeholder.SUMMARY: summary,
    }
    return _letter(plan, Kind.DIGEST, "", (settings.leader_name, settings.leader_email), values)


def _letter(plan: Plan, kind: Kind, unit: str, recipient: tuple[str, str], values: Values) -> Letter:
    text = text_of(plan, kind)
    name, address = recipient
    subject, body = filled_line(text.subject, values), filled(text.body, values)
    return Letter(kind, unit, name, address, subject, body)
