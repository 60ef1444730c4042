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
        N_(
            "A file of the type {kind} cannot be read automatically. Copy what it says into the unit's form, or ask the unit to fill in the form."
        ),
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
        "file-empty",
        Severity.ERROR,
        N_(
            "The file is empty (0 bytes). It may lie in the cloud without having been fetched, or its transfer may have broken off. Fetch it (in OneDrive: Always keep on this device), or ask the unit to send it again."
        ),
    ),
    Code(
        "file-picture",
        Severity.ERROR,
        N_(
            "A picture, such as a photo of the form, cannot be read automatically. Copy what it shows into the unit's form, or ask the unit to fill in the form."
        ),
    ),
    Code(
        "file-numbers",
        Severity.ERROR,
        N_(
            "A Numbers document cannot be read. Open it in Numbers, choose File > Export To > Excel, and put the workbook here instead, or ask the unit to do so."
        ),
    ),
    Code(
        "file-link",
        Severity.ERROR,
        N_(
            "This is only a link to a document that lies elsewhere. Open the link, download the document as an Excel workbook (.xlsx), and put that here instead."
        ),
    ),
    Code(
        "file-winmail",
        Severity.ERROR,
        N_(
            "The mail program has wrapped the attachments in a file (winmail.dat) that only Outlook can open. Open the mail in Outlook and save the attachments here, or ask the unit to send the form again, with the mail's format set to HTML."
        ),
    ),
    Code(
        "file-opened",
        Severity.NOTE,
        N_(
            "The file was opened: what lies in it is listed file by file ({count} to look at). Nothing to do."
        ),
    ),
    Code(
        "container-nested",
        Severity.ERROR,
        N_(
            "An archive inside an archive, or a mail too deep inside others, is not opened. Unpack it yourself, and put its files here."
        ),
    ),
    Code(
        "archive-empty",
        Severity.ERROR,
        N_("There is no file in the archive that could be an answer. Ask the unit to send its form again."),
    ),
    Code(
        "archive-damaged",
        Severity.ERROR,
        N_(
            "The archive is damaged and cannot be opened. Ask the unit to send its form again, preferably without packing it."
        ),
    ),
    Code(
        "archive-protected",
        Severity.ERROR,
        N_("The archive is protected with a password. Unpack it with the password, and put its files here."),
    ),
    Code(
        "archive-too-large",
        Severity.ERROR,
        N_(
            "Unpacked, the archive is larger than {limit} MiB or has more than {entries} files, so it was not opened. Unpack it yourself, and put its files here."
        ),
    ),
    Code(
        "archive-other",
        Severity.ERROR,
        N_(
            "An archive of the type {kind} cannot be opened here. Unpack it yourself, and put its files here."
        ),
    ),
    Code(
        "mail-without-file",
        Severity.ERROR,
        N_(
            "No file came with the mail. Read the mail, and copy what it says into the unit's form, or ask the unit to fill in the form."
        ),
    ),
    Code(
        "mail-trappings",
        Severity.NOTE,
        N_(
            "A picture, a signature, an invitation or a mail without files that came with a mail; it was not read. Nothing to do, unless the answer stands in it."
        ),
    ),
    Code(
        "mail-sealed",
        Severity.ERROR,
        N_(
            "The mail is encrypted or sealed, so only its receiver can open it. Open it in the mail program, and save what came with it here."
        ),
    ),
    Code(
        "mail-damaged",
        Severity.ERROR,
        N_("The mail cannot be opened. Open it in the mail program, and save what came with it here."),
    ),
    Code(
        "mail-too-complex",
        Severity.ERROR,
        N_(
            "The mail has more than {limit} parts, or they lie too deep in one another, so it was not opened. Open it in the mail program, and save what came with it here."
        ),
    ),
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
        for_leader=True,
    ),
)
