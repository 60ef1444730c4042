"""Rules of the texts of mails."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aktivplan.braces import BRACES, in_braces
from aktivplan.definition.draft import Draft, Entry, Mistake, mistake
from aktivplan.definition.message_words import PLACEHOLDERS, placeholder_named, placeholder_names
from aktivplan.definition.terms import MessageKind
from aktivplan.findings import quoted
from aktivplan.nearest import nearest

_NEARLY = re.compile(r"\{+\s*([^{}\n]{0,80}?)\s*\}+|\{\{|\}\}")
"""Braces as they may have been meant; group 1 is what stands in them."""


def each_message_has_one_text(draft: Draft) -> Iterator[Mistake]:
    """No two texts are for the same mails in the same language."""
    seen: dict[tuple[str, str], Entry] = {}
    own = draft.settings.text("language")
    for text in draft.messages:
        kind = text.text("kind")
        first = seen.setdefault((kind, text.text("language") or own), text)
        if kind and first is not text:
            yield mistake("plan-text-twice", text.at("kind"), first=first.path)


def placeholders_can_be_filled_in(draft: Draft) -> Iterator[Mistake]:
    """What stands in double braces is a placeholder that has something to show in such a mail."""
    for text in draft.messages:
        if text.text("kind") in list(MessageKind):
            for attribute in ("subject", "body"):
                yield from _placeholders(text, attribute, MessageKind(text.text("kind")))


def _placeholders(text: Entry, attribute: str, kind: MessageKind) -> Iterator[Mistake]:
    path = text.at(attribute)
    for found in _NEARLY.finditer(text.text(attribute)):
        name, value = found[1] or "", quoted(found[0])
        known = placeholder_named(name)
        if known and BRACES.fullmatch(found[0]):
            if known not in PLACEHOLDERS[kind]:
                yield mistake("plan-placeholder-unfit", path, value, allowed=PLACEHOLDERS[kind])
        elif known:
            yield mistake("plan-placeholder-near", path, value, suggestion=in_braces(name))
        elif "{{" in found[0] or "}}" in found[0]:
            meant = nearest(name, placeholder_names(kind)) if name else ""
            if meant:
                yield mistake("plan-placeholder-near", path, value, suggestion=in_braces(meant))
            else:
                yield mistake("plan-placeholder-unknown", path, value, allowed=PLACEHOLDERS[kind])


MESSAGE_RULES = (each_message_has_one_text, placeholders_can_be_filled_in)
