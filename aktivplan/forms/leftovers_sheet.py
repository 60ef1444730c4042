"""The sheet of a corrected copy for what the unit wrote where the form has no place, so that nothing is lost."""

from __future__ import annotations

from collections.abc import Sequence

from aktivplan import palette
from aktivplan.forms.copy_layout import LEFTOVERS_FIRST_ROW, LeftOver
from aktivplan.forms.form import Form
from aktivplan.forms.kept import Kept
from aktivplan.forms.list_sheet import ListCell, ListColumn, ListSheet
from aktivplan.forms.sheet import Sheet
from aktivplan.i18n import Translator

_WIDTHS = {LeftOver.PLACE: 26, LeftOver.RECORD: 14, LeftOver.HEADING: 30, LeftOver.TEXT: 95}
"""In characters."""


def write_leftovers_sheet(form: Form, sheet: Sheet, kept: Sequence[Kept]) -> None:
    """Write the sheet."""
    t, look = form.t, form.styles
    page = ListSheet(form, sheet, [ListColumn(key, _heading(key, t), _WIDTHS[key]) for key in LeftOver])
    page.title(sheet.name)
    page.line(t("What you wrote that the form has no place for. It is kept here, so that nothing is lost."))
    page.line(t("If any of it belongs in the plan, copy it to the right sheet; the rest may stay here."))
    page.headings()
    for one in kept:
        origin = one.leftover.place
        texts = (f"{origin.sheet} {origin.cell}".strip(), one.leftover.record, one.leftover.heading)
        page.row(
            [
                *(ListCell(text, look.listed) for text in texts),
                ListCell(one.leftover.text, look.listed_answer),
            ]
        )
    page.finish(palette.STRONG_LINE, heading_row=LEFTOVERS_FIRST_ROW - 1)


def _heading(key: LeftOver, t: Translator) -> str:
    headings = {
        LeftOver.PLACE: t("Where it stood"),
        LeftOver.RECORD: t("No."),
        LeftOver.HEADING: t("Heading"),
        LeftOver.TEXT: t("What you wrote"),
    }
    return headings[key]
