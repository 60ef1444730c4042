"""Rules about what is to be filled in, and how much it must say."""

from __future__ import annotations

from collections.abc import Iterator

from aktivplan.checking.cells import about, cells, filled, may_be_empty, of_type
from aktivplan.checking.pointers import LONGEST_POINTER, points_elsewhere
from aktivplan.definition.models import Plan, Table
from aktivplan.definition.terms import FieldType, Need
from aktivplan.findings import Finding, finding
from aktivplan.nearest import alike
from aktivplan.records import Record, Submission, Value


def required_fields_are_filled_in(plan: Plan, submission: Submission) -> Iterator[Finding]:
    """Every field that is required is filled in; a dash, a question mark or "not decided yet" does not do."""
    return _empty("required-empty", Need.REQUIRED, plan, submission)


def recommended_fields_are_filled_in(plan: Plan, submission: Submission) -> Iterator[Finding]:
    """Every field that is recommended should be filled in."""
    return _empty("recommended-empty", Need.RECOMMENDED, plan, submission)


def criteria_can_be_measured(plan: Plan, submission: Submission) -> Iterator[Finding]:
    """A criterion should have a figure or a date that tells when it is met."""
    for cell in filled(plan, submission, lambda field: field.measurable, lambda value: value.parsed == ()):
        yield about("criterion-not-measurable", plan, cell)


def texts_say_what_they_mean(plan: Plan, submission: Submission) -> Iterator[Finding]:
    """A text should say itself what is meant, and not point at another row or document."""
    texts = of_type(FieldType.TEXT, FieldType.LONGTEXT, FieldType.PERSON)
    for cell in cells(plan, submission, texts, _points_elsewhere):
        yield about("cell-points-elsewhere", plan, cell)


def rows_are_not_the_forms_example(plan: Plan, submission: Submission) -> Iterator[Finding]:
    """A row says what the unit will do, and not what the form gives as an example."""
    titles = {table.key: (table.title_field.key, alike(table.title_field.example)) for table in plan.tables}
    for record in submission.records:
        key, example = titles[record.table]
        text = record.value(key).text
        # The first letter tells of most rows that they are none.
        if not text or not example.startswith(text[0].casefold()) or alike(text) != example:
            continue
        if _is_example(plan.tables_by_key[record.table], record):
            yield finding("row-is-example", record.place, unit=record.unit, record=record.id)


def _points_elsewhere(value: Value) -> bool:
    return len(value.text) <= LONGEST_POINTER and points_elsewhere(value.text)


def _is_example(table: Table, record: Record) -> bool:
    """Whether all that the row says is what the form gives as an example."""
    examples = {field.key: alike(field.example) for field in table.public_fields if field.example}
    return all(alike(value.text) == examples.get(key) for key, value in record.values.items() if value.text)


def _empty(code: str, need: Need, plan: Plan, submission: Submission) -> Iterator[Finding]:
    for cell in cells(plan, submission, lambda field: field.required is need, may_be_empty):
        if cell.is_empty:
            yield about(code, plan, cell)
