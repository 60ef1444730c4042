"""Links from the master workbook to the cells that its rows come from, relative to where the workbook lies."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from aktivplan.findings import Place, column_letters
from aktivplan.rendering.master.sheet import Kind, Sheet
from aktivplan.rendering.master.texts import markup

_RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
_ESCAPES = str.maketrans(
    {letter: f"%{ord(letter):02X}" for letter in ' "#%<>?[\\]^`{|}'} | {chr(code): None for code in range(32)}
)


@dataclass(frozen=True, slots=True)
class Links:
    """Knows the files that were found, and the way from the workbook to their folder."""

    folder: str
    """With forward slashes: "../returned"."""
    files: Collection[str]
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
        numbers = {file: number for number, file in enumerate(dict.fromkeys(p.file for _, p in places), 1)}
        inside = {name: _quoted(name) for name in {place.sheet for _, place in places}}
        elements = [
            f'<hyperlink ref="{cell}" r:id="file{numbers[place.file]}"{_location(place, inside[place.sheet])}/>'
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

    def _target(self, file: str) -> str:
        """The file's address; letters beyond ASCII stay, as Excel itself writes them."""
        return f"{self.folder}/{file}".translate(_ESCAPES)


def _quoted(sheet: str) -> str:
    """A sheet's name as it stands before a cell, ready for an attribute; "" for none."""
    doubled = sheet.replace("'", "''")
    return f"'{_attribute(doubled)}'" if sheet else ""


def _location(place: Place, sheet: str) -> str:
    """The attribute with the cell inside the file ("'Aktiviteter'!C14"); "" where no sheet and row are known."""
    if not (sheet and place.row):
        return ""
    cell = place.cell if place.column else f"A{place.row}"
    return f' location="{sheet}!{cell}"'


def _relationship(number: int, target: str) -> str:
    address = _attribute(target)
    return (
        f'<Relationship Id="file{number}" Type="{_RELATIONSHIP}" Target="{address}" TargetMode="External"/>'
    )


def _attribute(text: str) -> str:
    return markup(text).replace('"', "&quot;").replace("\n", " ")
