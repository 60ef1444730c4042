"""What plan.xlsx is made of: sheets, their slots, and the words that can be chosen in them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from aktivplan.i18n import N_, Translator


class Kind(StrEnum):
    """What a cell holds."""

    TEXT = "text"
    CODE = "code"
    """Short text that a spreadsheet may have taken for a date."""
    KEY = "key"
    DATE = "date"
    WHOLE = "whole"
    DAYS = "days"
    """Whole numbers, with commas between."""
    NUMBER = "number"
    WORD = "word"
    YESNO = "yesno"


@dataclass(frozen=True, slots=True)
class Word:
    """An enumerated value of a model, and the message that people know it by."""

    value: str
    message: str


@dataclass(frozen=True, slots=True)
class Slot:
    """Where plan.xlsx holds an attribute: a row of the settings, or a column of another sheet."""

    attribute: str
    name: str
    """The setting's name or the column's heading (a message); with {number} if it stands once a level."""
    help: str
    """What to fill in (a message)."""
    kind: Kind = Kind.TEXT
    words: tuple[Word, ...] = ()
    """What can be chosen (word, yesno)."""
    needed: bool = False
    """Whether the column cannot be done without."""
    suggestions: str = ""
    """The attribute ("goals.id") whose values are suggested."""
    width: int = 14
    """The column's width, in characters."""

    def named(self, t: Translator, number: object = "") -> str:
        """The name in one language."""
        return t(self.name, number=number) if "{number}" in self.name else t(self.name)


@dataclass(frozen=True, slots=True)
class SheetWords:
    """A sheet of plan.xlsx."""

    kind: str
    """As the parts of `Draft` are called."""
    name: str
    help: str
    slots: tuple[Slot, ...]
    optional: bool = False
    """Whether a plan can be without it."""
    frozen: int = 1
    """How many columns stay in view when one scrolls to the right."""

    def slot(self, attribute: str) -> Slot:
        """The slot of an attribute. KeyError if the sheet has none."""
        for slot in self.slots:
            if slot.attribute == attribute:
                return slot
        raise KeyError(attribute)


YES_NO = (Word("yes", N_("Yes")), Word("no", N_("No")))
"""What can be chosen in slots of the kind yesno."""
