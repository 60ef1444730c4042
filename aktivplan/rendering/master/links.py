"""Links from the master workbook to the cells that its rows come from, relative to where the workbook lies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from aktivplan.findings import Place, column_letters
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


@dataclass(frozen=True, slots=True)
class Links:
    """Knows the files that were found, and the way from the workbook to their folder."""

    folder: str
    """With forward slashes: "../returned"."""
    files: Mapping[str, str]
    """By the path of every file found, the file on disk: another one for what came in a mail or an archive."""
    most: int = 65_530
    """How many links Excel takes on one sheet; a workbook with more it calls damaged."""

    def fit(self, sheet: Sheet) -> bool:
        """Whether Excel can take all the links that the sheet should have; if not, it gets none."""
        columns = sum(column.kind is Kind.PLACE for column in sheet.columns)
        return len(sheet.frame) * columns <= self.most or len(self._places(sheet, 1)) <= self.most

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
        return "".join(elements), "".join(relationships)

    def _places(self, sheet: Sheet, first_row: int) -> list[tuple[str, Place]]:
        """The cells that lead somewhere, and where."""
        return [
            (f"{column_letters(index)}{row}", place)
            for index, column in enumerate(sheet.columns, start=1)
            if column.kind is Kind.PLACE
            for row, place in enumerate(sheet.frame[column.heading].tolist(), first_row)
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
