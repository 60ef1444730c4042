"""The one catalogue of findings: every code, how grave it is, and what is said of it.

A message says what is wrong and what to do. ``{cell}`` and ``{sheet}`` come from the finding's place,
the other placeholders from its arguments.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from aktivplan.i18n import N_


class Severity(StrEnum):
    """An error keeps a record (or a file) out; a warning lets it in; a note only tells."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of finding."""

    name: str
    severity: Severity
    message: str


_DEFINITION = (
    Code(
        "plan-missing",
        Severity.ERROR,
        N_("There is no plan.xlsx in {folder}. Make one with: aktivplan init {folder}"),
    ),
    Code(
        "plan-unreadable",
        Severity.ERROR,
        N_("plan.xlsx cannot be read as a workbook. Open it in Excel, save it as .xlsx and try again."),
    ),
    Code(
        "plan-sheet-missing",
        Severity.ERROR,
        N_(
            "The sheet {wanted} is missing in plan.xlsx. Add it, or take a new plan.xlsx with aktivplan init."
        ),
    ),
    Code(
        "plan-heading-missing",
        Severity.ERROR,
        N_("The sheet {sheet} has no column {heading}. Add a column with that heading."),
    ),
    Code(
        "plan-heading-unknown",
        Severity.WARNING,
        N_(
            "The column {heading} in the sheet {sheet} is not used by Aktivplan. Correct its heading, or leave it."
        ),
    ),
    Code(
        "plan-setting-unknown",
        Severity.WARNING,
        N_("{value} in {cell} is not a setting of Aktivplan. Correct its name, or remove the row."),
    ),
    Code(
        "plan-value-missing",
        Severity.ERROR,
        N_("{heading} is missing in {cell} of the sheet {sheet}. Fill it in."),
    ),
    Code(
        "plan-value-wrong",
        Severity.ERROR,
        N_("{value} in {cell} of the sheet {sheet} cannot be used as {heading}. Write one of: {allowed}."),
    ),
    Code(
        "plan-duplicate",
        Severity.ERROR,
        N_(
            "{heading} {value} in {cell} of the sheet {sheet} stands there already, in row {first}. Give it another one."
        ),
    ),
    Code(
        "plan-unknown-parent",
        Severity.ERROR,
        N_(
            "The parent goal {value} in {cell} is not the id of any goal. Write an id from the column of ids, or leave it empty."
        ),
    ),
    Code(
        "plan-goal-circle",
        Severity.ERROR,
        N_("The goal {value} in {cell} is its own ancestor. Give it a parent further up in the tree."),
    ),
    Code(
        "plan-goal-too-deep",
        Severity.ERROR,
        N_(
            "The goal {value} in {cell} stands on level {level}, but the settings name only {levels} levels. Name one more, or move the goal up."
        ),
    ),
    Code(
        "plan-unknown-table",
        Severity.ERROR,
        N_(
            "{value} in {cell} of the sheet {sheet} is not the key of any table. Write a key from the sheet of tables."
        ),
    ),
    Code(
        "plan-unknown-list",
        Severity.ERROR,
        N_(
            "The choice list {value} in {cell} does not exist. Add it to the sheet of choice lists, or write the name of one that stands there."
        ),
    ),
    Code(
        "plan-heading-required",
        Severity.ERROR,
        N_(
            "The field {value} is required but has no heading in {cell}. Write the heading that the units shall see."
        ),
    ),
    Code(
        "plan-email-wrong",
        Severity.ERROR,
        N_(
            "{value} in {cell} of the sheet {sheet} is not an e-mail address. Write it as name@municipality.example."
        ),
    ),
    Code(
        "plan-date-wrong",
        Severity.ERROR,
        N_("{value} in {cell} of the sheet {sheet} is not a date. Write it as 2026-03-31."),
    ),
    Code(
        "plan-period-reversed",
        Severity.ERROR,
        N_("The plan's period in {cell} ends before it begins. Correct one of the two dates."),
    ),
    Code(
        "plan-number-wrong",
        Severity.ERROR,
        N_(
            "{value} in {cell} of the sheet {sheet} is not a number that fits {heading}. Write a whole number, such as {example}."
        ),
    ),
    Code(
        "plan-code-wrong",
        Severity.ERROR,
        N_(
            "{value} in {cell} of the sheet {sheet} cannot be used as {heading}: only letters, digits and hyphens, at most {length}."
        ),
    ),
    Code(
        "plan-empty",
        Severity.ERROR,
        N_("The sheet {sheet} has no rows. Fill in at least one."),
    ),
)

_FILES = (
    Code(
        "file-not-workbook",
        Severity.ERROR,
        N_("The file is not an Excel workbook, whatever its name says. Ask the unit to send its form again."),
    ),
    Code(
        "file-needs-person",
        Severity.ERROR,
        N_("A file of the type {kind} cannot be read by Aktivplan. Copy what it says into the unit's form."),
    ),
    Code(
        "file-encrypted",
        Severity.ERROR,
        N_(
            "The workbook is protected with a password. Ask the unit to remove it (File > Info > Protect Workbook) and send the form again."
        ),
    ),
    Code(
        "file-damaged",
        Severity.ERROR,
        N_(
            "The workbook is damaged and cannot be opened. Ask the unit to open it in Excel, save it anew and send it again."
        ),
    ),
    Code(
        "file-too-large",
        Severity.ERROR,
        N_(
            "The file is larger than {limit} MiB and was not opened. Ask the unit to send the form without pictures and extra sheets."
        ),
    ),
    Code(
        "file-too-slow",
        Severity.ERROR,
        N_(
            "The workbook took more than {limit} seconds to read and was left. Ask the unit to copy its answers into a new form."
        ),
    ),
    Code(
        "file-crashed",
        Severity.ERROR,
        N_(
            "The workbook could not be read: reading it broke off. Ask the unit to copy its answers into a new form."
        ),
    ),
    Code(
        "file-lock",
        Severity.NOTE,
        N_("A lock file that Excel leaves while a workbook is open. Nothing to do."),
    ),
    Code("file-system", Severity.NOTE, N_("A file of the operating system, not an answer. Nothing to do.")),
    Code(
        "form-unknown",
        Severity.ERROR,
        N_(
            "No table of the plan was found in the workbook. Ask the unit to fill in the form that was sent out."
        ),
    ),
    Code(
        "form-other-plan",
        Severity.ERROR,
        N_("The form belongs to another plan ({plan}). Ask the unit for the form of this plan."),
    ),
    Code(
        "unit-unknown",
        Severity.ERROR,
        N_(
            "It is not said which unit has answered ({value}). Write the unit's code on the first sheet of the form, or add the unit to plan.xlsx."
        ),
    ),
    Code(
        "form-blank",
        Severity.NOTE,
        N_("The form came back with nothing filled in, so the unit counts as not yet answered."),
    ),
    Code(
        "answer-replaced",
        Severity.NOTE,
        N_(
            "The unit has sent a later answer, {later}, and that one counts. Nothing to do, unless this one should count."
        ),
    ),
    Code(
        "answer-same",
        Severity.NOTE,
        N_("The file has the same content as {later}. Nothing to do."),
    ),
    Code(
        "table-missing",
        Severity.WARNING,
        N_(
            "The table {table} was not found in the workbook. If the unit has something to report there, ask for the form again."
        ),
    ),
    Code(
        "column-missing",
        Severity.WARNING,
        N_("The column {heading} is missing in the sheet {sheet}. Put it back, with that heading."),
    ),
    Code(
        "column-extra",
        Severity.WARNING,
        N_(
            "The column {heading} ({cell}) in the sheet {sheet} belongs to no field of the plan. What it says is kept in the master workbook, but is not in the handbook."
        ),
    ),
    Code(
        "attestation-missing",
        Severity.ERROR,
        N_(
            "The list is not yet anchored with the manager: {cell} in the sheet {sheet} is empty. Fill in the manager's name and the date, and send the form again."
        ),
    ),
)

_RECORDS = (
    Code(
        "required-empty",
        Severity.ERROR,
        N_("{heading} is missing in {cell}. Fill it in."),
    ),
    Code(
        "recommended-empty",
        Severity.WARNING,
        N_("{heading} is missing in {cell}. Fill it in if you can; the row is taken in all the same."),
    ),
    Code(
        "choice-unknown",
        Severity.ERROR,
        N_(
            "{value} in {cell} is not one of the choices for {heading}. Choose one from the list in the cell."
        ),
    ),
    Code(
        "choice-unknown-near",
        Severity.ERROR,
        N_(
            "{value} in {cell} is not one of the choices for {heading}. Did you mean {suggestion}? Choose from the list in the cell."
        ),
    ),
    Code(
        "goal-unknown",
        Severity.ERROR,
        N_("{value} in {cell} is not one of the plan's goals. Choose a goal from the list in the cell."),
    ),
    Code(
        "goal-unknown-near",
        Severity.ERROR,
        N_(
            "{value} in {cell} is not one of the plan's goals. Did you mean {suggestion}? Choose from the list in the cell."
        ),
    ),
    Code(
        "date-wrong",
        Severity.ERROR,
        N_("{value} in {cell} cannot be read as a date. Write it as 2026-03-31."),
    ),
    Code(
        "number-wrong",
        Severity.ERROR,
        N_("{value} in {cell} cannot be read as a number. Write digits only, such as 12 or 12.5."),
    ),
    Code(
        "number-outside",
        Severity.ERROR,
        N_("{value} in {cell} is outside {minimum} to {maximum}. Write a number within those limits."),
    ),
    Code(
        "yesno-wrong",
        Severity.ERROR,
        N_("{value} in {cell} is neither yes nor no. Choose from the list in the cell."),
    ),
    Code(
        "email-wrong",
        Severity.ERROR,
        N_("{value} in {cell} is not an e-mail address. Write it as name@municipality.example."),
    ),
    Code(
        "period-unclear",
        Severity.WARNING,
        N_(
            "Aktivplan could not read a time in {cell}: {value}. The text stands as written; write a date or a month if it should be in the timeline."
        ),
    ),
    Code(
        "period-reversed",
        Severity.WARNING,
        N_("The time in {cell} ends before it begins: {value}. Correct one of the dates."),
    ),
    Code(
        "outside-period",
        Severity.WARNING,
        N_("{value} in {cell} lies outside the plan's period, {start} to {end}. Check the year."),
    ),
    Code(
        "criterion-not-measurable",
        Severity.WARNING,
        N_(
            "{heading} in {cell} has neither a number nor a date, so nobody can tell when it is met. Add one, such as 80 % or 31 December."
        ),
    ),
    Code(
        "record-id-duplicate",
        Severity.WARNING,
        N_(
            "The number {value} in {cell} stands on row {first} too. This row has been given the number {given}."
        ),
    ),
    Code(
        "record-id-foreign",
        Severity.WARNING,
        N_(
            "The number {value} in {cell} is not one of this unit's numbers. The row has been given the number {given}."
        ),
    ),
)

_PLAN = (
    Code(
        "decision-unclear",
        Severity.WARNING,
        N_("{value} in {cell} of the master workbook cannot be used as {heading}. Choose one of: {allowed}."),
    ),
    Code(
        "decision-unplaced",
        Severity.WARNING,
        N_(
            "The leaders' entries for {value} belong to a row that no longer counts. They are kept on a sheet of their own in the master workbook."
        ),
    ),
    Code(
        "master-unreadable",
        Severity.WARNING,
        N_(
            "The former master workbook could not be read, so what leaders had filled in there is not in the new one. The former one is kept as {file}."
        ),
    ),
    Code(
        "too-many-active",
        Severity.WARNING,
        N_(
            "{count} areas are active at the same time ({areas}), but the plan allows {limit}. Agree on which one is to wait or to be closed."
        ),
    ),
)

CATALOGUE: Mapping[str, Code] = MappingProxyType(
    {code.name: code for code in (*_DEFINITION, *_FILES, *_RECORDS, *_PLAN)}
)
