"""The content of an .ods, element by element, to sheets of cells. Expands what is repeated only within the limits."""

from __future__ import annotations

import io
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from lxml import etree

from aktivplan.workbooks.budget import Budget
from aktivplan.workbooks.limits import LAST_COLUMN, LAST_ROW, MOST_CELLS, MOST_ROWS
from aktivplan.workbooks.looks import Looks, Position, make_sheet
from aktivplan.workbooks.number_formats import Shown
from aktivplan.workbooks.open_document_cells import OFFICE, TABLE, cell_value
from aktivplan.workbooks.open_document_styles import Styles
from aktivplan.workbooks.sheets import Area, Carried, Cell, ReadingError, Sheet

_TABLE, _ROW, _COLUMN = f"{TABLE}table", f"{TABLE}table-row", f"{TABLE}table-column"
_CELL, _COVERED = f"{TABLE}table-cell", f"{TABLE}covered-table-cell"
_BOOK = f"{OFFICE}spreadsheet"
_LINKS = {
    f"{OFFICE}dde-source": Carried.DDE,
    f"{TABLE}dde-link": Carried.DDE,
    f"{TABLE}table-source": Carried.EXTERNAL_LINKS,
    f"{TABLE}cell-range-source": Carried.EXTERNAL_LINKS,
}
_KIND, _PERCENTAGE = f"{OFFICE}value-type", "percentage"
_NAME, _STYLE, _VISIBILITY = f"{TABLE}name", f"{TABLE}style-name", f"{TABLE}visibility"
_REPEATED_ROWS, _REPEATED_COLUMNS = f"{TABLE}number-rows-repeated", f"{TABLE}number-columns-repeated"
_SPANNED_ROWS, _SPANNED_COLUMNS = f"{TABLE}number-rows-spanned", f"{TABLE}number-columns-spanned"
_HIDDEN = ("collapse", "filter")


@dataclass(slots=True)
class _Table:
    """A sheet that is being read."""

    name: str
    visible: bool
    rows: list[list[Cell]] = field(default_factory=list)
    row: int = 0
    """How many rows have been gone through, empty ones among them."""
    columns: int = 0
    """How many columns have been told of, before the first row."""
    width: int = 0
    merged: list[Area] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    shown: dict[Position, Shown] = field(default_factory=dict)


def read_open_document(content: bytes, skip: Collection[str]) -> tuple[tuple[Sheet, ...], frozenset[Carried]]:
    """Every sheet but those named in ``skip``, and what the file carries besides.

    Args:
        content: the part content.xml.
        skip: names of sheets.

    Raises:
        ReadingError: file-damaged, file-too-many-cells or file-swollen.
    """
    carries: set[Carried] = set()
    try:
        tables = list(_tables(content, skip, carries))
    except (etree.XMLSyntaxError, ValueError, OverflowError) as error:
        raise ReadingError("file-damaged") from error
    return tuple(map(_sheet, tables)), frozenset(carries)


def _sheet(table: _Table) -> Sheet:
    for cells in table.rows:
        cells.extend([""] * (table.width - len(cells)))
    looks = Looks(
        tuple(table.merged),
        frozenset(table.hidden_rows),
        frozenset(table.hidden_columns),
        table.shown,
    )
    return make_sheet(table.name, table.rows, looks, (), visible=table.visible)


def _tables(content: bytes, skip: Collection[str], carries: set[Carried]) -> Iterator[_Table]:
    budget, styles = Budget(), Styles()
    table: _Table | None = None
    events = etree.iterparse(
        io.BytesIO(content),
        events=("start", "end"),
        tag=(_TABLE, _ROW, _COLUMN, *_LINKS, *Styles.TAGS),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    for event, element in events:
        if element.tag in _LINKS:
            carries.add(_LINKS[element.tag])
        elif element.tag == _TABLE and _is_sheet(element):
            if event == "start" and element.get(_NAME) not in skip:
                table = _Table(element.get(_NAME, ""), styles.shows_sheet(element.get(_STYLE, "")))
            elif event == "end" and table:
                budget.take(len(table.rows), table.width)
                yield table
                table = None
        elif event == "end" and element.tag in Styles.TAGS:
            styles.learn(element)
        elif event == "end" and table and element.tag == _COLUMN:
            _read_column(table, element)
        elif event == "end" and table and element.tag == _ROW:
            _read_row(table, element, styles, budget)
        if event == "end" and element.tag in (_ROW, _TABLE):
            element.clear()


def _is_sheet(table: etree._Element) -> bool:
    parent = table.getparent()
    return parent is not None and parent.tag == _BOOK


def _read_column(table: _Table, column: etree._Element) -> None:
    repeated = _count(column, _REPEATED_COLUMNS, LAST_COLUMN)
    if column.get(_VISIBILITY) in _HIDDEN:
        table.hidden_columns.update(range(table.columns + 1, min(table.columns + repeated, LAST_COLUMN) + 1))
    table.columns += repeated


def _read_row(table: _Table, row: etree._Element, styles: Styles, budget: Budget) -> None:
    repeated = _count(row, _REPEATED_ROWS, LAST_ROW)
    cells = _cells(table, row, styles, budget)
    if row.get(_VISIBILITY) in _HIDDEN:
        table.hidden_rows.update(range(table.row + 1, min(table.row + repeated, MOST_ROWS) + 1))
    if cells:
        table.width = max(table.width, len(cells))
        last = table.row + repeated
        if last > MOST_ROWS or last * table.width > MOST_CELLS:
            # It would be more than the whole workbook may hold.
            budget.take(last, table.width)
        budget.take_text((repeated - 1) * sum(len(cell) for cell in cells if isinstance(cell, str)))
        table.rows.extend([] for _empty in range(table.row - len(table.rows)))
        table.rows.extend(cells.copy() for _again in range(repeated))
    table.row += repeated


def _cells(table: _Table, row: etree._Element, styles: Styles, budget: Budget) -> list[Cell]:
    """The row's cells up to the last with a value."""
    cells: list[Cell] = []
    column = 0
    for element in row.iterchildren(_CELL, _COVERED):
        repeated = _count(element, _REPEATED_COLUMNS, LAST_COLUMN)
        value = cell_value(element)
        if value != "" and column + repeated <= LAST_COLUMN:
            cells.extend([""] * (column - len(cells)))
            cells.extend([value] * repeated)
            if isinstance(value, str):
                budget.take_text(repeated * len(value))
            elif (shown := _shown_as(element, styles)) is not None:
                table.shown |= {(table.row + 1, column + n): shown for n in range(1, repeated + 1)}
        _note_merged(table, element, column)
        column += repeated
    return cells


def _shown_as(cell: etree._Element, styles: Styles) -> Shown | None:
    if cell.get(_KIND) == _PERCENTAGE:
        return Shown.PERCENT
    return Shown.MONTH if styles.shows_month(cell.get(_STYLE, "")) else None


def _note_merged(table: _Table, cell: etree._Element, column: int) -> None:
    down, across = _count(cell, _SPANNED_ROWS, LAST_ROW), _count(cell, _SPANNED_COLUMNS, LAST_COLUMN)
    if (down, across) != (1, 1):
        bottom, right = min(table.row + down, LAST_ROW), min(column + across, LAST_COLUMN)
        table.merged.append(Area(table.row + 1, column + 1, bottom, right))


def _count(element: etree._Element, attribute: str, most: int) -> int:
    return min(max(int(element.get(attribute) or 1), 1), most)
