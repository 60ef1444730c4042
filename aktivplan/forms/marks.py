"""Which findings belong to which cell of a corrected copy. Knows no workbook."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from aktivplan.findings import Finding, Place
from aktivplan.forms.layout import ID_KEY, TableLayout
from aktivplan.i18n import Translator
from aktivplan.records import Attestation, Record


@dataclass(frozen=True, slots=True)
class Marks:
    """The findings about one unit's answer, by what they are about."""

    cells: Mapping[tuple[str, str], tuple[Finding, ...]] = field(default_factory=dict)
    """By record id and field key; the key is `ID_KEY` for what concerns the row as a whole."""
    attestation: tuple[Finding, ...] = ()
    general: tuple[Finding, ...] = ()
    """What concerns no row of the form."""


def sort_findings(
    layouts: Sequence[TableLayout],
    records: Iterable[Record],
    findings: Iterable[Finding],
    attestation: Attestation | None,
) -> Marks:
    """Find each finding's cell by its record and the column it names."""
    by_id = {record.id: record for record in records}
    cells: dict[tuple[str, str], tuple[Finding, ...]] = {}
    approval: list[Finding] = []
    general: list[Finding] = []
    for finding in findings:
        record = by_id.get(finding.record)
        if record is not None:
            place = (record.id, _field_key(layouts, by_id.values(), record, finding))
            cells[place] = (*cells.get(place, ()), finding)
        elif attestation is not None and finding.place == attestation.place:
            approval.append(finding)
        else:
            general.append(finding)
    return Marks(cells, tuple(approval), tuple(general))


def comment_text(findings: Iterable[Finding], place: Place, t: Translator) -> str:
    """What is wrong in a cell and what to do, naming the cell as it stands in the corrected copy."""
    return "\n".join(replace(finding, place=place).text(t) for finding in findings)


def _field_key(
    layouts: Sequence[TableLayout], records: Iterable[Record], record: Record, finding: Finding
) -> str:
    """The field whose value stood in the finding's column, or else the one with the heading it names."""
    same_table = (one for one in records if one.table == record.table)
    for one in (record, *same_table):
        for key, value in one.values.items():
            if value.column and value.column == finding.place.column:
                return key
    heading = dict(finding.arguments).get("heading")
    columns = (column for layout in layouts if layout.table.key == record.table for column in layout.columns)
    return next((column.key for column in columns if column.heading == heading), ID_KEY)
