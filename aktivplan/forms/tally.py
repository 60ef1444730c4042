"""Which rows are begun and which are complete: as formulas in the sheet, and counted. Knows no styles.

A row is begun when any field in it holds more than blanks, and complete when every required field does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aktivplan.definition.terms import Need
from aktivplan.forms.layout import FIRST_ROW, Column, TableLayout
from aktivplan.forms.sheet import Area, column_fixed, following
from aktivplan.i18n import Translator
from aktivplan.records import Record


@dataclass(frozen=True, slots=True)
class Tally:
    """The formulas of one table's sheet."""

    columns: tuple[Column, ...]
    """All fields."""
    required: tuple[Column, ...]
    last_row: int
    """As far down as rows are counted."""

    @property
    def begun_row(self) -> str:
        """Whether the first row is begun; follows its row when copied down."""
        cells = f"{column_fixed(FIRST_ROW, self.columns[0].index)}:{column_fixed(FIRST_ROW, self.columns[-1].index)}"
        return f"SUMPRODUCT(LEN(TRIM({cells})))>0"

    @property
    def used_row(self) -> str:
        """Whether the first row has a printed id or is begun."""
        return f'OR({column_fixed(FIRST_ROW, 1)}<>"",{self.begun_row})'

    @property
    def incomplete_row(self) -> str:
        """Whether the first row is begun and lacks something required."""
        empty = ",".join(_empty(column) for column in self.required)
        return f"AND({self.begun_row},OR({empty}))"

    @property
    def complete_row(self) -> str:
        """Whether the first row is begun and lacks nothing required."""
        filled = "".join(f",NOT({_empty(column)})" for column in self.required)
        return f"AND({self.begun_row}{filled})"

    @property
    def missing_cell(self) -> str:
        """Whether the first required cell of the first row is empty though the row is begun; follows its cell."""
        cell = following(FIRST_ROW, self.required[0].index)
        return f"AND({self.begun_row},LEN(TRIM({cell}))=0)"

    def line(self, t: Translator) -> str:
        """The line that counts rows begun and complete, as a formula."""
        begun = f"SUMPRODUCT(--({'+'.join(map(self._lengths, self.columns))}>0))"
        complete = f"SUMPRODUCT({'*'.join(f'({self._lengths(column)}>0)' for column in self.required)}*1)"
        quoted = '"' + self._message(t).replace('"', '""') + '"'
        return quoted.format(
            begun=f'"&{begun}&"', complete=f'"&{complete}&"', left=f'"&({begun}-{complete})&"'
        )

    def line_for(self, records: Sequence[Record], t: Translator) -> str:
        """What the line says of these records."""
        begun = [record for record in records if any(_filled(record, column) for column in self.columns)]
        complete = sum(all(_filled(record, column) for column in self.required) for record in begun)
        return self._message(t).format(begun=len(begun), complete=complete, left=len(begun) - complete)

    def _lengths(self, column: Column) -> str:
        return f"LEN(TRIM({Area(FIRST_ROW, column.index, self.last_row, column.index).fixed}))"

    def _message(self, t: Translator) -> str:
        if not self.required:
            return t("Rows begun: {begun}.")
        return t("Rows begun: {begun}. Complete: {complete}. Left to complete: {left}.")


def tally_of(layout: TableLayout, last_row: int) -> Tally:
    """The formulas for a table's sheet that is counted down to that row."""
    fields = tuple(column for column in layout.columns if column.field is not None)
    required = (one for one in fields if one.field is not None and one.field.required is Need.REQUIRED)
    return Tally(fields, tuple(required), last_row)


def _empty(column: Column) -> str:
    return f"LEN(TRIM({column_fixed(FIRST_ROW, column.index)}))=0"


def _filled(record: Record, column: Column) -> bool:
    return bool(record.value(column.key).text.strip())
