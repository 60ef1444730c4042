"""Plan → plan.xlsx: the workbook in which a process leader says what is asked, of whom and how."""

from __future__ import annotations

import io
from datetime import date

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import quote_sheetname, xl_range_abs
from xlsxwriter.worksheet import Worksheet

from aktivplan.definition.models import Plan
from aktivplan.definition.plan_entry import LONGEST_INLINE, entry_rule, plain
from aktivplan.definition.plan_looks import TABLE_STYLE, Looks
from aktivplan.definition.plan_settings import SETTING_HEADINGS, SETTINGS
from aktivplan.definition.plan_sheets import LISTS
from aktivplan.definition.plan_sizes import column_width, heading_height, row_height
from aktivplan.definition.plan_slots import SheetWords
from aktivplan.definition.plan_values import Content, list_rows, settings_rows
from aktivplan.i18n import N_, Translator, translator
from aktivplan.ooxml import FIXED_TIME, repack

_NEXT_STEP = N_(
    "Next: go through the sheets from left to right, save and close the workbook, and run: aktivplan templates"
)
_SETTING_WIDTHS = (30, 54, 64)
_SETTINGS_HEADING_ROW, _LIST_HEADING_ROW = 4, 3
"""Rows and columns count from 0 here, as XlsxWriter has it."""
_SPARE_ROWS = 500
"""Rows below the last one that have drop-downs and help too."""
_LONGEST_TEXT = 32_767
"""As much as Excel takes in one cell."""
_A4 = 9


def write_plan(plan: Plan) -> bytes:
    """The workbook, everything in it in the plan's language; the same plan always gives the same bytes."""
    t = translator(plan.settings.language)
    buffer = io.BytesIO()
    book = Workbook(buffer, {"in_memory": True})
    properties = {"title": plain(plan.settings.title), "author": plain(plan.settings.organisation)}
    book.set_properties({**properties, "created": FIXED_TIME})
    looks = Looks(book, t.language)
    _write_settings(book.add_worksheet(t(SETTINGS.name)), plan, looks, t)
    sheets = {words.kind: book.add_worksheet(t(words.name)) for words in LISTS}
    suggested = _suggestions(plan, t)
    for words in LISTS:
        _write_list(sheets[words.kind], plan, words, looks, suggested)
    book.close()
    return repack(buffer.getvalue(), _with_growing_rows)


def _with_growing_rows(name: str, content: bytes) -> bytes:
    """A part, its rows' heights only a first guess: Excel fits them when somebody writes more."""
    return content.replace(b' customHeight="1"', b"") if name.startswith("xl/worksheets/") else content


def _write_settings(sheet: Worksheet, plan: Plan, looks: Looks, t: Translator) -> None:
    _write_top(sheet, SETTINGS, len(_SETTING_WIDTHS), looks, t)
    sheet.write_string(2, 0, t(_NEXT_STEP), looks.next_step)
    sheet.set_row(2, 24)
    for column, (width, heading) in enumerate(zip(_SETTING_WIDTHS, SETTING_HEADINGS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(_SETTINGS_HEADING_ROW, column, t(heading), looks.heading)
    sheet.set_row(_SETTINGS_HEADING_ROW, 20)
    for row, setting in enumerate(settings_rows(plan, t), start=_SETTINGS_HEADING_ROW + 1):
        slot = setting.slot
        sheet.write_string(row, 0, setting.name, looks.label)
        _write_cell(sheet, row, 1, setting.content, looks.cell(slot.kind))
        sheet.write_string(row, 2, t(slot.help), looks.note)
        texts = (setting.name, str(setting.content), t(slot.help))
        sheet.set_row(row, row_height(zip(texts, _SETTING_WIDTHS, strict=True)))
        sheet.data_validation(row, 1, row, 1, entry_rule(slot, setting.name, t))
    sheet.freeze_panes(_SETTINGS_HEADING_ROW + 1, 1)
    _set_up_print(sheet, _SETTINGS_HEADING_ROW, pages=1)
    sheet.activate()


def _write_list(
    sheet: Worksheet, plan: Plan, words: SheetWords, looks: Looks, suggested: dict[str, object]
) -> None:
    t = translator(plan.settings.language)
    rows = list_rows(plan, words, t)
    first, last = _LIST_HEADING_ROW + 1, _LIST_HEADING_ROW + max(len(rows), 1)
    _write_top(sheet, words, len(words.slots), looks, t)
    widths = [column_width(slot.width, t(slot.name)) for slot in words.slots]
    for row in range(first, last + 1):
        texts = map(str, rows[row - first] if rows else ())
        sheet.set_row(row, row_height(zip(texts, widths, strict=False)))
    sheet.set_row(
        _LIST_HEADING_ROW,
        heading_height(zip((t(slot.name) for slot in words.slots), widths, strict=True)),
    )
    for column, slot in enumerate(words.slots):
        sheet.set_column(column, column, widths[column], looks.spare(slot.kind))
        rule = entry_rule(slot, t(slot.name), t, suggested.get(slot.suggestions))
        sheet.data_validation(first, column, last + _SPARE_ROWS, column, rule)
        for row in range(first, last + 1):
            content = rows[row - first][column] if rows else ""
            _write_cell(sheet, row, column, content, looks.cell(slot.kind))
    headings = [
        {"header": t(slot.name), "header_format": looks.needed_heading if slot.needed else looks.heading}
        for slot in words.slots
    ]
    table = {"name": f"plan_{words.kind}", "style": TABLE_STYLE, "columns": headings}
    sheet.add_table(_LIST_HEADING_ROW, 0, last, len(words.slots) - 1, table)
    sheet.freeze_panes(first, words.frozen)
    _set_up_print(sheet, _LIST_HEADING_ROW)


def _write_top(sheet: Worksheet, words: SheetWords, columns: int, looks: Looks, t: Translator) -> None:
    """The band with the sheet's title and what it is for."""
    sheet.set_row(0, 32)
    sheet.set_row(1, 24)
    for column in range(columns):
        sheet.write_string(0, column, t(words.name) if column == 0 else "", looks.title)
        sheet.write_string(1, column, t(words.help) if column == 0 else "", looks.lead)


def _write_cell(sheet: Worksheet, row: int, column: int, content: Content, look: Format) -> None:
    """A date as a date, a number as a number, and all else as text, whatever it begins with."""
    if isinstance(content, date):
        sheet.write_datetime(row, column, content, look)
    elif not isinstance(content, str):
        sheet.write_number(row, column, content, look)
    elif not content:
        sheet.write_blank(row, column, None, look)
    elif content.startswith("<r>"):
        # XlsxWriter would take it for finished markup; in two pieces it is text.
        text = plain(content)[:_LONGEST_TEXT]
        sheet.write_rich_string(row, column, text[:2], look, text[2:], look)
    else:
        sheet.write_string(row, column, plain(content)[:_LONGEST_TEXT], look)


def _suggestions(plan: Plan, t: Translator) -> dict[str, object]:
    """What drop-downs offer of what stands elsewhere in the workbook: by attribute, values or their cells."""
    sources: dict[str, object] = {}
    for words in LISTS:
        last = _LIST_HEADING_ROW + len(list_rows(plan, words, t)) + _SPARE_ROWS
        for column, slot in enumerate(words.slots):
            cells = xl_range_abs(_LIST_HEADING_ROW + 1, column, last, column)
            sources[f"{words.kind}.{slot.attribute}"] = f"={quote_sheetname(t(words.name))}!{cells}"
    names = [one.name for one in plan.choice_lists]
    if names and len(",".join(names)) <= LONGEST_INLINE:
        sources["choices.list"] = names  # its cells hold every name many times
    return sources


def _set_up_print(sheet: Worksheet, heading_row: int, *, pages: int = 0) -> None:
    """On paper: landscape A4, as wide as the page, on so many pages (0: any), the headings on each."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    sheet.fit_to_pages(1, pages)
    sheet.repeat_rows(heading_row)
    sheet.hide_gridlines(2)
    sheet.set_footer("&L&9&A&R&9&P / &N")
