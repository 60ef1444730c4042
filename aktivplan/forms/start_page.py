"""The kinds of rows that the first sheet is made of, written one below the other."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from aktivplan.findings import Place
from aktivplan.forms.columns import fault_word
from aktivplan.forms.entry import Message, Rule
from aktivplan.forms.faults import unchanged
from aktivplan.forms.form import Form
from aktivplan.forms.layout import START_KEY_COLUMN, START_LABEL_COLUMN, START_VALUE_COLUMN
from aktivplan.forms.marks import Mark, comment_text, gravest
from aktivplan.forms.room import row_height
from aktivplan.forms.sheet import Area, Content, Sheet, column_fixed

NOTE_COLUMN = START_VALUE_COLUMN + 1
_WIDTHS = {START_LABEL_COLUMN: 26, START_VALUE_COLUMN: 64, NOTE_COLUMN: 50}
_TITLE_HEIGHT, _SUBTITLE_HEIGHT, _LINE_HEIGHT, _ANSWER_HEIGHT, _AIR = 36, 24, 24, 24, 5
"""In points."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A cell to fill in."""

    label: str
    key: str
    content: Content
    rule: Rule
    prompt: Message
    marks: tuple[Mark, ...] = ()
    """What was found in it, in a corrected copy."""


@dataclass(slots=True)
class StartPage:
    """The first sheet, and the row that is written next."""

    form: Form
    sheet: Sheet
    row: int = 1
    answers: dict[str, Place] = field(default_factory=dict)
    """Where each answer stands, by key."""

    def set_up(self, title: str, subtitle: str) -> None:
        """Columns, and the band at the top."""
        for column, width in _WIDTHS.items():
            self.sheet.width(column, width)
        self.sheet.hide_column(START_KEY_COLUMN)
        look = self.form.styles
        self.sheet.band(1, len(_WIDTHS), look.title, height=_TITLE_HEIGHT)
        self.sheet.text(1, START_LABEL_COLUMN, title, look.title)
        self.sheet.band(2, len(_WIDTHS), look.subtitle, height=_SUBTITLE_HEIGHT)
        self.sheet.text(2, START_LABEL_COLUMN, subtitle, look.subtitle)
        self.row = 4

    def section(self, heading: str) -> None:
        """A heading, with air above and below it."""
        self.row += 1
        self.sheet.band(self.row, len(_WIDTHS), self.form.styles.section, height=_LINE_HEIGHT)
        self.sheet.text(self.row, START_LABEL_COLUMN, heading, self.form.styles.section)
        self.sheet.height(self.row + 1, _AIR)
        self.row += 2

    def line(self, text: str) -> None:
        """A short text that runs on over the columns to its right."""
        self.sheet.height(self.row, _LINE_HEIGHT)
        self.sheet.text(self.row, START_LABEL_COLUMN, text, self.form.styles.lead)
        self.row += 1

    def fact(self, label: str, value: str, *, strong: bool = False, key: str = "") -> None:
        """A label and what it says; nothing if there is nothing to say."""
        if not value:
            return
        look = self.form.styles
        self.sheet.text(self.row, START_LABEL_COLUMN, label, look.label)
        self.sheet.text(self.row, START_VALUE_COLUMN, value, look.strong_value if strong else look.value)
        if key:
            self.sheet.text(self.row, START_KEY_COLUMN, key)
        self._next(label, value)

    def step(self, number: int, text: str) -> None:
        """A numbered step."""
        self.sheet.text(self.row, START_LABEL_COLUMN, f"{number}.", self.form.styles.step_number)
        self.sheet.text(self.row, START_VALUE_COLUMN, text, self.form.styles.value)
        self._next("", text)

    def columns(self, *headings: str) -> None:
        """Headings over three columns of text."""
        for column, heading in enumerate(headings, start=START_LABEL_COLUMN):
            self.sheet.text(self.row, column, heading, self.form.styles.heading)
        self._next(*headings)

    def example(self, label: str, text: str, note: str, *, required: bool) -> None:
        """A field, what may stand in it, and its help."""
        look = self.form.styles
        label_look = look.required_example_label if required else look.example_label
        self.sheet.text(self.row, START_LABEL_COLUMN, label, label_look)
        self.sheet.text(self.row, START_VALUE_COLUMN, text, look.example)
        self.sheet.text(self.row, NOTE_COLUMN, note, look.example_note)
        self._next(label, text, note)

    def answer(self, answer: Answer) -> None:
        """A cell that must be filled in: red and with a word beside it as long as it is not."""
        row, look = self.row, self.form.styles
        cell = Area(row, START_VALUE_COLUMN, row, START_VALUE_COLUMN)
        missing = f"LEN(TRIM({column_fixed(row, START_VALUE_COLUMN)}))=0"
        style = look.answer(answer.rule.kind, gravest(answer.marks))
        self.sheet.height(row, _ANSWER_HEIGHT)
        self.sheet.text(row, START_LABEL_COLUMN, answer.label, look.required_label)
        self.sheet.value(row, START_VALUE_COLUMN, answer.content, style)
        self.sheet.text(row, START_KEY_COLUMN, answer.key)
        self.sheet.validate(cell, answer.rule, answer.prompt)
        self.sheet.mark([cell], missing, look.missing_mark)
        self._state(answer, missing)
        place = self.answers[answer.key] = Place("", self.sheet.name, row, START_VALUE_COLUMN)
        if answer.marks:
            marks = [replace(mark, place=place) for mark in answer.marks]
            self.sheet.comment(row, START_VALUE_COLUMN, comment_text(marks, self.form.t))
        self.row += 1

    def _state(self, answer: Answer, missing: str) -> None:
        """The word beside an answer: not yet filled in, filled in, or still to be mended."""
        t, look = self.form.t, self.form.styles
        empty, filled = t("Not yet filled in"), t("Filled in")
        formula, result = (
            f"IF({missing},{_quoted(empty)},{_quoted(filled)})",
            filled if answer.content else empty,
        )
        wrong, severity = missing, gravest(answer.marks)
        if severity and answer.content:
            still = unchanged(column_fixed(self.row, START_VALUE_COLUMN), answer.content)
            result = fault_word(severity, t)
            formula = f"IF({still},{_quoted(result)},{formula})"
            wrong = f"OR({missing},{still})"
        if severity:
            value = Area(self.row, START_VALUE_COLUMN, self.row, START_VALUE_COLUMN)
            self.sheet.mark([value], f"NOT({wrong})", look.mended_mark)
        self.sheet.formula(self.row, NOTE_COLUMN, formula, look.state, result=result, or_else=(empty, filled))
        self.sheet.mark([Area(self.row, NOTE_COLUMN, self.row, NOTE_COLUMN)], wrong, look.missing_word)

    def _next(self, *texts: str) -> None:
        """Make the row as high as its texts need, and go on to the next."""
        self.sheet.fit(self.row, row_height(zip(texts, _WIDTHS.values(), strict=False), air=_AIR))
        self.row += 1


def _quoted(text: str) -> str:
    """The text as a formula holds it."""
    return '"' + text.replace('"', '""') + '"'
