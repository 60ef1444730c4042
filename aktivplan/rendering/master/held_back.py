"""The sheets of rows not taken in: what each unit wrote, whole, and why it does not count yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aktivplan.codes import Severity
from aktivplan.definition.models import Table
from aktivplan.edition import Edition, values_of
from aktivplan.findings import Finding
from aktivplan.forms.layout import sheet_name
from aktivplan.i18n import Translator
from aktivplan.palette import BAD
from aktivplan.records import Record
from aktivplan.rendering.master.fields import Fields, Filled, extra_columns, origin_columns, unit_columns
from aktivplan.rendering.master.sheet import Column, Sheet, tabled


def held_back_sheets(edition: Edition, t: Translator) -> Iterator[Sheet]:
    """One sheet for each table that has rows not taken in; an empty one if no table has."""
    title = t("Rows not taken in")
    tables = {record.table for record in edition.held_back}
    if not tables:
        yield Sheet("held_back", title, title, t("No row had to be left out."))
    for table in edition.plan.tables:
        if table.key in tables:
            name = title if len(tables) == 1 else t("Not taken in {table}", table=sheet_name(table))
            yield _sheet(edition, table, name, t)


def _sheet(edition: Edition, table: Table, name: str, t: Translator) -> Sheet:
    records = [record for record in edition.held_back if record.table == table.key]
    about = t.plural(
        "{count} row is not in the plan. It comes in when the unit has mended it and sent its form again.",
        "{count} rows are not in the plan. They come in when the units have mended them and sent their forms again.",
        len(records),
    )
    columns, cells = tabled(_columns(edition, table, records, t))
    title = t("{table}: rows not taken in", table=table.title)
    return Sheet(f"held_back_{table.key}", name, title, about, columns, cells, colour=BAD.text)


def _columns(edition: Edition, table: Table, records: Sequence[Record], t: Translator) -> Iterator[Filled]:
    fields = Fields(edition.plan, table, t)
    reasons = _Reasons(edition, t)
    heading, ids = fields.ids([record.id for record in records])
    yield Column(heading.heading, heading.kind), ids
    yield from unit_columns(edition, [record.unit for record in records], t)
    yield Column(t("Why it is not taken in")), [reasons.of(record) for record in records]
    for field in table.public_fields:
        yield fields.written(field, values_of(records, field.key))
    yield from extra_columns(records, t)
    yield from origin_columns([record.place for record in records], t)


class _Reasons:
    """Knows why a record is held back: its own errors, or else those of its whole file."""

    def __init__(self, edition: Edition, t: Translator) -> None:
        self._t = t
        self._found: dict[tuple[str, str], list[Finding]] = {}
        for finding in edition.findings:
            if finding.severity is Severity.ERROR:
                self._found.setdefault((finding.place.file, finding.record), []).append(finding)

    def of(self, record: Record) -> str:
        """The findings' texts, one a line."""
        file = record.place.file
        own, whole = self._found.get((file, record.id), []), self._found.get((file, ""), [])
        return "\n".join(finding.text(self._t) for finding in (*whole, *own))
