"""One handbook in the making: what is rendered, and what its chapters share while it is written.

A book lives for one rendering. It hands out anchors, running numbers and lists, and remembers the headings for the
contents list; it knows no file and no package.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from aktivplan.edition import Edition
from aktivplan.i18n import Translator, translator
from aktivplan.records import Record
from aktivplan.rendering.figures.figures import Figures
from aktivplan.rendering.handbook import names
from aktivplan.rendering.handbook.blocks import Picture, bookmark, drawing, field, link, paragraph, run, runs
from aktivplan.rendering.handbook.blocks import text as text_paragraph
from aktivplan.rendering.handbook.blocks import texts as text_paragraphs
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


_FIRST_DRAWING = 9000
"""Numbers of drawings follow it: so high that none of the user's own has them."""
GOALS, UNITS = "activities by goal", "activities by unit"
"""Keys of the placeholders for what other chapters lead to: all goals, and all units' pages."""
IN_CELLS = ParagraphKinds(names.CELL, names.CELL_BULLET, names.CELL_NUMBER)
IN_DESCRIPTIONS = ParagraphKinds(names.DESCRIPTION, names.LIST_BULLET, names.LIST_NUMBER)
IN_TEXT = ParagraphKinds(names.NORMAL, names.LIST_BULLET, names.LIST_NUMBER)


class Book:
    """What the chapters write with."""

    def __init__(
        self,
        edition: Edition,
        figures: Figures,
        pictures: Callable[[], Mapping[str, Picture]],
        *,
        unit: str = "",
        first_bookmark: int = 1,
    ) -> None:
        """A book of an edition.

        Args:
            edition: the participants' edition.
            figures: what the figures show.
            pictures: gives the drawn ones, by their keys in `figures.figures`; called when the first is shown.
            unit: code of the unit that the handbook is for, "" if it is for all.
            first_bookmark: the first number that no bookmark of the template has.
        """
        self.edition = edition
        self.unit = unit
        self.plan = edition.plan
        self.t: Translator = translator(edition.plan.settings.language)
        self.wording = Wording(edition.plan, self.t)
        self.views: dict[str, TableView] = table_views(edition)
        self.figures = figures
        self.level = 0
        """The level of the heading that what is written now stands under."""
        self.chapters: dict[str, Heading] = {}
        """By key of the placeholder, the heading that it stands under; of those that have something to show."""
        self.headings: list[Heading] = []
        self.numbered_lists = 0
        self._pictures = pictures
        self._drawings = 0
        self._bookmarks = first_bookmark - 1
        self._captions: dict[str, int] = {}
        self._goal_anchors = {goal.id: f"goal_{n}" for n, goal in enumerate(self.plan.goals, start=1)}
        self._unit_anchors = {unit.code: f"unit_{n}" for n, unit in enumerate(self.plan.units, start=1)}
        self._record_anchors: dict[str, str] = {}
        for number, record in enumerate(edition.records, start=1):
            self._record_anchors.setdefault(record.id, f"record_{number}")
        self._placed: set[str] = set()
        self._links: dict[str, str] = {}
        """Those written so far, by their anchors: most are written several times."""

    def heading(self, depth: int, words: str, anchor: str, *, page_break: bool = False) -> str:
        """A heading that links and the contents list can lead to, so many levels below the one above.

        Levels deeper than Word's nine stay at nine.
        """
        level = min(self.level + depth, names.DEEPEST_HEADING)
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
        """The content as the place that an anchor leads to: the first one that asks for it."""
        if anchor in self._placed:
            return content
        self._placed.add(anchor)
        self._bookmarks += 1
        return bookmark(self._bookmarks, anchor, content)

    def figure(self, key: str, caption: str) -> str:
        """A drawn figure with its caption; "" if it has not been drawn."""
        picture = self._pictures().get(key)
        if picture is None:
            return ""
        self._drawings += 1
        shown = paragraph(drawing(picture, _FIRST_DRAWING + self._drawings, caption), names.FIGURE)
        return shown + self.figure_caption(caption)

    def goal_anchor(self, goal_id: str) -> str:
        """Where a goal's heading stands."""
        return self._goal_anchors[goal_id]

    def unit_anchor(self, code: str) -> str:
        """Where a unit's page stands."""
        return self._unit_anchors[code]

    def record_link(self, record_id: str) -> str:
        """A record's id, as a link to the place where the record stands whole if it does so anywhere."""
        if GOALS not in self.chapters:
            return run(record_id)
        return self._link(self._record_anchors[record_id], record_id)

    def goal_link(self, goal_id: str) -> str:
        """A goal's id, as a link to the goal if the handbook has it."""
        return self._link(self.goal_anchor(goal_id), goal_id) if GOALS in self.chapters else run(goal_id)

    def unit_link(self, code: str) -> str:
        """A unit's name, as a link to its page if the handbook has it."""
        name = self.plan.units_by_code[code].name
        return self._link(self.unit_anchor(code), name) if UNITS in self.chapters else run(name)

    def record_places(self, records: Sequence[Record]) -> Iterator[str]:
        """The id of each record, the first time as the place that links lead to."""
        for record, shown in zip(records, runs([one.id for one in records], style=names.STRONG), strict=True):
            yield self.bookmarked(self._record_anchors[record.id], shown)

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

    def cells(self, words: Sequence[str]) -> Iterator[str]:
        """Each text as `lines` writes it in a cell, numbered lists in the order in which they are asked for."""
        for one, written in zip(words, text_paragraphs(words, IN_CELLS.plain), strict=True):
            yield written if is_simple(one) else self.lines(one)

    def _link(self, anchor: str, words: str) -> str:
        known = self._links.get(anchor)
        if known is None:
            known = self._links[anchor] = link(anchor, words)
        return known

    def _caption(self, label: str, words: str, style: str) -> str:
        """A caption with the label's next number: "Table 3. …"."""
        number = self._captions.get(label, 0) + 1
        self._captions[label] = number
        counted = field(f"SEQ {label} \\* ARABIC", str(number))
        return paragraph(f"{run(f'{label} ')}{counted}{run(f'. {words}')}", style)
