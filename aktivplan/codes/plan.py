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
        "too-many-active",
        Severity.WARNING,
        N_(
            "{count} areas are active at the same time ({areas}), but the plan allows {limit}. Agree on which one is to wait or to be closed."
        ),
    ),
)
