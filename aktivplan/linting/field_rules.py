"""What hinders people in fields: tables of contents without entries, fields that lead nowhere."""

from __future__ import annotations

import re
from dataclasses import dataclass

from aktivplan.linting.events import FieldMark
from aktivplan.linting.object_rules import Links
from aktivplan.linting.pieces import instructions_of
from aktivplan.linting.position import Position

_CONTENTS = re.compile(r"TOC\b", re.IGNORECASE)
_INTERNAL_LINK = re.compile(r'HYPERLINK\b.*?\\l "([^"]+)"', re.IGNORECASE)


@dataclass(slots=True)
class _Field:
    lists_contents: bool = False
    entries: int = 0


class Fields:
    """The fields that have begun and not ended, innermost last."""

    def __init__(self, position: Position, links: Links) -> None:
        self.contents = 0
        """How many tables of contents there are."""
        self._position = position
        self._links = links
        self._open: list[_Field] = []
        self._piece = b""
        self._told: list[str] = []

    def mark(self, mark: FieldMark) -> None:
        """A field begins, is told what to do, or ends."""
        if mark.kind == "begin":
            self._open.append(_Field())
        elif mark.kind == "told":
            self._tell(mark.instruction or self._next_instruction())
        elif self._open:
            ended = self._open.pop()
            if ended.lists_contents and not ended.entries:
                self._position.tell("contents-empty")

    def entry(self) -> None:
        """The present paragraph looks like an entry of a table of contents."""
        for one in self._open:
            one.entries += 1

    def _tell(self, instruction: str) -> None:
        if self._open and _CONTENTS.match(instruction):
            self._open[-1].lists_contents = True
            self.contents += 1
        if leads := _INTERNAL_LINK.match(instruction):
            self._links.wants(leads.group(1))

    def _next_instruction(self) -> str:
        piece = self._position.piece
        if piece is not self._piece:
            self._piece, self._told = piece, instructions_of(piece)
        return self._told.pop(0) if self._told else ""
