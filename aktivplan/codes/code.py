"""What a code of the catalogue is: its name, how grave it is, and what is said of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from aktivplan.i18n import Translator


class Severity(StrEnum):
    """An error keeps a record (or a file) out; a warning lets it in; a note only tells."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


def severity_word(severity: Severity, t: Translator) -> str:
    """What a severity is called."""
    words = {Severity.ERROR: t("Error"), Severity.WARNING: t("Warning"), Severity.NOTE: t("Note")}
    return words[severity]


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of finding."""

    name: str
    severity: Severity
    message: str
    to_unit: str = ""
    """What is said instead in the unit's own corrected copy; "" where the message will do there too.

    ``{cell}`` and ``{sheet}`` are then the copy's; ``{former}`` is the answer's own sheet.
    """
    for_leader: bool = False
    """Whether it is for the process leader alone to see to, so that it does not stand in corrected copies."""
