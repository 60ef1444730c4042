"""The rows of a table as a worksheet's XML, a hundred at a time, and of these a column at a time.

So a cell costs a fraction of what a call for each would, and what is made of it is still at hand when it is written.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from types import MappingProxyType
from typing import Any

from aktivplan.findings import column_letters
from aktivplan.i18n import Translator
from aktivplan.rendering.master.months import month_cells
from aktivplan.rendering.master.sheet import Kind, Sheet
from aktivplan.rendering.master.sizes import heights
from aktivplan.rendering.master.texts import escaped

_EPOCH = date(1899, 12, 30)
_FIRST_DAY = date(1900, 3, 1)
"""Before it Excel counts days wrongly, or not at all."""
_AT_A_TIME = 100
"""Rows."""


def table_rows(sheet: Sheet, styles: Sequence[str], first_row: int, t: Translator) -> Iterator[str]:
    """The rows of a sheet's table from ``first_row`` (1 the topmost), piece by piece; ``styles`` are the columns' style numbers."""
    high = heights(sheet)
    columns = [
        _Cells(column_letters(index), style, column.kind, values, t)
        for index, (column, values, style) in enumerate(
            zip(sheet.columns, sheet.cells, styles, strict=False), 1
        )
    ]
    for start in range(0, sheet.rows, _AT_A_TIME):
        some = slice(start, start + _AT_A_TIME)
        rows = range(first_row + start, first_row + min(some.stop, sheet.rows))
        numbers = list(map(str, rows))
        cells = [column.of(some, numbers) for column in columns]
        if sheet.months:
            cells.append(month_cells(sheet.months, len(sheet.columns), styles[-1], rows, first_row))
        both = zip(numbers, high[some], map("".join, zip(*cells, strict=True)), strict=True)
        yield "".join([f'<row r="{row}" ht="{points}">{written}</row>' for row, points, written in both])


class _Cells:
    """Writes the cells of one column. There are hundreds of thousands of them, so each is one formatted string."""

    def __init__(self, letters: str, style: str, kind: Kind, values: Sequence[Any], t: Translator) -> None:
        self._start, self._end = f'<c r="{letters}', f'" s="{style}"'
        self._t = t
        texts = _texts(kind, values)
        self._values = values if texts is None else texts
        self._rest: Mapping[Any, str] | None = None
        """What follows the row's number, by value; None in a column of texts few of which come again."""
        different = list(set(self._values))
        if texts is None:
            self._rest = {
                value: self._end + self._figure(value, _SERIALS.get(kind, _number)) for value in different
            }
        elif 2 * len(different) <= len(texts):
            self._rest = {
                text: self._end + _inline(shown)
                for text, shown in zip(different, escaped(different, t), strict=True)
            }

    def of(self, some: slice, numbers: Sequence[str]) -> list[str]:
        """The cells of some rows, which have those numbers."""
        start, rest, values = self._start, self._rest, self._values[some]
        if rest is not None:
            return [f"{start}{row}{rest[value]}" for row, value in zip(numbers, values, strict=True)]
        end, shown = self._end, escaped(values, self._t)
        return [f"{start}{row}{end}{_inline(text)}" for row, text in zip(numbers, shown, strict=True)]

    def _figure(self, value: Any, serial: Callable[[Any], str | None]) -> str:
        """The rest of a cell that should hold a number; what is none stands there as text."""
        if value is None:
            return "/>"
        shown = None if isinstance(value, str) else serial(value)
        if shown is not None:
            return f"><v>{shown}</v></c>"
        (text,) = escaped([str(value)], self._t)
        return _inline(text)


def _texts(kind: Kind, values: Sequence[Any]) -> list[str] | None:
    """The values of a column as texts; None for one of figures."""
    match kind:
        case Kind.TEXT | Kind.WORD:
            return [value or "" for value in values]
        case Kind.PLACE:
            return [place.file for place in values]
        case Kind.RECORD:
            return [record.id for record in values]
        case _:
            return None


def _inline(text: str) -> str:
    """The rest of a cell that holds a text."""
    return f' t="inlineStr"><is><t>{text}</t></is></c>' if text else "/>"


def _number(value: float) -> str | None:
    return repr(value) if math.isfinite(value) else None


def _day(value: date) -> str | None:
    return str((value - _EPOCH).days) if value >= _FIRST_DAY else None


def _time(value: datetime) -> str | None:
    moment = value.astimezone(UTC)
    minutes = moment.hour * 60 + moment.minute
    return f"{(moment.date() - _EPOCH).days + minutes / 1440:.9f}"


_SERIALS: Mapping[Kind, Callable[[Any], str | None]] = MappingProxyType({Kind.DATE: _day, Kind.TIME: _time})
