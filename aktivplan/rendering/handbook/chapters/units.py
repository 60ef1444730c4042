"""The units: who has answered and who has not, and a page for each with its records by date."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from aktivplan.edition import UnitResult, UnitStatus
from aktivplan.records import Record
from aktivplan.rendering.handbook import names
from aktivplan.rendering.handbook.blocks import bullets, paragraph, run, text, texts
from aktivplan.rendering.handbook.book import Book
from aktivplan.rendering.handbook.page import TEXT_WIDTH
from aktivplan.rendering.handbook.tables import Column, table
from aktivplan.rendering.handbook.views import TableView

_LAST = date.max
_NUMBER, _GOAL, _PERSON, _TIME = 1_300, 900, 2_100, 2_000
_GROUP, _COUNT = 3_400, 1_000

_Cells = Callable[[Book, TableView, Sequence[Record]], Iterable[str]]
"""Writes the same of each of the records."""


def units(book: Book) -> Iterator[str]:
    """The units at a glance: those that have a page, as links to it, and those that have none."""
    by_unit = _by_unit(book)
    yield from _without_page(book, by_unit)
    yield from _overview(book, by_unit)


def unit_pages(book: Book) -> Iterator[str]:
    """A page for every unit that has rows."""
    by_unit = _by_unit(book)
    days = _first_days(book)
    for result in book.edition.units:
        if result.unit.code in by_unit:
            anchor = book.unit_anchor(result.unit.code)
            yield book.heading(1, result.unit.name, anchor, page_break=True)
            yield from _page(book, result, by_unit[result.unit.code], days)


def own_page(book: Book) -> Iterator[str]:
    """The rows of the unit that the handbook is for; none if it is for all."""
    result = next((one for one in book.edition.units if one.unit.code == book.unit), None)
    if result is None:
        return
    records = _by_unit(book).get(book.unit, [])
    if records:
        yield text(result.unit.name, names.CARDS_TITLE)
        yield from _page(book, result, records, _first_days(book))
    else:
        yield text(book.t("There are no rows from {unit} in the handbook yet.", unit=result.unit.name))


def _by_unit(book: Book) -> dict[str, list[Record]]:
    by_unit: dict[str, list[Record]] = {}
    for record in book.edition.records:
        by_unit.setdefault(record.unit, []).append(record)
    return by_unit


def _first_days(book: Book) -> dict[str, date]:
    return {one.record.id: one.start or one.end or _LAST for one in book.edition.schedule}


def _without_page(book: Book, by_unit: dict[str, list[Record]]) -> Iterator[str]:
    """The units that have no page, and why."""
    t = book.t
    left = [result for result in book.edition.units if result.unit.code not in by_unit]
    for status, words in (
        (UnitStatus.MISSING, t("These units have not answered yet:")),
        (UnitStatus.REJECTED, t("The answers of these units could not be taken in yet:")),
        (UnitStatus.ANSWERED, t("These units have answered, but have no rows in the handbook:")),
    ):
        named = [result.unit.name for result in left if result.status is status]
        if named:
            yield text(words)
            yield bullets(map(run, named))


def _overview(book: Book, by_unit: dict[str, list[Record]]) -> Iterator[str]:
    """The units that have a page, as links to it."""
    t = book.t
    present = [result for result in book.edition.units if result.unit.code in by_unit]
    if not present:
        return
    caption = t("The units that have a page")
    yield book.table_caption(caption)
    columns = (
        Column(t("Unit"), TEXT_WIDTH - _GROUP - _COUNT),
        Column(t("Group"), _GROUP),
        Column(t("Rows"), _COUNT),
    )
    rows = (
        (
            paragraph(book.unit_link(result.unit.code), names.CELL),
            text(result.unit.group or book.wording.not_stated, names.CELL),
            text(t.number(result.taken_in), names.CELL),
        )
        for result in present
    )
    yield from table(columns, rows, summary=caption)


def _page(book: Book, result: UnitResult, records: list[Record], days: dict[str, date]) -> Iterator[str]:
    unit = result.unit
    yield text(" · ".join(_facts(book, result)), names.QUIET)
    records = sorted(records, key=lambda record: days.get(record.id, _LAST))
    for view in book.views.values():
        own = [record for record in records if record.table == view.table.key]
        if own:
            caption = book.t("{table} of {unit}", table=view.table.title, unit=unit.name)
            yield book.table_caption(caption)
            columns, cells = zip(*_columns(book, view), strict=True)
            rows = zip(*(written(book, view, own) for written in cells), strict=True)
            yield from table(columns, rows, summary=caption)


def _columns(book: Book, view: TableView) -> list[tuple[Column, _Cells]]:
    """What a row says on its unit's page, as far as the table asks for it."""
    t = book.t
    others: list[tuple[Column, _Cells]] = []
    if view.goal is not None:
        others.append((Column(t("Goal"), _GOAL), _goals))
    if view.person is not None:
        others.append((Column(view.heading(view.person), _PERSON), _people))
    if view.period:
        others.append((Column(t("When"), _TIME), _times))
    width = TEXT_WIDTH - _NUMBER - sum(column.width for column, _cells in others)
    title = Column(view.heading(view.telling), width)
    return [(Column(t("No."), _NUMBER), _numbers), (title, _titles), *others]


def _numbers(book: Book, _view: TableView, records: Sequence[Record]) -> Iterable[str]:
    return [paragraph(book.record_link(record.id), names.CELL) for record in records]


def _titles(book: Book, view: TableView, records: Sequence[Record]) -> Iterable[str]:
    return texts([book.wording.brief(record, view.telling) for record in records], names.CELL)


def _goals(book: Book, view: TableView, records: Sequence[Record]) -> Iterable[str]:
    return [_goal(book, view, record) for record in records]


def _goal(book: Book, view: TableView, record: Record) -> str:
    goal = view.goal_of(record)
    if goal not in book.plan.goals_by_id:
        return text(book.wording.field(record, view.goal), names.CELL)
    return paragraph(book.goal_link(goal), names.CELL)


def _people(book: Book, view: TableView, records: Sequence[Record]) -> Iterable[str]:
    return book.cells(book.wording.fields(records, view.person))


def _times(book: Book, view: TableView, records: Sequence[Record]) -> Iterable[str]:
    return book.cells(book.wording.times(records, view.period))


def _facts(book: Book, result: UnitResult) -> Iterator[str]:
    t = book.t
    if result.unit.group:
        yield result.unit.group
    if result.unit.contact:
        yield t("Contact: {name}", name=result.unit.contact)
    if result.saved is not None:
        yield t("Answered: {day}", day=book.wording.day(result.saved.date()))
