"""How things stand with each unit, as a workbook to sort, filter and print."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date

from xlsxwriter import Workbook

from aktivplan import palette
from aktivplan.definition.models import Plan
from aktivplan.definition.plan_entry import plain
from aktivplan.definition.plan_looks import Looks
from aktivplan.definition.plan_sizes import row_height
from aktivplan.definition.plan_slots import Kind as CellKind
from aktivplan.delivery.list_sheet import HEADING_ROW, begin, end
from aktivplan.delivery.schedule import Standing
from aktivplan.edition import UnitResult, UnitStatus, status_word
from aktivplan.i18n import N_, Translator, translator
from aktivplan.ooxml import FIXED_TIME, repack

_COLUMNS = (
    (N_("Code"), 10),
    (N_("Unit"), 36),
    (N_("Group"), 30),
    (N_("Answer"), 17),
    (N_("In time or late"), 11),
    (N_("Came"), 12),
    (N_("To mend"), 10),
    (N_("Rows taken in"), 12),
    (N_("Rows not taken in"), 12),
    (N_("Form made"), 12),
    (N_("Form sent"), 12),
    (N_("Reminders"), 15),
    (N_("Last reminded"), 12),
    (N_("E-mail"), 34),
    (N_("Does mail reach it?"), 12),
)
_ANSWER = 3

Value = str | int | date | None


def status_list(plan: Plan, units: Sequence[tuple[Standing, UnitResult]]) -> bytes:
    """The workbook, in the plan's language, the units in the order they are given in; the same always gives the same bytes."""
    t = translator(plan.settings.language)
    buffer = io.BytesIO()
    book = Workbook(buffer, {"in_memory": True})
    book.set_properties({"title": plain(plan.settings.title), "created": FIXED_TIME})
    looks = Looks(book, t.language)
    sheet = book.add_worksheet(t("Status"))
    answered = sum(result.status is UnitStatus.ANSWERED for _standing, result in units)
    lead = t(
        "{answered} of {asked} units have answered. Deadline: {deadline}.",
        answered=answered,
        asked=len(units),
        deadline=plan.settings.deadline,
    )
    begin(sheet, plan.settings.title, lead, _COLUMNS, looks)
    for row, (standing, result) in enumerate(units, start=HEADING_ROW + 1):
        values = _values(standing, result, t)
        widths = (width for _heading, width in _COLUMNS)
        sheet.set_row(row, row_height(zip((str(value or "") for value in values), widths, strict=True)))
        for column, value in enumerate(values):
            if isinstance(value, date):
                sheet.write_datetime(row, column, value, looks.cell(CellKind.DATE))
            elif isinstance(value, int):
                sheet.write_number(row, column, value, looks.cell(CellKind.WHOLE))
            else:
                sheet.write_string(row, column, plain(value or ""), looks.cell(CellKind.TEXT))
    tones = {
        UnitStatus.ANSWERED: palette.GOOD,
        UnitStatus.MISSING: palette.CAUTION,
        UnitStatus.REJECTED: palette.BAD,
    }
    for status, tone in tones.items():
        rule = {
            "type": "cell",
            "criteria": "==",
            "value": f'"{status_word(status, t)}"',
            "format": book.add_format({"font_color": tone.text, "bg_color": tone.tint}),
        }
        sheet.conditional_format(HEADING_ROW + 1, _ANSWER, HEADING_ROW + max(len(units), 1), _ANSWER, rule)
    end(sheet, "status", len(units), _COLUMNS, looks, t)
    book.close()
    return repack(buffer.getvalue())


def _values(standing: Standing, result: UnitResult, t: Translator) -> tuple[Value, ...]:
    unit = result.unit
    came = result.saved.date() if result.saved else None
    return (
        unit.code,
        unit.name,
        unit.group,
        status_word(result.status, t),
        t("Late") if result.late else t("In time") if result.file else "",
        came,
        len(standing.to_mend),
        result.taken_in,
        result.held_back,
        standing.made,
        standing.asked,
        standing.reminders,
        standing.last_reminded,
        unit.email,
        t("Yes") if standing.address_works else t("No"),
    )
