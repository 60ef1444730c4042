"""Text as it may stand in XML. Everything that people wrote passes here before it reaches the document."""

from __future__ import annotations

import re

_SPECIAL = re.compile('[&<>"\x00-\x1f\ud800-\udfff\ufffe\uffff]')
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BREAKS = re.compile("[\t\n\v\f\r]+")


def legal(text: str) -> str:
    """The text on one line, without characters that XML forbids."""
    return _BREAKS.sub(" ", _FORBIDDEN.sub("", text))


def escape(text: str) -> str:
    """The text for an element or an attribute: marked up characters escaped, illegal ones gone, one line."""
    if not _SPECIAL.search(text):
        return text
    return legal(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
