"""Where a walk through a document has come to."""

from __future__ import annotations

from dataclasses import dataclass, field

from aktivplan.linting.contrast import Around
from aktivplan.linting.pieces import words_of
from aktivplan.linting.styles import Styles
from aktivplan.linting.table_rules import OpenTable
from aktivplan.linting.telling import NO_CELL, Telling

NOWHERE = Around()


@dataclass(slots=True)
class Position:
    """What is around the walker, innermost table last."""

    telling: Telling
    styles: Styles
    in_body: bool
    """Not in a header, a footer or a note."""
    tables: list[OpenTable] = field(default_factory=list)
    piece: bytes = b""
    after_table: bool = False
    """Whether what came last, at this depth, was a table: Word wants a paragraph after it."""

    @property
    def words(self) -> str:
        """The text of the present paragraph."""
        return words_of(self.piece)

    def tell(self, code: str, **arguments: str | int | float) -> None:
        """A finding about what is here."""
        table = self.tables[-1] if self.tables else None
        self.telling.tell_in((table.row, table.column) if table else NO_CELL, code, arguments)
