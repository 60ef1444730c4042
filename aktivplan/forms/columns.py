"""How one column of a table looks and what it takes: its width, its rule, the help beside its cells."""

from __future__ import annotations

from datetime import date

from aktivplan.codes import Severity
from aktivplan.definition.models import Field
from aktivplan.definition.terms import FieldType, Need
from aktivplan.forms.entry import LONGEST_MESSAGE, Message, Rule, shortened
from aktivplan.forms.form import Form
from aktivplan.forms.layout import FIRST_ROW, Column, TableLayout, record_id
from aktivplan.forms.room import lines
from aktivplan.forms.sheet import column_fixed
from aktivplan.forms.styles import date_style
from aktivplan.i18n import Translator

_WIDTHS = {
    FieldType.TEXT: 26,
    FieldType.LONGTEXT: 40,
    FieldType.CHOICE: 14,
    FieldType.MULTICHOICE: 26,
    FieldType.GOAL: 32,
    FieldType.PERSON: 22,
    FieldType.PERIOD: 20,
    FieldType.DATE: 13,
    FieldType.NUMBER: 11,
    FieldType.PERCENT: 11,
    FieldType.MONEY: 14,
    FieldType.YESNO: 10,
    FieldType.EMAIL: 30,
}
"""In characters."""
_WIDEST_CHOICE, _WIDEST_BY_EXAMPLE = 30, 40
_STRETCHED = (FieldType.TEXT, FieldType.LONGTEXT, FieldType.GOAL, FieldType.PERSON, FieldType.PERIOD)
_NARROWEST_TABLE = 175
"""Characters that fill a printed page's width in a size in which the prepared rows fit on it."""
_LONG_EXAMPLE = 80
"""Characters from which on a field is taken to be meant for longer texts."""
_BUTTON = 5
"""Characters that a heading's filter button and star take up."""
_FIRST_DATE, _LEAST_NUMBER = date(2000, 1, 1), -1e15
_EXAMPLE_DATE, _EXAMPLE_NUMBER, _EXAMPLE_SHARE = date(2027, 3, 31), 12, 0.8


def widths(form: Form, table: TableLayout) -> tuple[int, ...]:
    """Every column's width in characters; columns of text share what a narrow table leaves free of the page."""
    found = {column.index: _width(form, table, column) for column in table.columns}
    texts = [column.index for column in table.columns if column.field and column.field.type in _STRETCHED]
    free = _NARROWEST_TABLE - sum(found.values())
    if texts and free > 0:
        shared = sum(found[index] for index in texts)
        found |= {index: found[index] + free * found[index] // shared for index in texts}
    return tuple(found.values())


def _width(form: Form, table: TableLayout, column: Column) -> int:
    longest_word = max(len(word) for word in column.heading.split())
    if column.field is None:
        words = [complete_word(form.t), incomplete_word(form.t)]
        if form.marks:
            words += [fault_word(severity, form.t) for severity in Severity]
        widest_id = len(record_id(form.unit.code, table.table, 999)) + max(map(len, words)) + 3
        return max(widest_id, longest_word + _BUTTON)
    return max(_WIDTHS[column.field.type], _width_of_content(form, column.field), longest_word + _BUTTON)


def _width_of_content(form: Form, field: Field) -> int:
    """The width that a choice field's longest choice takes, or a text field's example; within limits."""
    offered = form.lists.of(field)
    if offered is not None and field.type is FieldType.CHOICE:
        return min(max(map(len, offered.values)) + 3, _WIDEST_CHOICE)
    if field.type in (FieldType.TEXT, FieldType.PERIOD, FieldType.PERSON):
        return _WIDEST_BY_EXAMPLE if len(field.example) > _LONG_EXAMPLE else 0
    return 0


def heading_lines(column: Column, characters: int) -> int:
    """How many lines the heading takes in a column that wide."""
    return lines(column.heading, characters - _BUTTON + 2)


def complete_word(t: Translator) -> str:
    """Stands after the id of a row that is complete."""
    return t("done")


def incomplete_word(t: Translator) -> str:
    """Stands after the id of a row where something is missing."""
    return t("not done")


def fault_word(severity: Severity, t: Translator) -> str:
    """Stands after the id of a row where that is the gravest thing found."""
    return t("to mend") if severity is Severity.ERROR else t("to look at")


def prompt(form: Form, column: Column) -> Message | None:
    """What is shown beside a selected cell; None where there is nothing to say."""
    if column.field is None:
        text = form.t("The number belongs to its row. In rows that you add, it may be left empty.")
        return Message(column.heading, text)
    demands = " ".join(_demands(column.field, form.t))
    room = LONGEST_MESSAGE - len(demands) - 1
    text = f"{shortened(column.field.help, room)} {demands}".strip()
    return Message(column.heading, text) if text else None


def rule(form: Form, column: Column) -> Rule:
    """What the column's cells take."""
    if column.field is None:
        return Rule()
    match column.field.type:
        case FieldType.CHOICE | FieldType.GOAL | FieldType.YESNO | FieldType.MULTICHOICE:
            return _list_rule(form, column.field)
        case FieldType.DATE:
            return date_rule(form)
        case FieldType.NUMBER | FieldType.MONEY | FieldType.PERCENT:
            return _number_rule(column.field, form.t)
        case FieldType.EMAIL:
            return _email_rule(column.index, form.t)
        case _:
            return Rule()


def date_rule(form: Form) -> Rule:
    """What a cell for a date takes."""
    example = form.t.date(_EXAMPLE_DATE, date_style(form.plan.settings.language).pattern)
    text = form.t("This cannot be read as a date. Write it as {example}.", example=example)
    return Rule("date", minimum=_FIRST_DATE, refusal=Message(form.t("Not a date"), text))


def _demands(field: Field, t: Translator) -> list[str]:
    """What the cell demands besides the field's own help."""
    demands = []
    if field.type is FieldType.MULTICHOICE:
        demands.append(t("You may choose several: separate them with a semicolon."))
    if field.required is Need.REQUIRED:
        demands.append(t("Must be filled in."))
    return demands


def _list_rule(form: Form, field: Field) -> Rule:
    offered = form.lists.of(field)
    if offered is None:
        return Rule()
    if field.type is FieldType.MULTICHOICE:
        return Rule("list", formula=offered.source)
    text = form.t(
        "Choose one of the entries in the list: click the arrow beside the cell, or press Alt+Down."
    )
    return Rule("list", formula=offered.source, refusal=Message(form.t("Not in the list"), text))


def _number_rule(field: Field, t: Translator) -> Rule:
    least, most = field.minimum, field.maximum
    if least is not None and most is not None:
        text = t(
            "Write a number from {minimum} to {maximum}.",
            minimum=_shown(least, field, t),
            maximum=_shown(most, field, t),
        )
    elif least is not None:
        text = t("Write a number, {minimum} or more.", minimum=_shown(least, field, t))
    elif most is not None:
        text = t("Write a number, {maximum} or less.", maximum=_shown(most, field, t))
    else:
        example = _EXAMPLE_SHARE if field.type is FieldType.PERCENT else _EXAMPLE_NUMBER
        text = t("Write digits only, such as {example}.", example=_shown(example, field, t))
        least = _LEAST_NUMBER
    return Rule("decimal", minimum=least, maximum=most, refusal=Message(t("Not a number that fits"), text))


def _shown(number: float, field: Field, t: Translator) -> str:
    """The number as people write it in such a field."""
    return f"{t.number(number * 100)} %" if field.type is FieldType.PERCENT else t.number(number)


def _email_rule(column: int, t: Translator) -> Rule:
    text = t("This is not an e-mail address. Write it as name@municipality.example.")
    formula = f'ISNUMBER(FIND("@",{column_fixed(FIRST_ROW, column)}))'
    return Rule("custom", formula=formula, refusal=Message(t("Not an e-mail address"), text))
