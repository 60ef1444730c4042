"""The contents list: a field of Word's own, its entries filled in already as links to the headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aktivplan.rendering.handbook import names
from aktivplan.rendering.handbook.blocks import paragraph, quiet_link, run, tab
from aktivplan.rendering.handbook.book import Heading

_MOST_ENTRIES = 150
"""With more, the third level is left out."""


def contents(headings: Sequence[Heading], pages: Sequence[int] = ()) -> Iterator[str]:
    """Blocks for the list: the headings, with the page of each of them if the pages are known."""
    deepest = deepest_level(headings)
    known = pages or [0] * len(headings)
    entries = [entry for entry in zip(headings, known, strict=True) if entry[0].level <= deepest]
    for index, (heading, page) in enumerate(entries):
        opening = _opening(deepest) if index == 0 else ""
        closing = _CLOSING if index == len(entries) - 1 else ""
        number = tab() + run(str(page)) if page else ""
        content = f"{opening}{quiet_link(heading.anchor, heading.text, number)}{closing}"
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
