"""The names that a unit's workbook prints of its own accord, which a plan's names must not clash with."""

from __future__ import annotations

import re

from aktivplan.i18n import Translator

META_SHEET = "_aktivplan"
"""Hidden sheet with name and value in columns A and B."""
LISTS_SHEET = "_lists"
"""Hidden sheet with one choice list a column, its name in row 1."""
ID_KEY = "id"
"""The key of the first column of a table's sheet, which holds the printed record ids."""
SHEET_NAME_LENGTH = 31
"""The most characters that Excel allows in a sheet's name."""

_FORBIDDEN_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\]")


def sheet_name(title: str) -> str:
    r"""The title as Excel allows it: at most 31 characters, none of []:*?/\."""
    return _FORBIDDEN_IN_SHEET_NAMES.sub(" ", title).strip("' ")[:SHEET_NAME_LENGTH]


def start_sheet_name(t: Translator) -> str:
    """The name of the first sheet."""
    return t("Read first")


def goals_sheet_name(t: Translator) -> str:
    """The name of the sheet that lists the goals."""
    return t("The goals")


def corrections_sheet_name(t: Translator) -> str:
    """The name of a corrected copy's first sheet, which lists what is to be mended."""
    return t("To mend")


def leftovers_sheet_name(t: Translator) -> str:
    """The name of a corrected copy's sheet for what the form has no place for."""
    return t("Other from your answer")


SHEET_NAMES = (start_sheet_name, goals_sheet_name, corrections_sheet_name, leftovers_sheet_name)
"""What gives the names that a form's own sheets have, or a corrected copy's."""


def id_heading(t: Translator) -> str:
    """The heading over the record ids."""
    return t("No.")
