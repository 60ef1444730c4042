"""Findings about files as a whole: what cannot be opened, and what is no answer."""

from __future__ import annotations

from aktivplan.codes.code import Code, Severity
from aktivplan.i18n import N_

CODES = (
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
        "file-unsafe",
        Severity.ERROR,
        N_(
            "The file is put together as no spreadsheet program does it, so it was not opened. Ask the unit to copy its answers into a new form."
        ),
    ),
    Code(
        "file-too-many-parts",
        Severity.ERROR,
        N_(
            "The workbook holds more than {limit} parts (sheets, pictures and the like) and was not opened. Ask the unit to copy its answers into a new form."
        ),
    ),
    Code(
        "file-too-many-cells",
        Severity.ERROR,
        N_(
            "The workbook reaches over more than {rows} rows or {cells} cells and was not read. Ask the unit to delete what stands far below or beside its answers, or to copy them into a new form."
        ),
    ),
    Code(
        "file-carries",
        Severity.WARNING,
        N_(
            "The workbook holds more than cells: {what}. The answers were read; the rest was neither opened nor copied. If you did not expect it, ask the unit."
        ),
    ),
)
