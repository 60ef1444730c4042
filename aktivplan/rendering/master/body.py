"""The rows of a table as a worksheet's XML, a column at a time: a cell costs a fraction of what a call for each would."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from typing import Any

from aktivplan.findings import column_letters
from aktivplan.i18n import Translator
from aktivplan.rendering.master.months import month_cells
from aktivplan.rendering.master.sheet import Kind, Sheet
from aktivplan.rendering.master.sizes import heights, widths
from aktivplan.rendering.master.texts import escaped

_EPOCH = date(1899, 12, 30)
_FIRST_DAY = date(1900, 3, 1)
"""Before it Excel counts days wrongly, or not at all."""


def table_rows(sheet: Sheet, styles: Sequence[str], first_row: int, t: Translator) -> str:
    """The rows of a sheet's table from ``first_row`` (1 the topmost); ``styles`` are the columns' style numbers."""
    columns = []
    for index, (column, values, style) in enumerate(zip(sheet.columns, sheet.cells, styles, strict=False), 1):
        contents = _contents(column.kind, values, t)
        start, end = f'<c r="{column_letters(index)}', f'" s="{style}"'
        columns.append([f"{start}{row}{end}{content}" for row, content in enumerate(contents, first_row)])
    if sheet.months:
        columns.append(month_cells(sheet.months, len(sheet.columns), styles[-1], first_row))
    high = heights(sheet, widths(sheet))
    rows = enumerate(zip(high, zip(*columns, strict=True), strict=True), first_row)
    return "".join([f'<row r="{row}" ht="{points}">{"".join(cells)}</row>' for row, (points, cells) in rows])


def _contents(kind: Kind, values: Sequence[Any], t: Translator) -> list[str]:
    """What follows in each cell's element upon its reference and style."""
    match kind:
        case Kind.TEXT | Kind.WORD:
            return _texts([value or "" for value in values], t)
        case Kind.PLACE:
            return _texts([place.file for place in values], t)
        case Kind.RECORD:
            return _texts([record.id for record in values], t)
        case Kind.DATE:
            return _numbers(values, _day, t)
        case Kind.TIME:
            return _numbers(values, _time, t)
        case _:
            return _numbers(values, _number, t)


def _texts(texts: Sequence[str], t: Translator) -> list[str]:
    return [f' t="inlineStr"><is><t>{text}</t></is></c>' if text else "/>" for text in escaped(texts, t)]


def _numbers(values: Sequence[Any], serial: Callable[[Any], str | None], t: Translator) -> list[str]:
    """Each different value is written once: days and counts come again and again."""
    cells = {value: _number_cell(value, serial, t) for value in set(values)}
    return [cells[value] for value in values]


def _number_cell(value: Any, serial: Callable[[Any], str | None], t: Translator) -> str:
    """The rest of a cell that should hold a number; what is none stands there as text."""
    if value is None:
        return "/>"
    shown = None if isinstance(value, str) else serial(value)
    return _texts([str(value)], t)[0] if shown is None else f"><v>{shown}</v></c>"


def _number(value: float) -> str | None:
    return repr(value) if math.isfinite(value) else None


def _day(value: date) -> str | None:
    return str((value - _EPOCH).days) if value >= _FIRST_DAY else None


def _time(value: datetime) -> str | None:
    moment = value.astimezone(UTC)
    minutes = moment.hour * 60 + moment.minute
    return f"{(moment.date() - _EPOCH).days + minutes / 1440:.9f}"
