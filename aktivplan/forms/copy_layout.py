"""Where things stand on the two sheets that a corrected copy has beyond a form: what to mend, and what was left over.

The writer writes by it and the reader reads by it: hidden keys say which sheet and which column it is, whatever
they are called by then. No key here can be taken for one of a plan's tables, since none of those begins with "_".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from aktivplan.findings import Place
from aktivplan.records import Leftover

SEARCHED_ROWS = 25
"""As far down a sheet the hidden keys are looked for."""
LEFTOVERS_FIRST_ROW = 6
"""Below a title, two lines, the hidden keys and the headings."""


class ToMend(StrEnum):
    """The columns of the sheet that lists what is to be mended, in order."""

    SEVERITY = "_corrections.severity"
    PLACE = "_corrections.place"
    RECORD = "_corrections.record"
    HEADING = "_corrections.heading"
    TEXT = "_corrections.text"
    CODE = "_corrections.code"


class LeftOver(StrEnum):
    """The columns of the sheet that holds what the form has no place for, in order."""

    PLACE = "_leftovers.place"
    RECORD = "_leftovers.record"
    HEADING = "_leftovers.heading"
    TEXT = "_leftovers.text"


def leftovers_from(rows: Sequence[Sequence[str]], place: Place) -> tuple[Leftover, ...] | None:
    """What a unit wrote on one of these sheets of a copy that came back; None if the sheet is neither of them.

    That is everything on the sheet of leftovers, and what was added to the list of what is to be mended (notes
    beside it or below it). ``rows`` are the sheet's cells as text, from cell A1 on; ``place`` is its file and name.
    """
    for number, cells in enumerate(rows[:SEARCHED_ROWS], start=1):
        columns = {cell: column for column, cell in enumerate(cells) if cell.startswith("_")}
        # The row of headings follows the keys.
        below = enumerate(rows[number + 1 :], start=number + 2)
        if LeftOver.TEXT in columns:
            return tuple(_kept(below, columns, place))
        if ToMend.TEXT in columns:
            return tuple(_added(below, columns, place))
    return None


def _kept(
    rows: Iterable[tuple[int, Sequence[str]]], columns: Mapping[str, int], place: Place
) -> Iterable[Leftover]:
    """Every row of the sheet of leftovers, and what stands beside its columns."""
    for number, cells in rows:
        text, record, heading = (
            _cell(cells, columns, key) for key in (LeftOver.TEXT, LeftOver.RECORD, LeftOver.HEADING)
        )
        if text:
            at = place.at(row=number, column=columns[LeftOver.TEXT] + 1)
            yield Leftover(at, heading, text, record)
        beside = {column for key, column in columns.items() if text or key == LeftOver.TEXT}
        yield from _others(number, cells, beside, place, record)


def _added(
    rows: Iterable[tuple[int, Sequence[str]]], columns: Mapping[str, int], place: Place
) -> Iterable[Leftover]:
    """What stands beside the list, and in rows that it did not have."""
    for number, cells in rows:
        listed = bool(_cell(cells, columns, ToMend.CODE))
        record = _cell(cells, columns, ToMend.RECORD) if listed else ""
        yield from _others(number, cells, set(columns.values()) if listed else set(), place, record)


def _others(
    number: int, cells: Sequence[str], own: set[int], place: Place, record: str
) -> Iterable[Leftover]:
    for column, text in enumerate(cells):
        if text and column not in own:
            yield Leftover(place.at(row=number, column=column + 1), "", text, record)


def _cell(cells: Sequence[str], columns: Mapping[str, int], key: str) -> str:
    column = columns.get(key, len(cells))
    return cells[column] if column < len(cells) else ""
