"""A plan's texts with their placeholders filled in. Knows no mail."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from aktivplan.braces import BRACES
from aktivplan.definition.message_words import Placeholder, placeholder_named
from aktivplan.definition.models import Plan
from aktivplan.i18n import Translator

ITEM = "• "
"""How a line of a list begins."""
Values = Mapping[Placeholder, str]
_BLOCKS = frozenset({Placeholder.MISSING, Placeholder.SUMMARY})
"""These stand on lines of their own."""
_WITH_SPACE = re.compile(r"[ \t\u00a0]*" + BRACES.pattern)
_SPACE_AT_END = re.compile(r"[ \t\u00a0]+$", re.MULTILINE)
_MANY_EMPTY_LINES = re.compile(r"\n{3,}")


def plan_values(plan: Plan, t: Translator) -> dict[Placeholder, str]:
    """What the plan itself has words for."""
    settings = plan.settings
    first, last = t.date(settings.period_start), t.date(settings.period_end)
    return {
        Placeholder.TITLE: settings.title,
        Placeholder.ORGANISATION: settings.organisation,
        Placeholder.PERIOD: t("{start} to {end}", start=first, end=last),
        Placeholder.DEADLINE: t.date(settings.deadline),
        Placeholder.LEADER: settings.leader_name,
        Placeholder.LEADERS_ADDRESS: settings.leader_email,
        Placeholder.ASKED: t.number(len(plan.units)),
    }


def filled_line(text: str, values: Values) -> str:
    """A text of one line, filled in."""
    return " ".join(_filled(text, values).split())


def filled(text: str, values: Values) -> str:
    """A text of several lines, filled in.

    A placeholder with nothing to say goes with the space before it, and with its paragraph if it is alone there.
    What a value itself has in braces stays as it is.
    """
    lines = _filled(text.replace("\r\n", "\n").replace("\r", "\n"), values)
    return _MANY_EMPTY_LINES.sub("\n\n", _SPACE_AT_END.sub("", lines)).strip() + "\n"


def listed(lines: Sequence[str]) -> str:
    """The lines as a list."""
    return "\n".join(f"{ITEM}{' '.join(line.split())}" for line in lines)


def _filled(text: str, values: Values) -> str:
    def words(found: re.Match[str]) -> str:
        name = placeholder_named(found[1])
        if name is None or name not in values:
            return found[0]
        if name in _BLOCKS:
            return _block(found, values[name])
        value = " ".join(values[name].split())
        space = found[0][: found[0].index("{")]
        return space + value if value else ""

    return _WITH_SPACE.sub(words, text)


def _block(found: re.Match[str], value: str) -> str:
    """Lines of their own, whatever stands around them."""
    before, after = found.string[: found.start()], found.string[found.end() :]
    opening = "\n" if value and before and not before.endswith("\n") else ""
    closing = "\n" if value and after and not after.startswith("\n") else ""
    return f"{opening}{value}{closing}"
