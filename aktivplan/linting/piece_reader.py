"""Tags of WordprocessingML, one after another, as events."""

from __future__ import annotations

from aktivplan.linting import object_tags, table_tags, text_tags
from aktivplan.linting.events import Event, FieldMark
from aktivplan.linting.piece_state import PieceState
from aktivplan.linting.values import Attributes

_PASSED_OVER = frozenset(
    (
        b"w:rPrChange", b"w:pPrChange", b"w:tblPrChange", b"w:trPrChange", b"w:tcPrChange", b"w:sectPrChange",
        b"mc:Fallback",
    )
)  # fmt: skip
"""What was before somebody changed it, and what stands there for programs that are older than the drawing."""
_OBJECTS = frozenset(
    (b"w:drawing", b"w:pict", b"w:object", b"w:br", b"w:sectPr", b"w:sym", b"m:oMath", b"w:footnoteReference")
)
_STARTS = {**text_tags.STARTS, **table_tags.STARTS, **object_tags.STARTS}
_ENDS = {**text_tags.ENDS, **table_tags.ENDS, **object_tags.ENDS}


class PieceReader:
    """Takes the tags of a piece and its texts, and gives the events in order."""

    def __init__(self) -> None:
        self._state = PieceState()
        self._passed_over = 0
        """How deep in what is passed over."""

    def events(self) -> tuple[Event, ...]:
        """Those of the piece, which is over."""
        self._state.put_paragraph(ended=False)
        return tuple(self._state.events)

    def start(self, name: bytes, attributes: Attributes) -> None:
        """An element begins."""
        self._state.within.append(name)
        self._passed_over += name in _PASSED_OVER
        if self._passed_over:
            return
        take = _STARTS.get(name)
        if take is not None:
            take(self._state, attributes)
        # A paragraph that is about to begin has no object yet, so this comes last.
        if name in _OBJECTS:
            self._state.paragraph.has_object = True

    def end(self, name: bytes) -> None:
        """An element ends."""
        if self._state.within:
            self._state.within.pop()
        if self._passed_over:
            self._passed_over -= name in _PASSED_OVER
            return
        take = _ENDS.get(name)
        if take is not None:
            take(self._state)

    def text(self, at: int) -> None:
        """Text stands here, so many bytes from the piece's beginning."""
        state = self._state
        around = state.within[-1] if state.within and not self._passed_over else b""
        if around == b"w:instrText":
            state.events.append(FieldMark("told"))
        elif around == b"w:t":
            state.run.has_text = True
            if state.paragraph.first_text < 0:
                state.paragraph.first_text = at
