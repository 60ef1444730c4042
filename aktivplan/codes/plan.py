"""Findings about the plan as a whole, and about the former master workbook."""

from __future__ import annotations

from aktivplan.codes.code import Code, Severity
from aktivplan.i18n import N_

CODES = (
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
        "master-cell-changed",
        Severity.WARNING,
        N_(
            "Somebody has changed {heading} in {cell} on {sheet} of the former master workbook, from “{before}” to “{after}”. The new one does not have it: let the unit change its answer. The edited workbook is kept as {file}."
        ),
    ),
    Code(
        "master-row-changed",
        Severity.WARNING,
        N_(
            "Somebody has changed row {cell} on {sheet} of the former master workbook ({row}), and its answer has changed since. Compare it with {file}, where the edited workbook is kept."
        ),
    ),
    Code(
        "master-row-added",
        Severity.WARNING,
        N_(
            "Somebody has added row {cell} on {sheet} of the former master workbook ({row}). The new one does not have it: let the unit add it to its answer. The edited workbook is kept as {file}."
        ),
    ),
    Code(
        "master-row-removed",
        Severity.WARNING,
        N_(
            "Somebody has removed a row on {sheet} of the former master workbook ({row}). It is in the new one all the same: let the unit remove it from its answer. The edited workbook is kept as {file}."
        ),
    ),
    Code(
        "master-text-added",
        Severity.WARNING,
        N_(
            "Somebody has written “{text}” in {cell} on {sheet} of the former master workbook. The new one does not have it; the edited workbook is kept as {file}."
        ),
    ),
    Code(
        "master-more-edits",
        Severity.WARNING,
        N_(
            "There are {count} more edits in the former master workbook that the new one does not have. Compare it with {file}, where the edited workbook is kept."
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
