"""Text with one table (.csv and the like) to a sheet of cells, all of them text."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator
from itertools import islice

from aktivplan.workbooks.budget import Budget
from aktivplan.workbooks.sheets import Cell, ReadingError, Sheet

_MARKED = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
"""Marks at the beginning that tell the encoding."""
_FEWEST_COLUMNS = (("\t", 2), (";", 2), (",", 3))
"""Separators, and how many columns make a table of text that has them; prose has commas too."""
_HINT = "sep="
"""How a file can tell its separator to Excel, in a first line of its own."""
_ROWS_LOOKED_AT, _FEWEST_ROWS = 50, 2
_ALIKE = 0.8
"""So large a part of the rows, at least, has as many cells as most rows have."""


def is_text_table(beginning: bytes, *, whole: bool) -> bool:
    """Whether the text is a table with separators, and not prose; ``whole`` if the beginning is all there is."""
    text = _decoded(beginning, whole=whole)
    lines = text if whole else text[: text.rfind("\n") + 1]
    return not text.lstrip().startswith("<") and bool(_separator(lines))


def read_text_table(content: bytes, name: str) -> Sheet:
    """The table as a sheet of that name.

    Raises:
        ReadingError: file-not-workbook if it is no table, file-damaged or file-too-many-cells.
    """
    text = _decoded(content, whole=True)
    separator = _separator(text)
    if not separator:
        raise ReadingError("file-not-workbook")
    rows: list[list[Cell]] = []
    width = 0
    try:
        for row in _rows(text, separator):
            rows.append([*row])
            width = max(width, len(row))
            Budget().take(len(rows), width)
    except csv.Error as error:
        raise ReadingError("file-damaged") from error
    for cells in rows:
        cells.extend([""] * (width - len(cells)))
    return Sheet(name, visible=True, rows=rows)


def _rows(text: str, separator: str) -> Iterator[list[str]]:
    lines = io.StringIO(text, newline="")
    if text[: len(_HINT)].lower() == _HINT:
        lines.readline()
    return csv.reader(lines, delimiter=separator)


def _separator(text: str) -> str:
    """What separates the cells; "" if the text is no table."""
    hinted = text[len(_HINT) : len(_HINT) + 1]
    if text[: len(_HINT)].lower() == _HINT and hinted.strip("\r\n"):
        return hinted
    best, columns = "", 0
    for separator, fewest in _FEWEST_COLUMNS:
        found = _columns(text, separator)
        if found >= fewest and found > columns:
            best, columns = separator, found
    return best


def _columns(text: str, separator: str) -> int:
    """How many columns the text has with that separator; 0 if its rows are not alike."""
    if separator not in text:
        return 0
    try:
        sizes = [len(row) for row in islice(_rows(text, separator), _ROWS_LOOKED_AT) if any(row)]
    except csv.Error:
        return 0
    usual = max(set(sizes), key=sizes.count, default=0)
    alike = sizes.count(usual)
    return usual if alike >= _FEWEST_ROWS and alike >= _ALIKE * len(sizes) else 0


def _decoded(content: bytes, *, whole: bool) -> str:
    """The text: UTF-8 or UTF-16 where it can be, otherwise as Western Windows programs write it."""
    for mark, encoding in _MARKED:
        if content.startswith(mark):
            return codecs.getincrementaldecoder(encoding)("replace").decode(content, whole)
    if b"\0" in content[1:2]:
        return content.decode("utf-16-le", "replace")
    try:
        return codecs.getincrementaldecoder("utf-8")().decode(content, whole)
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")
