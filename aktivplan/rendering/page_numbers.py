"""On which page each heading of a document stands, told by the bookmarks of its PDF."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any


def pages_of(pdf: bytes, headings: Sequence[str]) -> tuple[int, ...]:
    """The pages of the headings, from 1; () where the PDF's bookmarks are not these headings in this order."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(pdf))
        marks = [
            (_plain(str(mark.title)), reader.get_destination_page_number(mark))
            for mark in _flat(reader.outline)
        ]
    except (PyPdfError, ValueError, KeyError, AttributeError):
        return ()
    if [title for title, _page in marks] != [_plain(heading) for heading in headings]:
        return ()
    return tuple((page or 0) + 1 for _title, page in marks)


def _flat(outline: Iterable[Any]) -> Iterator[Any]:
    for one in outline:
        if isinstance(one, list):
            yield from _flat(one)
        else:
            yield one


def _plain(text: str) -> str:
    return " ".join(text.split())
