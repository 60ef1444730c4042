"""Rules of tables, their fields, and the choice lists these choose from."""

from __future__ import annotations

from collections.abc import Iterator

from aktivplan.definition.draft import Draft, Entry, Mistake, mistake
from aktivplan.definition.printed_names import (
    ID_KEY,
    LISTS_SHEET,
    META_SHEET,
    SHEET_NAMES,
    id_heading,
    sheet_name,
)
from aktivplan.definition.rules_of_goals import goals_on_levels, level_names
from aktivplan.definition.terms import Audience, FieldType, Need
from aktivplan.i18n import LANGUAGES, Translator, translator

_FROM_A_LIST = (FieldType.CHOICE, FieldType.MULTICHOICE)


def fields_stand_in_tables(draft: Draft) -> Iterator[Mistake]:
    """A field's table is the key of a table."""
    keys = {table.text("key") for table in draft.tables}
    for field in draft.fields if draft.tables else ():
        key = field.text("table")
        if not key and "table" not in field.spoiled:
            yield mistake("plan-value-missing", field.at("table"))
        elif key and key not in keys:
            yield mistake("plan-unknown-table", field.at("table"), key)


def tables_have_something_to_fill_in(draft: Draft) -> Iterator[Mistake]:
    """A table has at least one field that units fill in."""
    placed = [field for field in draft.fields if field.text("table")]
    filled = {field.text("table") for field in placed if field.text("audience") != Audience.LEADERS}
    for table in draft.tables if placed else ():
        if table.text("key") not in filled:
            yield mistake("plan-table-empty", table.at("key"), table.text("title") or table.text("key"))


def choices_stand_in_lists(draft: Draft) -> Iterator[Mistake]:
    """A choice says which list it belongs to."""
    for choice in draft.choices:
        if not choice.text("list") and "list" not in choice.spoiled:
            yield mistake("plan-value-missing", choice.at("list"))


def lists_have_choices(draft: Draft) -> Iterator[Mistake]:
    """A choice list offers at least one choice."""
    offered = {choice.text("list") for choice in draft.choices}
    for one in draft.lists:
        if one.text("name") not in offered:
            yield mistake("plan-list-empty", one.at("name"), one.text("name"))


def choices_come_from_lists(draft: Draft) -> Iterator[Mistake]:
    """A choice field names a choice list, and every list that is named exists."""
    names = {one.text("name") for one in draft.lists}
    for field in draft.fields:
        name = field.text("choices")
        if name and name not in names:
            yield mistake("plan-unknown-list", field.at("choices"), name)
        elif not name and field.text("type") in _FROM_A_LIST and "choices" not in field.spoiled:
            yield mistake("plan-list-missing", field.at("choices"), _called(field))


def fields_have_headings(draft: Draft) -> Iterator[Mistake]:
    """A field has a heading; a goal field may do without, and is then called as its level."""
    for field in draft.fields:
        if not _heading(draft, field) and "type" not in field.spoiled:
            required = field.text("required") == Need.REQUIRED
            code = "plan-heading-required" if required else "plan-value-missing"
            yield mistake(code, field.at("heading"), field.text("key"))


def headings_differ(draft: Draft) -> Iterator[Mistake]:
    """No two columns of a table have the same heading, capitals and spaces aside (Excel's tables refuse that)."""
    seen: dict[tuple[str, str], Entry | None] = {}
    if t := _translator(draft):
        seen = {(table.text("key"), _compared(id_heading(t))): None for table in draft.tables}
    for field in draft.fields:
        heading = _heading(draft, field)
        first = seen.setdefault((field.text("table"), _compared(heading)), field)
        if not heading or first is field:
            continue
        if first is None:
            yield mistake("plan-heading-taken", field.at("heading"), heading)
        else:
            yield mistake("plan-heading-repeated", field.at("heading"), heading, first=first.path)


def keys_are_not_taken(draft: Draft) -> Iterator[Mistake]:
    """No field has the key of the column of record ids."""
    for field in draft.fields:
        if field.text("key") == ID_KEY:
            yield mistake("plan-key-taken", field.at("key"), ID_KEY)


def levels_can_be_chosen_from(draft: Draft) -> Iterator[Mistake]:
    """A goal field's level is one of the named ones, and has goals."""
    levels, filled = len(level_names(draft)), goals_on_levels(draft)
    for field in draft.fields if levels else ():
        level = field.values.get("level")
        if not isinstance(level, int):
            continue
        if not 1 <= level <= levels:
            yield mistake("plan-level-wrong", field.at("level"), str(level), levels=levels)
        elif draft.goals and level not in filled:
            yield mistake("plan-level-empty", field.at("level"), str(level))


def limits_run_upward(draft: Draft) -> Iterator[Mistake]:
    """A field's highest value is not below its lowest."""
    for field in draft.fields:
        lowest, highest = field.values.get("minimum"), field.values.get("maximum")
        if isinstance(lowest, int | float) and isinstance(highest, int | float) and highest < lowest:
            yield mistake("plan-limits-reversed", field.at("maximum"), f"{highest:g}")


def sheets_differ(draft: Draft) -> Iterator[Mistake]:
    """No two sheets of a form have the same name, once Excel has cut it."""
    taken = {name.casefold(): name for name in _own_sheets(draft)}
    for table in draft.tables:
        title = table.text("title")
        name = sheet_name(title)
        if title and not name:
            yield mistake("plan-sheet-nameless", table.at("title"), title)
        elif name and name.casefold() in taken:
            yield mistake("plan-sheet-taken", table.at("title"), title, name=taken[name.casefold()])
        taken.setdefault(name.casefold(), name)


def _own_sheets(draft: Draft) -> tuple[str, ...]:
    """The form's other sheets; "History" is Excel's own."""
    t = _translator(draft)
    spoken = tuple(name(t) for name in SHEET_NAMES) if t else ()
    return (*spoken, META_SHEET, LISTS_SHEET, "History")


def _heading(draft: Draft, field: Entry) -> str:
    """The heading as printed; "" where it cannot be told."""
    if field.text("heading") or field.text("type") != FieldType.GOAL:
        return field.text("heading")
    names, level = level_names(draft), field.values.get("level")
    index = level if isinstance(level, int) else len(names)
    return names[index - 1] if 1 <= index <= len(names) else "?"


def _compared(heading: str) -> str:
    return " ".join(heading.casefold().split())


def _called(field: Entry) -> str:
    return field.text("heading") or field.text("key")


def _translator(draft: Draft) -> Translator | None:
    language = draft.settings.text("language")
    return translator(language) if language in LANGUAGES else None


TABLE_RULES = (
    fields_stand_in_tables,
    tables_have_something_to_fill_in,
    choices_stand_in_lists,
    lists_have_choices,
    choices_come_from_lists,
    fields_have_headings,
    headings_differ,
    keys_are_not_taken,
    levels_can_be_chosen_from,
    limits_run_upward,
    sheets_differ,
)
