"""The sheet of what units could do together: rows under one goal, worded alike, at the same time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aktivplan.edition import Edition
from aktivplan.i18n import Translator
from aktivplan.records import Record
from aktivplan.rendering.master.fields import Filled, goal_ids
from aktivplan.rendering.master.people import with_more
from aktivplan.rendering.master.sheet import Column, Kind, Sheet, tabled
from aktivplan.rendering.master.timeline import titles


def together_sheets(edition: Edition, t: Translator) -> Iterator[Sheet]:
    """The sheet; none where no two rows are alike."""
    worked_out = edition.for_leaders
    if not worked_out.overlaps:
        return
    title = t("Could be done together")
    columns, cells = tabled(_columns(edition, t))
    about = t(
        "Rows of different units under the same goal, worded alike, with days in common. People decide."
    )
    about = with_more(about, worked_out.overlaps_found - len(worked_out.overlaps), t)
    yield Sheet("together", title, title, about, columns, cells)


def _columns(edition: Edition, t: Translator) -> Iterator[Filled]:
    found = edition.for_leaders.overlaps
    yield Column(t("Goal no."), Kind.WORD), goal_ids(edition.plan, [one.record for one in found])
    yield from _row(edition, [one.record for one in found], "{heading}", t)
    yield from _row(edition, [one.other for one in found], t("Other row: {heading}"), t)
    yield Column(t("Likeness"), Kind.PERCENT, bars=True), [one.score for one in found]


def _row(edition: Edition, records: Sequence[Record], heading: str, t: Translator) -> Iterator[Filled]:
    yield Column(heading.format(heading=t("No.")), Kind.RECORD), records
    yield Column(heading.format(heading=t("Unit code")), Kind.WORD), [record.unit for record in records]
    yield Column(heading.format(heading=t("What"))), titles(edition, records)
    yield Column(heading.format(heading=t("When"))), [_when(edition, record) for record in records]


def _when(edition: Edition, record: Record) -> str:
    """The record's time as it was written."""
    fields = edition.plan.tables_by_key[record.table].period_fields
    return " – ".join(filter(None, (record.value(field.key).text for field in fields)))
