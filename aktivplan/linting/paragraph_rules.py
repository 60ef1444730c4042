"""What hinders people in paragraphs: headings, empty paragraphs, lists typed by hand, text that is hard to read."""

from __future__ import annotations

from dataclasses import dataclass

from aktivplan.linting.contrast import LEAST_POINTS, Around, Poor, poor_contrast, smallest
from aktivplan.linting.events import ParagraphPart
from aktivplan.linting.pieces import first_text, has_many_blanks, words_of
from aktivplan.linting.position import NOWHERE, Position
from aktivplan.linting.table_rules import OpenTable
from aktivplan.linting.wording import Typed, colour_words, goes_on, may_be_typed, typed_item

_LONGEST_HEADING = 200


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is known of every paragraph that looks alike and stands in like surroundings."""

    level: int
    poor: Poor | None
    points: float
    may_be_listed: bool
    """Whether it may belong to a list that somebody has typed: it is no heading and no item of a real list."""
    is_entry: bool
    is_hard_to_read: bool


class ParagraphRules:
    """Judges paragraphs one by one."""

    def __init__(self, position: Position) -> None:
        self.headings = 0
        self.filled = 0
        """Paragraphs that have something in them."""
        self.look_for_blanks = False
        """Whether blanks stand side by side anywhere in the document."""
        self._position = position
        self._verdicts: dict[tuple[ParagraphPart, Around], Verdict] = {}
        self._level = 0
        self._former = b""
        """The piece with the last paragraph that has something in it."""
        self._typed: tuple[Typed, str] | None = None
        self._typed_is_told = False

    def judge(self, part: ParagraphPart, *, exact: bool) -> Verdict:
        """Judge one. ``exact`` says whether the place of its first text is the one that the part tells of."""
        position = self._position
        table = position.tables[-1] if position.tables else None
        around = table.around if table else NOWHERE
        verdict = self._verdicts.get((part, around))
        if verdict is None:
            verdict = self._verdicts[part, around] = self._verdict(part, around)
        if part.first_text < 0 and not part.has_object:
            self._empty(verdict)
            return verdict
        self.filled += 1
        self._former = position.piece
        if table:
            table.filled = True
            if table.empty_paragraphs:
                self._after_empty(table)
        elif position.in_body:
            self._outside_tables(part, verdict)
        self._text(part, verdict, exact=exact)
        return verdict

    def forget_list(self) -> None:
        """What comes next does not go on with a list."""
        self._typed = None
        self._typed_is_told = False

    def _verdict(self, part: ParagraphPart, around: Around) -> Verdict:
        styles = self._position.styles
        level = styles.level(part.style) if part.level < 0 else part.level
        is_item = styles.is_listed(part.style) if part.listed is None else part.listed
        is_entry = styles.is_contents_entry(part.style)
        poor = poor_contrast(part, around, styles)
        points = smallest(part, around, styles) if self._position.in_body else LEAST_POINTS
        return Verdict(
            level=level,
            poor=poor,
            points=points,
            may_be_listed=part.whole and part.first_text >= 0 and not (level or is_item or is_entry),
            is_entry=is_entry,
            is_hard_to_read=poor is not None or points < LEAST_POINTS,
        )

    def _text(self, part: ParagraphPart, verdict: Verdict, *, exact: bool) -> None:
        piece = self._position.piece
        if verdict.is_hard_to_read:
            self._hard_to_read(verdict)
        if verdict.may_be_listed and may_be_typed(piece, part.first_text if exact else first_text(piece)):
            self._look_for_list()
        elif self._typed is not None:
            self.forget_list()
        if self.look_for_blanks and has_many_blanks(piece):
            self._position.tell("blanks-repeated", words=self._position.words)

    def _empty(self, verdict: Verdict) -> None:
        position = self._position
        self.forget_list()
        if not position.in_body:
            return
        if verdict.level:
            position.tell("heading-empty", level=verdict.level, words=words_of(self._former))
        elif position.after_table:
            # Between two tables, or at the end of a cell, Word needs a paragraph.
            position.after_table = False
        elif position.tables and not position.tables[-1].filled:
            position.tables[-1].empty_paragraphs += 1
        else:
            position.tell("paragraph-empty", words=words_of(self._former))

    def _after_empty(self, table: OpenTable) -> None:
        """Something in a cell that begins with empty paragraphs."""
        table.empty_paragraphs = 0
        if self._position.in_body:
            self._position.tell("paragraph-empty", words=self._position.words)

    def _outside_tables(self, part: ParagraphPart, verdict: Verdict) -> None:
        position = self._position
        position.after_table = False
        words = position.words
        if verdict.level and part.whole:
            self._heading(verdict.level, words)
        elif named := colour_words(words):
            position.tell("colour-words", words=named)

    def _heading(self, level: int, words: str) -> None:
        position = self._position
        self.headings += 1
        if not words:
            return
        position.telling.heading = words
        if level > self._level + 1:
            position.tell("heading-skipped", words=words, level=level, former=self._level)
        if len(words) > _LONGEST_HEADING:
            position.tell("heading-long", words=words, count=len(words), limit=_LONGEST_HEADING)
        self._level = level

    def _hard_to_read(self, verdict: Verdict) -> None:
        position = self._position
        if verdict.poor:
            ratio, colour, background = verdict.poor
            position.tell(
                "contrast-low", words=position.words, ratio=ratio, colour=colour, background=background
            )
        if verdict.points < LEAST_POINTS:
            position.tell("text-small", words=position.words, points=verdict.points, limit=LEAST_POINTS)

    def _look_for_list(self) -> None:
        """Whether this paragraph and the one before it are items of a list that somebody has typed."""
        position = self._position
        words = position.words
        typed = typed_item(words)
        if typed is None or self._typed is None or not goes_on(self._typed[0], typed):
            self.forget_list()
        elif not self._typed_is_told:
            position.tell("list-typed", words=self._typed[1])
            self._typed_is_told = True
        self._typed = None if typed is None else (typed, words)
