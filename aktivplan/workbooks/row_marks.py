"""Marks of the rows that a workbook of ours was written with, by which a row that somebody has changed is known.

They stand on a hidden sheet. What a spreadsheet program changes when it merely saves a file (how numbers
are written, spaces, line breaks) changes no mark. Knows no plan.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from zlib import crc32

from aktivplan.workbooks.sheets import Cell, NoValue, Sheet

MARKS_SHEET = "_rows"
_IN_A_CELL = 3_000
"""As many marks stand in one cell, which holds 32,767 characters."""
_LONGEST = 10_000
"""As many characters of a text count."""
_EPOCH = date(1899, 12, 30)
_MINUTES = 1440
_BETWEEN = "\x1f"


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A table of the workbook, by what was printed."""

    key: str
    sheet: str
    headings: tuple[str, ...]
    """Of the columns that marks are made of."""
    other_headings: tuple[str, ...]
    """Of the columns to fill in, or worked out by formulas."""
    marks: tuple[str, ...]
    """Of its rows."""


def marks_of(columns: Iterable[Iterable[str]]) -> list[str]:
    """The rows' marks, from the columns as `plain_texts` or `plain` give them."""
    return [
        f"{crc32(_BETWEEN.join(row).encode('utf-8', 'replace')):08x}" for row in zip(*columns, strict=True)
    ]


def plain(value: Cell | None) -> str:
    """A cell's content, the same in whatever format it stands and whichever program has saved it."""
    match value:
        case None:
            return ""
        case str():
            return _plain_text(value)
        case datetime():
            return _number(_minutes(value) / _MINUTES)
        case date():
            return str((value - _EPOCH).days)
        case int() | float() if not isinstance(value, bool):
            return _number(value)
        case _:
            return value.shown if isinstance(value, NoValue) else str(value)


def plain_texts(texts: Sequence[str]) -> Sequence[str]:
    """The same for many texts at once, most of which are plain already."""
    whole = "|".join(texts)
    if (
        whole.isprintable()
        and not any(rough in whole for rough in ("  ", "| ", " |"))
        and whole.strip() == whole
    ):
        return texts if max(map(len, texts), default=0) <= _LONGEST else [text[:_LONGEST] for text in texts]
    return [_plain_text(text) for text in texts]


def table_cells(table: PrintedTable) -> Iterator[str]:
    """What stands about a table in its row of the hidden sheet, from left to right."""
    yield from (table.key, table.sheet, str(len(table.headings)), *table.headings)
    yield from (str(len(table.other_headings)), *table.other_headings)
    for start in range(0, len(table.marks), _IN_A_CELL):
        yield " ".join(table.marks[start : start + _IN_A_CELL])


def printed_tables(sheet: Sheet) -> list[PrintedTable]:
    """The tables that the hidden sheet tells of; a row of it that makes no sense is passed over."""
    tables = []
    for row in sheet.rows:
        cells = [cell if isinstance(cell, str) else "" for cell in row]
        try:
            tables.append(_table(cells))
        except (ValueError, IndexError):
            continue
    return tables


def _table(cells: list[str]) -> PrintedTable:
    key, sheet, count, *rest = cells
    headings, rest = tuple(rest[: int(count)]), rest[int(count) :]
    others, rest = tuple(rest[1 : 1 + int(rest[0])]), rest[1 + int(rest[0]) :]
    return PrintedTable(key, sheet, headings, others, tuple(" ".join(rest).split()))


def _plain_text(text: str) -> str:
    kept = "".join([letter if letter.isprintable() else " " for letter in text])
    return " ".join(kept.split())[:_LONGEST]


def _minutes(moment: datetime) -> int:
    """Since the first day that spreadsheets know, by the clock or in UTC."""
    moment = moment.astimezone(UTC) if moment.tzinfo else moment
    within = moment.hour * 60 + moment.minute + round(moment.second / 60)
    return (moment.date() - _EPOCH).days * _MINUTES + within


def _number(value: float) -> str:
    return f"{round(value, 6):.12g}"
