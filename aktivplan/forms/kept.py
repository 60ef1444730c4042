"""What an answer holds that the form has no place for, and where each of it stands in a corrected copy. Knows no workbook."""

from __future__ import annotations

from dataclasses import dataclass

from aktivplan.findings import Place
from aktivplan.forms import layout
from aktivplan.forms.copy_layout import LEFTOVERS_FIRST_ROW, LeftOver
from aktivplan.i18n import Translator
from aktivplan.records import Leftover, Submission

_TEXT_COLUMN = 1 + list(LeftOver).index(LeftOver.TEXT)


@dataclass(frozen=True, slots=True)
class Kept:
    """Something left over, and the cell of the copy where its text stands."""

    leftover: Leftover
    place: Place


def kept_leftovers(answer: Submission, t: Translator) -> tuple[Kept, ...]:
    """What the answer holds that the form has no place for, and where each of it will stand."""
    known = {(one.record, one.heading, one.text) for one in answer.leftovers}
    extra = (
        Leftover(record.place, heading, text, record.id)
        for record in answer.records
        for heading, text in record.extra
        if (record.id, heading, text) not in known
    )
    sheet = layout.leftovers_sheet_name(t)
    return tuple(
        Kept(leftover, Place("", sheet, row, _TEXT_COLUMN))
        for row, leftover in enumerate((*answer.leftovers, *extra), start=LEFTOVERS_FIRST_ROW)
    )
