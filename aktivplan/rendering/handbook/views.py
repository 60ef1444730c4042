"""How each of the plan's tables stands in the handbook: which fields, as a table or as cards, how wide."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from aktivplan.definition.models import Field, Plan, Table
from aktivplan.definition.terms import Need
from aktivplan.edition import Edition, values_of
from aktivplan.forms.layout import field_heading
from aktivplan.records import Record
from aktivplan.rendering.handbook.measures import column_widths, fits_as_table, need
from aktivplan.rendering.handbook.tables import Column

_MEASURED = 1_000
"""Records, spread evenly."""


@dataclass(frozen=True, slots=True)
class TableView:
    """One of the plan's tables, as the handbook shows its records."""

    table: Table
    fields: tuple[Field, ...]
    """Everything that everybody may see, except the goal that the record stands under."""
    headings: tuple[str, ...]
    title: Field
    """What a record is called by where it is referred to."""
    telling: Field
    """What tells the records of one goal and unit apart: the title, unless that is the goal itself."""
    goal: Field | None
    person: Field | None
    period: tuple[Field, ...]
    columns: tuple[Column, ...]
    """The columns of a table, one for each field; empty if the records stand as cards."""

    @property
    def as_cards(self) -> bool:
        """Whether every record stands for itself, since its fields do not fit side by side."""
        return not self.columns

    def heading(self, field: Field) -> str:
        """The heading of one of the fields shown."""
        return self.headings[self.fields.index(field)] if field in self.fields else field.heading

    def goal_of(self, record: Record) -> str:
        """The id of the goal that the record stands under; "" if it names none."""
        if self.goal is None:
            return ""
        parsed = record.value(self.goal.key).parsed
        return parsed if isinstance(parsed, str) else ""


def table_views(edition: Edition) -> dict[str, TableView]:
    """A view of every table of the plan, by its key."""
    by_table: dict[str, list[Record]] = {table.key: [] for table in edition.plan.tables}
    for record in edition.records:
        by_table[record.table].append(record)
    return {table.key: _view(edition.plan, table, by_table[table.key]) for table in edition.plan.tables}


def _view(plan: Plan, table: Table, records: Sequence[Record]) -> TableView:
    goal = table.goal_field
    fields = tuple(field for field in table.public_fields if field is not goal) or table.public_fields
    headings = tuple(field_heading(plan, field) for field in fields)
    # Some of them show how wide the columns must be.
    records = records[:: max(len(records) // _MEASURED, 1)]
    unit_names = [plan.units_by_code[record.unit].name for record in records]
    texts = [_texts(records, field) for field in fields]
    # The first column also says which record and unit it is.
    needs = [need(headings[0], [f"{unit} {text}" for unit, text in zip(unit_names, texts[0], strict=True)])]
    needs += (need(heading, cells) for heading, cells in zip(headings[1:], texts[1:], strict=True))
    columns: tuple[Column, ...] = ()
    if fits_as_table(needs):
        columns = tuple(map(Column, headings, column_widths(needs)))
    return TableView(
        table=table,
        fields=fields,
        headings=headings,
        title=table.title_field,
        telling=_telling(table),
        goal=goal,
        person=table.person_field,
        period=table.period_fields,
        columns=columns,
    )


def _telling(table: Table) -> Field:
    if table.title_field is not table.goal_field:
        return table.title_field
    told = (table.goal_field, table.person_field, *table.period_fields)
    asked_for = (field for field in table.public_fields if field.required is not Need.OPTIONAL)
    return next((field for field in asked_for if field not in told), table.title_field)


def _texts(records: Iterable[Record], field: Field) -> list[str]:
    return [value.text for value in values_of(records, field.key)]
