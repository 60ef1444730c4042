"""The bytes of a workbook as plain rows of cells. Knows nothing of plans.

Raises UnreadableWorkbook, whatever the library underneath does.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from lxml import etree
from python_calamine import CalamineWorkbook, SheetTypeEnum

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


class UnreadableWorkbook(Exception):  # noqa: N818 - it says what is the matter
    """The bytes are no workbook, or one that cannot be opened."""


@dataclass(frozen=True, slots=True)
class NoValue:
    """A cell with a formula that gives no value: an error such as #N/A, or never calculated."""

    shown: str


Cell = str | float | int | bool | date | datetime | time | timedelta | NoValue


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet. Row and column 1 of the sheet have index 0; empty cells are ""."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]

    def cell(self, row: int, column: int) -> Cell:
        """The cell as Excel counts, from 1; "" outside the sheet's used area."""
        if 1 <= row <= len(self.rows) and 1 <= column <= len(self.rows[row - 1]):
            return self.rows[row - 1][column - 1]
        return ""


def read_grids(content: bytes) -> tuple[Grid, ...]:
    """Every worksheet, in order. Raises UnreadableWorkbook."""
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        names = [sheet.name for sheet in book.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
        rows = {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in names}
        without_value = _cells_without_value(content)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # a panic of the library underneath is not an Exception
        raise UnreadableWorkbook(str(error)) from error
    return tuple(_grid(name, rows[name], without_value.get(name, {})) for name in names)


def _grid(name: str, values: Sequence[Sequence[Cell]], without_value: dict[tuple[int, int], str]) -> Grid:
    rows = [list(row) for row in values]
    for (row, column), shown in without_value.items():
        rows.extend([] for _missing in range(row - len(rows)))
        cells = rows[row - 1]
        cells.extend("" for _missing in range(column - len(cells)))
        cells[column - 1] = NoValue(shown)
    return Grid(name, tuple(map(tuple, rows)))


def _cells_without_value(content: bytes) -> dict[str, dict[tuple[int, int], str]]:
    """By sheet, the cells that the library shows as empty though a formula stands in them."""
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return {}
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        if "xl/workbook.xml" not in package.namelist():
            return {}
        return {name: dict(_suspects(package.read(part))) for name, part in _sheet_parts(package)}


def _sheet_parts(package: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Name and part of every sheet."""
    relations = _parsed(package.read("xl/_rels/workbook.xml.rels"))
    targets = {relation.get("Id"): relation.get("Target", "") for relation in relations}
    parts = set(package.namelist())
    for sheet in _parsed(package.read("xl/workbook.xml")).iter(f"{_MAIN}sheet"):
        target = targets.get(sheet.get(_RELATION), "")
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if part in parts:
            yield sheet.get("name", ""), part


def _suspects(sheet: bytes) -> Iterator[tuple[tuple[int, int], str]]:
    """Row, column and what is shown, for cells with an error or with a formula without a value."""
    if b't="e"' not in sheet and b"<f>" not in sheet and b"<f " not in sheet:
        return
    for cell in _parsed(sheet).iter(f"{_MAIN}c"):
        reference = cell.get("r", "")
        value, formula = cell.findtext(f"{_MAIN}v"), cell.find(f"{_MAIN}f")
        empty = formula is not None and not value and cell.get("t") != "str"
        if reference and (empty or cell.get("t") == "e"):
            yield _position(reference), value or f"={formula.text if formula is not None else ''}"


def _position(reference: str) -> tuple[int, int]:
    """Row and column of "C14"."""
    letters = reference.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(reference[len(letters) :]), column


def _parsed(xml: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(xml, parser)
