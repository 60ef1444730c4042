"""A unit's form, filled in and saved as a person would have done it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from aktivplan.definition.models import Field, Plan, Table
from aktivplan.definition.terms import FieldType
from aktivplan.demo.sample import Answer
from aktivplan.demo.saved_time import with_saved_time
from aktivplan.findings import Place
from aktivplan.forms.layout import record_id
from aktivplan.forms.writer import write_form
from aktivplan.records import Attestation, Parsed, Record, Value


def filled_form(plan: Plan, answer: Answer) -> bytes:
    """The form with the answer's rows, its attestation, and the time it was saved.

    Raises KeyError if the answer names a unit, table or field that the plan does not have.
    """
    form = write_form(
        plan,
        plan.units_by_code[answer.unit],
        records=tuple(_records(plan, answer)),
        attestation=Attestation(Place(), answer.manager, answer.day),
    )
    return with_saved_time(form, answer.saved)


def _records(plan: Plan, answer: Answer) -> Iterator[Record]:
    """The answer's rows, numbered within each table in the order they stand."""
    numbers: Counter[str] = Counter()
    for row in answer.rows:
        table = plan.tables_by_key[row.table]
        numbers[table.key] += 1
        identity = record_id(answer.unit, table, numbers[table.key])
        yield Record(identity, answer.unit, table.key, _values(table, row.values), Place())


def _values(table: Table, texts: Mapping[str, str]) -> dict[str, Value]:
    typed = {key: text.strip("\n") for key, text in texts.items()}
    return {key: Value(text, _parsed(table.field(key), text)) for key, text in typed.items() if text}


def _parsed(field: Field, text: str) -> Parsed:
    """What a spreadsheet makes of typed text: a date or a number where it is one; None leaves the text as typed."""
    try:
        match field.type:
            case FieldType.DATE:
                return date.fromisoformat(text)
            case FieldType.NUMBER | FieldType.MONEY:
                return float(text)
            case _:
                return None
    except ValueError:
        return None
