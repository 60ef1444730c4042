"""A table with the form's own keys over it: where its headings stand, and which column is which field's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from aktivplan.reading.heading_rows import texts_of
from aktivplan.reading.headings import Headings, Match
from aktivplan.reading.keys import KeyRow
from aktivplan.records import Rung
from aktivplan.workbooks.sheets import Sheet

_ROWS_FROM_KEYS_TO_HEADINGS = 3


@dataclass(frozen=True, slots=True)
class Keyed:
    """The columns of a table that has the form's own keys over it."""

    matches: tuple[Match, ...]
    moved: tuple[Match, ...]
    """Those whose heading names another field than the key does."""


def by_key_or_heading(
    own: Headings, keys: KeyRow, texts: Mapping[int, str], told: Mapping[str, str]
) -> Keyed:
    """The columns by their keys; but one whose heading is another field's is that field's.

    Excel moves a table's column without the row of keys, which stands above the table.
    """
    form_keys = {column.key for column in own.layout.columns}
    matches, moved = [], []
    headed = {
        column: own.key_of(texts[column], told) if column in texts else "" for column in keys.columns.values()
    }
    at_home = {key for key, column in keys.columns.items() if headed[column] == key}
    for key, column in keys.columns.items():
        other = headed[column]
        if other and other != key and other not in at_home:
            match = Match(other, column, texts[column], Rung.HEADING)
            moved.append(match)
        elif key in form_keys:
            match = Match(key, column, texts.get(column, ""), Rung.KEY)
        else:
            continue
        matches.append(match)
    by_heading = {match.key for match in moved}
    kept = [match for match in matches if match.rung is Rung.HEADING or match.key not in by_heading]
    return Keyed(tuple(kept), tuple(moved))


def heading_row_below(sheet: Sheet, keys: int, own: Headings, told: Mapping[str, str]) -> int:
    """The row with the most headings among the first below the keys; the first of them if none has any."""
    rows = range(keys + 1, min(keys + _ROWS_FROM_KEYS_TO_HEADINGS, len(sheet.rows)) + 1)
    for row in rows:
        if own.printed.issubset(sheet.rows[row - 1]):
            return row
    return max(rows, key=lambda row: own.count(texts_of(sheet, row), told), default=keys)
