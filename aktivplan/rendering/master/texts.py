"""Texts from people, as a cell of a workbook can hold them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from aktivplan.i18n import Translator

LONGEST = 32_767
"""What a cell holds, in UTF-16 units."""

_SEPARATOR = "\x1f"
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1e\ud800-\udfff\ufffe\uffff]")
_MARKUP = ("&", "<", ">", "_x")
"""What `markup` changes in printable text."""
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def escaped(texts: Sequence[str], t: Translator) -> list[str]:
    """Each text ready to stand in a cell's XML: no control characters or space around it, cut where it is too long.

    All are treated as one long text, since a workbook has hundreds of thousands of them.
    """
    if not texts:
        return []
    if max(map(len, texts)) > LONGEST // 2:
        texts = [shortened(text, t) for text in texts]
    stripped = [text.strip() for text in texts]
    together = "".join(stripped)
    if together.isprintable() and not any(sign in together for sign in _MARKUP):
        return stripped
    whole = _SEPARATOR.join(stripped)
    if whole.count(_SEPARATOR) >= len(texts):
        whole = _SEPARATOR.join([text.replace(_SEPARATOR, "").strip() for text in stripped])
    return markup(whole).split(_SEPARATOR)


def markup(text: str) -> str:
    """The text without what XML forbids, its markup escaped, and nothing left that Excel would take for an escape."""
    if _ILLEGAL.search(text):
        text = _ILLEGAL.sub("", text)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _LOOKS_ESCAPED.sub("_x005F_", text) if "_x" in text else text


def plain(text: str) -> str:
    """The text without what XML forbids, for the few cells that the workbook library writes itself."""
    return _ILLEGAL.sub("", text.replace(_SEPARATOR, ""))


def shortened(text: str, t: Translator) -> str:
    """The text as far as a cell holds it, with a last line that says so where it was cut."""
    if _units(text) <= LONGEST:
        return text
    note = "\n" + t(
        "[Cut here. The whole text has {count} characters and stands in the unit's file.]", count=len(text)
    )
    room = LONGEST - _units(note)
    kept = text.encode("utf-16-le", "surrogatepass")[: room * 2].decode("utf-16-le", "ignore")
    return kept + note


def _units(text: str) -> int:
    return len(text) + sum(letter > "\uffff" for letter in text)
