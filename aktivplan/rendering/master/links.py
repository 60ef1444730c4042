"""Links from the master workbook to the cells that its rows come from, relative to where the workbook lies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from aktivplan.findings import Place, column_letters
from aktivplan.records import Record
from aktivplan.rendering.master.sheet import Kind, Sheet
from aktivplan.rendering.master.texts import markup

_RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
_ESCAPES = str.maketrans(
    {letter: f"%{ord(letter):02X}" for letter in ' "#%<>?[\\]^`{|}'} | {chr(code): None for code in range(32)}
)


def files_on_disk(found: Iterable[str]) -> Mapping[str, str]:
    """By the path of every file found, the file on disk that it is, or that it came in ("svar.zip" for "svar.zip/BUF.xlsx").

    Mails and archives stand among the files found themselves; no folder does.
    """
    files = frozenset(found)
    return {file: next(path for path in _ways_to(file) if path in files) for file in sorted(files)}


def rows_of_records(
    sheets: Iterable[Sheet], records: Iterable[Record], first_row: int
) -> Mapping[tuple[str, str], str]:
    """By table and id of every record, the first cell of its row, ready for an attribute."""
    names = {sheet.key: _quoted(sheet.name) for sheet in sheets}
    rows: Counter[str] = Counter()
    found: dict[tuple[str, str], str] = {}
    for record in records:
        row = first_row + rows[record.table]
        rows[record.table] += 1
        found[record.table, record.id] = f"{names[f'rows_{record.table}']}!A{row}"
    return found


@dataclass(frozen=True, slots=True)
class Links:
    """Knows the files that were found, and the way from the workbook to their folder."""

    folder: str
    """With forward slashes: "../returned"."""
    files: Mapping[str, str]
    """By the path of every file found, the file on disk: another one for what came in a mail or an archive."""
    rows: Mapping[tuple[str, str], str]
    """By table and id of every record that counts, the cell that its row begins with: "'Aktiviteter'!A7"."""
    most: int = 65_530
    """How many links Excel takes on one sheet; a workbook with more it calls damaged."""

    def fit(self, sheet: Sheet) -> bool:
        """Whether Excel can take all the links that the sheet should have; if not, it gets none."""
        columns = sum(column.kind in (Kind.PLACE, Kind.RECORD) for column in sheet.columns)
        if sheet.rows * columns <= self.most:
            return True
        return len(self._places(sheet, 1)) + len(self._inside(sheet, 1)) <= self.most

    def written(self, sheet: Sheet, first_row: int) -> tuple[str, str]:
        """The elements of a sheet's links, and one relationship for each file that they lead to."""
        if not self.fit(sheet):
            return "", ""
        places = self._places(sheet, first_row)
        on_disk = dict.fromkeys(self.files[place.file] for _, place in places)
        numbers = {file: number for number, file in enumerate(on_disk, 1)}
        inside = {name: _quoted(name) for name in {place.sheet for _, place in places}}
        elements = [
            f'<hyperlink ref="{cell}" r:id="file{numbers[self.files[place.file]]}"{self._location(place, inside)}/>'
            for cell, place in places
        ]
        relationships = [_relationship(number, self._target(file)) for file, number in numbers.items()]
        return "".join([*elements, *self._inside(sheet, first_row)]), "".join(relationships)

    def _inside(self, sheet: Sheet, first_row: int) -> list[str]:
        """The elements of links to records' rows."""
        return [
            f'<hyperlink ref="{letters}{row}" location="{target}"/>'
            for letters, records in _columns(sheet, Kind.RECORD)
            for row, record in enumerate(records, first_row)
            if (target := self.rows.get((record.table, record.id)))
        ]

    def _places(self, sheet: Sheet, first_row: int) -> list[tuple[str, Place]]:
        """The cells that lead to a file, and where."""
        return [
            (f"{letters}{row}", place)
            for letters, places in _columns(sheet, Kind.PLACE)
            for row, place in enumerate(places, first_row)
            if place.file in self.files
        ]

    def _location(self, place: Place, inside: Mapping[str, str]) -> str:
        """The attribute with the cell inside the file ("'Aktiviteter'!C14"); "" where it is not known, or has no address."""
        sheet = inside[place.sheet]
        if not (sheet and place.row) or self.files[place.file] != place.file:
            return ""
        cell = place.cell if place.column else f"A{place.row}"
        return f' location="{sheet}!{cell}"'

    def _target(self, file: str) -> str:
        """The file's address; letters beyond ASCII stay, as Excel itself writes them."""
        return f"{self.folder}/{file}".translate(_ESCAPES)


def _columns(sheet: Sheet, kind: Kind) -> Iterator[tuple[str, Sequence[Any]]]:
    """The letters and values of the sheet's columns of that kind."""
    for index, (column, values) in enumerate(zip(sheet.columns, sheet.cells, strict=True), start=1):
        if column.kind is kind:
            yield column_letters(index), values


def _ways_to(file: str) -> Iterator[str]:
    """The path's beginnings at each of its steps, the shortest first: "a.zip" and "a.zip/b.xlsx"."""
    for place, letter in enumerate(file):
        if letter == "/":
            yield file[:place]
    yield file


def _quoted(sheet: str) -> str:
    """A sheet's name as it stands before a cell, ready for an attribute; "" for none."""
    doubled = sheet.replace("'", "''")
    return f"'{_attribute(doubled)}'" if sheet else ""


def _relationship(number: int, target: str) -> str:
    address = _attribute(target)
    return (
        f'<Relationship Id="file{number}" Type="{_RELATIONSHIP}" Target="{address}" TargetMode="External"/>'
    )


def _attribute(text: str) -> str:
    return markup(text).replace('"', "&quot;").replace("\n", " ")
