"""The rows of one found table as values by field, and what was made of cells that lean on others.

Makes findings about ditto marks, goals that stand elsewhere, merged and hidden rows. What values say is for checking.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from aktivplan.findings import Finding, Place, column_letters, finding, quoted
from aktivplan.forms.layout import ID_KEY
from aktivplan.i18n import Translator
from aktivplan.reading.cells import text_of
from aktivplan.reading.columns import FoundTable
from aktivplan.reading.ditto import LONGEST_DITTO, is_ditto
from aktivplan.reading.goals_around import GoalAround, goal_around
from aktivplan.reading.record_ids import PrintedId
from aktivplan.reading.set_aside import OtherRows, SetAside, is_note
from aktivplan.reading.table_rows import Row, rows_of
from aktivplan.reading.values import ValueReader
from aktivplan.records import EMPTY, Period, PeriodKind, Value

Readers = Mapping[str, ValueReader]
"""By field key."""


class ReadRow(NamedTuple):
    """One row, read."""

    printed: PrintedId
    values: dict[str, Value]
    extra: tuple[tuple[str, str], ...]
    place: Place
    said: tuple[Finding, ...] = ()
    """How its cells were understood, where they did not say it themselves; without the record's id."""


@dataclass(slots=True)
class TableReader:
    """Reads one found table from its first row to its last."""

    found: FoundTable
    readers: Readers
    file: str
    t: Translator
    aside: list[SetAside] = field(default_factory=list)
    """What stands between the rows and is none of them, as far as they have been read."""
    _above: dict[str, Value] = field(default_factory=dict)
    """The last value of each field, in a row further up."""
    _goal: GoalAround | None = None
    _section_column: int = 0
    """Where rows stand that name a goal for those below; 0 as long as there was none."""
    _fields: Sequence[tuple[str, int, ValueReader]] = ()
    _others: OtherRows = field(init=False)
    _ids: int = 0
    """The column of ids; 0 if there is none."""
    _shared: str = ""
    """The field that is not the table's own alone, where another table in the same rows shares the goal; "" if none is."""

    def __post_init__(self) -> None:
        """Every field that has a column, with what reads it."""
        columns = self.found.columns
        self._fields = [(key, column, self.readers[key]) for key, column in columns.items() if key != ID_KEY]
        self._ids = columns.get(ID_KEY, 0)
        goal = self.found.table.goal_field
        self._shared = goal.key if goal is not None and self.found.shares_rows else ""
        self._others = OtherRows(self.found, self.file, self.t)

    def rows(self) -> Iterator[ReadRow]:
        """Every row that says something."""
        goal_field = self.found.table.goal_field
        seeking = goal_field is not None and not self.found.is_form
        if seeking and goal_field and goal_field.key not in self.found.columns:
            self._goal = goal_around(self.found, self.readers[goal_field.key])
        for row in rows_of(self.found, self.t):
            if not (seeking and self._is_section(row)):
                yield self._read(row)

    def _read(self, row: Row) -> ReadRow:
        found = self.found
        place = Place(self.file, found.sheet.name, row.number)
        text = text_of(row.cell(self._ids), self.t) if self._ids else ""
        if text and row.cells.count("") == len(row.cells) - 1 and not is_note(text):
            return ReadRow(PrintedId(text, place, 0, filled_in=False), {}, (), place)
        values = self._values(row)
        own = [value.text for key, value in values.items() if key != self._shared]
        filled_in = any(own)
        if (filled_in or not found.is_second) and self._set_aside(row, values):
            filled_in = False
        printed = PrintedId(text, place, self._ids, filled_in)
        if not filled_in:
            return ReadRow(printed, {}, (), place)
        said = [*self._lean(values, place)]
        if row.lines > 1:
            said.insert(0, finding("rows-joined", place, last=row.number + row.lines - 1))
        extra = tuple(self._extra(row)) if found.extra else ()
        return ReadRow(printed, values, extra, place, tuple(said))

    def _values(self, row: Row) -> dict[str, Value]:
        if self.found.sheet.shown:
            values = {key: self._value(reader, column, row) for key, column, reader in self._fields}
        else:
            cells, width = row.cells, len(row.cells)
            values = {
                key: reader.read(cells[column - 1] if column <= width else "", column)
                for key, column, reader in self._fields
            }
        for end in self.found.ends:
            values[end.key] = self._until(values.get(end.key), end.column, row)
        return values

    def _set_aside(self, row: Row, values: Mapping[str, Value]) -> bool:
        """Whether the row is none of the table's; then it is kept aside."""
        aside = self._others.look(row, values)
        if aside is None:
            return False
        self.aside.append(aside)
        goal = self.found.table.goal_field
        if goal is not None and goal.key in values and values[goal.key].text:
            # Whatever begins here, the goal further up holds for it no longer.
            self._above.pop(goal.key, None)
        return True

    def _value(self, reader: ValueReader, column: int, row: Row) -> Value:
        return reader.read(row.cell(column), column, self.found.sheet.shown.get((row.number, column)))

    def _until(self, first: Value | None, column: int, row: Row) -> Value:
        """A period whose first and last days stand in two columns."""
        last = self._value(self.readers[self.found.ends[0].key], column, row)
        if not last.text:
            return first or last
        start = first.parsed if first and isinstance(first.parsed, Period) else None
        end = last.parsed if isinstance(last.parsed, Period) else None
        text = f"{first.text} – {last.text}" if first and first.text else last.text
        if (
            end is None
            or end.end is None
            or (first and first.text and (start is None or start.start is None))
        ):
            return Value(text, Period(text, PeriodKind.UNPARSED, confidence="C"), last.column)
        kind = PeriodKind.INTERVAL if start else PeriodKind.DEADLINE
        confidence = max(end.confidence, start.confidence if start else "A")
        day = start.start if start else None
        return Value(text, Period(text, kind, day, end.end, confidence=confidence), last.column)

    def _extra(self, row: Row) -> Iterator[tuple[str, str]]:
        for column, heading in self.found.extra:
            text = text_of(row.cell(column), self.t)
            if text:
                yield heading or column_letters(column), text

    def _lean(self, values: dict[str, Value], place: Place) -> Iterator[Finding]:
        """Put in what cells leave to others (the row above, a title), and say so."""
        for key, written in values.items():
            text = written.text
            if not text:
                continue
            if len(text) <= LONGEST_DITTO and is_ditto(text):
                values[key], said = self._without_ditto(key, written, place)
                yield from said
            self._above[key] = values[key]
        goal_field = self.found.table.goal_field
        if goal_field is None or self.found.is_form or values.get(goal_field.key, EMPTY).text:
            return
        yield from self._goal_from_elsewhere(values, goal_field.key, place)

    def _without_ditto(self, key: str, written: Value, place: Place) -> tuple[Value, tuple[Finding, ...]]:
        """What stands above, where the cell says no more than that; and what is said of it."""
        if self.readers[key].is_choice and written.parsed is not None:
            return written, ()
        above, where = self._above.get(key), place.at(column=written.column)
        if above is None:
            return written, (finding("cell-ditto-alone", where, value=written.text),)
        said = finding("cell-ditto", where, value=written.text, read=quoted(above.text))
        return above._replace(column=written.column), (said,)

    def _goal_from_elsewhere(self, values: dict[str, Value], key: str, place: Place) -> Iterator[Finding]:
        column = self.found.columns.get(key, 0)
        if self._goal is not None:
            values[key] = self._goal.value
            yield finding(
                "goal-from-title", place, value=quoted(self._goal.value.text), where=self._goal.where
            )
        elif key in self._above and isinstance(self._above[key].parsed, str):
            values[key] = self._above[key]._replace(column=column)
            yield finding("goal-filled-down", place.at(column=column), read=quoted(values[key].text))

    def _is_section(self, row: Row) -> bool:
        """Whether the row names a goal and nothing else: it holds for the rows below. So does another title in its place."""
        found, goal_field = self.found, self.found.table.goal_field
        texts = [column for column in found.span if row.cell(column) != ""]
        if len(texts) != 1 or goal_field is None:
            return False
        (column,) = texts
        value = self.readers[goal_field.key].read(row.cell(column), 0)
        if isinstance(value.parsed, str):
            self._goal = GoalAround(value, f"{column_letters(column)}{row.number}")
            self._section_column = column
            return True
        if column != self._section_column:
            return False
        self._goal = None
        self.aside.append(self._others.set_aside(row, "row-alone"))
        return True


def hidden_findings(found: FoundTable, rows: Iterable[ReadRow], unit: str, file: str) -> Iterator[Finding]:
    """Rows and columns that were hidden and have been read all the same."""
    sheet, place = found.sheet, Place(file, found.sheet.name)
    if not sheet.visible:
        yield finding("sheet-hidden", place, unit=unit)
    below = {number for number in sheet.hidden_rows if number > found.heading_row}
    hidden = [row.place.row for row in rows if row.place.row in below and row.printed.filled_in]
    if hidden:
        told = _listed([str(number) for number in hidden])
        yield finding("rows-hidden", place.at(row=hidden[0]), unit=unit, count=len(hidden), rows=told)
    for match in found.matches:
        if match.column in sheet.hidden_columns:
            where = place.at(row=found.heading_row, column=match.column)
            yield finding(
                "column-hidden", where, unit=unit, heading=match.heading or column_letters(match.column)
            )


def _listed(texts: list[str]) -> str:
    return ", ".join(texts[:12]) + (" …" if len(texts) > 12 else "")
