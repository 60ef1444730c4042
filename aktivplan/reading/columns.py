"""Which sheet holds which table, and which column which field: by the hidden keys, or else by headings."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from aktivplan.definition.models import Field, Need, Plan, Table
from aktivplan.forms.layout import TableLayout, table_layout
from aktivplan.i18n import translator
from aktivplan.reading.cells import is_blank
from aktivplan.reading.folding import fold, fold_bare
from aktivplan.reading.keys import SEARCHED_ROWS, KeyRow, find_key_row
from aktivplan.workbooks.sheets import Cell, Sheet

_ROWS_FROM_KEYS_TO_HEADINGS = 3


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table as it stands in a sheet. Rows and columns as Excel counts them."""

    table: Table
    sheet: Sheet
    heading_row: int
    columns: Mapping[str, int]
    """Column by key of the form's fields, `layout.ID_KEY` included."""
    extra: tuple[tuple[int, str], ...]
    """Column and heading of what no field takes and yet has content."""

    @property
    def missing(self) -> tuple[Field, ...]:
        """The fields of the form that have no column."""
        return tuple(field for field in self.table.public_fields if field.key not in self.columns)

    @property
    def rows(self) -> Iterator[tuple[int, list[Cell]]]:
        """Number and cells of every row below the headings."""
        return enumerate(self.sheet.rows[self.heading_row :], start=self.heading_row + 1)


def find_tables(
    plan: Plan, sheets: Iterable[Sheet], *, not_tables: Collection[str]
) -> tuple[FoundTable, ...]:
    """The tables in the sheets, in the sheets' order; a copied sheet gives its table once more.

    A sheet without keys is taken by its headings, unless its name is in ``not_tables``.
    """
    t = translator(plan.settings.language)
    headings = [_Headings(table_layout(plan, table, t)) for table in plan.tables]
    found = (_find_table(plan, sheet, headings, by_headings=sheet.name not in not_tables) for sheet in sheets)
    return tuple(table for table in found if table)


class _Headings:
    """The printed headings of one table, ready to be compared."""

    def __init__(self, layout: TableLayout) -> None:
        self.layout = layout
        self._exact = {fold(column.heading): column.key for column in layout.columns}
        bare = [fold_bare(column.heading) for column in layout.columns]
        self._bare = {
            heading: column.key
            for heading, column in zip(bare, layout.columns, strict=True)
            if heading and bare.count(heading) == 1
        }

    def match(self, cells: Sequence[Cell], taken: Mapping[str, int]) -> dict[str, int]:
        """Column by key: those already taken, and those that the row's cells add as headings."""
        columns = dict(taken)
        for known, folded in ((self._exact, fold), (self._bare, fold_bare)):
            for column, cell in enumerate(cells, start=1):
                key = known.get(folded(cell)) if isinstance(cell, str) and cell else None
                if key and key not in columns and column not in columns.values():
                    columns[key] = column
        return columns

    def enough(self, columns: Mapping[str, int]) -> bool:
        """Whether so many headings were met that the row must be this table's."""
        fields = self.layout.table.public_fields
        required = sum(field.required is Need.REQUIRED for field in fields)
        met = sum(field.key in columns for field in fields)
        return met >= min(len(fields), max(2, (required + 1) // 2))


def _find_table(
    plan: Plan, sheet: Sheet, headings: Sequence[_Headings], *, by_headings: bool
) -> FoundTable | None:
    keys = find_key_row(plan, sheet)
    if keys is not None:
        own = next(one for one in headings if one.layout.table is keys.table)
        return _by_keys(sheet, keys, own)
    return _by_headings(sheet, headings) if by_headings else None


def _by_keys(sheet: Sheet, keys: KeyRow, headings: _Headings) -> FoundTable:
    form_keys = {column.key for column in headings.layout.columns}
    keyed = {key: column for key, column in keys.columns.items() if key in form_keys}
    candidates = range(keys.row + 1, min(keys.row + _ROWS_FROM_KEYS_TO_HEADINGS, len(sheet.rows)) + 1)
    heading_row = max(
        candidates, key=lambda row: len(headings.match(sheet.rows[row - 1], {})), default=keys.row
    )
    return _found(sheet, headings, heading_row, headings.match(sheet.rows[heading_row - 1], keyed))


def _by_headings(sheet: Sheet, headings: Sequence[_Headings]) -> FoundTable | None:
    matches = [
        (own, row, columns)
        for own in headings
        for row, cells in enumerate(sheet.rows[:SEARCHED_ROWS], start=1)
        if own.enough(columns := own.match(cells, {}))
    ]
    if not matches:
        return None
    named = fold(sheet.name)
    own, row, columns = max(
        matches, key=lambda match: (len(match[2]), fold(match[0].layout.sheet) == named, -match[1])
    )
    return _found(sheet, own, row, columns)


def _found(sheet: Sheet, headings: _Headings, heading_row: int, columns: dict[str, int]) -> FoundTable:
    table = headings.layout.table
    return FoundTable(table, sheet, heading_row, columns, tuple(_extra(sheet, heading_row, columns)))


def _extra(sheet: Sheet, heading_row: int, columns: Mapping[str, int]) -> Iterator[tuple[int, str]]:
    taken = set(columns.values())
    width = max((len(cells) for cells in sheet.rows), default=0)
    for column in range(1, width + 1):
        if column not in taken and any(
            column <= len(cells) and not is_blank(cells[column - 1]) for cells in sheet.rows[heading_row:]
        ):
            heading = sheet.cell(heading_row, column)
            yield column, heading if isinstance(heading, str) else str(heading)
