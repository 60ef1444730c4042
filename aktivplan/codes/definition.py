"""Findings about plan.xlsx."""

from __future__ import annotations

from aktivplan.codes.code import Code, Severity
from aktivplan.i18n import N_

CODES = (
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
    Code(
        "plan-text-twice",
        Severity.ERROR,
        N_(
            "The message in {cell} of the sheet {sheet} has its text already, in row {first}. Keep one of the two rows."
        ),
    ),
    Code(
        "plan-placeholder-near",
        Severity.ERROR,
        N_(
            "{value} in {cell} of the sheet {sheet} is no placeholder, so mails would say it as it stands. Write {suggestion} if that is what you meant."
        ),
    ),
    Code(
        "plan-placeholder-unknown",
        Severity.ERROR,
        N_(
            "{value} in {cell} of the sheet {sheet} is no placeholder, so mails would say it as it stands. Use one of: {allowed}."
        ),
    ),
    Code(
        "plan-placeholder-unfit",
        Severity.ERROR,
        N_(
            "{value} in {cell} of the sheet {sheet} has nothing to show in this message. Remove it, or use one of: {allowed}."
        ),
    ),
    Code(
        "plan-password",
        Severity.ERROR,
        N_(
            "{value} in {cell} of the sheet {sheet} is a place for a password, and none may stand in a file. Remove it, and give the password as docs/mail.md tells."
        ),
    ),
    Code(
        "plan-server-wrong",
        Severity.ERROR,
        N_(
            "{value} in {cell} of the sheet {sheet} is not the name of a server. Write it as mail.municipality.example, or with a port: mail.municipality.example:587."
        ),
    ),
    Code(
        "plan-days-wrong",
        Severity.ERROR,
        N_(
            "{value} in {cell} of the sheet {sheet} is not a list of days. Write whole numbers with commas between, such as -7, -1, 3."
        ),
    ),
)
