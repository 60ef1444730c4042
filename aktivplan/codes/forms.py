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
        "answer-late",
        Severity.NOTE,
        N_(
            "The unit's first answer came on {day}, after the deadline {deadline}. It is taken in and marked."
        ),
    ),
    Code(
        "answer-late-held",
        Severity.ERROR,
        N_(
            "The unit's first answer came on {day}, after the deadline {deadline}, so it waits for the next edition. To take it in, move the deadline in plan.xlsx, or let late answers be taken in there."
        ),
        for_leader=True,
    ),
    Code(
        "answer-late-refused",
        Severity.ERROR,
        N_(
            "The unit's first answer came on {day}, after the deadline {deadline}, so it is refused, as plan.xlsx says. Tell the unit. To take it in all the same, change the setting for late answers there."
        ),
        for_leader=True,
    ),
    Code(
        "answer-rows-gone",
        Severity.WARNING,
        N_(
            "The later answer {later}, which counts, lacks rows that this one has: {rows}. Ask the unit whether they were left out on purpose."
        ),
        for_leader=True,
    ),
    Code("answer-same", Severity.NOTE, N_("The file has the same content as {later}. Nothing to do.")),
    Code(
        "table-missing",
        Severity.WARNING,
        N_(
            "The table {table} was not found in the workbook. If the unit has something to report there, ask for the form again."
        ),
        N_(
            "The table {table} was missing in your answer. It stands on the sheet {sheet} of this copy: fill it in if you have something to report."
        ),
    ),
    Code(
        "column-missing",
        Severity.WARNING,
        N_("The column {heading} is missing in the sheet {sheet}. Put it back, with that heading."),
        N_(
            "The column {heading} was missing in your answer. It is back on the sheet {sheet} of this copy: fill it in."
        ),
    ),
    Code(
        "column-extra",
        Severity.WARNING,
        N_(
            "The column {heading} ({cell}) in the sheet {sheet} belongs to no field of the plan. What it says is kept in the master workbook, but is not in the handbook."
        ),
        N_(
            "The form has no place for the column {heading} that you added. What stood in it is kept on the sheet {sheet}. Copy what belongs in the plan to the form's own columns; the rest may stay there."
        ),
    ),
    Code(
        "sheet-extra",
        Severity.WARNING,
        N_(
            "The sheet {sheet} belongs to no table of the plan. What it says is kept in the master workbook, but is not in the handbook. If it holds rows for the plan, copy them into the form's own sheet."
        ),
        N_(
            "The form has no place for the sheet {former} that you added. If it holds rows for the plan, copy them into the form's own sheets."
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
        N_(
            "Your answer came without the cells where your manager approves the list. Fill in the manager's name in {cell} of the sheet {sheet}, and the date below it."
        ),
    ),
    Code(
        "column-by-synonym",
        Severity.NOTE,
        N_(
            "The column {heading} ({cell}) in the sheet {sheet} was read as {field}. If that is right there is nothing to do; otherwise give it the heading of the form."
        ),
    ),
    Code(
        "column-moved",
        Severity.WARNING,
        N_(
            "The column {heading} ({cell}) in the sheet {sheet} has changed places with another one. It was read by its heading; check that the heading and what stands under it belong together."
        ),
        N_(
            "The column {heading} had changed places with another one in your answer. It was read by its heading; check that heading and contents belong together."
        ),
    ),
    Code(
        "column-extra-near",
        Severity.WARNING,
        N_(
            "The column {heading} ({cell}) in the sheet {sheet} belongs to no field of the plan. Did you mean {suggestion}? If so, write that heading; what it says is kept in the master workbook until then."
        ),
        N_(
            "The form has no place for the column {heading} that you added. Did you mean {suggestion}? If so, copy what stands on the sheet {sheet} to that column; the rest may stay there."
        ),
    ),
    Code(
        "column-shared",
        Severity.NOTE,
        N_(
            "The column {heading} ({cell}) in the sheet {sheet} says several things, and was read as {field} too. Check that the rows are right."
        ),
    ),
    Code(
        "column-hidden",
        Severity.WARNING,
        N_(
            "The column {heading} ({cell}) in the sheet {sheet} is hidden, and was read all the same. Show it, or remove it if it should not count."
        ),
        N_(
            "The column {heading} was hidden in your answer, and was read all the same. Empty it if it should not count; otherwise there is nothing to do."
        ),
    ),
    Code(
        "rows-hidden",
        Severity.WARNING,
        N_(
            "{count} rows in the sheet {sheet} are hidden ({rows}), and were read all the same. Show them, or delete them if they should not count."
        ),
        N_(
            "{count} rows were hidden in your answer ({rows} on its sheet {former}), and were read all the same. Delete them if they should not count; otherwise there is nothing to do."
        ),
    ),
    Code(
        "sheet-hidden",
        Severity.WARNING,
        N_(
            "The sheet {sheet} is hidden, and was read all the same. Show it, or delete it if it should not count."
        ),
        N_(
            "The sheet {former} was hidden in your answer, and was read all the same. Delete its rows if they should not count; otherwise there is nothing to do."
        ),
    ),
    Code(
        "cells-merged",
        Severity.NOTE,
        N_(
            "The cell {cell} is merged over several rows, so what it says was taken for all of the rows {first} to {last}. If that is right there is nothing to do."
        ),
    ),
    Code(
        "sheet-extra-long",
        Severity.WARNING,
        N_(
            "The sheet {sheet} belongs to no table of the plan. The first {kept} of its {count} cells are kept in the master workbook; open the file to see the others. If it holds rows for the plan, copy them into the form."
        ),
        N_(
            "The form has no place for the sheet {former} that you added, and only the first {kept} of its {count} cells are kept here. If it holds rows for the plan, copy them from your own file into the form's own sheets."
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
        for_leader=True,
    ),
    Code(
        "unit-unrecognised",
        Severity.WARNING,
        N_(
            "The form counts as the answer of {counted}, by {by}, although {evidence} says “{value}”, which is no unit of the plan. Check whose answer it is."
        ),
        for_leader=True,
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
        N_(
            "Your answer was made in an older form that has no column for: {fields}. This copy has the columns: fill them in."
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
        for_leader=True,
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
        for_leader=True,
    ),
    Code(
        "answer-same-time",
        Severity.WARNING,
        N_(
            "It cannot be told which of the unit's answers is the latest: {later} has the same time. It counts, being the last by name. Remove the one that should not count."
        ),
        for_leader=True,
    ),
    Code(
        "answer-same-units",
        Severity.WARNING,
        N_(
            "The file has the same content as {other}, which counts as the answer of {twin}. If the units have answered together there is nothing to do; if not, remove one of the files."
        ),
        for_leader=True,
    ),
    Code(
        "texts-kept",
        Severity.NOTE,
        N_(
            "The sheet {sheet} has text outside the cells to fill in ({cells}): “{value}”. It is kept in the master workbook. Read it, in case it is meant for you."
        ),
    ),
    Code(
        "copy-not-made",
        Severity.WARNING,
        N_(
            "No corrected copy could be made of this answer. What there is to mend in it stands here; tell the unit, or copy its answers into a new form."
        ),
        for_leader=True,
    ),
    Code(
        "table-turned",
        Severity.ERROR,
        N_(
            "The headings in the sheet {sheet} stand below each other, from {cell} on, and not beside each other, so its answers were not read. Copy them into the form: one row for each, with the headings above."
        ),
    ),
    Code(
        "attestation-in-one-cell",
        Severity.NOTE,
        N_(
            "The manager's name and the date stand together in {cell} of the sheet {sheet}. They were read as {manager} and {day}. If that is right there is nothing to do."
        ),
    ),
)
