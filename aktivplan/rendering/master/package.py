"""Lays prepared rows and links into the sheets of a workbook that the workbook library has written."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from aktivplan.ooxml import write_streamed

_LEVEL = 3
"""Of compression: three times as fast as the usual 6, for a file a tenth larger."""


@dataclass(frozen=True, slots=True)
class Filling:
    """What one sheet's table is filled with. The sheet's first row of the table stands there as a pattern."""

    first_row: int
    last_row: int
    rows: Callable[[Sequence[str]], Iterable[str]]
    """From the pattern's style numbers to all rows, piece by piece."""
    links: str
    relationships: str


def fill(package: bytes, fillings: Mapping[int, Filling]) -> bytes:
    """The workbook with the tables of its sheets (by number, 1 the first) filled in, always with the same bytes."""
    with zipfile.ZipFile(io.BytesIO(package)) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    filled: dict[str, Iterator[bytes]] = {}
    for number, filling in fillings.items():
        sheet = f"xl/worksheets/sheet{number}.xml"
        filled[sheet] = _filled(parts[sheet], filling)
        relations = f"xl/worksheets/_rels/sheet{number}.xml.rels"
        closing = b"</Relationships>"
        parts[relations] = parts[relations].replace(closing, filling.relationships.encode() + closing)
        table = _table(parts[relations])
        parts[table] = _stretched(parts[table], filling)
    return write_streamed(((name, filled.get(name, (part,))) for name, part in parts.items()), level=_LEVEL)


def _table(relations: bytes) -> str:
    """The part of a sheet's one table."""
    found = re.search(rb'Target="\.\./(tables/table\d+\.xml)"', relations)
    if found is None:
        raise ValueError("a sheet to fill in has no table")
    return f"xl/{found.group(1).decode()}"


def _stretched(table: bytes, filling: Filling) -> bytes:
    """The table, which the library has been told of one row only, as it looks at each cell of a longer one."""
    return re.sub(rb':([A-Z]+)%d"' % filling.first_row, rb':\g<1>%d"' % filling.last_row, table)


def _filled(sheet: bytes, filling: Filling) -> Iterator[bytes]:
    start = sheet.index(b'<row r="%d"' % filling.first_row)
    end = sheet.index(b"</sheetData>", start)
    pattern = sheet[start : sheet.index(b"</row>", start)].decode()
    yield sheet[:start]
    for rows in filling.rows(re.findall(r' s="(\d+)"', pattern)):
        yield rows.encode()
    # Every sheet has one link already, back to the overview.
    closing = b"</hyperlinks>"
    yield sheet[end:].replace(closing, filling.links.encode() + closing)
