"""Chapters and their parts as nested sections, and the contents list of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape

_DEEPEST = 6
"""HTML has no deeper headings; what is deeper says its level in an attribute."""
_MOST_ENTRIES = 150
"""Of the contents list; with more of them its third level is left out."""


@dataclass(slots=True)
class Section:
    """A heading and all that stands below it. The topmost one has no heading, and stands for the whole text."""

    identifier: str = ""
    heading: str = ""
    """As HTML."""
    title: str = ""
    """As plain text."""
    rank: int = 0
    """The heading's level in the document, which may skip some."""
    content: list[str] = field(default_factory=list)
    """What stands before the first part, as HTML."""
    parts: list[Section] = field(default_factory=list)
    was_contents: bool = False
    """Whether the document's own contents list stood here, which the page has elsewhere."""

    @property
    def is_left_out(self) -> bool:
        """Whether nothing is left of it besides its heading."""
        return self.was_contents and not self.content and not self.parts


class Outline:
    """A text in the making: what is added belongs to the heading before it."""

    def __init__(self) -> None:
        self.top = Section()
        self._open = [self.top]

    @property
    def current(self) -> Section:
        """The section that is being written."""
        return self._open[-1]

    def begin(self, section: Section) -> None:
        """Begin a section below the nearest one of a higher rank."""
        while self._open[-1].rank >= section.rank:
            self._open.pop()
        self._open[-1].parts.append(section)
        self._open.append(section)


def sections_html(sections: list[Section], level: int = 2) -> Iterator[str]:
    """The sections, their headings of that level and those of their parts one deeper, without a gap."""
    for section in sections:
        if section.is_left_out:
            continue
        tag = f"h{min(level, _DEEPEST)}"
        deeper = f' aria-level="{level}"' if level > _DEEPEST else ""
        kind = ' class="chapter"' if level == 2 else ""
        yield f'<section{kind} id="{escape(section.identifier)}"><{tag}{deeper}>{section.heading}</{tag}>'
        yield from section.content
        yield from sections_html(section.parts, level + 1)
        yield "</section>"


def contents_html(sections: list[Section]) -> str:
    """The nested list of links to the sections, as deep as it stays of use."""
    deepest = 3 if sum(1 for _ in _walk(sections, 3)) <= _MOST_ENTRIES else 2
    return _list(sections, deepest)


def _list(sections: list[Section], deepest: int) -> str:
    entries = "".join(
        f'<li><a href="#{escape(section.identifier)}">{escape(section.title)}</a>{_list(section.parts, deepest - 1)}</li>'
        for section in sections
        if not section.is_left_out
    )
    return f"<ol>{entries}</ol>" if entries and deepest else ""


def _walk(sections: list[Section], deepest: int) -> Iterator[Section]:
    for section in sections if deepest else ():
        yield section
        yield from _walk(section.parts, deepest - 1)
