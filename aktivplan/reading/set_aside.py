"""Rows between a table's rows that are none of its own: totals, help, titles, notes. They are kept, and told.

Knows what a row's cells say, and no type of field.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from aktivplan.definition.terms import Need
from aktivplan.findings import Finding, Place, finding, quoted
from aktivplan.forms.layout import ID_KEY, unit_of_record
from aktivplan.i18n import Translator
from aktivplan.reading.cells import is_blank, text_of
from aktivplan.reading.columns import FoundTable
from aktivplan.reading.folding import fold
from aktivplan.reading.table_rows import Row
from aktivplan.records import Leftover, Value

_TOTALS = frozenset(
    {
        *("summa", "totalt", "total", "delsumma", "summering", "totalsumma", "sammanlagt", "sum", "subtotal"),
        *("i alt", "ialt", "sum i alt", "total i alt", "delsum", "totalsum", "til sammen", "tilsammen"),
        *("sum totalt", "grand total", "in total"),
    }
)
_LONGEST_TOTAL = 12
_MOST_HELP_ROWS = 3
"""So many rows below the headings may hold help."""
_ACROSS = 3
"""Columns; a cell merged over as many is a title."""
_LONGEST_QUOTE = 60


@dataclass(frozen=True, slots=True)
class SetAside:
    """What a row says that is no row of the table, and what is said of it."""

    leftovers: tuple[Leftover, ...]
    said: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class OtherRows:
    """Tells the rows of one found table from what stands between them."""

    found: FoundTable
    file: str
    t: Translator

    def look(self, row: Row, values: Mapping[str, Value]) -> SetAside | None:
        """The row as something else than one of the table; None if it is one.

        ``values`` are its fields as they have been read, before anything was put in from elsewhere.
        """
        own = values.get(self.found.table.title_field.key)
        if (
            own is not None
            and len(own.text) > _LONGEST_TOTAL
            and row.number - self.found.heading_row > _MOST_HELP_ROWS
        ):
            others = [value.text for value in values.values() if value is not own]
            if any(others):
                return None
        filled = [key for key, value in values.items() if value.text]
        if own is not None and own.text:
            code = self._with_title(row, own, filled)
        else:
            code = self._without_title(row, values, filled, knows_title=own is not None)
        return self.set_aside(row, code) if code is not None else None

    def set_aside(self, row: Row, code: str) -> SetAside:
        """All that the row says, kept; ``code`` is what is said of it, "" for what has been said of its columns."""
        headings = dict(self.found.extra)
        kept = tuple(
            Leftover(
                Place(self.file, self.found.sheet.name, row.number, column), headings.get(column, ""), text
            )
            for column, text in self._texts(row)
        )
        if not code or not kept:
            return SetAside(kept, ())
        first = next((one for one in kept if not one.heading), kept[0])
        said = finding(code, first.place, value=quoted(first.text), table=self.found.table.title)
        return SetAside(kept, (said,))

    def _with_title(self, row: Row, own: Value, filled: Sequence[str]) -> str | None:
        if len(own.text) <= _LONGEST_TOTAL and self._is_total(row):
            return "row-total"
        if len(filled) == 1 and self._is_merged_across(row, own.column):
            return "row-alone"
        return "row-help" if self._is_help(row) else None

    def _without_title(
        self, row: Row, values: Mapping[str, Value], filled: Sequence[str], *, knows_title: bool
    ) -> str | None:
        if not filled:
            return self._unfilled(row)
        if self._is_total(row):
            return "row-total"
        if self._is_help(row):
            return "row-help"
        # A goal alone is a row that has been begun.
        goal = self.found.table.goal_field
        begun = goal is not None and filled == [goal.key] and values[goal.key].parsed is not None
        asked = self.found.table.title_field.required is not Need.OPTIONAL
        return "row-alone" if knows_title and asked and len(filled) == 1 and not begun else None

    def _unfilled(self, row: Row) -> str | None:
        """A row with nothing in its fields: what stands beside them has been told, words instead of an id have not."""
        if any(not is_blank(row.cell(column)) for column, _heading in self.found.extra):
            return ""
        text = self._id_text(row)
        return "row-alone" if text and is_note(text) else None

    def _is_total(self, row: Row) -> bool:
        """Whether the only words are those of a total, and all else is figures."""
        words = [
            fold(text)
            for _column, text in self._texts(row)
            if not any(map(str.isdigit, text)) and text != "-"
        ]
        return len(words) == 1 and words[0] in _TOTALS

    def _is_help(self, row: Row) -> bool:
        """Whether every cell repeats its field's help, or stands in parentheses, close below the headings."""
        found = self.found
        if not 0 < row.number - found.heading_row <= _MOST_HELP_ROWS:
            return False
        told = 0
        for key, column in found.columns.items():
            text = text_of(row.cell(column), self.t) if key != ID_KEY else ""
            if not text:
                continue
            if not (_in_parentheses(text) or _same_text(text, found.table.field(key).help)):
                return False
            told += 1
        return told > 1

    def _is_merged_across(self, row: Row, column: int) -> bool:
        return any(
            area.first_row <= row.number <= area.last_row
            and area.first_column <= column <= area.last_column
            and area.last_column - area.first_column + 1 >= _ACROSS
            for area in self.found.sheet.merged
        )

    def _texts(self, row: Row) -> list[tuple[int, str]]:
        """Column and text of the cells that belong to the table; an id that was printed there says nothing."""
        found = self.found
        ids = found.columns.get(ID_KEY, 0)
        texts = [(column, text_of(row.cell(column), self.t)) for column in found.span if column != ids]
        note = self._id_text(row)
        beginning = [(ids, note)] if note and is_note(note) else []
        return [*beginning, *((column, text) for column, text in texts if text)]

    def _id_text(self, row: Row) -> str:
        column = self.found.columns.get(ID_KEY, 0)
        return text_of(row.cell(column), self.t) if column else ""


def is_note(text: str) -> bool:
    """Whether it is words, and no id that is written otherwise than it was printed."""
    if unit_of_record(text):
        return False
    return any(map(str.isspace, text)) or not any(map(str.isdigit, text))


def _in_parentheses(text: str) -> bool:
    return text.startswith("(") and text.endswith(")") and text.count("(") == 1


def _same_text(text: str, other: str) -> bool:
    return abs(len(text) - len(other)) < _LONGEST_QUOTE and fold(text) == fold(other)
