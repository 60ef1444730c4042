"""Tags of pictures, text boxes, content controls and fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from aktivplan.linting.events import Control, Drawing, FieldMark, TextBox
from aktivplan.linting.piece_state import PieceState
from aktivplan.linting.values import Attributes, is_on, plain_text


def _drawing_starts(state: PieceState, _attributes: Attributes) -> None:
    state.drawing = Drawing()
    state.events.append(state.drawing)


def _drawing_ends(state: PieceState) -> None:
    state.drawing = None


def _floats(state: PieceState, _attributes: Attributes) -> None:
    if state.drawing is not None:
        state.drawing.floating = True


def _described(state: PieceState, attributes: Attributes) -> None:
    drawing = state.drawing
    if drawing is not None and not drawing.name:
        drawing.name = plain_text(attributes.get(b"name", b""))
        texts = (plain_text(attributes.get(key, b"")) for key in (b"title", b"descr"))
        drawing.text = " ".join(filter(None, texts))


def _decorative(state: PieceState, attributes: Attributes) -> None:
    if state.drawing is not None:
        state.drawing.decorative = is_on(attributes, b"val")


def _old_shape(state: PieceState, attributes: Attributes) -> None:
    drawing = state.drawing
    if drawing is not None:
        drawing.text = drawing.text or plain_text(attributes.get(b"alt", b""))
        drawing.name = drawing.name or plain_text(attributes.get(b"id", b""))
        drawing.floating |= b"position:absolute" in attributes.get(b"style", b"")
        drawing.decorative |= b"o:hr" in attributes


def _watermark(state: PieceState, _attributes: Attributes) -> None:
    if state.drawing is not None:
        state.drawing.watermark = True


def _text_box(state: PieceState, _attributes: Attributes) -> None:
    state.events.append(TextBox())


def _control_starts(state: PieceState, _attributes: Attributes) -> None:
    state.control = Control()
    state.events.append(state.control)


def _titled(state: PieceState, attributes: Attributes) -> None:
    if state.control is not None:
        state.control.titled |= bool(attributes.get(b"w:val", b"").strip())


def _gallery(state: PieceState, _attributes: Attributes) -> None:
    """Word's own building blocks, such as a table of contents, are no controls to fill in."""
    if state.control is not None:
        state.control.titled = True


def _control_ends(state: PieceState) -> None:
    state.control = None


def _field(state: PieceState, attributes: Attributes) -> None:
    kind = attributes.get(b"w:fldCharType", b"").decode("ascii", "replace")
    if kind in ("begin", "end"):
        state.events.append(FieldMark(kind))
    state.paragraph.has_object = True


def _simple_field(state: PieceState, attributes: Attributes) -> None:
    state.events += (FieldMark("begin"), FieldMark("told", plain_text(attributes.get(b"w:instr", b""))))
    state.paragraph.has_object = True


def _simple_field_ends(state: PieceState) -> None:
    state.events.append(FieldMark("end"))


STARTS: Mapping[bytes, Callable[[PieceState, Attributes], None]] = MappingProxyType(
    {
        b"w:drawing": _drawing_starts,
        b"w:pict": _drawing_starts,
        b"w:object": _drawing_starts,
        b"wp:anchor": _floats,
        b"wp:docPr": _described,
        b"adec:decorative": _decorative,
        b"v:shape": _old_shape,
        b"v:rect": _old_shape,
        b"v:group": _old_shape,
        b"v:textpath": _watermark,
        b"w:txbxContent": _text_box,
        b"w:sdtPr": _control_starts,
        b"w:alias": _titled,
        b"w:docPartObj": _gallery,
        b"w:fldChar": _field,
        b"w:fldSimple": _simple_field,
    }
)
ENDS: Mapping[bytes, Callable[[PieceState], None]] = MappingProxyType(
    {
        b"w:drawing": _drawing_ends,
        b"w:pict": _drawing_ends,
        b"w:object": _drawing_ends,
        b"w:sdtPr": _control_ends,
        b"w:fldSimple": _simple_field_ends,
    }
)
