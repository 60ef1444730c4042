"""How far a worksheet reaches, and what its cells look like: merged, hidden, numbers shown as percent or months.

Looks at the bytes with patterns, which hold for XML as `sheet_rewriting` writes it and as nearly every program does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from aktivplan.workbooks.limits import MEBIBYTE
from aktivplan.workbooks.looks import Extent, Looks, Position
from aktivplan.workbooks.number_formats import Shown
from aktivplan.workbooks.references import column_number, columns_within, row_number
from aktivplan.workbooks.sheets import Area

_PIECE = MEBIBYTE
_NOT_SMALL = re.compile(rb'<c(?! r="[A-Z][1-9][0-9]{0,2}")[\s/>]')
"""A cell beyond Z999, or one that does not say plainly where it stands."""
_UNUSUAL = re.compile(
    rb'<c(?! r="[A-Z][1-9][0-9]{0,2}"(?: s="[0-9]+")?(?:/>| t="s"><v>[0-9]+</v></c>))[\s/>](?:[^<>]*/>|.*?</c>|)',
    re.DOTALL,
)
_CELL = re.compile(rb'<c r="([A-Z]{1,3})([1-9][0-9]{0,6})"[^<>]*?(/?)>')
_CELL_OF_ANY_FORM = re.compile(rb"<c[\s/>]")
_TYPE = re.compile(rb' t="([A-Za-z]+)"')
_MARKED, _PREFIXED_CELL = re.compile(rb"<!"), re.compile(rb":c[\s/>]")
"""What hides cells: comments and the like, and prefixes. Two patterns, since one of both takes four times as long."""
_MERGED = re.compile(rb'<mergeCell\s[^<>]*?ref="([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})"')
_HIDES = (re.compile(rb'hidden="(?:1|true)"'), re.compile(rb' ht="0(?:\.0*)?"'))
"""What hides a row."""
_ROW = re.compile(rb'<row [^<>]*?\br="([0-9]{1,7})"')
_HIDDEN_COLUMNS = re.compile(rb'<col (?=[^<>]*(?:hidden="(?:1|true)"|\swidth="0(?:\.0*)?"))[^<>]*>')
_FROM, _TO = re.compile(rb'\smin="([0-9]{1,7})"'), re.compile(rb'\smax="([0-9]{1,7})"')


SMALL = Extent(999, 26)
"""A sheet that reaches no further need not be measured."""


def is_plain(xml: bytes) -> bool:
    """Whether no cell can hide from this module's patterns by how it is written; `extent_of` looks more closely."""
    return not (_MARKED.search(xml) or _PREFIXED_CELL.search(xml))


def cell_types(xml: bytes) -> frozenset[bytes]:
    """The types that cells say they have: b"str", b"e"."""
    return frozenset(_TYPE.findall(xml))


def unusual_cells(xml: bytes) -> bytes:
    """The sheet's cells, without those that are most of a form's: empty, or with a shared text, and not beyond Z999."""
    return b"".join(_UNUSUAL.findall(xml)) if len(xml) <= _PIECE else xml


def is_small(xml: bytes) -> bool:
    """Whether the sheet, or the unusual ones of its cells, reach no further than `SMALL`."""
    return not _NOT_SMALL.search(xml)


def extent_of(xml: bytes) -> Extent | None:
    """How far a sheet reaches; None if its XML is not plain.

    Raises:
        ReadingError: file-damaged, if a cell stands beyond XFD1048576.
    """
    rows, columns = {b""}, {b""}
    for start, end in _pieces(xml):
        cells = _CELL.findall(xml, start, end)
        if len(cells) != len(_CELL_OF_ANY_FORM.findall(xml, start, end)):
            return None
        columns.update(letters for letters, _, empty in cells if not empty)
        rows.update(digits for _, digits, empty in cells if not empty)
    if len(rows) == 1:
        return Extent(0, 0)
    return Extent(row_number(max(rows, key=_order)), column_number(max(columns, key=_order)))


def _order(reference: bytes) -> tuple[int, bytes]:
    return len(reference), reference


def looks_of(xml: bytes, styles: Mapping[bytes, Shown]) -> Looks:
    """What the cells of a sheet look like.

    Args:
        xml: the worksheet's part, plain.
        styles: by their numbers, the cell styles that show what a value alone does not tell.
    """
    start, end = xml.find(b"<sheetData"), xml.rfind(b"</sheetData>")
    return Looks(
        tuple(_merged(xml[end:])),
        frozenset(_hidden_rows(xml)),
        _hidden_columns(xml[:start]),
        dict(_shown(xml, styles)),
    )


def _merged(xml: bytes) -> Iterator[Area]:
    if b"<mergeCell " in xml:
        for left, top, right, bottom in _MERGED.findall(xml):
            area = Area(row_number(top), column_number(left), row_number(bottom), column_number(right))
            if (area.first_row, area.first_column) != (area.last_row, area.last_column):
                yield area


def _hidden_rows(xml: bytes) -> Iterator[int]:
    for mark in _HIDES:
        for found in mark.finditer(xml):
            row = _ROW.match(xml, xml.rfind(b"<", 0, found.start()))
            if row:
                yield int(row[1])


def _hidden_columns(xml: bytes) -> frozenset[int]:
    if b'hidden="' not in xml and b' width="0' not in xml:
        return frozenset()
    ends = ((_FROM.search(tag), _TO.search(tag)) for tag in _HIDDEN_COLUMNS.findall(xml))
    stretches = [(int(first[1]), int(last[1])) for first, last in ends if first and last]
    return columns_within(stretches) if stretches else frozenset()


def _shown(xml: bytes, styles: Mapping[bytes, Shown]) -> Iterator[tuple[Position, Shown]]:
    used = [style for style in styles if b' s="%b"' % style in xml]
    if used:
        cell = re.compile(rb'<c r="([A-Z]+)([0-9]+)"[^<>]*? s="(%b)"[^<>]*(?<!/)>' % b"|".join(used))
        for letters, digits, style in cell.findall(xml):
            yield _position(letters, digits), styles[style]


def _position(letters: bytes, digits: bytes) -> Position:
    return row_number(digits), column_number(letters)


def _pieces(xml: bytes) -> Iterator[tuple[int, int]]:
    """Where pieces of about a MiB begin and end, cut where a row begins."""
    start = 0
    while start < len(xml):
        end = xml.find(b"<row", start + _PIECE)
        end = len(xml) if end < 0 else end
        yield start, end
        start = end
