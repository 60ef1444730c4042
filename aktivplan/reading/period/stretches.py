"""What a rule of the grammar looks at and what it gives: tokens, and stretches of time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from aktivplan.reading.period.slots import Slot
from aktivplan.reading.period.tokens import END, Token
from aktivplan.reading.period.words import Sort

BETWEEN_NUMBERS = frozenset({Sort.DASH, Sort.AND, Sort.SLASH})


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one slot to another; the two are the same for a single one."""

    first: Slot
    last: Slot

    @property
    def is_single(self) -> bool:
        """Whether it is one slot."""
        return self.first is self.last


Tokens = Sequence[Token]
Match = tuple[Stretch, int]
Rule = Callable[[Tokens, int], Match | None]


def token_at(tokens: Tokens, at: int) -> Token:
    """The token, or `END` beyond the last one."""
    return tokens[at] if at < len(tokens) else END


def single(slot: Slot) -> Stretch:
    """The slot alone."""
    return Stretch(slot, slot)
