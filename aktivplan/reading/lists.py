"""Plans in prose: headings and texts below each other in one column ("Insatser för trygghet", then a line for each).

Knows sheets, and tables by their headings. A list is read only where its heading is in no doubt.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from aktivplan.reading.cells import is_blank
from aktivplan.reading.folding import fold
from aktivplan.reading.headings import Headings, Match
from aktivplan.records import Rung
from aktivplan.workbooks.sheets import Sheet

NamesGoal = Callable[[str], bool]

_MOST_ROWS = 5000
_LONGEST_WORD = 60
"""Characters in a table's name or in what its rows are called by."""
_BETWEEN = " :–-"
_BULLETS = ("•", "·", "*", "-", "–", "o ", "\uf0b7", "▪", "►", "✓")


@dataclass(frozen=True, slots=True)
class Line:
    """A row that says something; its text is "" if it has more cells than one."""

    row: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class ListFound:
    """Lines below each other that are rows of one table."""

    headings: Headings
    match: Match
    """The column, as what a row is called by."""
    heading_row: int
    last_row: int
    goal: Line
    """What names the goal of all of them, in the heading or above it; without text if nothing does."""
    others: tuple[int, ...]
    """Rows around it that belong to no list."""


@dataclass(frozen=True, slots=True)
class _Heading:
    headings: Headings
    rung: Rung
    rest: str
    """What follows the table's name."""


def lists_in(
    sheet: Sheet, tables: Sequence[Headings], told: Mapping[str, Mapping[str, str]], names_goal: NamesGoal
) -> tuple[ListFound, ...]:
    """The lists of a sheet that has no table; none unless some heading of theirs, or a title, names a goal."""
    lines = list(_lines(sheet))
    heads = {line.row: head for line in lines if (head := _heading(line, tables, told, names_goal))}
    found = tuple(_lists(lines, heads, names_goal))
    return found if any(one.goal.text for one in found) else ()


def _lines(sheet: Sheet) -> Iterator[Line]:
    for number, cells in enumerate(sheet.rows[:_MOST_ROWS], start=1):
        filled = [(column, cell) for column, cell in enumerate(cells, start=1) if not is_blank(cell)]
        if filled:
            column, cell = filled[0]
            yield Line(number, column, cell if len(filled) == 1 and isinstance(cell, str) else "")


def _heading(
    line: Line, tables: Sequence[Headings], told: Mapping[str, Mapping[str, str]], names_goal: NamesGoal
) -> _Heading | None:
    """The table that a line is the heading of: its name alone, or followed by a goal."""
    words = line.text.split()
    for length in range(1, len(words) + 1):
        name, rest = " ".join(words[:length]).rstrip(_BETWEEN), " ".join(words[length:]).lstrip(_BETWEEN)
        if len(name) > _LONGEST_WORD:
            break
        named = [
            (one, rung)
            for one in tables
            if (rung := _rung(one, name, told.get(one.table.key, {}))) is not None
        ]
        if len(named) == 1 and (not rest or names_goal(rest)):
            (one, rung), *_ = named
            return _Heading(one, rung, rest)
    return None


def _rung(headings: Headings, name: str, told: Mapping[str, str]) -> Rung | None:
    """On which rung a name stands for what the table's rows are called by; None if it does not."""
    title = headings.table.title_field.key
    if fold(name) == fold(headings.table.title) or headings.key_of(name, told) == title:
        return Rung.HEADING
    by_word = headings.match([(1, name)], told)
    return Rung.SYNONYM if any(match.key == title for match in by_word) else None


def _lists(lines: Sequence[Line], heads: Mapping[int, _Heading], names_goal: NamesGoal) -> list[ListFound]:
    found: list[ListFound] = []
    goal, unused, position = Line(0, 0, ""), list[int](), 0
    while position < len(lines):
        line = lines[position]
        head = heads.get(line.row)
        items = _items(lines[position + 1 :], line, heads, names_goal) if head else []
        position += 1 + len(items)
        if head and items:
            match = Match(head.headings.table.title_field.key, line.column, line.text, head.rung)
            told = Line(line.row, line.column, head.rest) if head.rest else goal
            others = tuple(row for row in unused if row != told.row)
            found.append(ListFound(head.headings, match, line.row, items[-1].row, told, others))
            unused = []
        else:
            unused.append(line.row)
            goal = line if line.text and names_goal(line.text) else goal
    return [*found[:-1], replace(found[-1], others=(*found[-1].others, *unused))] if found else []


def _items(
    lines: Sequence[Line], heading: Line, heads: Mapping[int, _Heading], names_goal: NamesGoal
) -> list[Line]:
    """The lines of a list: up to the next heading or goal, or an empty row that no further bullet follows."""
    items: list[Line] = []
    for line in lines:
        own = line.text and line.column == heading.column
        if not own or line.row in heads or names_goal(line.text):
            break
        if items and line.row > items[-1].row + 1 and not line.text.lstrip().startswith(_BULLETS):
            break
        items.append(line)
    return items
