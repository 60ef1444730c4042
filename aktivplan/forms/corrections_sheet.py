"""The first sheet of a corrected copy: what is to be mended, with a link to each cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from aktivplan import palette
from aktivplan.codes import Severity, severity_word
from aktivplan.findings import Place
from aktivplan.forms.copy_layout import ToMend
from aktivplan.forms.form import Form
from aktivplan.forms.list_sheet import ListCell, ListColumn, ListSheet
from aktivplan.forms.marks import Mark
from aktivplan.forms.sheet import Sheet
from aktivplan.i18n import Translator
from aktivplan.records import Submission

_WIDTHS = {
    ToMend.SEVERITY: 13,
    ToMend.PLACE: 26,
    ToMend.RECORD: 14,
    ToMend.HEADING: 26,
    ToMend.TEXT: 86,
    ToMend.CODE: 0,
}
"""In characters; the code is for programs alone."""


def write_corrections_sheet(
    form: Form, sheet: Sheet, answer: Submission, answers: Mapping[str, Place]
) -> None:
    """Write the sheet. ``answers`` says where on the first sheet of the form those of the unit stand, by key."""
    t = form.t
    marks = form.marks.listed(answers)
    page = ListSheet(form, sheet, [ListColumn(key, _heading(key, t), _WIDTHS[key]) for key in ToMend])
    page.title(t("To mend: {unit}", unit=form.unit.name))
    for text in _lines(form, answer, marks):
        page.line(text)
    heading_row = page.next_row + 1
    page.headings()
    for mark in marks:
        page.row(_cells(form, mark))
    page.finish(palette.BAD.text, heading_row=heading_row)


def _lines(form: Form, answer: Submission, marks: Sequence[Mark]) -> list[str]:
    """What this is, how grave it is, and what to do."""
    t, settings = form.t, form.plan.settings
    counted = Counter(mark.severity for mark in marks)
    receiver = ", ".join(part for part in (settings.leader_name, settings.leader_email) if part)
    lines = [
        t(
            "This is your own answer ({file}) with the cells marked that need a look. Nothing that you wrote has been changed.",
            file=answer.file.rpartition("/")[2],
        )
        if answer.file
        else "",
        t(
            "Errors: {errors}. Warnings: {warnings}.",
            errors=counted[Severity.ERROR],
            warnings=counted[Severity.WARNING],
        ),
        t("A row with an error is not taken in until it has been mended. A row with a warning is taken in.")
        if counted[Severity.ERROR]
        else t("Rows with warnings are taken in all the same; mend what should be mended."),
        t(
            "The links below lead to the cells. Each marked cell is tinted and has a comment that says what to do; it turns green when you change it."
        ),
        t("Save the workbook when you are done, and send it to {receiver}.", receiver=receiver)
        if receiver
        else t("Save the workbook when you are done, and send it back."),
    ]
    return [line for line in lines if line]


def _heading(key: ToMend, t: Translator) -> str:
    headings = {
        ToMend.SEVERITY: t("Severity"),
        ToMend.PLACE: t("Where"),
        ToMend.RECORD: t("No."),
        ToMend.HEADING: t("Column"),
        ToMend.TEXT: t("What is wrong, and how you mend it"),
    }
    return headings.get(key, "")


def _cells(form: Form, mark: Mark) -> list[ListCell]:
    look, t = form.styles, form.t
    place, record = mark.place, mark.finding.record
    where = f"{place.sheet} {place.cell}" if place else t("The whole answer")
    return [
        ListCell(severity_word(mark.severity, t), look.severity(mark.severity)),
        ListCell(where, look.link if place else look.listed, place),
        ListCell(record, look.listed),
        ListCell(mark.heading, look.listed),
        ListCell(mark.text(t), look.listed),
        ListCell(mark.finding.code, look.listed),
    ]
