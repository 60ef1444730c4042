"""The rows of a table as a worksheet's XML, some hundreds at a time, and of these a column at a time.

So a cell costs a fraction of what a call for each would, and what is made of it is still at hand when it is written.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
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
    for start in range(0, sheet.rows, _AT_A_TIME):
        some = slice(start, start + _AT_A_TIME)
        rows = range(first_row + start, first_row + min(some.stop, sheet.rows))
        yield "".join(
            [
                f'<row r="{row}" ht="{points}">{"".join(cells)}</row>'
                for row, points, cells in zip(
                    rows, high[some], _cells(sheet, styles, rows, first_row, t), strict=True
                )
            ]
        )


def _cells(
    sheet: Sheet, styles: Sequence[str], rows: range, first_row: int, t: Translator
) -> Iterator[tuple[str, ...]]:
    """The cells of some rows, row by row."""
    some = slice(rows.start - first_row, rows.stop - first_row)
    numbers = list(map(str, rows))
    columns = [
        _Cells(column_letters(index), style, numbers, t).of(column.kind, values[some])
        for index, (column, values, style) in enumerate(
            zip(sheet.columns, sheet.cells, styles, strict=False), 1
        )
    ]
    if sheet.months:
        columns.append(month_cells(sheet.months, len(sheet.columns), styles[-1], rows, first_row))
    return zip(*columns, strict=True)


class _Cells:
    """Writes the cells of one column. There are hundreds of thousands of them, so each is one formatted string."""

    def __init__(self, letters: str, style: str, numbers: Sequence[str], t: Translator) -> None:
        self._start, self._end = f'<c r="{letters}', f'" s="{style}"'
        self._numbers = numbers
        self._t = t

    def of(self, kind: Kind, values: Sequence[Any]) -> list[str]:
        """The cells with the values of a column of that kind."""
        match kind:
            case Kind.TEXT | Kind.WORD:
                return self._texts([value or "" for value in values])
            case Kind.PLACE:
                return self._texts([place.file for place in values])
            case Kind.RECORD:
                return self._texts([record.id for record in values])
            case Kind.DATE:
                return self._figures(values, _day)
            case Kind.TIME:
                return self._figures(values, _time)
            case _:
                return self._figures(values, _number)

    def _texts(self, texts: Sequence[str]) -> list[str]:
        start, end = self._start, self._end
        before = f'{end} t="inlineStr"><is><t>'
        return [
            f"{start}{row}{before}{text}</t></is></c>" if text else f"{start}{row}{end}/>"
            for row, text in zip(self._numbers, escaped(texts, self._t), strict=True)
        ]

    def _figures(self, values: Sequence[Any], serial: Callable[[Any], str | None]) -> list[str]:
        """Each different value is worked out once: days and counts come again and again."""
        rest = {value: self._end + self._figure(value, serial) for value in set(values)}
        start = self._start
        return [f"{start}{row}{rest[value]}" for row, value in zip(self._numbers, values, strict=True)]

    def _figure(self, value: Any, serial: Callable[[Any], str | None]) -> str:
        """The rest of a cell that should hold a number; what is none stands there as text."""
        if value is None:
            return "/>"
        shown = None if isinstance(value, str) else serial(value)
        if shown is not None:
            return f"><v>{shown}</v></c>"
        (text,) = escaped([str(value)], self._t)
        return f' t="inlineStr"><is><t>{text}</t></is></c>' if text else "/>"


def _number(value: float) -> str | None:
    return repr(value) if math.isfinite(value) else None


def _day(value: date) -> str | None:
    return str((value - _EPOCH).days) if value >= _FIRST_DAY else None


def _time(value: datetime) -> str | None:
    moment = value.astimezone(UTC)
    minutes = moment.hour * 60 + moment.minute
    return f"{(moment.date() - _EPOCH).days + minutes / 1440:.9f}"
