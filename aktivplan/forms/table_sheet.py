"""One table's sheet of a unit's workbook: rows to fill in, with help, checks and a count of what is complete."""

from __future__ import annotations

from collections.abc import Sequence

from aktivplan import palette
from aktivplan.forms import columns, layout
from aktivplan.forms.entry import Message, Rule, shortened
from aktivplan.forms.faults import lay_faults
from aktivplan.forms.form import Form
from aktivplan.forms.layout import (
    COMPLETE_ROW,
    FIRST_ROW,
    HEADING_ROW,
    HELP_ROW,
    KEY_ROW,
    LAST_ROW,
    TITLE_ROW,
    Column,
    TableLayout,
)
from aktivplan.forms.marks import comment_text, gravest
from aktivplan.forms.room import LINE, letters_in, row_height
from aktivplan.forms.sheet import Area, Content, Heading, Sheet
from aktivplan.forms.tally import Tally, tally_of
from aktivplan.forms.values import as_written, content, rows_of
from aktivplan.records import Record

_TITLE_HEIGHT, _LINE_HEIGHT, _HEADING_AIR = 33, 21, 9
"""In points."""
_ROOM_BELOW = 200
"""Rows that can be added below many records."""


def write_table_sheet(form: Form, sheet: Sheet, table: TableLayout, records: Sequence[Record]) -> None:
    """Write the sheet; ``records`` are the table's own, in the order they are to stand."""
    rows = rows_of(form.unit, table.table, records)
    last_row = FIRST_ROW + len(rows) - 1
    tally = tally_of(table, max(LAST_ROW, last_row + _ROOM_BELOW))
    widths = columns.widths(form, table)
    _set_widths(form, sheet, table, widths)
    _write_top(form, sheet, table, tally, sum(widths))
    result = tally.line_for(records, form.t)
    sheet.formula(COMPLETE_ROW, 1, tally.line(form.t), form.styles.tally, result=result)
    _write_headings(sheet, table, widths)
    sheet.table(f"table_{table.table.key}", HEADING_ROW, last_row, _headings(form, table, tally))
    for number, row in enumerate(rows, start=FIRST_ROW):
        if row.record is None:
            sheet.text(number, 1, row.id, form.styles.cell(None))
        else:
            _write_record(form, sheet, table, number, row.record, widths)
    _lay_rules(form, sheet, table, tally)
    lay_faults(form, sheet, table, records)
    _lay_marks(form, sheet, table, tally)
    sheet.freeze(FIRST_ROW, 2)
    sheet.select(FIRST_ROW + len(records), 2)
    sheet.tab(palette.ACCENT)
    sheet.print_on_a4(form.footer, landscape=True, repeated_row=HEADING_ROW)


def _set_widths(form: Form, sheet: Sheet, table: TableLayout, widths: Sequence[int]) -> None:
    for column, width in zip(table.columns, widths, strict=True):
        kind = column.field.type if column.field else None
        sheet.width(column.index, width, form.styles.cell(kind))


def _write_top(form: Form, sheet: Sheet, table: TableLayout, tally: Tally, width: int) -> None:
    """Title, help, and the explanation of the star."""
    sheet.band(TITLE_ROW, len(table.columns), form.styles.title, height=_TITLE_HEIGHT)
    sheet.text(TITLE_ROW, 1, table.table.title, form.styles.title)
    sheet.height(HELP_ROW, _LINE_HEIGHT)
    sheet.text(HELP_ROW, 1, _help_line(form, table, tally, width), form.styles.lead)
    sheet.height(COMPLETE_ROW, _LINE_HEIGHT)


def _help_line(form: Form, table: TableLayout, tally: Tally, width: int) -> str:
    """The table's help in one line; the whole of it stands on the first sheet."""
    star = form.t("Columns marked * must be filled in.") if tally.required else ""
    help_text = " ".join(table.table.help.split())
    letters = letters_in(width)
    if len(help_text) + len(star) + 1 <= letters:
        return f"{help_text} {star}".strip()
    more = form.t("More on the sheet {sheet}.", sheet=layout.start_sheet_name(form.t))
    room = letters - len(star) - len(more) - 2
    return f"{shortened(help_text, room)} {more} {star}".strip()


def _write_headings(sheet: Sheet, table: TableLayout, widths: Sequence[int]) -> None:
    """Hidden keys, and a row of headings as high as they need."""
    for column in table.columns:
        sheet.text(KEY_ROW, column.index, layout.column_key(table.table, column.key))
    sheet.hide_row(KEY_ROW)
    lines = max(
        columns.heading_lines(column, width) for column, width in zip(table.columns, widths, strict=True)
    )
    sheet.height(HEADING_ROW, lines * LINE + _HEADING_AIR)


def _headings(form: Form, table: TableLayout, tally: Tally) -> list[Heading]:
    looks = (form.styles.heading, form.styles.required_heading)
    return [Heading(column.heading, looks[column in tally.required]) for column in table.columns]


def _write_record(
    form: Form, sheet: Sheet, table: TableLayout, number: int, record: Record, widths: Sequence[int]
) -> None:
    """A record's id and values, what was found in them, and the height they need."""
    texts = []
    for column in table.columns:
        kind = column.field.type if column.field else None
        marks = form.marks.cells.get((record.id, column.key), ())
        held = _content(form, record, column)
        texts.append(held if isinstance(held, str) else "")
        sheet.value(number, column.index, held, form.styles.cell(kind, gravest(marks)))
        if marks:
            sheet.comment(number, column.index, comment_text(marks, form.t))
    sheet.fit(number, row_height(zip(texts, widths, strict=True)))


def _content(form: Form, record: Record, column: Column) -> Content:
    if column.field is None:
        return record.id
    if form.as_written:
        return as_written(column.field, record.value(column.key))
    return content(form.plan, column.field, record.value(column.key), form.t)


def _lay_rules(form: Form, sheet: Sheet, table: TableLayout, tally: Tally) -> None:
    """Guard the headings, and give every column its drop-down, its limits and its help."""
    sheet.validate(Area(HEADING_ROW, 1, HEADING_ROW, len(table.columns)), _guard(form))
    for column in table.columns:
        sheet.validate(_cells(column, tally), columns.rule(form, column), columns.prompt(form, column))
    sheet.accept_numbers_as_text(Area(FIRST_ROW, 1, tally.last_row, len(table.columns)))


def _guard(form: Form) -> Rule:
    text = form.t(
        "The answers are read by these headings, so they stay as they are. You may write in the rows below."
    )
    return Rule("custom", formula="FALSE", refusal=Message(form.t("The headings stay"), text))


def _lay_marks(form: Form, sheet: Sheet, table: TableLayout, tally: Tally) -> None:
    """Mark what is missing in rows begun, say beside the id whether the row is complete, and rule the rows."""
    ids = [Area(FIRST_ROW, 1, tally.last_row, 1)]
    sheet.mark(ids, tally.complete_row, form.styles.complete_id(columns.complete_word(form.t)))
    if tally.required:
        required = [_cells(column, tally) for column in tally.required]
        sheet.mark(ids, tally.incomplete_row, form.styles.incomplete_id(columns.incomplete_word(form.t)))
        sheet.mark(required, tally.missing_cell, form.styles.missing_mark)
    everything = [Area(FIRST_ROW, 1, tally.last_row, len(table.columns))]
    sheet.mark(everything, tally.used_row, form.styles.used_mark)


def _cells(column: Column, tally: Tally) -> Area:
    return Area(FIRST_ROW, column.index, tally.last_row, column.index)
