"""Findings about a form: whose it is, which answer counts, its sheets, columns and approval."""

from __future__ import annotations

from aktivplan.codes.code import Code, Severity
from aktivplan.i18n import N_

CODES = (
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
            "The unit has sent a later answer, {later}, and that one counts. Cells changed: {changed}; rows added: {added}; rows gone: {gone}. Nothing to do, unless this one should count."
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
    Code(
        "unit-conflict",
        Severity.ERROR,
        N_(
            "It cannot be told whose answer this is: {first} says {one}, but {second} says {other}. Nothing of it is taken in. Find out who has filled it in, and save the file in a folder below returned that is named after that unit's code."
        ),
    ),
    Code(
        "unit-ambiguous",
        Severity.ERROR,
        N_(
            "It cannot be told which unit's answer this is: it may be {units}. Nothing of it is taken in. Find out who has filled it in, and save the file in a folder below returned that is named after that unit's code."
        ),
    ),
    Code(
        "unit-doubtful",
        Severity.WARNING,
        N_(
            "The form counts as the answer of {counted}, by {by}, although {evidence} says {other}. If that is right there is nothing to do; if not, copy its rows into the form of {other}."
        ),
    ),
    Code(
        "unit-unrecognised",
        Severity.WARNING,
        N_(
            "The form counts as the answer of {counted}, by {by}, although {evidence} says “{value}”, which is no unit of the plan. Check whose answer it is."
        ),
    ),
    Code(
        "form-other-round",
        Severity.ERROR,
        N_(
            "The form belongs to another round ({round}) than the one that is being collected, and is not mixed with its answers. Ask the unit for the form of this round."
        ),
    ),
    Code(
        "form-older-version",
        Severity.NOTE,
        N_(
            "The form was made for another version of the plan, with the same columns. It was read as usual; nothing to do."
        ),
    ),
    Code(
        "form-older-lacks",
        Severity.WARNING,
        N_(
            "The form was made for another version of the plan and has no column for: {fields}. Ask the unit for what belongs there, in a new form."
        ),
    ),
    Code(
        "form-older-has",
        Severity.NOTE,
        N_(
            "The form was made for another version of the plan and has columns that are not asked for any more: {fields}. What they say is kept in the master workbook; nothing to do."
        ),
    ),
    Code(
        "form-other-format",
        Severity.WARNING,
        N_(
            "The form was made by another version of Aktivplan (format {format}; this one knows {known}). It was read all the same; check that all of its rows are there."
        ),
    ),
    Code(
        "form-other-language",
        Severity.NOTE,
        N_(
            "The form was made in another language ({language}) than the plan has now. It was read by its hidden keys; nothing to do."
        ),
    ),
    Code(
        "answer-sync-copy",
        Severity.WARNING,
        N_(
            "This file and {later} are, by their names, copies of one form that have been changed apart from each other. {later} counts, since it is the later one, but it may lack what stands here. Look at both; the differences are listed in the master workbook."
        ),
    ),
    Code(
        "answer-same-time",
        Severity.WARNING,
        N_(
            "It cannot be told which of the unit's answers is the latest: {later} has the same time. It counts, being the last by name. Remove the one that should not count."
        ),
    ),
    Code(
        "answer-same-units",
        Severity.WARNING,
        N_(
            "The file has the same content as {other}, which counts as the answer of {twin}. If the units have answered together there is nothing to do; if not, remove one of the files."
        ),
    ),
)
