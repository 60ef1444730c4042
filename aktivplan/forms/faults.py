"""What a corrected copy shows of its faults as they are mended: a word beside each row's id, and cells that turn green.

The cells' own tint and comment do not depend on it. A cell counts as mended when it no longer says what it said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from aktivplan.codes import Severity
from aktivplan.forms.columns import fault_word
from aktivplan.forms.entry import legal
from aktivplan.forms.form import Form
from aktivplan.forms.layout import FIRST_ROW, Column, TableLayout
from aktivplan.forms.marks import gravest
from aktivplan.forms.sheet import LONGEST_TEXT, Area, Content, Sheet, following
from aktivplan.forms.values import as_written
from aktivplan.records import Record

_COMPARED = 100
"""Characters that a formula compares; Excel takes no more than 255 in one text."""
_DAY_ZERO = date(1899, 12, 30).toordinal()
"""The day from which Excel counts."""
_WIDE = re.compile("[^\u0000-\uffff]")
"""Characters that some programs count as two."""


def lay_faults(form: Form, sheet: Sheet, table: TableLayout, records: Sequence[Record]) -> None:
    """Lay the words and the green over the rows with something to mend; before other marks, which then stand back."""
    for row, record in enumerate(records, start=FIRST_ROW):
        left: dict[Severity, list[str]] = {}
        for column in table.columns:
            severity = gravest(form.marks.cells.get((record.id, column.key), ()))
            if severity is not None:
                left.setdefault(severity, []).append(_lay_cell(form, sheet, row, column, record))
        for severity in Severity:
            if severity in left:
                word = form.styles.faulty_id(fault_word(severity, form.t), severity)
                sheet.mark([Area(row, 1, row, 1)], f"OR({','.join(left[severity])})", word)


def unchanged(cell: str, content: Content) -> str:
    """A formula that is true as long as the cell holds what it held."""
    if isinstance(content, date):
        return f"{cell}={content.toordinal() - _DAY_ZERO}"
    if not isinstance(content, str):
        return f"{cell}={content:.15G}"
    text = legal(content)
    if not text.strip():
        return f"LEN(TRIM({cell}))=0"
    beginning = _WIDE.split(text.split("\n", 1)[0], maxsplit=1)[0][:_COMPARED]
    quoted = beginning.replace('"', '""')
    same = f'EXACT(LEFT({cell},{len(beginning)}),"{quoted}")'
    if len(text) > LONGEST_TEXT or _WIDE.search(text):
        return same
    return f"AND(LEN({cell})={len(text)},{same})"


def _lay_cell(form: Form, sheet: Sheet, row: int, column: Column, record: Record) -> str:
    """Have the cell turn green when it is changed, and give the formula for that it is not."""
    if column.field is None:
        # What concerns the row as a whole is mended by no one cell.
        return "TRUE"
    as_it_was = unchanged(following(row, column.index), as_written(column.field, record.value(column.key)))
    cell = Area(row, column.index, row, column.index)
    sheet.mark([cell], f"NOT({as_it_was})", form.styles.mended_mark)
    return as_it_was
