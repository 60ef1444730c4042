"""Findings about the handbook's template, handbook.docx."""

from __future__ import annotations

from aktivplan.codes.code import Code, Severity
from aktivplan.i18n import N_

CODES = (
    Code(
        "template-unreadable",
        Severity.ERROR,
        N_(
            "{file} could not be opened as a Word document, so the handbook has been made with the standard template. Open it in Word and save it as .docx, or remove it."
        ),
    ),
    Code(
        "template-macros",
        Severity.ERROR,
        N_(
            "{file} holds macros and has not been used; the handbook has been made with the standard template. Save it in Word as .docx, without macros."
        ),
    ),
    Code(
        "template-placeholder-near",
        Severity.ERROR,
        N_(
            "{value} ({where}, in {file}) is no placeholder, so it stands in the handbook as it is. Write {suggestion} if that is what you meant."
        ),
    ),
    Code(
        "template-placeholder-unknown",
        Severity.ERROR,
        N_(
            "{value} ({where}, in {file}) is no placeholder, so it stands in the handbook as it is. Use one of: {allowed}."
        ),
    ),
    Code(
        "template-placeholder-not-alone",
        Severity.ERROR,
        N_(
            "{value} ({where}, in {file}) stands in the middle of other text, so it has not been filled in. Give it a paragraph of its own."
        ),
    ),
    Code(
        "template-placeholder-misplaced",
        Severity.ERROR,
        N_(
            "{value} in {file} stands in {kind} ({where}), so it has not been filled in. Move it to a paragraph of its own in the running text."
        ),
    ),
    Code(
        "template-tracked-changes",
        Severity.WARNING,
        N_(
            "{file} has tracked changes, which show in the handbook too. Accept or reject them in Word (Review), and save."
        ),
    ),
    Code(
        "template-language",
        Severity.WARNING,
        N_(
            "{file} says that its language is {value}, but the plan is in {language}: screen readers would read it with the wrong voice. Select all text in Word, and set the language under Review."
        ),
    ),
    Code(
        "template-style-missing",
        Severity.NOTE,
        N_(
            "{file} lacks the styles {styles}. The handbook uses Aktivplan's own in their place; add styles of these names to decide their looks."
        ),
    ),
)
