"""The cells that rules look at, and findings about them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from aktivplan.definition.models import Field, Plan
from aktivplan.definition.terms import FieldType
from aktivplan.findings import Argument, Finding, finding, quoted
from aktivplan.forms.layout import field_heading
from aktivplan.records import EMPTY, Note, Period, PeriodKind, Record, Submission, Value

Wanted = Callable[[Field], bool]
"""Tells which fields a rule looks at."""

Worth = Callable[[Value], bool]
"""Tells which values a rule looks at more closely."""

_WITHOUT_VALUE = frozenset({Note.ERROR, Note.UNCALCULATED})
_MOST_NAMED = 12


class Cell(NamedTuple):
    """A record's value in one of the fields that units fill in."""

    record: Record
    field: Field
    value: Value

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing: no text, a dash or a question mark, or "not decided yet" for a time."""
        text, parsed = self.value.text, self.value.parsed
        if isinstance(parsed, Period):
            return parsed.kind is PeriodKind.MISSING
        if text[:1].isalnum():
            return False
        written = parsed is None or isinstance(parsed, str) or self.field.measurable
        chosen = not written or (parsed is not None and self.field.type is FieldType.CHOICE)
        return not chosen and not any(map(str.isalnum, text))


def cells(plan: Plan, submission: Submission, wanted: Wanted, worth: Worth | None = None) -> Iterator[Cell]:
    """The cells of the submission's records in the fields wanted, empty ones too.

    ``worth`` leaves out, at once, those whose value is not worth a closer look.
    """
    fields = {
        table.key: [(field.key, field) for field in table.public_fields if wanted(field)]
        for table in plan.tables
    }
    if not any(fields.values()):
        return
    for record in submission.records:
        values = record.values
        for key, field in fields[record.table]:
            value = values.get(key, EMPTY)
            if worth is None or worth(value):
                yield Cell(record, field, value)


def filled(plan: Plan, submission: Submission, wanted: Wanted, worth: Worth | None = None) -> Iterator[Cell]:
    """The cells that say something; one with an error or an uncalculated formula does not."""
    return (
        cell
        for cell in cells(plan, submission, wanted, worth)
        if cell.value.note not in _WITHOUT_VALUE and not cell.is_empty
    )


def unread(value: Value) -> bool:
    """Whether it could not be read as what its field asks for."""
    return value.parsed is None


def may_be_empty(value: Value) -> bool:
    """Whether it may say nothing: most values begin with a letter or a figure, and do say something."""
    parsed = value.parsed
    if isinstance(parsed, Period):
        return parsed.kind is PeriodKind.MISSING
    return not value.text[:1].isalnum()


def of_type(*types: FieldType) -> Wanted:
    """Wants the fields of these types."""
    return lambda field: field.type in types


def about(code: str, plan: Plan, cell: Cell, **arguments: Argument) -> Finding:
    """A finding about a cell; the field's heading and what stands in the cell are among its arguments."""
    record = cell.record
    return finding(
        code,
        record.place_of(cell.field.key),
        unit=record.unit,
        record=record.id,
        **{"heading": field_heading(plan, cell.field), "value": quoted(cell.value.text)} | arguments,
    )


def listed(values: Iterable[str]) -> str:
    """Values one after the other; the first ones where there are many."""
    every = list(values)
    return ", ".join(every[:_MOST_NAMED]) + (" …" if len(every) > _MOST_NAMED else "")
