"""The sheet of what happens when: one row for each record with a date, bars over the months of the plan's period."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aktivplan.edition import Edition, Scheduled
from aktivplan.findings import column_letters
from aktivplan.i18n import Translator
from aktivplan.records import Period, PeriodKind, Record
from aktivplan.rendering.master.fields import Filled, goal_ids
from aktivplan.rendering.master.months import Days, Entry, months_of, stretch_word
from aktivplan.rendering.master.sheet import Column, Kind, Mark, Sheet, tabled
from aktivplan.rendering.master.signs import quiet

_DUE, _GOES_ON, _RETURNS, _FROM_TO = "◆", "→", "↻", "▬"
_SAID = frozenset({PeriodKind.ONGOING, PeriodKind.RECURRING})
"""Kinds that the dates alone do not tell."""
_IN_LAST_MONTH = {PeriodKind.DEADLINE: _DUE, PeriodKind.ONGOING: _GOES_ON, PeriodKind.FROM: _GOES_ON}
_LONGEST_TITLE = 100


def timeline_sheets(edition: Edition, t: Translator) -> Iterator[Sheet]:
    """The sheet; none where no record has a date."""
    if not edition.schedule or not edition.for_leaders.stretches:
        return
    title = t("Timeline")
    kinds = _kinds(edition)
    columns, cells = tabled(_columns(edition, kinds, t))
    first = next(number for number, column in enumerate(columns, start=1) if column.kind is Kind.DATE)
    broken = _marks(t)[PeriodKind.MULTI].word
    days = Days(
        column_letters(first),
        column_letters(first + 1),
        column_letters(first + 2),
        broken,
        _FROM_TO + _RETURNS,
    )
    months = months_of(edition.for_leaders.stretches, _signs(edition, kinds), t, days)
    about = t(
        "Every row with a date, by its first day. Bars follow the days beside them, or the months with ▬ or ↻; ◆ is a last day, → goes on."
    )
    yield Sheet("timeline", title, title, about, columns, cells, months, frozen=2)


def month_sheets(edition: Edition, t: Translator) -> Iterator[Sheet]:
    """The sheet of the months, each with how much is under way in it; none where no record has a date."""
    stretches = edition.for_leaders.stretches
    if not edition.schedule or not stretches:
        return
    title = t("Months")
    filled = (
        (Column(t("Month"), Kind.WORD), [stretch_word(one, t) for one in stretches]),
        (Column(t("First day"), Kind.DATE), [one.first for one in stretches]),
        (Column(t("Last day"), Kind.DATE), [one.last for one in stretches]),
        (Column(t("Rows under way or due"), Kind.COUNT, bars=True), [one.under_way for one in stretches]),
    )
    about = t("How many rows are under way or due in each month of the plan's period.")
    yield Sheet("months", title, title, about, *tabled(filled))


def titles(edition: Edition, records: Sequence[Record]) -> list[str]:
    """What records are called, on one line, and not at length."""
    keys = {table.key: table.title_field.key for table in edition.plan.tables}
    return [_brief(record.value(keys[record.table]).text) for record in records]


def _brief(text: str) -> str:
    line = text if text.isprintable() else " ".join(text.split())
    return line if len(line) <= _LONGEST_TITLE else line[: _LONGEST_TITLE - 1].rstrip() + "…"


def _columns(edition: Edition, kinds: Sequence[PeriodKind], t: Translator) -> Iterator[Filled]:
    found = edition.schedule
    records = [one.record for one in found]
    yield Column(t("No."), Kind.RECORD), records
    yield Column(t("What"), width=46), titles(edition, records)
    yield Column(t("Unit code"), Kind.WORD), [record.unit for record in records]
    if any(table.goal_field for table in edition.plan.tables):
        yield Column(t("Goal no."), Kind.WORD), goal_ids(edition.plan, records)
    yield Column(t("First day"), Kind.DATE), [one.start for one in found]
    yield Column(t("Last day"), Kind.DATE), [one.end for one in found]
    marks = _marks(t)
    yield Column(t("Kind"), Kind.WORD, marks=tuple(marks.values())), [marks[kind].word for kind in kinds]


def _kinds(edition: Edition) -> list[PeriodKind]:
    """What the time of each scheduled record is, in one of six kinds."""
    fields = {table.key: [field.key for field in table.period_fields][:1] for table in edition.plan.tables}
    return [_kind(one, fields[one.record.table][0]) for one in edition.schedule]


def _kind(one: Scheduled, field: str) -> PeriodKind:
    if one.start is None:
        return PeriodKind.RECURRING if one.end is None else PeriodKind.DEADLINE
    said = one.record.value(field).parsed
    if one.parts:
        return PeriodKind.MULTI
    if isinstance(said, Period) and said.kind in _SAID:
        return said.kind
    return PeriodKind.FROM if one.end is None else PeriodKind.INTERVAL


def _marks(t: Translator) -> dict[PeriodKind, Mark]:
    return {
        PeriodKind.DEADLINE: quiet(t("To be done by"), _DUE),
        PeriodKind.ONGOING: quiet(t("Ongoing"), _GOES_ON),
        PeriodKind.FROM: quiet(t("From then on"), _GOES_ON),
        PeriodKind.RECURRING: quiet(t("Recurring"), _RETURNS),
        PeriodKind.MULTI: quiet(t("Several times"), _FROM_TO),
        PeriodKind.INTERVAL: quiet(t("From and to"), _FROM_TO),
    }


def _signs(edition: Edition, kinds: Sequence[PeriodKind]) -> list[Sequence[Entry]]:
    placed = zip(edition.schedule, kinds, edition.for_leaders.touched, strict=True)
    return [_signs_of(*each) for each in placed]


def _signs_of(one: Scheduled, kind: PeriodKind, touched: Sequence[int]) -> Sequence[Entry]:
    """A sign in the last month of what is due, or goes on; in every month of what the days do not tell."""
    if kind is PeriodKind.MULTI or (one.start is None and one.end is None):
        sign = _FROM_TO if kind is PeriodKind.MULTI else _RETURNS
        return [(month, sign) for month in touched]
    last = _IN_LAST_MONTH.get(kind)
    return [(touched[-1], last)] if touched and last else ()
