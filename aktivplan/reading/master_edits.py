"""What somebody has changed in the former master workbook beside leaders' columns, which alone outlive a build.

Rows are known by the marks that the workbook was written with, so it does not matter what the plan says by now, nor in
which order the rows stand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from aktivplan.definition.models import Plan
from aktivplan.findings import Place
from aktivplan.forms.layout import FIRST_ROW, HEADING_ROW, LISTS_SHEET
from aktivplan.i18n import Translator, translator
from aktivplan.reading.cells import text_of
from aktivplan.records import AddedText, EditedRow, MasterEdits
from aktivplan.workbooks.row_marks import MARKS_SHEET, PrintedTable, marks_of, plain, printed_tables
from aktivplan.workbooks.sheets import Sheet
from aktivplan.workbooks.workbook import read_workbook

_MOST = 200
"""As many edited rows, and added texts, are told one by one."""


def read_edits(plan: Plan, content: bytes, file: str) -> MasterEdits:
    """The edits; none in a workbook without marks.

    Args:
        plan: the plan.
        content: the former master workbook's bytes.
        file: what to call it in findings.

    Raises:
        ReadingError: the content is no workbook that can be read.
    """
    sheets = {sheet.name: sheet for sheet in read_workbook(content).sheets}
    if MARKS_SHEET not in sheets:
        return MasterEdits(file)
    t = translator(plan.settings.language)
    rows: list[EditedRow] = []
    added: list[AddedText] = []
    lost: list[tuple[str, frozenset[str]]] = []
    tables = {table.sheet: table for table in printed_tables(sheets[MARKS_SHEET])}
    for name, table in tables.items():
        if name in sheets:
            compared = _Compared(table, sheets[name], file, t)
            rows += compared.rows
            added += compared.added
            lost.append((table.key, compared.lost))
    for name, sheet in sheets.items():
        if name not in tables and name not in (MARKS_SHEET, LISTS_SHEET):
            added += _all_texts(sheet, file, t)
    more = max(0, len(rows) - _MOST) + max(0, len(added) - _MOST)
    return MasterEdits(file, tuple(rows[:_MOST]), tuple(added[:_MOST]), tuple(lost), more)


class _Compared:
    """One table of the workbook, beside what was printed there."""

    def __init__(self, table: PrintedTable, sheet: Sheet, file: str, t: Translator) -> None:
        self._table, self._sheet, self._t = table, sheet, t
        self._place = Place(file, sheet.name)
        headed = {plain(sheet.cell(HEADING_ROW, column)): column for column in _columns(sheet, HEADING_ROW)}
        self._printed = [headed.get(plain(heading), 0) for heading in table.headings]
        others = (headed.get(plain(heading), 0) for heading in table.other_headings)
        self._known = frozenset([*self._printed, *others])
        self.rows: list[EditedRow] = []
        self.lost: frozenset[str] = frozenset()
        if table.headings and all(self._printed):
            self._compare()
        # Where a heading is gone no row can be known: each would seem changed. What stands there instead is told.
        self.added = list(self._beside()) if table.headings else []

    def _compare(self) -> None:
        sheet, unseen = self._sheet, Counter(self._table.marks)
        numbers = range(FIRST_ROW, len(sheet.rows) + 1)
        columns = [[plain(sheet.cell(number, column)) for number in numbers] for column in self._printed]
        for number, mark, texts in zip(numbers, marks_of(columns), zip(*columns, strict=True), strict=True):
            if unseen[mark]:
                unseen[mark] -= 1
            elif any(texts):
                self.rows.append(self._edited(number, texts))
        self.lost = frozenset(unseen.elements())

    def _edited(self, number: int, texts: tuple[str, ...]) -> EditedRow:
        shown = tuple(text_of(self._sheet.cell(number, column), self._t) for column in self._printed)
        return EditedRow(self._table.key, self._place.at(row=number), shown, texts, tuple(self._printed))

    def _beside(self) -> Iterator[AddedText]:
        """What stands in columns that were not printed."""
        for number in range(HEADING_ROW, len(self._sheet.rows) + 1):
            for column in _columns(self._sheet, number):
                if column not in self._known:
                    text = text_of(self._sheet.cell(number, column), self._t)
                    yield AddedText(self._place.at(row=number, column=column), text)


def _all_texts(sheet: Sheet, file: str, t: Translator) -> Iterator[AddedText]:
    """Everything on a sheet that is none of ours."""
    for number in range(1, len(sheet.rows) + 1):
        for column in _columns(sheet, number):
            text = text_of(sheet.cell(number, column), t)
            yield AddedText(Place(file, sheet.name, number, column), text)


def _columns(sheet: Sheet, number: int) -> list[int]:
    """The columns of a row in which something stands."""
    row = sheet.rows[number - 1] if number <= len(sheet.rows) else []
    return [column for column, cell in enumerate(row, start=1) if cell != ""]
