"""Which goal a text names: by its id, its text, or both. Exactly, or not at all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from aktivplan.definition.models import Goal, Plan
from aktivplan.reading.amounts import parse_number
from aktivplan.reading.folding import fold

_BETWEEN = " .:;,)–-"
_OPENING = "( "
_POINTS = str.maketrans(",:", "..")
"""As people write the points of a number too."""


class GoalFinder:
    """Finds goals among those that a field is chosen from."""

    def __init__(self, plan: Plan, goals: Sequence[Goal]) -> None:
        self._goals = goals
        texts = [fold(goal.text) for goal in goals]
        self._by_text = {
            text: goal.id for text, goal in zip(texts, goals, strict=True) if texts.count(text) == 1
        }
        self._by_id = {fold(goal.id): goal for goal in goals}
        words = {fold(name) for name in plan.settings.level_names} | {"mål", "delmål", "goal", "nr", "område"}
        self._level = re.compile(
            rf"(?:{'|'.join(map(re.escape, sorted(words - {''}, key=len, reverse=True)))})[ .:]+(?:nr[ .:]+)?"
        )

    def by_number(self, number: float) -> str:
        """The id of the only goal whose id is that number; Excel makes the number 1.1 of "1.10" too. "" if not one."""
        meant = [goal.id for goal in self._goals if parse_number(goal.id, "en") == number]
        return meant[0] if len(meant) == 1 else ""

    def by_text(self, text: str) -> str:
        """The id of the goal that a text names: "1.1", "1,1", "Mål nr 1.1", "1.1: text", "text"; "" if id and text disagree."""
        folded = fold(text)
        known = self._by_text.get(folded)
        if known:
            return known
        return self._named(folded) or self._named(self._level.sub("", folded, count=1))

    def _named(self, folded: str) -> str:
        if folded in self._by_text:
            return self._by_text[folded]
        number, _, rest = folded.lstrip(_OPENING).partition(" ")
        for end in (number, number.rstrip(_BETWEEN), number.rstrip(_BETWEEN).translate(_POINTS)):
            goal = self._by_id.get(end)
            if goal is not None:
                told = rest.strip(_BETWEEN)
                return goal.id if not told or told == fold(goal.text) else ""
        return ""
