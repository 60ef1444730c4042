"""What a unit wrote in the form around the cells to fill in: beside the contact, above a table. Kept, and told.

The form's hidden sheet has a mark of every text that was printed there, so that all others are known for the unit's.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from aktivplan.findings import Place
from aktivplan.forms.layout import FormMeta, goals_sheet_name, printed_mark
from aktivplan.i18n import LANGUAGES, Translator, translator
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

    Nothing where the form does not say what was printed, and nothing of a table that somebody has put there.
    """
    if not meta.printed:
        return
    read = [*found]
    goals = goals_sheet_names(meta, t)
    asked = {(answer.row, answer.column) for answer in start.answers.values()}
    if start.sheet is not None:
        taken = asked | _in_tables(start.sheet, read)
        yield from _not_printed(start.sheet, start.sheet.rows, meta.printed, taken, file, t)
    for sheet in sheets:
        if sheet.name in goals:
            yield from _not_printed(sheet, sheet.rows, meta.printed, _in_tables(sheet, read), file, t)
    for table in read:
        if table.is_form:
            above = table.sheet.rows[: table.heading_row - 1]
            yield from _not_printed(table.sheet, above, meta.printed, (), file, t)


def goals_sheet_names(meta: FormMeta, t: Translator) -> frozenset[str]:
    """What the sheet of goals may be called: in the plan's language, and in that which the form was made in."""
    made_in = [translator(meta.language)] if meta.language in LANGUAGES else []
    return frozenset(goals_sheet_name(one) for one in (t, *made_in))


def _in_tables(sheet: Sheet, found: Iterable[FoundTable]) -> set[tuple[int, int]]:
    """Row and column of the cells that belong to tables on the sheet, and of their titles."""
    own = [one for one in found if one.sheet.name == sheet.name]
    cells = {
        (row, column)
        for one in own
        for row in range(one.heading_row, one.last_row + 1)
        for column in one.span
    }
    return cells | {title for one in own for title in one.titles}


def _not_printed(
    sheet: Sheet,
    rows: Sequence[Sequence[Cell]],
    printed: Collection[str],
    asked: Collection[tuple[int, int]],
    file: str,
    t: Translator,
) -> Iterator[Leftover]:
    texts = {cell for cells in rows for cell in cells if isinstance(cell, str) and cell}
    written = {text for text in texts if printed_mark(text) not in printed}
    for row, cells in enumerate(rows, start=1):
        for column, cell in enumerate(cells, start=1):
            # Formulas around the cells to fill in are the form's own.
            may_be = cell in written if isinstance(cell, str) else not isinstance(cell, NoValue)
            if not may_be or (row, column) in asked:
                continue
            text = text_of(cell, t)
            if text and not (isinstance(cell, str) and _is_printed(text, printed)):
                beside = cells[0] if column > 1 else ""
                label = str(beside) if _is_printed(beside, printed) else ""
                yield Leftover(Place(file, sheet.name, row, column), label, text)


def _is_printed(cell: Cell, printed: Collection[str]) -> bool:
    return isinstance(cell, str) and printed_mark(cell) in printed
