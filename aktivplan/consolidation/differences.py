"""What two answers of one unit differ in, cell by cell. Rows are the same where their ids are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from aktivplan.edition import Change, Difference
from aktivplan.findings import Place
from aktivplan.forms.layout import KEY_DAY, KEY_MANAGER
from aktivplan.records import Attestation, Record, Submission


@dataclass(frozen=True, slots=True)
class Compared:
    """An earlier answer beside the one that counts."""

    differences: tuple[Difference, ...]
    """By table and row as the earlier answer has them; rows that it does not have come last."""
    added: int
    """Rows that only the later answer has."""
    gone: tuple[str, ...]
    """Ids of rows that only the earlier one has."""

    @property
    def changed(self) -> int:
        """Cells that say something else, in rows that both have."""
        return sum(one.change is Change.CHANGED for one in self.differences)


def compare(before: Submission, after: Submission) -> Compared:
    """Everything that differs between an answer and a later one of the same unit."""
    earlier, later = _by_id(before.records), _by_id(after.records)
    differences = [*_approvals(before, after)]
    for key, record in earlier.items():
        differences += _rows(record, later.get(key), before.file, after.file)
    new = [record for key, record in later.items() if key not in earlier]
    for record in new:
        differences += _rows(None, record, before.file, after.file)
    gone = tuple(record.id for key, record in earlier.items() if key not in later)
    return Compared(tuple(differences), len(new), gone)


def _by_id(records: Iterable[Record]) -> dict[tuple[str, str], Record]:
    return {(record.table, record.id): record for record in records}


@dataclass(frozen=True, slots=True)
class _Cell:
    text: str
    place: Place


def _rows(before: Record | None, after: Record | None, old_file: str, new_file: str) -> Iterator[Difference]:
    """The cells in which two versions of a row differ; one of them may be missing."""
    record = before or after
    if record is None:
        return
    change = Change.GONE if after is None else Change.ADDED if before is None else Change.CHANGED
    old, new = _cells(before), _cells(after)
    nothing_old = _Cell("", before.place if before else Place(old_file))
    nothing_new = _Cell("", after.place if after else Place(new_file))
    for field, heading in dict.fromkeys((*old, *new)):
        was, now = old.get((field, heading), nothing_old), new.get((field, heading), nothing_new)
        if was.text != now.text:
            yield Difference(
                record.unit,
                record.id,
                record.table,
                field,
                heading,
                change,
                was.text,
                now.text,
                was.place,
                now.place,
            )


def _cells(record: Record | None) -> dict[tuple[str, str], _Cell]:
    """What stands in a row, by field key or else by the heading of the unit's own column."""
    if record is None:
        return {}
    cells = {(key, ""): _Cell(value.text, record.place_of(key)) for key, value in record.values.items()}
    for heading, text in record.extra:
        cells["", heading] = _Cell(text, record.place)
    return cells


def _approvals(before: Submission, after: Submission) -> Iterator[Difference]:
    """The cells of the manager's approval in which the answers differ."""
    old, new = before.attestation, after.attestation
    nowhere, not_yet = Place(before.file), Place(after.file)
    old_place, new_place = old.place if old else nowhere, new.place if new else not_yet
    for field, was, now in (
        (KEY_MANAGER, _manager(old), _manager(new)),
        (KEY_DAY, _day(old), _day(new)),
    ):
        if was != now:
            yield Difference(after.unit, "", "", field, "", Change.CHANGED, was, now, old_place, new_place)


def _manager(attestation: Attestation | None) -> str:
    return attestation.manager if attestation else ""


def _day(attestation: Attestation | None) -> str:
    return attestation.day.isoformat() if attestation and attestation.day else ""
