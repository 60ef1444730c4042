"""Tags of paragraphs, of text in them, and of the page that they stand on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from aktivplan.linting.events import ParagraphPart, RunLook, Section
from aktivplan.linting.piece_state import PieceState
from aktivplan.linting.values import Attributes, colour_of, fill_of, is_on, name_of, whole_number

_HIGHLIGHTS = MappingProxyType(
    {
        "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "green": "00FF00", "magenta": "FF00FF",
        "red": "FF0000", "yellow": "FFFF00", "white": "FFFFFF", "darkBlue": "000080", "darkCyan": "008080",
        "darkGreen": "008000", "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000",
        "darkGray": "808080", "lightGray": "C0C0C0",
    }
)  # fmt: skip


def _paragraph_starts(state: PieceState, _attributes: Attributes) -> None:
    state.put_paragraph(ended=False)
    state.paragraph = ParagraphPart()


def _paragraph_ends(state: PieceState) -> None:
    state.put_paragraph(ended=True)


def _run_starts(state: PieceState, _attributes: Attributes) -> None:
    state.run = RunLook()


def _run_ends(state: PieceState) -> None:
    if state.run.has_text:
        state.paragraph.runs.append(state.run)
    state.run = RunLook()


def _style(state: PieceState, attributes: Attributes) -> None:
    state.paragraph.style = name_of(attributes)


def _outline(state: PieceState, attributes: Attributes) -> None:
    level = whole_number(attributes.get(b"w:val", b"9"))
    state.paragraph.level = level + 1 if 0 <= level < 9 else 0


def _list(state: PieceState, attributes: Attributes) -> None:
    state.paragraph.listed = attributes.get(b"w:val", b"0") != b"0"


def _run_style(state: PieceState, attributes: Attributes) -> None:
    if state.in_text:
        state.run.style = name_of(attributes)


def _colour(state: PieceState, attributes: Attributes) -> None:
    if state.in_text:
        state.run.colour = colour_of(attributes.get(b"w:val", b""))


def _size(state: PieceState, attributes: Attributes) -> None:
    if state.in_text:
        state.run.half_points = whole_number(attributes.get(b"w:val", b"0"))


def _bold(state: PieceState, attributes: Attributes) -> None:
    if state.in_text:
        state.run.bold = is_on(attributes)


def _highlight(state: PieceState, attributes: Attributes) -> None:
    if state.in_text:
        state.run.fill = _HIGHLIGHTS.get(name_of(attributes), "")


def _shading(state: PieceState, attributes: Attributes) -> None:
    fill = fill_of(attributes)
    match state.around:
        case b"w:tcPr":
            state.cell.fill = fill
        case b"w:tblPr":
            state.table.fill = fill
        case b"w:pPr":
            state.paragraph.fill = fill
        case b"w:rPr" if state.in_text:
            state.run.fill = state.run.fill or fill


def _link(state: PieceState, _attributes: Attributes) -> None:
    state.paragraph.links = True


def _section_starts(state: PieceState, _attributes: Attributes) -> None:
    state.section = Section()
    state.events.append(state.section)


def _page(state: PieceState, attributes: Attributes) -> None:
    state.section.page = whole_number(attributes.get(b"w:w", b"0"))


def _margins(state: PieceState, attributes: Attributes) -> None:
    state.section.left = whole_number(attributes.get(b"w:left", b"0"))
    state.section.right = whole_number(attributes.get(b"w:right", b"0"))


STARTS: Mapping[bytes, Callable[[PieceState, Attributes], None]] = MappingProxyType(
    {
        b"w:p": _paragraph_starts,
        b"w:pStyle": _style,
        b"w:outlineLvl": _outline,
        b"w:numId": _list,
        b"w:r": _run_starts,
        b"w:rStyle": _run_style,
        b"w:color": _colour,
        b"w:sz": _size,
        b"w:b": _bold,
        b"w:highlight": _highlight,
        b"w:shd": _shading,
        b"w:hyperlink": _link,
        b"w:sectPr": _section_starts,
        b"w:pgSz": _page,
        b"w:pgMar": _margins,
    }
)
ENDS: Mapping[bytes, Callable[[PieceState], None]] = MappingProxyType(
    {b"w:p": _paragraph_ends, b"w:r": _run_ends}
)
