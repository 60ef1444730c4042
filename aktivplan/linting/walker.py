"""A walk through a document from its beginning to its end, every event judged by the rules for its kind."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from aktivplan.linting.events import (
    CellCloses,
    CellOpens,
    Control,
    Drawing,
    Event,
    FieldMark,
    ParagraphPart,
    RowCloses,
    RowOpens,
    Section,
    TableCloses,
    TableOpens,
    TextBox,
)
from aktivplan.linting.field_rules import Fields
from aktivplan.linting.object_rules import Links, judge_control, judge_drawing
from aktivplan.linting.paragraph_rules import ParagraphRules
from aktivplan.linting.pieces import MANY_BLANKS
from aktivplan.linting.plain_xml import NotPlainError
from aktivplan.linting.position import Position
from aktivplan.linting.shapes import END_OF_PIECE, Shape, bones, last_shape, shape_of, stand_elsewhere
from aktivplan.linting.styles import Styles
from aktivplan.linting.table_rules import Arounds, OpenTable
from aktivplan.linting.telling import Telling
from aktivplan.linting.thinning import Thinned

_Steps = list[tuple[Callable[[Any], None], Event]]
"""What is to be called with each event of a shape."""
_MANY_HEADINGS, _MANY_PARAGRAPHS = 10, 60
"""From so many on, a document is one that people must find their way in."""


class Walker:
    """Walks through one part of a document. What it finds goes to ``telling``."""

    def __init__(
        self, telling: Telling, styles: Styles, relationships: Collection[str], *, in_body: bool = True
    ) -> None:
        self._position = Position(telling, styles, in_body)
        self._links = Links(self._position, relationships)
        self._fields = Fields(self._position, self._links)
        self._paragraphs = ParagraphRules(self._position)
        self._tables = 0
        self._arounds: Arounds = {}
        self._of_section: list[tuple[OpenTable, str]] = []
        self._drawing = Drawing()
        self._exact = True
        self._handlers: Mapping[type, Callable[[Any], None]] = {
            ParagraphPart: self._paragraph,
            CellOpens: self._cell_opens,
            CellCloses: self._cell_closes,
            RowOpens: self._row_opens,
            RowCloses: self._row_closes,
            TableOpens: self._table_opens,
            TableCloses: self._table_closes,
            Drawing: self._drawing_begins,
            TextBox: self._text_box,
            Control: self._control,
            FieldMark: self._fields.mark,
            Section: self._section,
        }

    def walk(self, text: Thinned) -> None:
        """Walk through the part's XML, which looks plain; of what was cut, only the links are looked at.

        Raises:
            NotPlainError: it is not as plain as it looks, or not well-formed.
        """
        xml = text.left
        within: list[bytes] = []
        fallback, shifted = 0, stand_elsewhere(xml)
        self._paragraphs.look_for_blanks = MANY_BLANKS in xml
        ready: dict[bytes | None, tuple[Shape, _Steps]] = {}
        *pieces, last = bones(xml).split(END_OF_PIECE)
        ready[None] = self._with_steps(last_shape(last))
        for piece, its_bones in zip(xml.split(END_OF_PIECE), [*pieces, None], strict=True):
            known = ready.get(its_bones)
            if known is None:
                known = ready[its_bones] = self._with_steps(shape_of(its_bones or b"", shifted=shifted))
            shape, steps = known
            _nest(within, shape)
            if not fallback:
                self._take(piece, shape, steps)
            fallback += shape.fallback
        if within:
            raise NotPlainError
        self._paragraphs.filled += text.paragraphs
        self._links.take_in(text.bookmarks, text.links)
        self._links.tell_of_broken()

    def tell_of_the_whole(self, telling: Telling, *, has_page_numbers: bool) -> None:
        """What the document as a whole lacks; to be asked for when it has been walked through."""
        rules = self._paragraphs
        is_long = rules.filled >= _MANY_PARAGRAPHS
        if is_long and not rules.headings:
            telling.tell("heading-missing")
        if rules.headings >= _MANY_HEADINGS and not self._fields.contents:
            telling.tell("contents-missing")
        if is_long and not has_page_numbers:
            telling.tell("page-numbers-missing")

    def _with_steps(self, shape: Shape) -> tuple[Shape, _Steps]:
        return shape, [(self._handlers[type(event)], event) for event in shape.events]

    def _take(self, piece: bytes, shape: Shape, steps: _Steps) -> None:
        self._position.piece = piece
        self._exact = not shape.shifted
        if shape.has_bookmarks:
            self._links.gather_bookmarks()
        for handle, event in steps:
            handle(event)

    def _paragraph(self, part: ParagraphPart) -> None:
        verdict = self._paragraphs.judge(part, exact=self._exact)
        if part.links:
            self._links.judge()
        if verdict.is_entry or part.links:
            self._fields.entry()

    def _table_opens(self, opens: TableOpens) -> None:
        position = self._position
        if position.tables:
            position.tell("table-nested", table=position.tables[-1].number)
            position.tables[-1].filled = True
        else:
            self._tables += 1
        self._paragraphs.forget_list()
        position.tables.append(OpenTable(self._tables, opens, self._arounds))

    def _table_closes(self, _event: TableCloses) -> None:
        position = self._position
        if not position.tables:
            return
        closed = position.tables.pop()
        if not position.in_body:
            return
        closed.closes(position.telling)
        position.after_table = True
        if not position.tables:
            self._of_section.append((closed, position.telling.heading))

    def _row_opens(self, row: RowOpens) -> None:
        if self._position.tables:
            self._position.tables[-1].row_opens(row)

    def _row_closes(self, _event: RowCloses) -> None:
        if self._position.tables:
            self._position.tables[-1].row_closes()

    def _cell_opens(self, cell: CellOpens) -> None:
        position = self._position
        position.after_table = False
        self._paragraphs.forget_list()
        if position.tables:
            position.tables[-1].cell_opens(cell)

    def _cell_closes(self, _event: CellCloses) -> None:
        position = self._position
        if position.tables and not position.tables[-1].filled and position.in_body:
            position.tables[-1].blank_cell_closes(position.telling)

    def _drawing_begins(self, drawing: Drawing) -> None:
        self._drawing = drawing
        judge_drawing(drawing, self._position)

    def _text_box(self, _event: TextBox) -> None:
        if not self._drawing.floating:
            self._position.tell("object-floating", name=self._drawing.name)

    def _control(self, control: Control) -> None:
        judge_control(control, self._position)

    def _section(self, section: Section) -> None:
        telling = self._position.telling
        present = telling.heading
        for table, heading in self._of_section:
            if table.is_wider_than(section):
                telling.heading = heading
                telling.tell("table-wide", table=table.number)
        telling.heading = present
        self._of_section.clear()


def _nest(within: list[bytes], shape: Shape) -> None:
    """Follow which elements are open; what is closed must have been opened last."""
    if closes := shape.closes:
        if within[-len(closes) :] != closes:
            raise NotPlainError
        if shape.opens_what_it_closes:
            return
        del within[-len(closes) :]
    within += shape.opens
