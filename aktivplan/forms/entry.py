"""What a cell takes and what is shown beside it, as long and in the shape that Excel allows. Knows no plan."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LONGEST_TITLE, LONGEST_MESSAGE = 32, 255


def legal(text: str) -> str:
    """The text without the characters that no XML file may hold."""
    return _ILLEGAL.sub("", text)


def shortened(text: str, length: int) -> str:
    """The text in at most that many characters: whole words, and "…" where something was left out."""
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    words, space, _rest = cut.rpartition(" ")
    return (words if space else cut).rstrip(" ,;:–-") + "…"


@dataclass(frozen=True, slots=True)
class Message:
    """What Excel shows beside a selected cell, or when it refuses an entry."""

    title: str
    text: str

    def fitted(self) -> tuple[str, str]:
        """Title and text, as long as Excel allows."""
        return (
            shortened(legal(self.title), _LONGEST_TITLE),
            shortened(legal(self.text), LONGEST_MESSAGE),
        )


@dataclass(frozen=True, slots=True)
class Rule:
    """What a cell takes: a kind of Excel's data validation ("any" takes all) with its limits."""

    kind: str = "any"
    formula: str = ""
    """For "list" and "custom", without the equals sign."""
    minimum: float | date | None = None
    """For "decimal" and "date", together with or without a maximum."""
    maximum: float | date | None = None
    refusal: Message | None = None
    """Shown when an entry is refused; None: it is let through."""

    def options(self, prompt: Message | None) -> dict[str, object]:
        """The rule as XlsxWriter takes it, with the message for whoever selects the cell."""
        found: dict[str, object] = {"validate": self.kind} | self._criteria()
        if prompt is not None:
            found["input_title"], found["input_message"] = prompt.fitted()
        if self.refusal is not None:
            found["error_title"], found["error_message"] = self.refusal.fitted()
        else:
            found["show_error"] = False
        return found

    def _criteria(self) -> dict[str, object]:
        if self.kind == "list":
            return {"source": f"={self.formula}"}
        if self.kind == "custom":
            return {"value": f"={self.formula}"}
        if self.minimum is not None and self.maximum is not None:
            return {"criteria": "between", "minimum": self.minimum, "maximum": self.maximum}
        if self.maximum is not None:
            return {"criteria": "<=", "value": self.maximum}
        return {"criteria": ">=", "value": self.minimum} if self.minimum is not None else {}
