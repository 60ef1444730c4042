"""From an edition to the bytes of the master workbook: its skeleton, and the rows laid into it."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from xlsxwriter import Workbook

from aktivplan.edition import Edition
from aktivplan.forms.layout import FIRST_ROW
from aktivplan.i18n import Translator, translator
from aktivplan.ooxml import FIXED_TIME
from aktivplan.rendering.master.body import table_rows
from aktivplan.rendering.master.choices import Choices
from aktivplan.rendering.master.links import Links, files_on_disk, rows_of_records
from aktivplan.rendering.master.marks import write_marks
from aktivplan.rendering.master.overview import Overview
from aktivplan.rendering.master.package import Filling, fill
from aktivplan.rendering.master.sheet import Sheet, sheet_names
from aktivplan.rendering.master.sheets import all_sheets
from aktivplan.rendering.master.sizes import sized
from aktivplan.rendering.master.styles import Styles
from aktivplan.rendering.master.texts import plain
from aktivplan.rendering.master.writer import SheetWriter

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def render_master(edition: Edition, *, answers_folder: str = "../returned") -> bytes:
    """The master workbook of the whole edition, as .xlsx, in the plan's language.

    ``answers_folder`` leads from the folder that the workbook will lie in to the answers, with forward slashes;
    the rows' links to the units' files are made with it. Same edition, same bytes.
    """
    t = translator(edition.plan.settings.language)
    wanted = all_sheets(edition, t)
    overview, *names = sheet_names([t("Overview"), *(sheet.name for sheet in wanted)])
    sheets = [replace(sheet, name=name) for sheet, name in zip(wanted, names, strict=True)]
    files = files_on_disk(source.file for source in edition.sources)
    links = Links(answers_folder, files, rows_of_records(sheets, edition.records, FIRST_ROW))
    sheets = [sized(_told(sheet, links, t)) for sheet in sheets]
    package = _skeleton(edition, overview, sheets, t)
    fillings = {
        number: _filling(sheet, links, t) for number, sheet in enumerate(sheets, start=2) if sheet.rows
    }
    return fill(package, fillings)


def _told(sheet: Sheet, links: Links, t: Translator) -> Sheet:
    """The sheet, with a word about its links if it has too many of them."""
    if links.fit(sheet):
        return sheet
    missing = t(
        "Excel takes no more than {count} links on a sheet, so there are none here.",
        count=t.number(links.most),
    )
    return replace(sheet, about=f"{sheet.about} {missing}")


def _skeleton(edition: Edition, overview: str, sheets: Sequence[Sheet], t: Translator) -> bytes:
    """The workbook with everything but the tables' rows."""
    settings = edition.plan.settings
    buffer = io.BytesIO()
    workbook = Workbook(buffer, _OPTIONS)
    workbook.set_properties(
        {
            "title": plain(settings.title),
            "author": plain(settings.leader_name),
            "company": plain(settings.organisation),
            "created": FIXED_TIME,
        }
    )
    styles, choices = Styles(workbook, t), Choices(workbook, edition.plan, t)
    first = Overview(workbook, styles, edition, overview, t)
    writer = SheetWriter(workbook, styles, choices, t)
    for sheet in sheets:
        writer.prepare(sheet, overview, footer=settings.title)
    first.write(sheets)
    choices.write_lists()
    write_marks(workbook, overview, sheets)
    workbook.close()
    return buffer.getvalue()


def _filling(sheet: Sheet, links: Links, t: Translator) -> Filling:
    elements, relationships = links.written(sheet, FIRST_ROW)
    rows = partial(table_rows, sheet, first_row=FIRST_ROW, t=t)
    return Filling(FIRST_ROW, FIRST_ROW + sheet.rows - 1, rows, elements, relationships)
