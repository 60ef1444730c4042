"""Rules about cells that do not say plainly what they mean: what was made of them is said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from operator import attrgetter

from aktivplan.checking.cells import Cell, about
from aktivplan.checking.types import limit
from aktivplan.definition.models import Plan
from aktivplan.findings import Finding
from aktivplan.records import Note, Record, Submission, Value

_NOTE_OF = attrgetter("note")
_LONGEST = 32_767
"""Characters that a cell of a workbook holds (ECMA-376, and Excel's own limit)."""


def cells_hold_values(plan: Plan, submission: Submission) -> Iterator[Finding]:
    """A cell holds a value, and neither a spreadsheet's error nor a formula that was never calculated."""
    codes = {Note.ERROR: "cell-error", Note.UNCALCULATED: "cell-uncalculated"}
    for cell in _noted(plan, submission):
        if cell.value.note in codes:
            yield about(codes[cell.value.note], plan, cell)


def values_say_what_they_mean(plan: Plan, submission: Submission) -> Iterator[Finding]:
    """A date should be written as a date, a figure without "about", and text without characters that hide."""
    for cell in _noted(plan, submission):
        parsed = cell.value.parsed
        if cell.value.note is Note.SERIAL and isinstance(parsed, date):
            yield about("date-from-serial", plan, cell, day=parsed)
        elif cell.value.note is Note.ROUGHLY and isinstance(parsed, float):
            yield about("number-roughly", plan, cell, read=limit(plan, cell.field, parsed))
        elif cell.value.note is Note.SHARE and isinstance(parsed, int | float):
            yield about("percent-read", plan, cell, read=limit(plan, cell.field, float(parsed)))
        elif cell.value.note is Note.CLEANED:
            yield about("text-cleaned", plan, cell)


def texts_fit_in_a_cell(plan: Plan, submission: Submission) -> Iterator[Finding]:
    """A text should be no longer than a workbook's cell can hold."""
    for record in submission.records:
        for key, value in record.values.items():
            if len(value.text) > _LONGEST:
                yield about("text-too-long", plan, _cell(plan, record, key, value), count=len(value.text))


def _noted(plan: Plan, submission: Submission) -> Iterator[Cell]:
    """The few cells that have a note."""
    for record in submission.records:
        if any(map(_NOTE_OF, record.values.values())):
            for key, value in record.values.items():
                if value.note:
                    yield _cell(plan, record, key, value)


def _cell(plan: Plan, record: Record, key: str, value: Value) -> Cell:
    return Cell(record, plan.tables_by_key[record.table].field(key), value)
