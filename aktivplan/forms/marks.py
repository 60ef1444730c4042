"""Which findings belong to which cell of a corrected copy. Knows no workbook."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from aktivplan.codes import Severity, severity_word
from aktivplan.findings import Finding, Place
from aktivplan.forms.kept import Kept
from aktivplan.forms.layout import FIRST_ROW, HEADING_ROW, ID_KEY, KEY_DAY, KEY_MANAGER, TableLayout
from aktivplan.i18n import Translator
from aktivplan.records import Leftover, Record, Submission

_APPROVAL = MappingProxyType(
    {
        "attestation-missing": KEY_MANAGER,
        "attestation-sheet-missing": KEY_MANAGER,
        "attestation-undated": KEY_DAY,
    }
)
"""The answer on the first sheet that each finding about the manager's approval is about."""

_RANKS = MappingProxyType({severity: rank for rank, severity in enumerate(Severity)})


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding, and the cell of the copy that it is about."""

    finding: Finding
    place: Place | None = None
    """None where no cell of the copy is meant."""
    heading: str = ""
    """Of the cell's column; "" if none is meant."""

    @property
    def severity(self) -> Severity:
        """How grave it is."""
        return self.finding.severity

    def text(self, t: Translator) -> str:
        """What is wrong and what to do, naming the cell as it stands in the copy."""
        return self.finding.told_to_unit(t, self.place or self.finding.place)


@dataclass(frozen=True, slots=True)
class Marks:
    """The findings about one unit's answer, by what they are about."""

    cells: Mapping[tuple[str, str], tuple[Mark, ...]] = field(default_factory=dict)
    """By record id and field key; the key is `ID_KEY` for what concerns the row as a whole."""
    approval: Mapping[str, tuple[Mark, ...]] = field(default_factory=dict)
    """By the key of the answer on the first sheet; they have no place until that sheet is written."""
    general: tuple[Mark, ...] = ()
    """What concerns no row of the form."""

    def __bool__(self) -> bool:
        return bool(self.cells or self.approval or self.general)

    def listed(self, answers: Mapping[str, Place]) -> tuple[Mark, ...]:
        """All of them, the gravest first, then by place. ``answers``: where those on the first sheet stand, by key."""
        approval = [
            replace(mark, place=answers.get(key)) for key, marks in self.approval.items() for mark in marks
        ]
        cells = [mark for marks in self.cells.values() for mark in marks]
        return tuple(sorted((*approval, *self.general, *cells), key=lambda mark: _RANKS[mark.severity]))


def sort_findings(
    layouts: Sequence[TableLayout],
    answer: Submission,
    findings: Iterable[Finding],
    kept: Sequence[Kept] = (),
) -> Marks:
    """Find each finding's cell in the copy; ``kept`` is what the form has no place for."""
    found = sorted(findings, key=lambda one: one.place)
    rows = _rows(layouts, answer.records)
    cells: dict[tuple[str, str], tuple[Mark, ...]] = {}
    approval: dict[str, tuple[Mark, ...]] = {}
    general: list[Mark] = []
    for finding in found:
        row = rows.get(finding.record)
        key = _approval_key(finding, answer)
        if row is not None:
            column, mark = _mark(row, finding, answer.records)
            cells[row.record.id, column] = (*cells.get((row.record.id, column), ()), mark)
        elif key:
            approval[key] = (*approval.get(key, ()), Mark(finding))
        else:
            general.append(_general(layouts, finding, kept))
    return Marks(cells, approval, tuple(general))


def gravest(marks: Iterable[Mark]) -> Severity | None:
    """The gravest severity among them; None if there are none."""
    return min((mark.severity for mark in marks), key=_RANKS.__getitem__, default=None)


def comment_text(marks: Iterable[Mark], t: Translator) -> str:
    """How grave it is, what is wrong in a cell and what to do."""
    return "\n".join(f"{severity_word(mark.severity, t)}: {mark.text(t)}" for mark in marks)


@dataclass(frozen=True, slots=True)
class _Row:
    """A record's row in the copy."""

    layout: TableLayout
    number: int
    record: Record


def _rows(layouts: Sequence[TableLayout], records: Sequence[Record]) -> dict[str, _Row]:
    return {
        record.id: _Row(layout, number, record)
        for layout in layouts
        for number, record in enumerate(
            (one for one in records if one.table == layout.table.key), start=FIRST_ROW
        )
    }


def _mark(row: _Row, finding: Finding, records: Iterable[Record]) -> tuple[str, Mark]:
    """The key of the column, and the mark of its cell."""
    key = _field_key(row, finding, records)
    column = next(one for one in row.layout.columns if one.key == key)
    heading = column.heading if column.field else ""
    return key, Mark(finding, Place("", row.layout.sheet, row.number, column.index), heading)


def _field_key(row: _Row, finding: Finding, records: Iterable[Record]) -> str:
    """The field whose value stood in the finding's column, or else the one with the heading it names."""
    own = {column.key for column in row.layout.columns}
    same_sheet = (
        one for one in records if one.table == row.record.table and one.place.sheet == row.record.place.sheet
    )
    for one in (row.record, *same_sheet):
        for key, value in one.values.items():
            if value.column and value.column == finding.place.column and key in own:
                return key
    heading = dict(finding.arguments).get("heading")
    return next((column.key for column in row.layout.columns if column.heading == heading), ID_KEY)


def _approval_key(finding: Finding, answer: Submission) -> str:
    if finding.code in _APPROVAL:
        return _APPROVAL[finding.code]
    return KEY_MANAGER if answer.attestation and finding.place == answer.attestation.place else ""


def _general(layouts: Sequence[TableLayout], finding: Finding, kept: Iterable[Kept]) -> Mark:
    """A mark of what the finding names: what was left over, a column of the form, or one of its sheets."""
    told = dict(finding.arguments)
    for one in kept:
        if _is_about(finding, one.leftover):
            return Mark(finding, one.place)
    for layout in layouts:
        for column in layout.columns:
            if column.field and column.heading == told.get("heading"):
                return Mark(
                    finding, Place("", layout.sheet, HEADING_ROW, column.index), heading=column.heading
                )
        if layout.table.title == told.get("table"):
            return Mark(finding, Place("", layout.sheet, 1, 1))
    return Mark(finding)


def _is_about(finding: Finding, leftover: Leftover) -> bool:
    """Whether the finding names the sheet where it stood, and its column if it names any."""
    place, told = finding.place, dict(finding.arguments)
    if not place.sheet or place.sheet != leftover.place.sheet:
        return False
    return place.column in (0, leftover.place.column) or told.get("heading") == leftover.heading
