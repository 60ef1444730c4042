"""How wide columns and how high rows are to be, from what stands in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import sqrt
from typing import Any

from aktivplan.findings import Place
from aktivplan.records import Record
from aktivplan.rendering.master.sheet import Column, Kind, Sheet

_DAYS = {Kind.DATE: 13.0, Kind.TIME: 18.0}
_NARROWEST, _LONGEST_WORD, _TO_WRITE_IN = 9.0, 40.0, 32.0
_WIDEST = {Kind.TEXT: 48.0, Kind.PLACE: 50.0, Kind.WORD: 70.0}
_FILTER_BUTTON, _AIR = 5, 3
_ON_ONE_LINE = 22
_COVER = 17.0
"""Of the columns of numbers under whole goals, which all look the same."""
_SAMPLE = 500
"""How many values are looked at to tell how long they usually are."""
_INDENT, _LETTERS = 1.5, 1.22
"""What the indent takes of a column's width, and how many letters of ordinary text fit in one character of it."""
_LINE, _MARGIN, _HIGHEST = 13.0, 5.0, 409.0
"""In points; Excel has no higher rows."""


def sized(sheet: Sheet) -> Sheet:
    """The sheet with its columns' widths: for the longest word of the heading, and the usual length of the values."""
    both = zip(sheet.columns, sheet.cells, strict=True)
    columns = tuple(replace(column, width=_width(column, values)) for column, values in both)
    return replace(sheet, columns=columns)


def heights(sheet: Sheet) -> list[float]:
    """The rows' heights in points, so that wrapped text is seen whole in columns that have their widths."""
    lines = [1] * sheet.rows
    for column, values in zip(sheet.columns, sheet.cells, strict=True):
        if column.kind in (Kind.TEXT, Kind.PLACE):
            texts = [place.file for place in values] if column.kind is Kind.PLACE else values
            _raise(lines, [text or "" for text in texts], _fitting(column.width))
    points = {count: height(count) for count in set(lines)}
    return [points[count] for count in lines]


def height_of(texts: Iterable[tuple[str, float]]) -> float:
    """The height in points of a row of texts, each with the width it has."""
    return height(max((_lines(text, _fitting(width)) for text, width in texts), default=1))


def height(lines: int) -> float:
    """The height in points of a row with that many lines."""
    return min(_MARGIN + _LINE * lines, _HIGHEST)


def _width(column: Column, values: Sequence[Any]) -> float:
    if column.width:
        return column.width
    if column.kind is Kind.COVER:
        return max(_NARROWEST, min(len(column.heading) + _FILTER_BUTTON, _COVER))
    words = column.heading.replace("-", "- ").replace("/", "/ ").split()
    heading = max(map(len, words), default=0) + _FILTER_BUTTON
    room = _TO_WRITE_IN if column.input and column.kind is Kind.TEXT else _NARROWEST
    wanted = max(room, heading, _content(column.kind, values))
    return min(wanted, _WIDEST.get(column.kind, _LONGEST_WORD))


def _content(kind: Kind, values: Sequence[Any]) -> float:
    if kind in _DAYS:
        return _DAYS[kind]
    if kind is Kind.WORD:
        return max(map(len, filter(None, values)), default=0) + _AIR
    if kind is Kind.PLACE:
        # LibreOffice does not wrap links.
        return max((len(place.file) for place in values), default=0) + _AIR
    if kind is Kind.RECORD:
        return max((len(record.id) for record in values), default=0) + _AIR
    step = max(1, len(values) // _SAMPLE)
    lengths = sorted(len(_text(value)) for value in values[::step])
    if lengths[-1] <= _ON_ONE_LINE:
        return lengths[-1] + _AIR
    return max(_ON_ONE_LINE, 3.2 * sqrt(lengths[len(lengths) * 9 // 10]))


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    match value:
        case None:
            return ""
        case Place():
            return value.file
        case Record():
            return value.id
        case _:
            return str(value)


def _fitting(width: float) -> int:
    """How many letters fit on a line of that width."""
    return max(1, int((width - _INDENT) * _LETTERS))


def _raise(lines: list[int], texts: Sequence[str], fitting: int) -> None:
    """Raise the rows' numbers of lines to what one column's texts need."""
    lengths = [len(text) for text in texts]
    needed = {length: -(-length // fitting) or 1 for length in set(lengths)}
    if max(needed.values(), default=1) > 1:
        lines[:] = map(max, lines, map(needed.__getitem__, lengths))
    if "\n" in "".join(texts):
        for row, text in enumerate(texts):
            if "\n" in text:
                lines[row] = max(lines[row], _lines(text, fitting))


def _lines(text: str, fitting: int) -> int:
    if "\n" not in text:
        return -(-len(text) // fitting) or 1
    return sum(-(-len(line) // fitting) or 1 for line in text.split("\n"))
