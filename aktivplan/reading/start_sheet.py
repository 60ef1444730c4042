"""The form's first sheet: what stands beside its hidden keys, and the manager's approval."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from aktivplan.findings import Finding, Place, finding
from aktivplan.forms.layout import (
    KEY_DAY,
    KEY_MANAGER,
    KEY_UNIT,
    KEY_UNIT_NAME,
    START_KEY_COLUMN,
    START_VALUE_COLUMN,
)
from aktivplan.i18n import Translator
from aktivplan.reading.cells import text_of
from aktivplan.reading.period import understand
from aktivplan.records import Attestation, PeriodKind
from aktivplan.workbooks.sheets import Cell, Sheet

_BETWEEN = " ,;:/–-"
"""What may stand between a name and a day."""
_BEFORE_DAY = frozenset({"den", "d."})
_KEYS = frozenset({KEY_UNIT, KEY_UNIT_NAME, KEY_MANAGER, KEY_DAY})


@dataclass(frozen=True, slots=True)
class Answer:
    """A cell that the unit was asked to fill in."""

    cell: Cell
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class StartSheet:
    """The first sheet as it came back; ``sheet`` is None where no key of it is left."""

    sheet: Sheet | None
    answers: Mapping[str, Answer]
    """By key; what has lost its key is left out."""

    def text(self, key: str, t: Translator) -> str:
        """What was answered; "" for nothing."""
        return text_of(self.answers[key].cell, t) if key in self.answers else ""

    def place(self, key: str, file: str) -> Place:
        """The cell for the answer; the file alone where its key is lost."""
        if self.sheet is None or key not in self.answers:
            return Place(file)
        answer = self.answers[key]
        return Place(file, self.sheet.name, answer.row, answer.column)


def find_start_sheet(sheets: Iterable[Sheet]) -> StartSheet:
    """The first sheet that has one of the keys, wherever it stands and whatever its name is now."""
    for sheet in sheets:
        answers = _answers(sheet)
        if answers:
            return StartSheet(sheet, answers)
    return StartSheet(None, {})


def attestation_of(start: StartSheet, file: str, t: Translator) -> Attestation | None:
    """The manager's approval as written; None if the form has no place for it, or the place is lost.

    Name and date may stand together in the cell of either.
    """
    if start.sheet is None or KEY_MANAGER not in start.answers:
        return None
    place, manager, written = (
        start.place(KEY_MANAGER, file),
        start.text(KEY_MANAGER, t),
        start.text(KEY_DAY, t),
    )
    both = _apart(manager or written, t) if not (manager and written) else None
    if both is not None:
        return Attestation(place, *both)
    return Attestation(place, manager, _day(start, t), written)


def attestation_findings(
    start: StartSheet, attestation: Attestation | None, unit: str, t: Translator
) -> Iterator[Finding]:
    """That name and date were found in one cell."""
    if attestation is not None and attestation.day and not attestation.written_day:
        key = KEY_DAY if start.text(KEY_DAY, t) else KEY_MANAGER
        where = start.place(key, attestation.place.file)
        manager, day = attestation.manager, attestation.day
        yield finding("attestation-in-one-cell", where, unit=unit, manager=manager, day=day)


def _answers(sheet: Sheet) -> dict[str, Answer]:
    answers: dict[str, Answer] = {}
    for row, cells in enumerate(sheet.rows, start=1):
        if _KEYS.isdisjoint(cells):
            continue
        for key_column, key in enumerate(cells, start=1):
            if isinstance(key, str) and key in _KEYS and key not in answers:
                # Columns put in to the left have moved the answer as far as the key.
                column = key_column - START_KEY_COLUMN + START_VALUE_COLUMN
                if column > 0:
                    answers[key] = Answer(sheet.cell(row, column), row, column)
    return answers


def _day(start: StartSheet, t: Translator) -> date | None:
    if KEY_DAY not in start.answers:
        return None
    cell = start.answers[KEY_DAY].cell
    if isinstance(cell, datetime):
        return cell.date()
    return cell if isinstance(cell, date) else _single_day(start.text(KEY_DAY, t), t)


def _apart(text: str, t: Translator) -> tuple[str, date] | None:
    """The name and the day in "Per Ström, 3 november 2026"; None if it does not end with a day."""
    words = text.split()
    for first in range(len(words) - 1, 0, -1):
        day = _single_day(" ".join(words[first:]), t)
        if day is not None:
            name = words[: first - 1] if words[first - 1] in _BEFORE_DAY else words[:first]
            return (" ".join(name).rstrip(_BETWEEN), day) if any(map(str.isalpha, "".join(name))) else None
    return None


def _single_day(text: str, t: Translator) -> date | None:
    # A day without its year is nobody's to guess in an approval.
    period = understand(text, language=t.language, year=None)
    return period.start if period.kind is PeriodKind.INTERVAL and period.start == period.end else None
