"""The names of WordprocessingML that the page is made from."""

from __future__ import annotations

from typing import Final

from lxml import etree

NAMESPACE: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W: Final = f"{{{NAMESPACE}}}"
DOCUMENT, BODY = f"{W}document", f"{W}body"
TABLE, ROW, CELL = f"{W}tbl", f"{W}tr", f"{W}tc"
PARAGRAPH, RUN, TEXT = f"{W}p", f"{W}r", f"{W}t"
BOOKMARK, BOOKMARK_END = f"{W}bookmarkStart", f"{W}bookmarkEnd"
LINK, FIELD = f"{W}hyperlink", f"{W}fldSimple"


def styled(element: etree._Element, path: str) -> str:
    """The value at a path below an element, such as "pPr/pStyle"; "" if nothing stands there."""
    found = element.find("/".join(f"{W}{step}" for step in path.split("/")))
    return "" if found is None else found.get(f"{W}val", "")


def text_of(element: etree._Element) -> str:
    """All text in an element."""
    return "".join(piece.text or "" for piece in element.iter(TEXT))
