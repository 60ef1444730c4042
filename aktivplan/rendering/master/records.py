"""The sheets of the plan's tables: every record that counts, where it comes from, and the leaders' fields."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aktivplan.definition.models import Table
from aktivplan.edition import Edition, values_of
from aktivplan.forms.layout import sheet_name
from aktivplan.i18n import Translator
from aktivplan.records import Record
from aktivplan.rendering.master.fields import Fields, Filled, extra_columns, origin_columns, unit_columns
from aktivplan.rendering.master.sheet import Column, Kind, Sheet, tabled


def record_sheets(edition: Edition, t: Translator) -> Iterator[Sheet]:
    """One sheet for each table of the plan."""
    for table in edition.plan.tables:
        records = [record for record in edition.records if record.table == table.key]
        about = _about(table, records, t)
        if not records:
            yield Sheet(f"rows_{table.key}", sheet_name(table), table.title, about)
            continue
        columns, cells = tabled(_columns(edition, table, records, t))
        yield Sheet(f"rows_{table.key}", sheet_name(table), table.title, about, columns, cells)


def _about(table: Table, records: Sequence[Record], t: Translator) -> str:
    if not records:
        return t("No rows have been taken in.")
    units = len({record.unit for record in records})
    rows = t.plural("{count} row has been taken in", "{count} rows have been taken in", len(records))
    told = t.plural("{rows}, from {count} unit.", "{rows}, from {count} units.", units, rows=rows)
    if not table.leaders_fields:
        return told
    asked = t("Columns marked “for leaders” are filled in here, and are kept when the workbook is made anew.")
    return f"{told} {asked}"


def _columns(edition: Edition, table: Table, records: Sequence[Record], t: Translator) -> Iterator[Filled]:
    fields = Fields(edition.plan, table, t)
    yield fields.ids([record.id for record in records])
    if table.numbered:
        yield Column(t("Number in the plan"), Kind.WORD), [record.number for record in records]
    yield from unit_columns(edition, [record.unit for record in records], t)
    for field in table.public_fields:
        yield from fields.understood(field, values_of(records, field.key))
    yield from extra_columns(records, t)
    for field in table.leaders_fields:
        yield fields.to_fill_in(field, values_of(records, field.key))
    yield from origin_columns([record.place for record in records], t)
