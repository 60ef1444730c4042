"""The first sheet of a unit's workbook: who, what, by when, to whom; how to fill in; approval; examples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from babel.lists import format_list

from aktivplan import palette
from aktivplan.definition.models import Table
from aktivplan.definition.terms import Need
from aktivplan.findings import Place
from aktivplan.forms import columns, layout
from aktivplan.forms.entry import Message, Rule
from aktivplan.forms.form import Form
from aktivplan.forms.layout import KEY_DAY, KEY_MANAGER, KEY_UNIT, KEY_UNIT_NAME
from aktivplan.forms.sheet import Sheet
from aktivplan.forms.start_page import Answer, StartPage
from aktivplan.records import Attestation

_NOTHING = "–"


def write_start_sheet(form: Form, sheet: Sheet, attestation: Attestation | None) -> Mapping[str, Place]:
    """Write the sheet, and say where the unit's answers on it stand, by key.

    ``attestation`` is what the unit has already said of its manager's approval.
    """
    page = StartPage(form, sheet)
    page.set_up(
        form.plan.settings.title, form.t("Read this first: what your unit is to do, how, and by when.")
    )
    _write_facts(page)
    _write_to_mend(page)
    _write_steps(page)
    if form.plan.settings.attestation:
        _write_attestation(page, attestation)
    for table in form.plan.tables:
        _write_example(page, table)
    sheet.select(1, 1)
    sheet.tab(palette.STRONG_LINE, grid=False)
    sheet.print_on_a4(form.footer, landscape=False)
    return page.answers


def _write_facts(page: StartPage) -> None:
    """Who, what, by when, to whom, and why."""
    t, settings, unit = page.form.t, page.form.plan.settings, page.form.unit
    page.fact(t("Organisation"), settings.organisation)
    page.fact(t("Unit"), unit.name, strong=True, key=KEY_UNIT_NAME)
    page.fact(t("The unit's code"), unit.code, key=KEY_UNIT)
    page.fact(t("Contact"), unit.contact)
    page.fact(t("Manager"), unit.manager)
    page.fact(t("Deadline"), t.date(settings.deadline, "full"), strong=True)
    page.fact(t("Send to"), ", ".join(part for part in (settings.leader_name, settings.leader_email) if part))
    page.fact(
        t("The plan covers"),
        f"{t.date(settings.period_start, 'long')} – {t.date(settings.period_end, 'long')}",
    )
    page.fact(t("Purpose"), settings.purpose)


def _write_to_mend(page: StartPage) -> None:
    """Where a corrected copy says what was found in the unit's answer."""
    t = page.form.t
    if page.form.marks:
        page.section(t("To mend"))
        name = layout.corrections_sheet_name(t)
        page.line(t("What there is to mend in your answer stands on the sheet {sheet}.", sheet=name))


def _write_steps(page: StartPage) -> None:
    page.section(page.form.t("How to fill in"))
    for number, text in enumerate(_steps(page.form), start=1):
        page.step(number, text)


def _steps(form: Form) -> Iterator[str]:
    t, settings = form.t, form.plan.settings
    sheets = format_list(
        [layout.sheet_name(table) for table in form.plan.tables], locale=t.tag.replace("-", "_")
    )
    yield t("Read the goals on the sheet {sheet}.", sheet=layout.goals_sheet_name(t))
    yield t.plural(
        "Fill in the sheet {sheets}, one row at a time. Where a cell has an arrow, choose from the list. Columns marked * must be filled in.",
        "Fill in the sheets {sheets}, one row at a time. Where a cell has an arrow, choose from the list. Columns marked * must be filled in.",
        len(form.plan.tables),
        sheets=sheets,
    )
    yield t(
        "If you need more rows, go on directly below the last one. Leave the headings and the numbers in the first column as they are."
    )
    if settings.attestation:
        yield t("Let your manager approve the list, and write the name and the date below.")
    deadline = t.date(settings.deadline, "long")
    if settings.leader_email:
        yield t(
            "Save the workbook as an Excel file (.xlsx) and e-mail it to {name}, {email}, by {deadline} at the latest.",
            name=settings.leader_name,
            email=settings.leader_email,
            deadline=deadline,
        )
    else:
        yield t(
            "Save the workbook as an Excel file (.xlsx) and send it to {name} by {deadline} at the latest.",
            name=settings.leader_name,
            deadline=deadline,
        )


def _write_attestation(page: StartPage, attestation: Attestation | None) -> None:
    t, form = page.form.t, page.form
    page.section(t("Anchored with manager"))
    page.line(t("The list is taken in only when the manager has approved it."))
    page.answer(
        Answer(
            t("Manager's name"),
            KEY_MANAGER,
            attestation.manager if attestation else "",
            Rule(),
            Message(t("Manager's name"), t("The name of the manager who has approved the list.")),
            form.marks.approval.get(KEY_MANAGER, ()),
        )
    )
    page.answer(
        Answer(
            t("Date of approval"),
            KEY_DAY,
            (attestation.day or attestation.written_day) if attestation else "",
            columns.date_rule(form),
            Message(t("Date of approval"), t("The day on which the manager approved the list.")),
            form.marks.approval.get(KEY_DAY, ()),
        )
    )


def _write_example(page: StartPage, table: Table) -> None:
    """One row as it may look, set upright so that it cannot be taken for an answer; and every field's help."""
    t, form = page.form.t, page.form
    explained = any(field.example or field.help for field in table.public_fields)
    if not (table.help or explained):
        return
    page.section(t("Help and example: the sheet {sheet}", sheet=layout.sheet_name(table)))
    page.fact(t("What it is for"), table.help)
    if not explained:
        return
    page.columns(t("Column"), t("Example"), t("What to write"))
    for column in layout.table_layout(form.plan, table, t).columns:
        field = column.field
        if field is not None:
            required = field.required is Need.REQUIRED
            page.example(column.heading, field.example or _NOTHING, field.help or _NOTHING, required=required)
