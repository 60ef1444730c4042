"""What a rule of the grammar looks at and what it gives: tokens, and stretches of time."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from aktivplan.reading.period.slots import Slot
from aktivplan.reading.period.sorts import Sort, Token
from aktivplan.reading.period.tokens import END


class Stretch(NamedTuple):
    """From one slot to another; the two are the same for a single one."""

    first: Slot
    last: Slot

    @property
    def is_single(self) -> bool:
        """Whether it is one slot."""
        return self.first is self.last


Tokens = list[Token]
Match = tuple[Stretch, int]
Rule = Callable[[Tokens, int], Match | None]


def token_at(tokens: Tokens, at: int) -> Token:
    """The token, or `END` beyond the last one."""
    return tokens[at] if at < len(tokens) else END


def after(tokens: Tokens, at: int, *sorts: Sort) -> int:
    """Where the next token stands that is of none of these sorts."""
    while at < len(tokens) and tokens[at].sort in sorts:
        at += 1
    return at


def single(slot: Slot) -> Stretch:
    """The slot alone."""
    return Stretch(slot, slot)
