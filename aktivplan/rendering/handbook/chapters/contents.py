"""The contents list: a field of Word's own, its entries filled in already as links to the headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aktivplan.rendering.handbook import names
from aktivplan.rendering.handbook.blocks import paragraph, quiet_link, text
from aktivplan.rendering.handbook.book import Book, Heading

_MOST_ENTRIES = 150
"""With more, the third level is left out."""


def contents(book: Book) -> Iterator[str]:
    """Blocks for the list; every heading must have been written by now."""
    yield text(book.t("Contents"), names.CONTENTS_HEADING)
    deepest = deepest_level(book.headings)
    entries = [heading for heading in book.headings if heading.level <= deepest]
    for index, heading in enumerate(entries):
        opening = _opening(deepest) if index == 0 else ""
        closing = _CLOSING if index == len(entries) - 1 else ""
        content = f"{opening}{quiet_link(heading.anchor, heading.text)}{closing}"
        yield paragraph(content, names.contents_style(heading.level))


def deepest_level(headings: Sequence[Heading]) -> int:
    """How deep the list goes: three levels, or two where three would be too long to be of use."""
    return 3 if sum(heading.level <= 3 for heading in headings) <= _MOST_ENTRIES else 2


def _opening(deepest: int) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> TOC \\o "1-{deepest}" \\h \\z \\u </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


_CLOSING = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
