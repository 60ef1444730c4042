"""The two sheets that a corrected copy has beyond a form: they are no tables, and what a unit wrote there is kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from aktivplan.findings import Place
from aktivplan.forms.copy_layout import SEARCHED_ROWS, LeftOver, ToMend, leftovers_from
from aktivplan.i18n import Translator
from aktivplan.reading.cells import text_of
from aktivplan.records import Leftover, Record
from aktivplan.workbooks.sheets import Sheet

_KEYS = frozenset({LeftOver.TEXT.value, ToMend.TEXT.value})


def without_copy_sheets(
    sheets: Iterable[Sheet], file: str, t: Translator
) -> tuple[list[Sheet], tuple[Leftover, ...]]:
    """The other sheets, and what stands on the two where the form has no place for it."""
    others: list[Sheet] = []
    kept: list[Leftover] = []
    for sheet in sheets:
        rows = [[text_of(cell, t) for cell in cells] for cells in sheet.rows] if _may_be_one(sheet) else []
        found = leftovers_from(rows, Place(file, sheet.name))
        if found is None:
            others.append(sheet)
        else:
            kept.extend(found)
    return others, tuple(kept)


def with_own_columns(
    records: Iterable[Record], leftovers: Iterable[Leftover]
) -> tuple[tuple[Record, ...], tuple[Leftover, ...]]:
    """The records with what a copy keeps of columns that the unit had added to their rows, and the other leftovers.

    So an answer and its corrected copy tell the same of a row, although the copy has no such column.
    """
    found, kept = tuple(records), tuple(leftovers)
    if not kept:
        return found, ()
    own: dict[str, list[tuple[str, str]]] = {record.id: [] for record in found}
    others: list[Leftover] = []
    for one in kept:
        if one.heading and one.record in own:
            own[one.record].append((one.heading, one.text))
        else:
            others.append(one)
    with_own = (
        replace(record, extra=(*record.extra, *own[record.id])) if own[record.id] else record
        for record in found
    )
    return tuple(with_own), tuple(others)


def _may_be_one(sheet: Sheet) -> bool:
    """Whether it has the keys of such a sheet where these stand; looked for first, since it is quick."""
    return not all(map(_KEYS.isdisjoint, sheet.rows[:SEARCHED_ROWS]))
