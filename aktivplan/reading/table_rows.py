"""The rows of a table as it stands in a sheet: merged cells spread out, rows that are one joined. Knows no field's type."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from aktivplan.forms.layout import ID_KEY
from aktivplan.i18n import Translator
from aktivplan.reading.cells import is_blank, text_of
from aktivplan.reading.columns import FoundTable
from aktivplan.workbooks.sheets import Area, Cell


class Row(NamedTuple):
    """A row, its number as Excel counts it, and the cells from column A on."""

    number: int
    cells: Sequence[Cell]
    lines: int = 1
    """How many rows of the sheet it is."""

    def cell(self, column: int) -> Cell:
        """The cell in that column; "" beyond the edge."""
        return self.cells[column - 1] if 0 < column <= len(self.cells) else ""


def rows_of(found: FoundTable, t: Translator) -> Iterator[Row]:
    """Every row below the headings that says something, top to bottom.

    A value in a cell that is merged downwards holds for every row beside it. Where the very cell that a row is
    called by is merged over several rows, these are one row, and what stands in its other cells is put together.
    """
    areas = _downwards(found)
    if not areas:
        yield from (Row(number, cells) for number, cells in found.rows if cells.count("") < len(cells))
        return
    joined = _joined(areas, _title_column(found))
    spread = _spread(areas)
    waiting: Row | None = None
    for number, cells in found.rows:
        first = joined.get(number, number)
        if first < number and waiting is not None:
            waiting = _together(waiting, cells, t, ids=found.columns.get(ID_KEY, 0))
            continue
        if waiting is not None:
            yield waiting
        waiting = None
        if not all(map(is_blank, cells)):
            waiting = Row(
                number,
                [_value(found, spread, number, column, cell) for column, cell in _padded(found, cells)],
            )
    if waiting is not None:
        yield waiting


def merged_areas(found: FoundTable) -> tuple[Area, ...]:
    """The merged cells that hold for several rows of the table."""
    areas = _downwards(found)
    joined = _joined(areas, _title_column(found))
    return tuple(
        area
        for area in areas
        if any(row not in joined for row in range(area.first_row + 1, area.last_row + 1))
    )


def _downwards(found: FoundTable) -> list[Area]:
    columns = set(found.columns.values())
    return [
        area
        for area in found.sheet.merged
        if area.last_row > area.first_row > found.heading_row
        and area.first_row <= found.last_row
        and area.first_column in columns
    ]


def _title_column(found: FoundTable) -> int:
    """The column of what a row is called by; 0 where that is the goal, which many rows share."""
    title, goal = found.table.title_field, found.table.goal_field
    return 0 if goal is not None and goal.key == title.key else found.columns.get(title.key, 0)


def _joined(areas: Sequence[Area], title: int) -> dict[int, int]:
    """Rows that belong to one further up, by number."""
    return {
        number: area.first_row
        for area in areas
        if area.first_column == title
        for number in range(area.first_row + 1, min(area.last_row, area.first_row + 1000) + 1)
    }


def _spread(areas: Sequence[Area]) -> dict[int, list[Area]]:
    """The areas by their first column."""
    spread: dict[int, list[Area]] = {}
    for area in areas:
        spread.setdefault(area.first_column, []).append(area)
    return spread


def _padded(found: FoundTable, cells: Sequence[Cell]) -> Iterator[tuple[int, Cell]]:
    width = max(len(cells), *found.columns.values())
    return ((column, cells[column - 1] if column <= len(cells) else "") for column in range(1, width + 1))


def _value(found: FoundTable, spread: Mapping[int, list[Area]], number: int, column: int, cell: Cell) -> Cell:
    if cell != "" or column not in spread:
        return cell
    for area in spread[column]:
        if area.first_row < number <= area.last_row:
            return found.sheet.cell(area.first_row, column)
    return cell


def _together(row: Row, cells: Sequence[Cell], t: Translator, *, ids: int) -> Row:
    """The row with what stands in another one's cells added below its own; it keeps its own id, in column ``ids``."""
    width, lower = max(len(row.cells), len(cells)), Row(0, cells)
    added: list[Cell] = []
    for column in range(1, width + 1):
        first, second = row.cell(column), lower.cell(column)
        if is_blank(second) or (column == ids and not is_blank(first)):
            added.append(first)
        else:
            added.append(second if is_blank(first) else f"{text_of(first, t)}\n{text_of(second, t)}")
    return Row(row.number, added, row.lines + 1)
