"""Tables as WordprocessingML: one heading row that repeats, rows that stay whole, no merged cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from aktivplan import palette
from aktivplan.rendering.handbook import names
from aktivplan.rendering.handbook.blocks import text
from aktivplan.rendering.handbook.xml import escape

_ROW = "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
_HEAD_ROW = "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
_SHORT = 15
"""Rows of a table that is kept together."""
_AT_A_TIME = 25
"""Rows of a long table that are handed on at a time: few enough to stay in a processor's own memory."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading and its width in twips."""

    heading: str
    width: int


def table(columns: Sequence[Column], rows: Iterable[Sequence[str]], *, summary: str) -> Iterator[str]:
    """A table with a dark heading row, piece by piece. A cell is one or more finished paragraphs.

    ``summary`` says in a sentence what the table holds; screen readers tell it.
    """
    yield _head(columns, summary)
    written = _body(columns, rows)
    while some := "".join(islice(written, _AT_A_TIME)):
        yield some
    yield "</w:tbl>"


def short_table(columns: Sequence[Column], rows: Iterable[Sequence[str]], *, summary: str) -> str:
    """The same, whole, and kept on one page if it is short."""
    return f"{_head(columns, summary)}{''.join(_together([*_body(columns, rows)]))}</w:tbl>"


def pairs(
    rows: Sequence[tuple[str, str]], widths: tuple[int, int], *, summary: str, together: bool = True
) -> str:
    """A table of labels and values, the first pair as its heading row; a value is finished paragraphs.

    ``together`` keeps its rows on one page; do not ask for it where they fill more than one.
    """
    tint = palette.ACCENT_TINT.removeprefix("#")
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{tint}"/>'
    cells = [f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>' for width in widths]
    last = len(rows) - 1
    lines = []
    for index, (label, value) in enumerate(rows):
        row, fill = (_HEAD_ROW, shade) if index == 0 else (_ROW, "")
        style = names.CELL_LAST_LABEL if index == last or not together else names.CELL_LABEL
        lines.append(
            f"{row}{cells[0]}{fill}</w:tcPr>{text(label, style)}</w:tc>{cells[1]}{fill}</w:tcPr>{value}</w:tc></w:tr>"
        )
    return f"{_opening(widths, summary, labels=True)}{''.join(lines)}</w:tbl>"


def _head(columns: Sequence[Column], summary: str) -> str:
    fill = palette.ACCENT.removeprefix("#")
    head = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{column.width}" w:type="dxa"/>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/></w:tcPr>{text(column.heading, names.CELL_HEAD)}</w:tc>'
        for column in columns
    )
    return f"{_opening([column.width for column in columns], summary)}{_HEAD_ROW}{head}</w:tr>"


def _together(rows: list[str]) -> list[str]:
    """Finished rows, each kept on a page with the next if they are few."""
    if len(rows) > _SHORT:
        return rows
    return [*(row.replace("</w:pPr>", "<w:keepNext/></w:pPr>") for row in rows[:-1]), *rows[-1:]]


def _opening(widths: Sequence[int], summary: str, *, labels: bool = False) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{names.TABLE}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{"00A0" if labels else "0020"}" w:firstRow="1" w:lastRow="0" '
        f'w:firstColumn="{int(labels)}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{escape(summary)}"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )


def _body(columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    cells = (
        f'<w:tc><w:tcPr><w:tcW w:w="{column.width}" w:type="dxa"/></w:tcPr>%s</w:tc>' for column in columns
    )
    # Filled in at one go, since there are tens of thousands; too few cells, or too many, are an error.
    written = f"{_ROW}{''.join(cells)}</w:tr>"
    return (written % tuple(row) for row in rows)
