"""Which sheet holds which tables, and which column which field: by the hidden keys, or else by headings.

A sheet may hold several tables, below or beside each other, and a table may be spread over several sheets. A sheet
of the unit's own making is read by its headings, wherever they stand.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from aktivplan.definition.models import Field, Plan, Table
from aktivplan.forms.layout import ID_KEY, column_key, unit_of_record
from aktivplan.reading.cells import is_blank
from aktivplan.reading.goals import GoalFinder
from aktivplan.reading.heading_rows import HeadingRow, Told, heading_rows, is_letters, texts_of
from aktivplan.reading.headings import Headings, Match
from aktivplan.reading.keyed import by_key_or_heading, heading_row_below
from aktivplan.reading.keys import SEARCHED_ROWS, KeyRow, find_key_row
from aktivplan.reading.lists import Line, ListFound, lists_in
from aktivplan.records import Rung
from aktivplan.workbooks.sheets import Cell, Sheet

_OWN_ROWS = 4
"""So many rows the form's other sheets have above what could be a table of the unit's own."""
_SEARCHED_UPRIGHT = 200
"""So many rows are searched for headings that stand below each other."""


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table as it stands in a sheet. Rows and columns as Excel counts them."""

    table: Table
    sheet: Sheet
    heading_row: int
    last_row: int
    """The last row that may belong to it."""
    matches: tuple[Match, ...]
    extra: tuple[tuple[int, str], ...]
    """Column and heading of what no field takes and yet has content."""
    is_form: bool
    """Whether the form's own hidden keys stand over it."""
    moved: tuple[Match, ...] = ()
    """Columns whose heading names another field than the key over them; the heading counts."""
    columns: Mapping[str, int] = field(init=False)
    """Column by key of the form's fields, `layout.ID_KEY` included."""
    ends: tuple[Match, ...] = ()
    """The column of last days where a period is told in two columns; its field's own column has the first days."""
    titles: tuple[tuple[int, int], ...] = ()
    """Row and column of the texts above the headings, in a table that is none of the form's."""
    goal: Line | None = None
    """What names the goal of all rows, in the heading of a list or above it."""
    is_second: bool = False
    """Whether another table is read from the same rows, to which all but this one's own columns belong."""
    shares_rows: bool = False
    """Whether other tables are read from the same rows: then a goal alone is none of this one's rows."""
    span: range = range(0)
    """The columns that belong to it, those of no field included."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "columns", {match.key: match.column for match in self.matches})

    @property
    def edge(self) -> int:
        """The last column that a field has; without any, the sheet has no end."""
        return max(self.columns.values(), default=self.span.stop)

    @property
    def missing(self) -> tuple[Field, ...]:
        """The fields of the form that have no column."""
        met = {match.key for match in self.matches}
        return tuple(field for field in self.table.public_fields if field.key not in met)

    @property
    def rows(self) -> Iterator[tuple[int, list[Cell]]]:
        """Number and cells of every row below the headings."""
        return enumerate(self.sheet.rows[self.heading_row : self.last_row], start=self.heading_row + 1)


class TableFinder:
    """Finds the tables of one plan. Made once for many workbooks."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._headings = [Headings(plan, table) for table in plan.tables]
        self._goals = GoalFinder(plan, plan.goals)
        self._keys = frozenset(
            column_key(one.table, column.key) for one in self._headings for column in one.layout.columns
        )

    def find(
        self, sheets: Iterable[Sheet], *, not_tables: Collection[str], told: Told
    ) -> tuple[FoundTable, ...]:
        """The tables in the sheets, in the sheets' order; a copied sheet gives its table once more.

        A sheet without keys is taken by its headings; one whose name is in ``not_tables`` only below its own first
        rows, and by the headings of the form alone. ``told`` has, by table, the keys of the columns by the folded
        headings that the form's hidden sheet gives them.
        """
        return tuple(
            found
            for sheet in sheets
            for found in self._tables(sheet, told, below=_OWN_ROWS if sheet.name in not_tables else 0)
        )

    def headings(self, table: Table) -> Headings:
        """The table's headings."""
        return next(one for one in self._headings if one.table is table)

    def turned(self, sheet: Sheet, told: Told) -> tuple[int, int] | None:
        """Row and column where a table's headings begin that stand below each other; None if none do."""
        columns = min(max(map(len, sheet.rows), default=0), SEARCHED_ROWS)
        upright = Sheet(
            sheet.name,
            sheet.visible,
            [
                [sheet.cell(row, column) for row in range(1, _SEARCHED_UPRIGHT + 1)]
                for column in range(1, columns + 1)
            ],
        )
        rows = self._heading_rows(upright, told)
        known = [
            (match.column, row.row)
            for row in rows[:1]
            for block in row.blocks
            for one in block.tables
            if one.headings.enough(one.matches)
            for match in one.matches
        ]
        return min(known, default=None)

    def _tables(self, sheet: Sheet, told: Told, *, below: int) -> Iterator[FoundTable]:
        has_keys = not all(map(self._keys.isdisjoint, sheet.rows[:SEARCHED_ROWS]))
        keys = find_key_row(self._plan, sheet) if has_keys else None
        form = self._by_keys(sheet, keys, told) if keys else None
        rows = self._heading_rows(sheet, told, after=form.heading_row if form else below)
        if below and not form:
            rows = [row for row in rows if row.names_titles]
        if form is not None:
            rows = [row for row in rows if min(match.column for match in row.matches) <= form.edge]
            form = _ended(form, rows[0].top - 1 if rows else len(sheet.rows))
            beside = self._beside(form, told)
            yield _without_columns(form, [one.span for one in beside])
            yield from beside
        for number, row in enumerate(rows):
            last = rows[number + 1].top - 1 if number + 1 < len(rows) else len(sheet.rows)
            yield from _of_row(sheet, row, last)
        if not (form or rows or below):
            yield from map(partial(_of_list, sheet), lists_in(sheet, self._headings, told, self._names_goal))

    def _names_goal(self, text: str) -> bool:
        return bool(self._goals.by_text(text))

    def _heading_rows(self, sheet: Sheet, told: Told, *, after: int = 0) -> list[HeadingRow]:
        return heading_rows(sheet, self._headings, told, self._names_goal, after=after)

    def _beside(self, form: FoundTable, told: Told) -> list[FoundTable]:
        """The tables that somebody has put to the right of the form's own."""
        edge = form.edge
        if sum(column > edge for column, _heading in form.extra) < 2:
            return []
        cleared: list[list[Cell]] = [
            [*([""] * edge), *cells[edge:]] for cells in form.sheet.rows[: form.last_row]
        ]
        rest = replace(form.sheet, rows=cleared)
        rows = self._heading_rows(rest, told, after=form.heading_row - 1)
        last_rows = [row.top - 1 for row in rows[1:]] + [form.last_row]
        return [
            replace(one, sheet=form.sheet, span=range(max(edge + 1, one.span.start), one.span.stop))
            for row, last in zip(rows, last_rows, strict=False)
            for one in _of_row(rest, row, last)
        ]

    def _by_keys(self, sheet: Sheet, keys: KeyRow, told: Told) -> FoundTable:
        own = self.headings(keys.table)
        names = told.get(keys.table.key, {})
        row = heading_row_below(sheet, keys.row, own, names)
        texts = texts_of(sheet, row)
        keyed = by_key_or_heading(own, keys, dict(texts), names)
        matches = own.match(texts, names, keyed.matches)
        extra = tuple(_extra(sheet, row, len(sheet.rows), {match.column for match in matches}))
        width = max(map(len, sheet.rows), default=0)
        return FoundTable(
            keys.table,
            sheet,
            row,
            len(sheet.rows),
            tuple(matches),
            extra,
            is_form=True,
            moved=keyed.moved,
            span=range(1, width + 1),
        )


def _ended(found: FoundTable, last_row: int) -> FoundTable:
    """The form's table, where another one begins below it."""
    if last_row == found.last_row:
        return found
    used = {match.column for match in found.matches}
    extra = tuple(_extra(found.sheet, found.heading_row, last_row, used))
    return replace(found, last_row=last_row, extra=extra)


def _without_columns(found: FoundTable, spans: Sequence[range]) -> FoundTable:
    """The form's table, where others stand beside it."""
    if not spans:
        return found
    edge = min(span.start for span in spans)
    extra = tuple(one for one in found.extra if one[0] < edge)
    return replace(found, extra=extra, span=range(1, edge))


def _of_row(sheet: Sheet, row: HeadingRow, last_row: int) -> Iterator[FoundTable]:
    """The tables whose headings stand beside each other in a row."""
    for block in row.blocks:
        first, *others = block.tables
        used = {match.column for one in block.tables for match in one.matches}
        width = range(block.first_column, block.last_column + 1)
        for one in (first, *others):
            matches = [match for match in one.matches if not _is_foreign_id(match, sheet, row.row, last_row)]
            if not any(match.key == ID_KEY for match in matches):
                matches += _ids_without_heading(sheet, row, last_row, used, width)
            ends = one.headings.ends(matches, row.texts)
            matches = [match for match in matches if match not in ends]
            taken = used | {match.column for match in (*ends, *matches)}
            taken -= {match.column for match in one.matches if match.key == ID_KEY and match not in matches}
            extra = (
                () if one is not first else _extra(sheet, row.row, last_row, taken, width, dict(row.texts))
            )
            yield FoundTable(
                one.headings.table,
                sheet,
                row.row,
                last_row,
                tuple(matches),
                tuple(extra),
                is_form=False,
                ends=ends,
                titles=_titles(sheet, row),
                is_second=one is not first,
                shares_rows=bool(others),
                span=width,
            )


def _of_list(sheet: Sheet, one: ListFound) -> FoundTable:
    """A list as a table of one column."""
    column = one.match.column
    titles = tuple(
        (row, column)
        for row in one.others
        for column, cell in enumerate(sheet.rows[row - 1], 1)
        if not is_blank(cell)
    )
    return FoundTable(
        one.headings.table,
        sheet,
        one.heading_row,
        one.last_row,
        (one.match,),
        (),
        is_form=False,
        titles=titles,
        goal=one.goal,
        span=range(column, column + 1),
    )


def _is_foreign_id(match: Match, sheet: Sheet, row: int, last_row: int) -> bool:
    """Whether a column headed like that of the ids holds a numbering of the unit's own."""
    if match.key != ID_KEY:
        return False
    cells = [sheet.cell(number, match.column) for number in range(row + 1, last_row + 1)]
    return not any(isinstance(cell, str) and "-" in cell and cell.strip()[-1:].isdigit() for cell in cells)


def _ids_without_heading(
    sheet: Sheet, row: HeadingRow, last_row: int, used: Collection[int], width: range
) -> Iterator[Match]:
    """The first column of no heading that holds record ids and nothing else, as beside rows pasted below a form's."""
    for column in width:
        if column in used:
            continue
        cells = [sheet.cell(number, column) for number in range(row.row + 1, last_row + 1)]
        texts = [cell for cell in cells if isinstance(cell, str) and cell.strip()]
        if (
            texts
            and all(map(unit_of_record, texts))
            and not any(cell != "" for cell in cells if cell not in texts)
        ):
            yield Match(ID_KEY, column, "", Rung.HEADING)
            return


def _titles(sheet: Sheet, row: HeadingRow) -> tuple[tuple[int, int], ...]:
    return tuple(
        (number, column)
        for number in range(row.top, row.first)
        for column, _text in texts_of(sheet, number)
        if not is_letters(texts_of(sheet, number))
    )


def _extra(
    sheet: Sheet,
    heading_row: int,
    last_row: int,
    taken: Collection[int],
    columns: Iterable[int] = (),
    texts: Mapping[int, str] | None = None,
) -> Iterator[tuple[int, str]]:
    rows = sheet.rows[heading_row:last_row]
    every = columns or range(1, max(map(len, rows), default=0) + 1)
    for column in every:
        if column not in taken and any(
            column <= len(cells) and not is_blank(cells[column - 1]) for cells in rows
        ):
            heading = (texts or {}).get(column) or sheet.cell(heading_row, column)
            yield column, heading if isinstance(heading, str) else str(heading)
