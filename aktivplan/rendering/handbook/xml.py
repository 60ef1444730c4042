"""Text as it may stand in XML. Everything that people wrote passes here before it reaches the document."""

from __future__ import annotations

import re
from collections.abc import Sequence

_SEPARATOR = "\x1f"
_SPECIAL = re.compile('[&<>"\x00-\x1f\ud800-\udfff\ufffe\uffff]')
_MARKUP = '&<>"'
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1e\ud800-\udfff\ufffe\uffff]")
_BREAKS = re.compile("[\t\n\v\f\r]+")


def legal(text: str) -> str:
    """The text on one line, without characters that XML forbids."""
    return _legal(text.replace(_SEPARATOR, ""))


def escape(text: str) -> str:
    """The text for an element or an attribute: marked up characters escaped, illegal ones gone, one line."""
    if not _SPECIAL.search(text):
        return text
    return _marked_up(legal(text))


def escape_all(texts: Sequence[str]) -> Sequence[str]:
    """Each of the texts as `escape` gives it: looked through together, since there are tens of thousands of them."""
    together = "".join(texts)
    if together.isprintable() and not any(sign in together for sign in _MARKUP):
        return texts
    whole = _SEPARATOR.join(texts)
    if whole.count(_SEPARATOR) >= len(texts):
        return [escape(text) for text in texts]
    return _marked_up(_legal(whole)).split(_SEPARATOR)


def _legal(text: str) -> str:
    return _BREAKS.sub(" ", _FORBIDDEN.sub("", text))


def _marked_up(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
