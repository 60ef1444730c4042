"""The rows of a table, as records. Makes findings about ids and columns; what cells say is for checking."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

from aktivplan.definition.models import Plan, Table
from aktivplan.findings import Finding, Place, column_letters, finding
from aktivplan.forms.layout import ID_KEY, field_heading
from aktivplan.i18n import Translator, translator
from aktivplan.reading.cells import text_of
from aktivplan.reading.columns import FoundTable
from aktivplan.reading.record_ids import PrintedId, give_ids
from aktivplan.reading.values import ValueReader
from aktivplan.records import Record, Value
from aktivplan.workbooks.sheets import Cell


@dataclass(frozen=True, slots=True)
class _Row:
    printed: PrintedId
    values: dict[str, Value]
    extra: tuple[tuple[str, str], ...]
    place: Place


def read_records(
    plan: Plan, table: Table, found: Sequence[FoundTable], unit: str, file: str
) -> tuple[tuple[Record, ...], tuple[Finding, ...]]:
    """The filled-in rows of one table, from all the sheets that hold it, and what was wrong with their ids.

    A row with nothing but its id is not filled in, and skipped. Row numbers are those of the sheet.
    """
    t = translator(plan.settings.language)
    readers = {field.key: ValueReader(plan, field) for field in table.public_fields}
    rows = [row for one in found for row in _rows(one, readers, file, t)]
    ids, findings = give_ids(unit, table, [row.printed for row in rows])
    filled_in = (row for row in rows if row.printed.filled_in)
    records = tuple(
        Record(
            identity.text, unit, table.key, row.values, row.place, row.extra, id_given=not identity.printed
        )
        for identity, row in zip(ids, filled_in, strict=True)
    )
    return records, findings


def column_findings(
    plan: Plan, found: FoundTable, unit: str, file: str, never_had: Container[tuple[str, str]] = ()
) -> Iterator[Finding]:
    """The columns that the sheet lacks, and those that it has beyond the form's.

    ``never_had`` are table and field of columns that the form was made without; they are not missed here.
    """
    place = Place(file, found.sheet.name, found.heading_row)
    for field in found.missing:
        if (found.table.key, field.key) not in never_had:
            yield finding("column-missing", place, unit=unit, heading=field_heading(plan, field))
    for column, heading in found.extra:
        yield finding(
            "column-extra",
            place.at(column=column),
            unit=unit,
            heading=heading or column_letters(column),
        )


def _rows(found: FoundTable, readers: dict[str, ValueReader], file: str, t: Translator) -> Iterator[_Row]:
    sheet = found.sheet.name
    fields = [(key, column, readers[key]) for key, column in found.columns.items() if key != ID_KEY]
    id_column = found.columns.get(ID_KEY, 0)
    for number, cells in found.rows:
        if cells.count("") == len(cells):
            continue
        values = {key: reader.read(_cell(cells, column), column) for key, column, reader in fields}
        extra = tuple(_extra(found.extra, cells, t))
        text = text_of(_cell(cells, id_column), t) if id_column else ""
        place = Place(file, sheet, number)
        filled_in = any(value.text for value in values.values()) or bool(extra)
        # Words alone in the column of ids were written by somebody, and are not to be lost.
        noted = bool(text) and not filled_in and _is_note(text)
        printed = PrintedId(text, place.at(column=id_column), filled_in or noted)
        yield _Row(printed, values, extra, place)


def _extra(
    columns: Iterable[tuple[int, str]], cells: Sequence[Cell], t: Translator
) -> Iterator[tuple[str, str]]:
    for column, heading in columns:
        text = text_of(_cell(cells, column), t)
        if text:
            yield heading or column_letters(column), text


def _is_note(text: str) -> bool:
    return any(map(str.isspace, text)) or not any(map(str.isdigit, text))


def _cell(cells: Sequence[Cell], column: int) -> Cell:
    return cells[column - 1] if column <= len(cells) else ""
