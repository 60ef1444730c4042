"""A table's fields as columns of a sheet: what is understood of the values, in kinds that can be sorted and summed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from aktivplan.definition.models import Field, Plan, Table
from aktivplan.definition.terms import FieldType
from aktivplan.edition import Edition
from aktivplan.findings import Place
from aktivplan.forms.layout import ID_KEY, column_key, field_heading
from aktivplan.i18n import Translator
from aktivplan.records import Period, Record, Value
from aktivplan.rendering.master.sheet import Column, Kind

Filled = tuple[Column, Sequence[Any]]
"""A column and its values."""

_KINDS = {
    FieldType.TEXT: Kind.TEXT,
    FieldType.LONGTEXT: Kind.TEXT,
    FieldType.CHOICE: Kind.TEXT,
    FieldType.MULTICHOICE: Kind.TEXT,
    FieldType.GOAL: Kind.TEXT,
    FieldType.PERSON: Kind.TEXT,
    FieldType.PERIOD: Kind.TEXT,
    FieldType.DATE: Kind.DATE,
    FieldType.NUMBER: Kind.NUMBER,
    FieldType.PERCENT: Kind.PERCENT,
    FieldType.MONEY: Kind.MONEY,
    FieldType.YESNO: Kind.WORD,
    FieldType.EMAIL: Kind.WORD,
}
_AS_WRITTEN = frozenset(
    {FieldType.TEXT, FieldType.LONGTEXT, FieldType.PERSON, FieldType.PERIOD, FieldType.EMAIL}
)


class Fields:
    """Makes columns of the records of one table."""

    def __init__(self, plan: Plan, table: Table, t: Translator) -> None:
        self._plan = plan
        self._table = table
        self._t = t

    def ids(self, texts: Sequence[str]) -> Filled:
        """The column of record ids, by which leaders' entries find their record again."""
        t = self._t
        return Column(t("No."), Kind.WORD, column_key(self._table, ID_KEY)), texts

    def understood(self, field: Field, values: Sequence[Value]) -> Iterator[Filled]:
        """A field's column, and for goals and periods what follows from them."""
        if field == self._table.goal_field:
            yield from self._goals(field, values)
        else:
            yield self._column(field), self._cells(field, values)
        if field.type is FieldType.PERIOD:
            yield from self._days(field, values)

    def written(self, field: Field, values: Sequence[Value]) -> Filled:
        """A field's column of texts, exactly as they were written."""
        return Column(field_heading(self._plan, field), Kind.TEXT), [value.text for value in values]

    def to_fill_in(self, field: Field, values: Sequence[Value]) -> Filled:
        """A leaders' field's column."""
        return self._column(field), self._cells(field, values)

    def _column(self, field: Field) -> Column:
        heading, key, t = field_heading(self._plan, field), column_key(self._table, field.key), self._t
        if field not in self._table.leaders_fields:
            return Column(heading, _KINDS[field.type], key)
        return Column(t("{heading} (for leaders)", heading=heading), _KINDS[field.type], key, input=field)

    def _goals(self, field: Field, values: Sequence[Value]) -> Iterator[Filled]:
        """The goal's id, then its whole path, a column for each level."""
        plan, t = self._plan, self._t
        paths = {goal.id: plan.path(goal) for goal in plan.goals}
        chosen = [paths.get(value.parsed, ()) if isinstance(value.parsed, str) else () for value in values]
        yield Column(t("Goal no."), Kind.WORD), [path[-1].id if path else "" for path in chosen]
        deepest = max(map(len, chosen), default=0)
        for level in range(1, deepest):
            labels = [path[level - 1].label if len(path) > level else "" for path in chosen]
            if any(labels):
                yield Column(plan.level_name(level)), labels
        own = [path[-1].text if path else value.text for path, value in zip(chosen, values, strict=True)]
        yield self._column(field), own

    def _days(self, field: Field, values: Sequence[Value]) -> Iterator[Filled]:
        t = self._t
        heading = field_heading(self._plan, field).partition("(")[0].strip() or field.heading
        periods = [value.parsed if isinstance(value.parsed, Period) else None for value in values]
        starts = [period.start if period else None for period in periods]
        ends = [period.end if period else None for period in periods]
        yield Column(t("{heading}: first day", heading=heading), Kind.DATE), starts
        yield Column(t("{heading}: last day", heading=heading), Kind.DATE), ends

    def _cells(self, field: Field, values: Sequence[Value]) -> list[Any]:
        if field.type in _AS_WRITTEN:
            return [value.text for value in values]
        return [self._shown(field, value) for value in values]

    def _shown(self, field: Field, value: Value) -> Any:
        """What stands in the cell: what was understood, or else the text."""
        parsed, t = value.parsed, self._t
        match parsed:
            case None:
                return value.text
            case bool():
                return t("Yes") if parsed else t("No")
            case tuple():
                return "; ".join(map(str, parsed))
            case str() if field.type is FieldType.GOAL:
                goal = self._plan.goals_by_id.get(parsed)
                return goal.label if goal else value.text
            case _:
                return parsed


def goal_ids(plan: Plan, records: Sequence[Record]) -> list[str]:
    """The ids of the goals that records stand under; "" where there is none."""
    keys = {table.key: table.goal_field.key if table.goal_field else "" for table in plan.tables}
    named = (record.value(keys[record.table]).parsed for record in records)
    return [goal if isinstance(goal, str) else "" for goal in named]


def unit_columns(edition: Edition, codes: Sequence[str], t: Translator) -> tuple[Filled, Filled]:
    """The units' codes and names; a code that is not in the plan has no name."""
    units = edition.plan.units_by_code
    names = [units[code].name if code in units else "" for code in codes]
    return (Column(t("Unit code"), Kind.WORD), codes), (Column(t("Unit"), Kind.TEXT), names)


def origin_columns(places: Sequence[Place], t: Translator) -> tuple[Filled, ...]:
    """Where rows come from: the file (linked to the cell), the sheet, the row."""
    return (
        (Column(t("File"), Kind.PLACE), places),
        (Column(t("Sheet"), Kind.WORD), [place.sheet for place in places]),
        (Column(t("Row in the file"), Kind.COUNT), [place.row or None for place in places]),
    )


def extra_columns(records: Sequence[Record], t: Translator) -> tuple[Filled, ...]:
    """What stood in columns that belong to no field, one line for each; no column if there is nothing."""
    texts = ["\n".join(f"{heading}: {text}" for heading, text in record.extra) for record in records]
    return ((Column(t("Other columns in the form")), texts),) if any(texts) else ()
