"""Drop-downs and other checks of the cells that leaders fill in."""

from __future__ import annotations

from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from aktivplan.definition.models import Field, Plan
from aktivplan.definition.terms import FieldType
from aktivplan.findings import column_letters
from aktivplan.forms.layout import LISTS_SHEET, offered
from aktivplan.i18n import Translator
from aktivplan.rendering.master.sheet import Column
from aktivplan.rendering.master.texts import plain

_FIRST_DATE = "=DATE(1990,1,1)"
_WIDEST = 1e12
_LONGEST_TITLE, _LONGEST_MESSAGE = 32, 255


class Choices:
    """Offers the leaders' choices. They stand on a hidden sheet, since a list inside a cell ends at 255 characters."""

    def __init__(self, workbook: Workbook, plan: Plan, t: Translator) -> None:
        self._plan = plan
        self._t = t
        fields = [field for table in plan.tables for field in table.leaders_fields]
        lists = {offered(plan, field, t) for field in fields} - {()}
        self._columns = {values: column_letters(index) for index, values in enumerate(sorted(lists), start=1)}
        self._workbook = workbook

    def write_lists(self) -> None:
        """Add the hidden sheet; last of all, so that no other sheet is moved by it."""
        if not self._columns:
            return
        worksheet = self._workbook.add_worksheet(LISTS_SHEET)
        worksheet.hide()
        for index, values in enumerate(self._columns):
            for row, value in enumerate(values):
                worksheet.write_string(row, index, plain(value))

    def offer(self, worksheet: Worksheet, column: Column, cells: tuple[int, int, int, int]) -> None:
        """Let the cells of a leaders' field take only what the field allows; other columns are left alone."""
        if column.input is None:
            return
        rule = {"validate": "any"} | self._rule(column.input)
        help_text = plain(column.input.help)
        if help_text:
            rule |= {"input_title": plain(column.input.heading)[:_LONGEST_TITLE]}
            rule |= {"input_message": help_text[:_LONGEST_MESSAGE]}
        if len(rule) > 1:
            worksheet.data_validation(*cells, rule)

    def _rule(self, field: Field) -> dict[str, Any]:
        t = self._t
        values = offered(self._plan, field, t)
        if values:
            letters = self._columns[values]
            source = f"={LISTS_SHEET}!${letters}$1:${letters}${len(values)}"
            return self._with_error({"validate": "list", "source": source}, t("Choose from the list."))
        match field.type:
            case FieldType.DATE:
                return self._with_error(
                    {"validate": "date", "criteria": ">=", "value": _FIRST_DATE},
                    t("Write a date, such as 2026-03-31."),
                )
            case FieldType.NUMBER | FieldType.MONEY | FieldType.PERCENT:
                low = -_WIDEST if field.minimum is None else field.minimum
                high = _WIDEST if field.maximum is None else field.maximum
                return self._with_error(
                    {"validate": "decimal", "criteria": "between", "minimum": low, "maximum": high},
                    t("Write a number within the limits."),
                )
            case _:
                return {}

    def _with_error(self, rule: dict[str, Any], message: str) -> dict[str, Any]:
        t = self._t
        return rule | {"error_title": t("This cannot stand here"), "error_message": message}
