"""What is known so far while the tags of a piece are read."""

from __future__ import annotations

from dataclasses import dataclass, field

from aktivplan.linting.events import (
    CellOpens,
    Control,
    Drawing,
    Event,
    ParagraphPart,
    RowOpens,
    RunLook,
    Section,
    TableOpens,
)


@dataclass(slots=True)
class PieceState:
    """The events so far, the elements around, and the latest of each kind, which its properties belong to."""

    events: list[Event] = field(default_factory=list)
    within: list[bytes] = field(default_factory=list)
    paragraph: ParagraphPart = field(default_factory=lambda: ParagraphPart(whole=False))
    run: RunLook = field(default_factory=RunLook)
    table: TableOpens = field(default_factory=TableOpens)
    row: RowOpens = field(default_factory=RowOpens)
    cell: CellOpens = field(default_factory=CellOpens)
    section: Section = field(default_factory=Section)
    drawing: Drawing | None = None
    control: Control | None = None

    def put_paragraph(self, *, ended: bool) -> None:
        """The paragraph's part is over, because the paragraph has ended or because something interrupts it."""
        part = self.paragraph
        part.whole = part.whole and ended
        if part.whole or part.first_text >= 0 or part.has_object:
            self.events.append(part)
        self.paragraph = ParagraphPart(whole=False)

    @property
    def around(self) -> bytes:
        """The element around the one that is being read."""
        return self.within[-2] if len(self.within) > 1 else b""

    @property
    def in_text(self) -> bool:
        """Whether properties are those of text, and not of the mark at a paragraph's end or of a list's numbers."""
        return self.around == b"w:rPr" and b"w:pPr" not in self.within[-3:]
