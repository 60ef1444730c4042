"""The sheets of what leaders wrote about rows that do not count: kept, and read back at the next build."""

from __future__ import annotations

from collections.abc import Iterator

from aktivplan.definition.models import Table
from aktivplan.edition import Edition
from aktivplan.i18n import Translator
from aktivplan.palette import LEADERS
from aktivplan.records import EMPTY
from aktivplan.rendering.master.fields import Fields
from aktivplan.rendering.master.sheet import Sheet, tabled


def unplaced_sheets(edition: Edition, t: Translator) -> Iterator[Sheet]:
    """One sheet for each table with such entries; none where every entry has its row."""
    tables = {decision.table for decision in edition.unplaced}
    for table in edition.plan.tables:
        if table.key in tables:
            name = t("Entries without a row")
            yield _sheet(edition, table, name if len(tables) == 1 else f"{name} {table.code}", t)


def _sheet(edition: Edition, table: Table, name: str, t: Translator) -> Sheet:
    fields = Fields(edition.plan, table, t)
    decisions = [decision for decision in edition.unplaced if decision.table == table.key]
    filled = [fields.ids([decision.record for decision in decisions])]
    for field in table.leaders_fields:
        values = [decision.values.get(field.key, EMPTY) for decision in decisions]
        filled.append(fields.to_fill_in(field, values))
    columns, cells = tabled(filled)
    return Sheet(
        f"unplaced_{table.key}",
        name,
        t("{table}: leaders' entries without a row", table=table.title),
        t(
            "These rows do not count any more. What leaders wrote about them is kept here in case they come back."
        ),
        columns,
        cells,
        colour=LEADERS,
    )
