"""Rules about what kind of value a field asks for."""

from __future__ import annotations

from collections.abc import Iterator

from aktivplan.checking.cells import Cell, about, filled, of_type, unread
from aktivplan.definition.models import Field, Plan
from aktivplan.definition.terms import FieldType
from aktivplan.findings import Finding
from aktivplan.i18n import translator
from aktivplan.records import Submission

_CODES = {
    FieldType.DATE: "date-wrong",
    FieldType.NUMBER: "number-wrong",
    FieldType.PERCENT: "percent-wrong",
    FieldType.MONEY: "money-wrong",
    FieldType.YESNO: "yesno-wrong",
    FieldType.EMAIL: "email-wrong",
}

_GROUPED_FROM = 10_000


def values_are_what_their_field_asks_for(plan: Plan, submission: Submission) -> Iterator[Finding]:
    """A date, a number, a percentage, an amount, a yes or no and an e-mail address can be read as such."""
    for cell in filled(plan, submission, of_type(*_CODES), unread):
        yield about(_CODES[cell.field.type], plan, cell)


def numbers_lie_within_their_limits(plan: Plan, submission: Submission) -> Iterator[Finding]:
    """A number is neither below nor above what its field allows."""
    for cell in filled(plan, submission, of_type(FieldType.NUMBER, FieldType.PERCENT, FieldType.MONEY)):
        if not within_limits(cell.field, cell.value.parsed):
            yield _outside(plan, cell)


def within_limits(field: Field, parsed: object) -> bool:
    """Whether a value is no number, or one that the field allows."""
    if not isinstance(parsed, int | float):
        return True
    return (field.minimum is None or parsed >= field.minimum) and (
        field.maximum is None or parsed <= field.maximum
    )


def limit(plan: Plan, field: Field, number: float) -> str:
    """A field's limit as people write it: "9", "80 %"; a year has no space in it."""
    t = translator(plan.settings.language)
    if field.type is FieldType.PERCENT:
        return f"{t.number(number * 100)} %"
    return f"{number:.0f}" if number.is_integer() and abs(number) < _GROUPED_FROM else t.number(number)


def _outside(plan: Plan, cell: Cell) -> Finding:
    field = cell.field
    limits = {
        name: limit(plan, field, number)
        for name, number in (("minimum", field.minimum), ("maximum", field.maximum))
        if number is not None
    }
    codes = {"minimum": "number-too-small", "maximum": "number-too-large"}
    code = "number-outside" if len(limits) == len(codes) else codes[next(iter(limits))]
    return about(code, plan, cell, **limits)
