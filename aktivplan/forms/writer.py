"""Writes a unit's workbook: blank, with its records filled in, or as a corrected copy.

XlsxWriter rather than openpyxl: it writes a formula together with its result, escapes what XML may not hold,
and takes less than half the time.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import replace

from lxml import etree
from xlsxwriter import Workbook

from aktivplan.definition.models import Plan, Unit
from aktivplan.findings import Finding
from aktivplan.forms import layout
from aktivplan.forms.corrections_sheet import write_corrections_sheet
from aktivplan.forms.entry import legal
from aktivplan.forms.form import Form
from aktivplan.forms.goals_sheet import write_goals_sheet
from aktivplan.forms.kept import Kept, kept_leftovers
from aktivplan.forms.layout import LISTS_SHEET, META_SHEET, TableLayout
from aktivplan.forms.leftovers_sheet import write_leftovers_sheet
from aktivplan.forms.lists_sheet import offered_lists, write_lists
from aktivplan.forms.marks import sort_findings
from aktivplan.forms.sheet import Sheet
from aktivplan.forms.start_sheet import write_start_sheet
from aktivplan.forms.styles import Styles
from aktivplan.forms.table_sheet import write_table_sheet
from aktivplan.i18n import Translator, translator
from aktivplan.ooxml import FIXED_TIME, write_package
from aktivplan.records import Attestation, Record, Submission

_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
_CORE_PROPERTIES, _APPLICATION_PROPERTIES = "docProps/core.xml", "docProps/app.xml"
_LANGUAGE = "{http://purl.org/dc/elements/1.1/}language"


def write_form(
    plan: Plan,
    unit: Unit,
    records: Sequence[Record] = (),
    findings: Iterable[Finding] = (),
    attestation: Attestation | None = None,
) -> bytes:
    """One unit's workbook as the bytes of an .xlsx file, in the plan's language.

    ``records`` are the unit's own and are filled in, in their order and with their ids. Cells that ``findings``
    concern are tinted and carry the finding as a comment, and a sheet before the first lists all findings.
    ``attestation`` is what the unit has already said of its manager's approval. The same arguments give
    the same bytes.
    """
    answer = Submission("", "", unit.code, attestation=attestation, records=tuple(records))
    return _written(plan, unit, answer, findings)


def write_corrected_copy(plan: Plan, answer: Submission, findings: Iterable[Finding]) -> bytes:
    """A unit's answer in a fresh form, to be mended and sent back: what was written stands as it was written.

    Its first sheet lists the findings, with links to the cells, which are marked; what the form has no place for
    stands on a sheet of its own; and the hidden sheet says which answer it was made from. KeyError if the answer is
    of none of the plan's units.
    """
    return _written(plan, plan.units_by_code[answer.unit], answer, findings)


def _written(plan: Plan, unit: Unit, answer: Submission, findings: Iterable[Finding]) -> bytes:
    t = translator(plan.settings.language)
    layouts = [layout.table_layout(plan, table, t) for table in plan.tables]
    buffer = io.BytesIO()
    workbook = Workbook(buffer, _OPTIONS)
    kept = kept_leftovers(answer, t)
    marks = sort_findings(layouts, answer, findings, kept)
    styles = Styles(workbook, plan.settings.language)
    form = Form(plan, unit, t, styles, offered_lists(plan, t), marks, as_written=bool(answer.sha256))
    _set_properties(workbook, form)
    _write_sheets(workbook, form, layouts, answer, kept)
    workbook.close()
    return _finished(buffer.getvalue(), t)


def _write_sheets(
    workbook: Workbook,
    form: Form,
    layouts: Sequence[TableLayout],
    answer: Submission,
    kept: Sequence[Kept],
) -> None:
    """Every sheet, in the order they stand in."""
    corrections = Sheet(workbook, layout.corrections_sheet_name(form.t)) if form.marks else None
    start = Sheet(workbook, layout.start_sheet_name(form.t))
    answers = write_start_sheet(form, start, answer.attestation)
    if corrections:
        write_corrections_sheet(form, corrections, answer, answers)
    goals = Sheet(workbook, layout.goals_sheet_name(form.t))
    write_goals_sheet(form, goals)
    printed = {text for _row, text in (*start.printed, *goals.printed)}
    for table in layouts:
        own = [record for record in answer.records if record.table == table.table.key]
        sheet = Sheet(workbook, table.sheet)
        write_table_sheet(form, sheet, table, own)
        printed |= {text for row, text in sheet.printed if row <= layout.HEADING_ROW}
    if kept:
        write_leftovers_sheet(form, Sheet(workbook, layout.leftovers_sheet_name(form.t)), kept)
    write_lists(Sheet(workbook, LISTS_SHEET), form.lists)
    _write_meta(form, Sheet(workbook, META_SHEET), answer.sha256, printed)


def _write_meta(form: Form, sheet: Sheet, corrects: str, printed: Iterable[str]) -> None:
    """The hidden sheet that says what the form is."""
    meta = layout.form_meta(form.plan, form.unit, form.t, corrects=corrects)
    marks = frozenset(layout.printed_mark(text) for text in printed if text)
    rows = layout.meta_rows(replace(meta, printed=marks))
    for row, texts in enumerate(rows, start=1):
        for column, text in enumerate(texts, start=1):
            sheet.text(row, column, text)
    sheet.hide()


def _set_properties(workbook: Workbook, form: Form) -> None:
    settings = form.plan.settings
    title = form.t("{title}: form for {unit}", title=settings.title, unit=form.unit.name)
    workbook.set_properties(
        {
            "title": legal(title),
            "author": legal(settings.organisation),
            "company": legal(settings.organisation),
            "created": FIXED_TIME,
        }
    )


def _finished(package: bytes, t: Translator) -> bytes:
    """The same package, its properties naming the language, for which XlsxWriter has no word, and its maker.

    XlsxWriter passes itself off as Excel, and LibreOffice then neither computes nor sets the height of rows.
    """
    with zipfile.ZipFile(io.BytesIO(package)) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    core, application = (
        etree.fromstring(parts[name]) for name in (_CORE_PROPERTIES, _APPLICATION_PROPERTIES)
    )
    etree.SubElement(core, _LANGUAGE).text = t.tag
    application[0].text = "Aktivplan"
    parts[_CORE_PROPERTIES], parts[_APPLICATION_PROPERTIES] = (
        etree.tostring(part, xml_declaration=True, encoding="UTF-8", standalone=True)
        for part in (core, application)
    )
    return write_package(parts.items())
