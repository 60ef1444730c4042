"""The one catalogue of findings: every code, how grave it is, and what is said of it.

A message says what is wrong and what to do. ``{cell}`` and ``{sheet}`` come from the finding's place,
the other placeholders from its arguments.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from aktivplan.i18n import N_, Translator


class Severity(StrEnum):
    """An error keeps a record (or a file) out; a warning lets it in; a note only tells."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


def severity_word(severity: Severity, t: Translator) -> str:
    """What a severity is called."""
    words = {Severity.ERROR: t("Error"), Severity.WARNING: t("Warning"), Severity.NOTE: t("Note")}
    return words[severity]


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
        "plan-decimal-wrong",
        Severity.ERROR,
        N_("{value} in {cell} of the sheet {sheet} is not a number. Write a number, such as {example}."),
    ),
    Code(
        "plan-sheet-twice",
        Severity.WARNING,
        N_("The sheet {sheet} is not read, because the sheet {other} holds the same. Keep one of them."),
    ),
    Code(
        "plan-setting-missing",
        Severity.ERROR,
        N_(
            "The setting {heading} is missing in the sheet {sheet}. Add a row with that name, and write its value beside it."
        ),
    ),
    Code(
        "plan-setting-twice",
        Severity.ERROR,
        N_(
            "The setting {heading} in {cell} stands there already, in row {first}. Remove one of the two rows."
        ),
    ),
    Code(
        "plan-heading-twice",
        Severity.ERROR,
        N_(
            "The column {heading} stands twice in the sheet {sheet}, the second time in {cell}. Remove one of them."
        ),
    ),
    Code(
        "plan-cell-without-value",
        Severity.ERROR,
        N_("The formula in {cell} of the sheet {sheet} gives no value ({value}). Write the value itself."),
    ),
    Code(
        "plan-date-unexpected",
        Severity.ERROR,
        N_(
            "{cell} of the sheet {sheet} holds a date ({value}); the spreadsheet took what was written for one. Format the column {heading} as text and write it again."
        ),
    ),
    Code(
        "plan-too-long",
        Severity.ERROR,
        N_("{heading} in {cell} of the sheet {sheet} is longer than {length} characters. Shorten it."),
    ),
    Code(
        "plan-letters-wrong",
        Severity.ERROR,
        N_(
            "{value} in {cell} of the sheet {sheet} cannot be used as {heading}: only letters, at most {length}."
        ),
    ),
    Code(
        "plan-letters-missing",
        Severity.ERROR,
        N_(
            "The table {value} needs letters for its row ids in {cell} of the sheet {sheet}, since another table has none either. Write one to three letters."
        ),
    ),
    Code(
        "plan-table-empty",
        Severity.ERROR,
        N_(
            "The table {value} has no field that the units fill in. Add one in the sheet {wanted}, or remove the table in {cell} of the sheet {sheet}."
        ),
    ),
    Code(
        "plan-list-empty",
        Severity.ERROR,
        N_("The choice list {value} has no choices. Add at least one, or remove the list."),
    ),
    Code(
        "plan-list-missing",
        Severity.ERROR,
        N_(
            "The field {value} is to be chosen from a list, but {cell} of the sheet {sheet} names none. Write the name of a choice list."
        ),
    ),
    Code(
        "plan-heading-repeated",
        Severity.ERROR,
        N_(
            "The heading {value} in {cell} of the sheet {sheet} stands already in the same table, in row {first}. Give the field another heading."
        ),
    ),
    Code(
        "plan-heading-taken",
        Severity.ERROR,
        N_(
            "The heading {value} in {cell} of the sheet {sheet} is the one that stands over the row ids in the form. Give the field another heading."
        ),
    ),
    Code(
        "plan-key-taken",
        Severity.ERROR,
        N_(
            "The key {value} in {cell} of the sheet {sheet} is the one that Aktivplan has for the row ids. Write another key."
        ),
    ),
    Code(
        "plan-level-wrong",
        Severity.ERROR,
        N_(
            "{value} in {cell} of the sheet {sheet} is not a level of the goal tree. Write a number from 1 to {levels}, or leave the cell empty."
        ),
    ),
    Code(
        "plan-level-empty",
        Severity.ERROR,
        N_(
            "No goal stands on level {value}, which the units are to choose from according to {cell} of the sheet {sheet}. Write another level, or add goals."
        ),
    ),
    Code(
        "plan-limits-reversed",
        Severity.ERROR,
        N_(
            "The highest value, {value} in {cell} of the sheet {sheet}, is lower than the lowest. Correct one of the two."
        ),
    ),
    Code(
        "plan-sheet-nameless",
        Severity.ERROR,
        N_(
            "The title {value} in {cell} of the sheet {sheet} cannot be the name of a sheet in Excel. Write a title with letters."
        ),
    ),
    Code(
        "plan-sheet-taken",
        Severity.ERROR,
        N_(
            "The title {value} in {cell} of the sheet {sheet} cannot be used: the form has another sheet that is called {name}. Write another title."
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
        N_("A file of the type {kind} cannot be read automatically. Copy what it says into the unit's form."),
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
        "file-swollen",
        Severity.ERROR,
        N_(
            "Unpacked, the workbook is larger than {limit} MiB, so it was not opened. Ask the unit to copy its answers into a new form."
        ),
    ),
    Code(
        "file-unreadable",
        Severity.ERROR,
        N_(
            "The file cannot be opened. Another program may have it open, or you lack the right to read it. Close it, or copy it here anew, and run Aktivplan again."
        ),
    ),
    Code(
        "file-too-slow",
        Severity.ERROR,
        N_(
            "The workbook took more than {limit} seconds to read and was left unread. Ask the unit to copy its answers into a new form."
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
            "No unit of the plan can be recognised in “{value}”. Write the unit's code on the form's first sheet, or add the unit to plan.xlsx."
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
        "answer-rows-gone",
        Severity.WARNING,
        N_(
            "The later answer {later}, which counts, lacks rows that this one has: {rows}. Ask the unit whether they were left out on purpose."
        ),
    ),
    Code("answer-same", Severity.NOTE, N_("The file has the same content as {later}. Nothing to do.")),
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
        "sheet-extra",
        Severity.WARNING,
        N_(
            "The sheet {sheet} belongs to no table of the plan and was not read. If it holds rows for the plan, copy them into the form's own sheet."
        ),
    ),
    Code(
        "attestation-missing",
        Severity.ERROR,
        N_(
            "The list has not been approved by the unit's manager: the name is missing in {cell} of the sheet {sheet}. Fill in the manager's name and the date, and send the form again."
        ),
    ),
    Code(
        "attestation-undated",
        Severity.ERROR,
        N_(
            "The approval by {manager} on the sheet {sheet} has no date that can be read. Fill in the date, such as 2026-03-31, and send the form again."
        ),
    ),
    Code(
        "attestation-sheet-missing",
        Severity.ERROR,
        N_(
            "The sheet where the unit's manager approves the list is missing. Ask the unit to copy its answers into a new form, with the manager's name and the date."
        ),
    ),
)

_RECORDS = (
    Code("required-empty", Severity.ERROR, N_("{heading} is missing in {cell}. Fill it in.")),
    Code(
        "recommended-empty",
        Severity.WARNING,
        N_("{heading} is missing in {cell}. Fill it in if you can; the row is taken in all the same."),
    ),
    Code(
        "choice-unknown",
        Severity.ERROR,
        N_("“{value}” in {cell} is not one of the choices for {heading}. Choose among: {allowed}."),
    ),
    Code(
        "choice-unknown-near",
        Severity.ERROR,
        N_(
            "“{value}” in {cell} is not one of the choices for {heading}. Did you mean “{suggestion}”? If so, choose that."
        ),
    ),
    Code(
        "goal-unknown",
        Severity.ERROR,
        N_("“{value}” in {cell} is not one of the plan's goals. Choose a goal from the list in the cell."),
    ),
    Code(
        "goal-unknown-near",
        Severity.ERROR,
        N_(
            "“{value}” in {cell} is not one of the plan's goals. Did you mean “{suggestion}”? If so, choose it from the list in the cell."
        ),
    ),
    Code(
        "goal-other-level",
        Severity.ERROR,
        N_(
            "“{value}” in {cell} is a goal on another level than {heading}. Choose a goal from the list in the cell."
        ),
    ),
    Code(
        "date-wrong",
        Severity.ERROR,
        N_("“{value}” in {cell} cannot be read as a date. Write it as 2026-03-31."),
    ),
    Code(
        "number-wrong",
        Severity.ERROR,
        N_("“{value}” in {cell} cannot be read as a number. Write digits only, such as 12 or 12.5."),
    ),
    Code(
        "percent-wrong",
        Severity.ERROR,
        N_("“{value}” in {cell} cannot be read as a percentage. Write one figure, such as 80 %."),
    ),
    Code(
        "money-wrong",
        Severity.ERROR,
        N_("“{value}” in {cell} cannot be read as an amount of money. Write digits only, such as 50000."),
    ),
    Code(
        "number-outside",
        Severity.ERROR,
        N_("“{value}” in {cell} is outside {minimum} to {maximum}. Write a number within those limits."),
    ),
    Code("number-too-small", Severity.ERROR, N_("“{value}” in {cell} is too low. Write {minimum} or more.")),
    Code("number-too-large", Severity.ERROR, N_("“{value}” in {cell} is too high. Write {maximum} or less.")),
    Code(
        "yesno-wrong",
        Severity.ERROR,
        N_("“{value}” in {cell} is neither yes nor no. Choose from the list in the cell."),
    ),
    Code(
        "email-wrong",
        Severity.ERROR,
        N_("“{value}” in {cell} is not an e-mail address. Write it as name@municipality.example."),
    ),
    Code(
        "period-unclear",
        Severity.WARNING,
        N_(
            "No time can be read from “{value}” in {cell}. The text is kept as it stands, but the row will be missing in the timeline. Write a date, a month or a term."
        ),
    ),
    Code(
        "period-ambiguous",
        Severity.WARNING,
        N_(
            "“{value}” in {cell} can be understood in several ways. It has been read as {start} to {end}; write the dates out if something else is meant."
        ),
    ),
    Code(
        "period-ambiguous-day",
        Severity.WARNING,
        N_(
            "“{value}” in {cell} can be understood in several ways. It has been read as {day}; write the date out if something else is meant."
        ),
    ),
    Code(
        "period-reversed",
        Severity.WARNING,
        N_("The time in {cell} ends before it begins: “{value}”. Correct one of the dates."),
    ),
    Code(
        "outside-period",
        Severity.WARNING,
        N_("“{value}” in {cell} lies outside the plan's period, {start} to {end}. Check the year."),
    ),
    Code(
        "beyond-period",
        Severity.WARNING,
        N_(
            "“{value}” in {cell} reaches beyond the plan's period, {start} to {end}. Check the dates; if they are right there is nothing to do."
        ),
    ),
    Code(
        "criterion-not-measurable",
        Severity.WARNING,
        N_(
            "{heading} in {cell} has neither a figure nor a date, so nobody can tell when it is met. Add one, such as 80 % or 31 December."
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
        N_(
            "“{value}” in {cell} of the master workbook cannot be used as {heading}. Choose one of: {allowed}."
        ),
    ),
    Code(
        "decision-unreadable",
        Severity.WARNING,
        N_("“{value}” in {cell} of the master workbook cannot be used as {heading}. Write it as: {example}."),
    ),
    Code(
        "decision-unplaced",
        Severity.WARNING,
        N_(
            "What leaders have filled in about {value} has no row to stand on: that row no longer counts. It is kept on a sheet of its own in the master workbook."
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
