"""The rows of a table, as records. Makes findings about ids; what cells say is for checking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from aktivplan.definition.models import Table
from aktivplan.findings import Finding, Place, finding
from aktivplan.i18n import Translator
from aktivplan.reading.columns import FoundTable
from aktivplan.reading.record_ids import give_ids
from aktivplan.reading.repeats import without_repeats
from aktivplan.reading.table_records import Readers, ReadRow, TableReader, hidden_findings
from aktivplan.reading.table_rows import merged_areas
from aktivplan.records import Leftover, Record


@dataclass(frozen=True, slots=True)
class TableRecords:
    """What the rows of one table gave."""

    records: tuple[Record, ...]
    findings: tuple[Finding, ...]
    leftovers: tuple[Leftover, ...]
    """What stood between the rows and is none of them."""


def read_records(
    table: Table, found: Sequence[FoundTable], readers: Readers, unit: str, file: str, t: Translator
) -> TableRecords:
    """The filled-in rows of one table, from all the places that hold it, and how they were understood.

    A row with nothing but its id is not filled in, and skipped. Row numbers are those of the sheet.
    """
    tables = [TableReader(one, readers, file, t) for one in found]
    read = [(one.found, list(one.rows())) for one in tables]
    rows, repeats = without_repeats([row for _one, of_table in read for row in of_table])
    ids, findings = give_ids(unit, table, [row.printed for row in rows])
    filled_in = [row for row in rows if row.printed.filled_in]
    aside = [one for table in tables for one in table.aside]
    records: list[Record] = []
    said = [*findings, *(replace(one, unit=unit) for kept in aside for one in kept.said)]
    said += [replace(one, unit=unit) for one in repeats]
    for identity, row in zip(ids, filled_in, strict=True):
        given = not identity.printed
        records.append(
            Record(identity.text, unit, table.key, row.values, row.place, row.extra, id_given=given)
        )
        said += [replace(one, unit=unit, record=identity.text) for one in row.said]
    for one, of_table in read:
        said += hidden_findings(one, of_table, unit, file)
        said += _merged_findings(one, of_table, unit, file)
    leftovers = tuple(one for kept in aside for one in kept.leftovers)
    return TableRecords(tuple(records), tuple(said), leftovers)


def _merged_findings(found: FoundTable, rows: Sequence[ReadRow], unit: str, file: str) -> list[Finding]:
    """One for every merged cell whose value was taken for several rows."""
    areas = merged_areas(found)
    filled_in = {row.place.row for row in rows if row.printed.filled_in} if areas else set()
    told = []
    for area in areas:
        covered = [number for number in filled_in if area.first_row <= number <= area.last_row]
        if len(covered) > 1:
            place = Place(file, found.sheet.name, area.first_row, area.first_column)
            told.append(finding("cells-merged", place, unit=unit, first=min(covered), last=max(covered)))
    return told
