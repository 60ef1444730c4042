"""The sheet of what units wrote where the form has no place for it: notes, titles, sheets of their own."""

from __future__ import annotations

from collections.abc import Iterator

from aktivplan.edition import Edition
from aktivplan.i18n import Translator
from aktivplan.rendering.master.fields import Filled, unit_columns
from aktivplan.rendering.master.sheet import Column, Kind, Sheet, tabled


def leftover_sheets(edition: Edition, t: Translator) -> Iterator[Sheet]:
    """The sheet; none where every answer keeps to the form."""
    if edition.leftovers:
        title = t("Outside the form")
        about = t(
            "What units wrote where the form has no place for it. It is kept here, and stands in no other document."
        )
        columns, cells = tabled(_columns(edition, t))
        yield Sheet("leftovers", title, title, about, columns, cells)


def _columns(edition: Edition, t: Translator) -> Iterator[Filled]:
    found = edition.leftovers
    units = {source.file: source.unit for source in edition.sources}
    yield from unit_columns(edition, [units.get(one.place.file, "") for one in found], t)
    yield Column(t("Heading")), [one.heading for one in found]
    yield Column(t("What it says")), [one.text for one in found]
    yield Column(t("No. of the row"), Kind.WORD), [one.record for one in found]
    yield Column(t("File"), Kind.PLACE), [one.place for one in found]
    yield Column(t("Sheet"), Kind.WORD), [one.place.sheet for one in found]
    yield Column(t("Cell"), Kind.WORD), [one.place.cell for one in found]
