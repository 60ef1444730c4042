"""What a cell holds, as text. Knows no field and no plan."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from aktivplan.i18n import Translator
from aktivplan.workbooks.sheets import Cell, NoValue

_INVISIBLE = [
    0x00AD,
    0x200B,
    0x200C,
    *range(0x200E, 0x2010),
    *range(0x202A, 0x202F),
    *range(0x2060, 0x2070),
    0xFEFF,
]
_SPACES = [0x00A0, 0x2007, 0x2009, 0x202F]
_CONTROLS = [*range(0x20), *range(0x7F, 0xA0)]
_CLEANED = (
    dict.fromkeys(_CONTROLS, " ")
    | dict.fromkeys(_INVISIBLE, "")
    | dict.fromkeys(_SPACES, " ")
    | {ord("\n"): "\n", ord("\v"): "\n", 0x85: "\n", 0x2028: "\n", 0x2029: "\n", ord("\t"): " "}
)
_MISLEADING = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Control characters, and those that turn the direction of text."""
_ERRORS = frozenset(
    {
        *("#REF!", "#REFERENS!", "#REFERENCE!", "#N/A", "#SAKNAS!", "#I/T", "#DIV/0!", "#DIVISION/0!"),
        *("#VALUE!", "#VÄRDEFEL!", "#VÆRDI!", "#VERDI!", "#NAME?", "#NAMN?", "#NAVN?", "#NUM!", "#OGILTIGT!"),
        *("#NULL!", "#SKÄRNING!", "#NUL!", "#SPILL!", "#ÖVERSPILL!", "#OVERLØB!", "#OVERFYLT!", "#CALC!"),
    }
)
"""What spreadsheets show for errors, in the languages of the Nordic countries."""
_AROUND_LINE_BREAKS = re.compile(r" *\n *")


def clean(text: str) -> str:
    """The text as a person reads it: NFC, plain spaces, nothing invisible, trimmed; line breaks are kept."""
    if text.isprintable() and unicodedata.is_normalized("NFC", text):
        return text.strip()
    lines = text.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n")
    cleaned = unicodedata.normalize("NFC", lines).translate(_CLEANED)
    return _AROUND_LINE_BREAKS.sub("\n", cleaned).strip()


def misleads(text: str) -> bool:
    """Whether the text holds characters that cannot be seen and may make it look like another."""
    return not text.isprintable() and bool(_MISLEADING.search(text))


def is_error_name(text: str) -> bool:
    """Whether the text is no more than a spreadsheet's error, as where values were pasted or saved as text."""
    return text[:1] == "#" and text.strip() in _ERRORS


def text_of(cell: Cell, t: Translator) -> str:
    """What the cell says: 3.0 as "3", 1.5 as the language writes it, a day as "2027-03-31"."""
    if isinstance(cell, str):
        return clean(cell)
    if isinstance(cell, bool):
        return t("Yes") if cell else t("No")
    if isinstance(cell, int | float):
        return number_text(cell, t)
    return cell.shown if isinstance(cell, NoValue) else _time_text(cell)


def number_text(number: float, t: Translator) -> str:
    """At most 15 digits, as Excel keeps them, with the language's decimal mark and no others."""
    digits = format(Decimal(f"{number:.15g}"), "f")
    return digits if t.language == "en" else digits.replace(".", ",")


def is_blank(cell: Cell) -> bool:
    """Whether the cell says nothing."""
    return isinstance(cell, str) and not clean(cell)


def _time_text(cell: date | time | timedelta) -> str:
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "minutes")
    return cell.isoformat("minutes") if isinstance(cell, time) else str(cell)
