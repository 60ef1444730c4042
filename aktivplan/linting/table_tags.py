"""Tags of tables, their rows and cells."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from aktivplan.linting.events import CellCloses, CellOpens, RowCloses, RowOpens, TableCloses, TableOpens
from aktivplan.linting.piece_state import PieceState
from aktivplan.linting.values import Attributes, is_on, name_of, whole_number

_FIRST_ROW, _FIRST_COLUMN = 0x0020, 0x0080
_PERCENT = 50
"""So many units of a width in percent make one percent."""


def _table_starts(state: PieceState, _attributes: Attributes) -> None:
    state.table = TableOpens()
    state.events.append(state.table)


def _style(state: PieceState, attributes: Attributes) -> None:
    state.table.style = name_of(attributes)


def _width(state: PieceState, attributes: Attributes) -> None:
    written, kind = attributes.get(b"w:w", b"0"), attributes.get(b"w:type", b"dxa")
    if written.endswith(b"%"):
        state.table.percent = whole_number(written[:-1])
    elif kind == b"pct":
        state.table.percent = whole_number(written) / _PERCENT
    elif kind == b"dxa":
        state.table.width = whole_number(written)


def _indent(state: PieceState, attributes: Attributes) -> None:
    state.table.indent = whole_number(attributes.get(b"w:w", b"0"))


def _look(state: PieceState, attributes: Attributes) -> None:
    try:
        bits = int(attributes.get(b"w:val", b"0"), 16)
    except ValueError:
        bits = 0
    state.table.first_row = _told(attributes, b"w:firstRow", bits & _FIRST_ROW)
    state.table.first_column = _told(attributes, b"w:firstColumn", bits & _FIRST_COLUMN)


def _told(attributes: Attributes, name: bytes, bit: int) -> bool:
    return is_on(attributes, name) if name in attributes else bool(bit)


def _title(state: PieceState, attributes: Attributes) -> None:
    state.table.titled |= bool(attributes.get(b"w:val", b"").strip())


def _grid_column(state: PieceState, attributes: Attributes) -> None:
    state.table.grid.append(whole_number(attributes.get(b"w:w", b"0")))


def _table_ends(state: PieceState) -> None:
    state.events.append(TableCloses())


def _row_starts(state: PieceState, _attributes: Attributes) -> None:
    state.row = RowOpens()
    state.events.append(state.row)


def _heads(state: PieceState, attributes: Attributes) -> None:
    state.row.heads = is_on(attributes)


def _whole(state: PieceState, attributes: Attributes) -> None:
    state.row.whole = is_on(attributes)


def _skips(state: PieceState, attributes: Attributes) -> None:
    state.row.skipped += whole_number(attributes.get(b"w:val", b"0"))


def _row_ends(state: PieceState) -> None:
    state.events.append(RowCloses())


def _cell_starts(state: PieceState, _attributes: Attributes) -> None:
    state.cell = CellOpens()
    state.events.append(state.cell)


def _spans(state: PieceState, attributes: Attributes) -> None:
    state.cell.span = max(1, whole_number(attributes.get(b"w:val", b"1")))


def _merges(state: PieceState, _attributes: Attributes) -> None:
    state.cell.merged = True


def _cell_ends(state: PieceState) -> None:
    state.events.append(CellCloses())


STARTS: Mapping[bytes, Callable[[PieceState, Attributes], None]] = MappingProxyType(
    {
        b"w:tbl": _table_starts,
        b"w:tblStyle": _style,
        b"w:tblW": _width,
        b"w:tblInd": _indent,
        b"w:tblLook": _look,
        b"w:tblCaption": _title,
        b"w:tblDescription": _title,
        b"w:gridCol": _grid_column,
        b"w:tr": _row_starts,
        b"w:tblHeader": _heads,
        b"w:cantSplit": _whole,
        b"w:gridBefore": _skips,
        b"w:gridAfter": _skips,
        b"w:tc": _cell_starts,
        b"w:gridSpan": _spans,
        b"w:vMerge": _merges,
        b"w:hMerge": _merges,
    }
)
ENDS: Mapping[bytes, Callable[[PieceState], None]] = MappingProxyType(
    {b"w:tbl": _table_ends, b"w:tr": _row_ends, b"w:tc": _cell_ends}
)
