"""The hidden row of keys over a table's columns ("activities.responsible"). Knows no headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from aktivplan.definition.models import Plan, Table
from aktivplan.workbooks.sheets import Cell, Sheet

SEARCHED_ROWS = 25
"""As far down a sheet keys and headings are looked for."""

_KEY = re.compile(r"([a-z][a-z0-9_]*)\.([a-z][a-z0-9_]*)")


@dataclass(frozen=True, slots=True)
class KeyRow:
    """Where the keys of a table stand: row and columns as Excel counts them."""

    table: Table
    row: int
    columns: Mapping[str, int]
    """Column by field key, `layout.ID_KEY` included; the first one where a key stands twice."""


def find_key_row(plan: Plan, sheet: Sheet) -> KeyRow | None:
    """The row that names the most columns of one of the plan's tables; None if no row does."""
    best: KeyRow | None = None
    beginnings = tuple(f"{key}." for key in plan.tables_by_key)
    for number, cells in enumerate(sheet.rows[:SEARCHED_ROWS], start=1):
        row = _key_row(plan, number, cells, beginnings)
        if row is not None and (best is None or len(row.columns) > len(best.columns)):
            best = row
            if all(field.key in row.columns for field in row.table.public_fields):
                break
    return best


def _key_row(plan: Plan, number: int, cells: list[Cell], beginnings: tuple[str, ...]) -> KeyRow | None:
    keys = [
        (column, key.group(1), key.group(2))
        for column, cell in enumerate(cells, start=1)
        if isinstance(cell, str)
        and cell.startswith(beginnings)
        and (key := _KEY.fullmatch(cell.strip()))
        and key.group(1) in plan.tables_by_key
    ]
    if not keys:
        return None
    table = Counter(name for _, name, _ in keys).most_common(1)[0][0]
    columns: dict[str, int] = {}
    for column, name, field in keys:
        if name == table:
            columns.setdefault(field, column)
    return KeyRow(plan.tables_by_key[table], number, columns)
