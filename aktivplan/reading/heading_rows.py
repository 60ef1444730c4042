"""The rows of a sheet that hold headings: anywhere near its top, and again further down. Knows tables by their headings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from aktivplan.reading.cells import is_blank
from aktivplan.reading.folding import fold, fold_core
from aktivplan.reading.headings import Headings, Match, Texts
from aktivplan.reading.keys import SEARCHED_ROWS
from aktivplan.records import Rung
from aktivplan.workbooks.sheets import Cell, Sheet

Told = Mapping[str, Mapping[str, str]]
"""By table key: field keys by the folded headings that the form's hidden sheet gives them."""

IsTitle = Callable[[str], bool]

_SEARCHED_FURTHER = 5000
"""As far down further tables are looked for below the first."""
_LONGEST_HEADING = 100
_MOST_BLANK_ROWS = 3
"""Between a table's title and its headings."""


@dataclass(frozen=True, slots=True)
class BlockTable:
    """A table, and the columns of it that a row's headings name."""

    headings: Headings
    matches: list[Match]


@dataclass(frozen=True, slots=True)
class Block:
    """Neighbouring columns whose headings belong together, and the tables read from them, the best fitting first."""

    first_column: int
    last_column: int
    tables: tuple[BlockTable, ...]


@dataclass(frozen=True, slots=True)
class HeadingRow:
    """A row of headings; or two, of which the upper one helps out."""

    top: int
    """The first row that belongs to it: of its titles, or of its headings."""
    first: int
    """The first row of headings."""
    row: int
    """The last row of headings."""
    texts: Texts
    """The heading of each column."""
    blocks: tuple[Block, ...]

    @property
    def matches(self) -> list[Match]:
        """Every column that is known."""
        return [match for block in self.blocks for table in block.tables for match in table.matches]

    @property
    def met(self) -> int:
        """How many columns are known."""
        return len(self.matches)

    @property
    def names_titles(self) -> bool:
        """Whether it says of each table what its rows are called by."""
        return all(
            any(match.key == table.headings.table.title_field.key for match in table.matches)
            for block in self.blocks
            for table in block.tables
        )


def texts_of(sheet: Sheet, row: int) -> list[tuple[int, str]]:
    """Column and text of the cells in a row that hold text."""
    cells = sheet.rows[row - 1] if 0 < row <= len(sheet.rows) else []
    return [
        (column, cell) for column, cell in enumerate(cells, start=1) if isinstance(cell, str) and cell.strip()
    ]


def heading_rows(
    sheet: Sheet, tables: Sequence[Headings], told: Told, is_title: IsTitle, *, after: int = 0
) -> list[HeadingRow]:
    """Every row of headings below ``after``, top to bottom.

    Where ``after`` is a row, the form's own headings stand in it, and only rows with headings as printed are taken.
    ``is_title`` tells whether a line reads like the title of a table.
    """
    search = _Search(sheet, tables, told, printed_only=after > 0)
    if after and not search.any_printed(after):
        return []
    found: list[HeadingRow] = []
    number, floor = after + 1, after
    while number <= len(sheet.rows) and number <= (_SEARCHED_FURTHER if found or after else SEARCHED_ROWS):
        row = search.at(number, floor)
        if row is not None:
            further = search.at(number + 1, floor)
            row = further if further is not None and further.met > row.met else row
            found.append(row)
            number = floor = row.row
        number += 1
    return [
        replace(row, top=_top(sheet, row, former, is_title)) for former, row in _with_former(found, after)
    ]


class _Search:
    """Looks at the rows of one sheet."""

    def __init__(self, sheet: Sheet, tables: Sequence[Headings], told: Told, *, printed_only: bool) -> None:
        self._sheet = sheet
        self._tables = tables
        self._told = told
        self._printed = frozenset(text for one in tables for text in one.printed) if printed_only else None

    def any_printed(self, after: int) -> bool:
        """Whether any row below holds several of the headings as printed."""
        printed = self._printed or frozenset()
        rows = self._sheet.rows[after:]
        return not all(map(printed.isdisjoint, rows)) and any(
            len(printed.intersection(row)) > 1 for row in rows if not printed.isdisjoint(row)
        )

    def at(self, number: int, floor: int) -> HeadingRow | None:
        """The row as headings, with the help of the row above it if that makes more of it; None if it is none."""
        if self._printed is not None and self._printed.isdisjoint(self._sheet.rows[number - 1]):
            return None
        texts = texts_of(self._sheet, number)
        if not self._may_be(texts, number):
            return None
        alone = self._read(number, number, texts)
        upper = texts_of(self._sheet, number - 1) if number - 1 > floor else []
        if self._printed is None and len(upper) > 1:
            both = self._read(number - 1, number, _combined(upper, texts))
            if both is not None and (alone is None or both.met > alone.met):
                return both
        return alone

    def _may_be(self, texts: Texts, number: int) -> bool:
        if len(texts) < 2 or any(map(_is_prose, texts)):
            return False
        if self._printed is not None:
            return sum(text in self._printed for _column, text in texts) > 1
        if number <= SEARCHED_ROWS:
            return True
        # Far down, a look at the first two cells must do: there may be very many rows.
        beginning = [texts[0], texts[1]]
        return any(one.match(beginning, self._told.get(one.table.key, {})) for one in self._tables)

    def _read(self, first: int, row: int, texts: Texts) -> HeadingRow | None:
        width = max(map(len, self._sheet.rows), default=0)
        blocks = tuple(self._blocks(texts, 1, width))
        return HeadingRow(first, first, row, texts, blocks) if blocks else None

    def _blocks(self, texts: Texts, first_column: int, last_column: int) -> Iterator[Block]:
        tables = self._tables_of(texts)
        if not tables:
            return
        again = _repeated(texts, tables)
        if again:
            left = [one for one in texts if one[0] < again]
            right = [one for one in texts if one[0] >= again]
            if self._tables_of(left) and self._tables_of(right):
                yield from self._blocks(left, first_column, again - 1)
                yield from self._blocks(right, again, last_column)
                return
        yield Block(first_column, last_column, tables)

    def _tables_of(self, texts: Texts) -> tuple[BlockTable, ...]:
        """The table that the texts fit best, and others that find what they are called by in what is left."""
        read = [BlockTable(one, one.match(texts, self._told.get(one.table.key, {}))) for one in self._tables]
        enough = [one for one in read if one.headings.enough(one.matches)]
        fitting = sorted(enough or _by_titles(read), key=self._fit, reverse=True)
        chosen: list[BlockTable] = []
        used: set[int] = set()
        for one in fitting:
            title = one.headings.table.title_field.key
            own = {match.column for match in one.matches if match.key == title}
            if not chosen or (own and not own & used):
                chosen.append(one)
                used |= {match.column for match in one.matches}
        return tuple(chosen)

    def _fit(self, one: BlockTable) -> tuple[int, int, bool]:
        printed = sum(match.rung is not Rung.SYNONYM for match in one.matches)
        return len(one.matches), printed, fold(self._sheet.name) == fold(one.headings.layout.sheet)


def _is_prose(text: tuple[int, str]) -> bool:
    """Whether it is too long for a heading, its explanation left out."""
    return len(text[1]) > _LONGEST_HEADING and len(fold_core(text[1])) > _LONGEST_HEADING


def _by_titles(tables: Sequence[BlockTable]) -> list[BlockTable]:
    """Tables that a row names by nothing but what their rows are called by, if it so names several ("Insatser", "Effekter")."""
    titled = {
        match.column: one
        for one in tables
        for match in one.matches
        if match.key == one.headings.table.title_field.key
    }
    return list(titled.values()) if len(titled) > 1 else []


def _combined(upper: Texts, lower: Texts) -> list[tuple[int, str]]:
    """The lower row's headings, and the upper one's where the lower says nothing."""
    return sorted((dict(upper) | dict(lower)).items())


def _repeated(texts: Texts, tables: Sequence[BlockTable]) -> int:
    """The column where headings begin once more that were met further left; 0 if none do."""
    used = {match.column for one in tables for match in one.matches}
    known = {fold(match.heading) for one in tables for match in one.matches}
    return next((column for column, text in texts if column not in used and fold(text) in known), 0)


def _with_former(rows: Sequence[HeadingRow], after: int) -> Iterator[tuple[int, HeadingRow]]:
    former = after
    for row in rows:
        yield former, row
        former = row.row


def _top(sheet: Sheet, heading: HeadingRow, former: int, is_title: IsTitle) -> int:
    """Where the titles above the headings begin.

    They are lines of one cell, set off from the former table's rows by an empty row or by being merged; or one line
    that follows directly, if it reads like a title. A row of column letters may stand between.
    """
    if former == 0:
        return 1
    number, blank = heading.first - 1, 0
    while number > former and blank < _MOST_BLANK_ROWS and _says_nothing(sheet, number):
        number, blank = number - 1, blank + 1
    lowest = top = number + 1
    while number > former and len(texts_of(sheet, number)) == len(_filled(sheet.rows[number - 1])) == 1:
        top, number = number, number - 1
    set_off = number == former or not _filled(sheet.rows[number - 1])
    across = any(area.first_row == top and area.last_column > area.first_column for area in sheet.merged)
    if set_off or across:
        return top
    titled = top < lowest and is_title(texts_of(sheet, lowest - 1)[0][1])
    return lowest - 1 if titled else lowest if is_letters(texts_of(sheet, lowest)) else heading.first


def _says_nothing(sheet: Sheet, number: int) -> bool:
    return not _filled(sheet.rows[number - 1]) or is_letters(texts_of(sheet, number))


def is_letters(texts: Texts) -> bool:
    """Whether the texts are no more than the letters of columns, copied with a table: "C", "D", "E"."""
    return (
        len(texts) > 1
        and all(len(text.strip()) == 1 and text.strip().isupper() for _column, text in texts)
        and (
            [ord(text.strip()) - ord(texts[0][1].strip()) for _column, text in texts]
            == [column - texts[0][0] for column, _text in texts]
        )
    )


def _filled(cells: Sequence[Cell]) -> list[Cell]:
    return [cell for cell in cells if not is_blank(cell)]
