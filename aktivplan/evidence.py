"""By what it is known which unit has answered, and what each kind of evidence is called."""

from __future__ import annotations

from enum import StrEnum

from aktivplan.i18n import Translator


class Evidence(StrEnum):
    """Where a unit can be named, in the order in which it is looked for."""

    HIDDEN_SHEET = "hidden-sheet"
    CODE_CELL = "code-cell"
    NAME_CELL = "name-cell"
    RECORD_IDS = "record-ids"
    FIRST_SHEET = "first-sheet"
    FILE_NAME = "file-name"
    SENDER = "sender"
    FOLDER = "folder"


def evidence_word(evidence: Evidence, t: Translator) -> str:
    """What the evidence is called within a sentence."""
    words = {
        Evidence.HIDDEN_SHEET: t("the form's hidden sheet"),
        Evidence.CODE_CELL: t("the unit's code on the first sheet"),
        Evidence.NAME_CELL: t("the unit's name on the first sheet"),
        Evidence.RECORD_IDS: t("the row numbers"),
        Evidence.FIRST_SHEET: t("the text on the first sheet"),
        Evidence.FILE_NAME: t("the file's name"),
        Evidence.SENDER: t("the sender's address"),
        Evidence.FOLDER: t("the folder's name"),
    }
    return words[evidence]
