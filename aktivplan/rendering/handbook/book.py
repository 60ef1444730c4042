"""One handbook in the making: what is rendered, and what its chapters share while it is written.

A book lives for one rendering. It hands out anchors, running numbers and lists, and remembers the headings for the
contents list; it knows no file and no package.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from aktivplan.edition import Edition
from aktivplan.i18n import Translator, translator
from aktivplan.records import Record
from aktivplan.rendering.figures.timeline import Timeline
from aktivplan.rendering.handbook import names
from aktivplan.rendering.handbook.blocks import Picture, bookmark, field, link, paragraph, run
from aktivplan.rendering.handbook.blocks import text as text_paragraph
from aktivplan.rendering.handbook.lines import LineKind, is_simple, lines
from aktivplan.rendering.handbook.views import TableView, table_views
from aktivplan.rendering.handbook.wording import Wording


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that the contents list can name."""

    level: int
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class ParagraphKinds:
    """The styles of plain, bulleted and numbered lines in one kind of surroundings."""

    plain: str
    bullet: str
    number: str


IN_CELLS = ParagraphKinds(names.CELL, names.CELL_BULLET, names.CELL_NUMBER)
IN_DESCRIPTIONS = ParagraphKinds(names.DESCRIPTION, names.LIST_BULLET, names.LIST_NUMBER)
IN_TEXT = ParagraphKinds(names.NORMAL, names.LIST_BULLET, names.LIST_NUMBER)


class Book:
    """What the chapters write with."""

    def __init__(
        self, edition: Edition, timeline: Timeline | None, timeline_picture: Callable[[], Picture] | None
    ) -> None:
        self.edition = edition
        self.plan = edition.plan
        self.t: Translator = translator(edition.plan.settings.language)
        self.wording = Wording(edition.plan, self.t)
        self.views: dict[str, TableView] = table_views(edition)
        self.timeline = timeline
        self.timeline_picture = timeline_picture
        self.headings: list[Heading] = []
        self.numbered_lists = 0
        self._bookmarks = 0
        self._captions: dict[str, int] = {}
        self._goal_anchors = {goal.id: f"goal_{n}" for n, goal in enumerate(self.plan.goals, start=1)}
        self._unit_anchors = {unit.code: f"unit_{n}" for n, unit in enumerate(self.plan.units, start=1)}
        self._record_anchors: dict[str, str] = {}
        for number, record in enumerate(edition.records, start=1):
            self._record_anchors.setdefault(record.id, f"record_{number}")
        self._placed: set[str] = set()

    def heading(self, level: int, words: str, anchor: str, *, page_break: bool = False) -> str:
        """A heading that links and the contents list can lead to. Levels deeper than Word's nine stay at nine."""
        level = min(level, names.DEEPEST_HEADING)
        self.headings.append(Heading(level, words, anchor))
        content = self.bookmarked(anchor, run(words))
        return paragraph(content, names.heading_style(level), page_break=page_break)

    def table_caption(self, words: str) -> str:
        """The caption that stands over a table."""
        return self._caption(self.t("Table"), words, names.CAPTION)

    def figure_caption(self, words: str) -> str:
        """The caption that stands under a figure."""
        return self._caption(self.t("Chart"), words, names.FIGURE_CAPTION)

    def bookmarked(self, anchor: str, content: str) -> str:
        """The content as the place that an anchor leads to."""
        self._bookmarks += 1
        return bookmark(self._bookmarks, anchor, content)

    def goal_anchor(self, goal_id: str) -> str:
        """Where a goal's heading stands."""
        return self._goal_anchors[goal_id]

    def unit_anchor(self, code: str) -> str:
        """Where a unit's page stands."""
        return self._unit_anchors[code]

    def record_link(self, record_id: str) -> str:
        """A record's id as a link to the place where the record stands whole."""
        return link(self._record_anchors[record_id], record_id)

    def record_place(self, record: Record) -> str:
        """The record's id, the first time as the place that links lead to."""
        content = run(record.id, style=names.STRONG)
        anchor = self._record_anchors[record.id]
        if anchor in self._placed:
            return content
        self._placed.add(anchor)
        return self.bookmarked(anchor, content)

    def lines(self, words: str, kinds: ParagraphKinds = IN_CELLS) -> str:
        """Text that somebody wrote, as paragraphs: its lists as real lists, its blank lines left out."""
        if is_simple(words):
            return text_paragraph(words, kinds.plain)
        pieces = []
        for line in lines(words):
            match line.kind:
                case LineKind.BULLET:
                    pieces.append(paragraph(run(line.text), kinds.bullet, numbering=names.BULLETS))
                case LineKind.NUMBER:
                    self.numbered_lists += line.starts_list
                    list_number = names.BULLETS + self.numbered_lists
                    pieces.append(paragraph(run(line.text), kinds.number, numbering=list_number))
                case LineKind.PLAIN:
                    pieces.append(text_paragraph(line.text, kinds.plain))
        return "".join(pieces)

    def _caption(self, label: str, words: str, style: str) -> str:
        """A caption with the label's next number: "Table 3. …"."""
        number = self._captions.get(label, 0) + 1
        self._captions[label] = number
        counted = field(f"SEQ {label} \\* ARABIC", str(number))
        return paragraph(f"{run(f'{label} ')}{counted}{run(f'. {words}')}", style)
