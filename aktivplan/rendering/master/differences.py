"""The sheet of what units' later answers changed: every cell that says something else, as it was and as it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from aktivplan.edition import Change, Difference, Edition
from aktivplan.forms.layout import KEY_DAY, KEY_MANAGER, field_heading
from aktivplan.i18n import Translator
from aktivplan.rendering.master.fields import Filled, unit_columns
from aktivplan.rendering.master.sheet import Column, Kind, Sheet, tabled
from aktivplan.rendering.master.signs import caution, quiet


def difference_sheets(edition: Edition, t: Translator) -> Iterator[Sheet]:
    """The sheet; none where no unit has sent an answer that differs from one it sent before."""
    if edition.differences:
        title = t("Differences between answers")
        about = t(
            "Units that have sent more than one answer: every cell of an earlier one that says something else than the one that counts."
        )
        columns, cells = tabled(_columns(edition, t))
        yield Sheet("differences", title, title, about, columns, cells)


def _columns(edition: Edition, t: Translator) -> Iterator[Filled]:
    found = edition.differences
    words = {Change.CHANGED: t("Changed"), Change.ADDED: t("New row"), Change.GONE: t("Row gone")}
    marks = (
        caution(words[Change.CHANGED]),
        quiet(words[Change.ADDED], "+"),
        quiet(words[Change.GONE], "−"),
    )
    headings = _headings(edition, t)
    yield from unit_columns(edition, [one.unit for one in found], t)
    yield Column(t("No. of the row"), Kind.WORD), [one.record for one in found]
    yield Column(t("Column")), [_heading(one, headings) for one in found]
    yield Column(t("What has happened"), Kind.WORD, marks=marks), [words[one.change] for one in found]
    yield Column(t("Earlier")), [one.before for one in found]
    yield Column(t("Now")), [one.after for one in found]
    yield Column(t("Earlier file"), Kind.PLACE), [one.place_before for one in found]
    yield Column(t("Cell in the earlier file"), Kind.WORD), [one.place_before.cell for one in found]
    yield Column(t("File that counts"), Kind.PLACE), [one.place_after for one in found]
    yield Column(t("Cell in the file that counts"), Kind.WORD), [one.place_after.cell for one in found]


def _headings(edition: Edition, t: Translator) -> Mapping[tuple[str, str], str]:
    """What stands over a cell, by table and field."""
    plan = edition.plan
    fields = {
        (table.key, field.key): field_heading(plan, field) for table in plan.tables for field in table.fields
    }
    return fields | {("", KEY_MANAGER): t("Manager's name"), ("", KEY_DAY): t("Date of approval")}


def _heading(difference: Difference, headings: Mapping[tuple[str, str], str]) -> str:
    return difference.heading or headings.get((difference.table, difference.field), difference.field)
