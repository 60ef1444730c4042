"""What a unit wrote in the form around the cells to fill in: beside the contact, above a table. Kept, and told.

The form's hidden sheet has a mark of every text that was printed there, so that all others are known for the unit's.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from aktivplan.findings import Place
from aktivplan.forms.layout import FormMeta, goals_sheet_name, printed_mark
from aktivplan.i18n import Translator
from aktivplan.reading.cells import text_of
from aktivplan.reading.columns import FoundTable
from aktivplan.reading.start_sheet import StartSheet
from aktivplan.records import Leftover
from aktivplan.workbooks.sheets import Cell, NoValue, Sheet


def notes_in_form(
    meta: FormMeta,
    start: StartSheet,
    sheets: Iterable[Sheet],
    found: Iterable[FoundTable],
    file: str,
    t: Translator,
) -> Iterator[Leftover]:
    """The texts on the first sheet, on the sheet of goals and above the tables that were not printed there.

    Nothing where the form does not say what was printed.
    """
    if not meta.printed:
        return
    asked = {(answer.row, answer.column) for answer in start.answers.values()}
    if start.sheet is not None:
        yield from _not_printed(start.sheet, start.sheet.rows, meta.printed, asked, file, t)
    for sheet in sheets:
        if sheet.name == goals_sheet_name(t):
            yield from _not_printed(sheet, sheet.rows, meta.printed, (), file, t)
    for table in found:
        if table.is_form:
            above = table.sheet.rows[: table.heading_row - 1]
            yield from _not_printed(table.sheet, above, meta.printed, (), file, t)


def _not_printed(
    sheet: Sheet,
    rows: Sequence[Sequence[Cell]],
    printed: Collection[str],
    asked: Collection[tuple[int, int]],
    file: str,
    t: Translator,
) -> Iterator[Leftover]:
    for row, cells in enumerate(rows, start=1):
        for column, cell in enumerate(cells, start=1):
            # Formulas around the cells to fill in are the form's own.
            if cell == "" or isinstance(cell, NoValue) or (row, column) in asked:
                continue
            text = text_of(cell, t)
            if text and not (isinstance(cell, str) and printed_mark(text) in printed):
                beside = cells[0] if column > 1 else ""
                label = beside if isinstance(beside, str) and printed_mark(beside) in printed else ""
                yield Leftover(Place(file, sheet.name, row, column), label, text)
