"""Findings about rows and cells."""

from __future__ import annotations

from aktivplan.codes.code import Code, Severity
from aktivplan.i18n import N_

CODES = (
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
        N_(
            "The number {value} stood on more than one row of your answer. This row has got the number {given} instead. If it is a copy that should not be there, remove it; otherwise there is nothing to do."
        ),
    ),
    Code(
        "record-id-foreign",
        Severity.WARNING,
        N_(
            "The number {value} in {cell} is not one of this unit's numbers. The row has been given the number {given}."
        ),
        N_(
            "The number {value}, which stood here, is not one of your unit's numbers. The row has got the number {given} instead. Nothing to do."
        ),
    ),
    Code(
        "cell-ditto",
        Severity.NOTE,
        N_(
            "“{value}” in {cell} was read as what stands in the row above: “{read}”. If that is right there is nothing to do."
        ),
    ),
    Code(
        "cell-ditto-alone",
        Severity.ERROR,
        N_("“{value}” in {cell} points at a row above, but nothing stands there. Write out what is meant."),
    ),
    Code(
        "goal-from-title",
        Severity.NOTE,
        N_(
            "The row names no goal itself. It was read as one under “{value}”, which stands in {where}. If that is right there is nothing to do."
        ),
    ),
    Code(
        "goal-filled-down",
        Severity.WARNING,
        N_(
            "The goal in {cell} is empty. It was taken from the row above: “{read}”. Write the goal in every row if another one is meant."
        ),
    ),
    Code(
        "cell-error",
        Severity.ERROR,
        N_(
            "{cell} holds the error {value} instead of {heading}. Write what it should say, without a formula."
        ),
    ),
    Code(
        "cell-uncalculated",
        Severity.ERROR,
        N_(
            "{cell} holds the formula {value}, which no program has calculated. Write its result instead, as {heading}."
        ),
    ),
    Code(
        "date-from-serial",
        Severity.WARNING,
        N_(
            "The number {value} in {cell} was read as the day {day}. Write the date itself if another day is meant."
        ),
    ),
    Code(
        "number-roughly",
        Severity.WARNING,
        N_(
            "“{value}” in {cell} was read as {read}, without the word that makes it approximate. Correct the figure if that is not close enough."
        ),
    ),
    Code(
        "text-cleaned",
        Severity.NOTE,
        N_(
            "{heading} in {cell} held characters that cannot be seen. They were taken out; the words are as they were written."
        ),
    ),
    Code(
        "text-too-long",
        Severity.WARNING,
        N_(
            "{heading} in {cell} has {count} characters, more than a cell of a workbook can hold. The master workbook shows its beginning only, the handbook all of it. Shorten it."
        ),
    ),
    Code(
        "goal-moved",
        Severity.ERROR,
        N_(
            "“{value}” in {cell} has the number of one goal and the text of another, {suggestion}. Choose the goal that is meant from the list in the cell."
        ),
    ),
    Code(
        "rows-joined",
        Severity.NOTE,
        N_(
            "The {cell} and those below it down to row {last} were read as one, since their cells are merged. If that is right there is nothing to do."
        ),
    ),
    Code(
        "record-ids-read",
        Severity.NOTE,
        N_(
            "Row numbers are written otherwise than in the form, in {count} of the rows: “{value}” in {cell}, for example, was read as {given}. Nothing to do, if that is right."
        ),
    ),
    Code(
        "row-alone",
        Severity.WARNING,
        N_(
            "“{value}” stands alone in its row ({cell}) in the sheet {sheet}, and was not read as a row of {table}. It is kept in the master workbook. If it is one, fill in the other cells of the row."
        ),
        N_(
            "“{value}” stood alone in its row of your answer, and was not taken for a row of {table}. It is kept in {cell} of the sheet {sheet}. If it belongs in the plan, write it in a row and fill in the other cells."
        ),
    ),
    Code(
        "row-total",
        Severity.NOTE,
        N_(
            "The row with “{value}” ({cell}) in the sheet {sheet} was taken for a total, and not for a row of {table}. If that is right there is nothing to do."
        ),
    ),
    Code(
        "row-help",
        Severity.NOTE,
        N_(
            "The row with “{value}” ({cell}) in the sheet {sheet} says how to fill in, and was not taken for a row of {table}. If that is right there is nothing to do."
        ),
    ),
    Code(
        "rows-repeated",
        Severity.NOTE,
        N_(
            "{count} rows of the sheet {sheet} say the same as others, the first of them ({cell}) the same as row {first} of the sheet {other}. They were counted once. If that is right there is nothing to do."
        ),
    ),
    Code(
        "row-is-example",
        Severity.ERROR,
        N_(
            "The {cell} says word for word what the form gives as an example. Write what your unit will do, or clear the row."
        ),
    ),
    Code(
        "cell-points-elsewhere",
        Severity.WARNING,
        N_(
            "“{value}” in {cell} points at something that stands elsewhere, where readers of the plan will not find it. Write out what is meant."
        ),
    ),
    Code(
        "goal-several",
        Severity.ERROR,
        N_(
            "“{value}” in {cell} names several goals, but a row belongs to one. Choose the most important one from the list in the cell, or copy the row for each goal."
        ),
    ),
    Code(
        "percent-read",
        Severity.WARNING,
        N_(
            "“{value}” in {cell} was read as {read}. If that is right there is nothing to do; if not, write it with a percent sign, such as 80 %."
        ),
    ),
)
