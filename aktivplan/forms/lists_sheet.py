"""The hidden sheet of choice lists: which there are, where each stands, and writing them."""

from __future__ import annotations

from dataclasses import dataclass

from aktivplan.definition.models import Field, Plan
from aktivplan.definition.terms import FieldType
from aktivplan.forms.layout import LISTS_SHEET, offered
from aktivplan.forms.sheet import Area, Sheet
from aktivplan.i18n import Translator


@dataclass(frozen=True, slots=True)
class OfferedList:
    """What one or more fields offer, and the column (1 for A) it stands in."""

    name: str
    values: tuple[str, ...]
    column: int

    @property
    def source(self) -> str:
        """The values' cells, as a drop-down names them."""
        cells = Area(2, self.column, len(self.values) + 1, self.column)
        return f"{LISTS_SHEET}!{cells.fixed}"


@dataclass(frozen=True, slots=True)
class OfferedLists:
    """All lists of a plan's forms."""

    lists: tuple[OfferedList, ...]

    def of(self, field: Field) -> OfferedList | None:
        """The list of a field; None for a field without a drop-down."""
        name = _list_name(field)
        return next((one for one in self.lists if one.name == name), None)


def offered_lists(plan: Plan, t: Translator) -> OfferedLists:
    """Every list that a field of the units' offers, each once."""
    found: list[OfferedList] = []
    for field in (field for table in plan.tables for field in table.public_fields):
        several = field.type is FieldType.MULTICHOICE
        name = _list_name(field)
        values = plan.choices_for(field).values if several else offered(plan, field, t)
        if values and all(one.name != name for one in found):
            found.append(OfferedList(name, values, len(found) + 1))
    return OfferedLists(tuple(found))


def write_lists(sheet: Sheet, lists: OfferedLists) -> None:
    """Write one list a column, its name in row 1."""
    for one in lists.lists:
        for row, text in enumerate((one.name, *one.values), start=1):
            sheet.text(row, one.column, text)
    sheet.hide()


def _list_name(field: Field) -> str:
    match field.type:
        case FieldType.CHOICE | FieldType.MULTICHOICE:
            return field.choices
        case FieldType.GOAL:
            return f"goals.{field.level or 'lowest'}"
        case _:
            return f"type.{field.type}"
