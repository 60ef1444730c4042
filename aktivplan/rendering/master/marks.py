"""The hidden sheet of marks, by which the next build knows what somebody has changed in this workbook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from xlsxwriter import Workbook

from aktivplan.rendering.master.sheet import Column, Kind, Sheet
from aktivplan.rendering.master.texts import plain as printable
from aktivplan.workbooks.row_marks import (
    MARKS_SHEET,
    PrintedTable,
    marks_of,
    plain,
    plain_texts,
    table_cells,
)


def write_marks(workbook: Workbook, overview: str, sheets: Iterable[Sheet]) -> None:
    """Add the hidden sheet; after all others, so that none is moved by it."""
    worksheet = workbook.add_worksheet(MARKS_SHEET)
    worksheet.hide()
    tables = [PrintedTable("overview", overview, (), (), ()), *map(_table, sheets)]
    for row, table in enumerate(tables):
        for column, text in enumerate(table_cells(table)):
            worksheet.write_string(row, column, printable(text))


def printed_columns(sheet: Sheet) -> list[Column]:
    """The columns whose cells nobody is to fill in."""
    return [column for column in sheet.columns if column.input is None]


def printed_rows(sheet: Sheet) -> list[tuple[str, ...]]:
    """What is printed in those columns, row by row, as marks are made of it."""
    return list(zip(*_plain_columns(sheet), strict=True))


def row_marks(sheet: Sheet) -> list[str]:
    """The marks of its rows."""
    return marks_of(_plain_columns(sheet))


def _table(sheet: Sheet) -> PrintedTable:
    others = [column.heading for column in sheet.columns if column.input is not None]
    others += sheet.months.headings if sheet.months else ()
    headings = tuple(column.heading for column in printed_columns(sheet))
    return PrintedTable(sheet.key, sheet.name, headings, tuple(others), tuple(row_marks(sheet)))


def _plain_columns(sheet: Sheet) -> Iterator[Sequence[str]]:
    for column, values in zip(sheet.columns, sheet.cells, strict=True):
        if column.input is None:
            yield _plain(column.kind, values)


def _plain(kind: Kind, values: Sequence[Any]) -> Sequence[str]:
    match kind:
        case Kind.TEXT | Kind.WORD:
            return _plain_texts([value or "" for value in values])
        case Kind.PLACE:
            return _plain_texts([place.file for place in values])
        case Kind.RECORD:
            return _plain_texts([record.id for record in values])
        case _:
            shown = {value: plain(value) for value in set(values)}
            return [shown[value] for value in values]


def _plain_texts(texts: Sequence[str]) -> Sequence[str]:
    """Where most texts come again, each is looked at once."""
    different = list(set(texts))
    if 2 * len(different) > len(texts):
        return plain_texts(texts)
    shown = dict(zip(different, plain_texts(different), strict=True))
    return [shown[text] for text in texts]
