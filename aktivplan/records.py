"""What moves between the steps: periods, values, records, submissions. Data only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from aktivplan.evidence import Evidence
from aktivplan.findings import Finding, Place
from aktivplan.pickling import PickledByPosition
from aktivplan.targets import Target


class PeriodKind(StrEnum):
    """What a time expression says. The words are those of the time-expression tables."""

    INTERVAL = "interval"
    DEADLINE = "deadline"
    FROM = "from"
    RECURRING = "recurring"
    ONGOING = "ongoing"
    MULTI = "multi"
    RELATIVE = "relative"
    EVENT = "event"
    LONGTERM = "longterm"
    ASAP = "asap"
    DURATION = "duration"
    STATUS = "status"
    MISSING = "missing"
    DITTO = "ditto"
    UNPARSED = "unparsed"


class Precision(StrEnum):
    """The coarsest unit that a time expression names."""

    NONE = "none"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    TERTIAL = "tertial"
    HALF_YEAR = "half_year"
    TERM = "term"
    SEASON = "season"
    SCHOOL_YEAR = "school_year"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Period(PickledByPosition):
    """A time expression: the text as written, and what was understood of it."""

    text: str
    kind: PeriodKind
    start: date | None = None
    end: date | None = None
    """The last day, included."""
    parts: tuple[Period, ...] = ()
    """The single periods where the text holds several; start and end are then their hull."""
    recurrence: str = ""
    """An ISO 8601 duration ("P3M": every quarter), or ""."""
    precision: Precision = Precision.NONE
    confidence: str = "A"
    """A settled, B by convention, C a person should look."""
    note: str = ""
    """A code for why it is read so, or why it could not be; "" if there is nothing to say."""


Parsed = str | date | float | bool | Period | tuple[str, ...] | tuple[Target, ...] | None


class Note(StrEnum):
    """How a cell was understood that does not say plainly what it means."""

    PLAIN = ""
    ERROR = "error"
    """The spreadsheet's own error ("#REF!") stands in it."""
    UNCALCULATED = "uncalculated"
    """A formula that no program has calculated stands in it."""
    SERIAL = "serial"
    """A number was read as the day that spreadsheets mean by it."""
    ROUGHLY = "roughly"
    """A figure was given with "about" or the like, which is left out."""
    SHARE = "share"
    """A small number without a percent sign was read as a share."""
    CLEANED = "cleaned"
    """Characters were taken out that cannot be seen and may turn text about."""


class Value(NamedTuple):
    """One cell of a record. ``text`` is what stood there; ``parsed`` what it is, None if not understood.

    By field type ``parsed`` is: text, longtext, email: str · person: str, a tuple where several are named · choice: the list's own spelling ·
    multichoice: a tuple of them · goal: the goal's id · period: Period · date: date · number, money:
    float · percent: float (0.8 for 80 %) · yesno: bool. In a measurable field: the targets in the text, () if none.
    """

    text: str
    parsed: Parsed = None
    column: int = 0
    """The column in the sheet, 1 for A; 0 if the value stands in no sheet."""
    note: Note = Note.PLAIN

    def __reduce__(self) -> tuple[type[Value], tuple[object, ...]]:
        """Pickled faster than a tuple by itself; there are tens of thousands of them."""
        return Value, tuple(self)


EMPTY = Value("")


@dataclass(frozen=True, slots=True)
class Record(PickledByPosition):
    """One filled-in row."""

    id: str
    unit: str
    table: str
    values: Mapping[str, Value]
    """By field key; a key that is missing is an empty field."""
    place: Place
    """File, sheet and row; no column."""
    extra: tuple[tuple[str, str], ...] = ()
    """Heading and text of cells in columns that belong to no field."""
    number: str = ""
    """The number under its goal ("1.1.2"), in tables that are numbered; given at consolidation."""
    id_given: bool = False
    """Whether the id stands nowhere in the file and was given to the row while reading."""

    def value(self, key: str) -> Value:
        """The field's value; an empty one where nothing was filled in."""
        return self.values.get(key, EMPTY)

    def place_of(self, key: str) -> Place:
        """The field's own cell (the row alone if the field has no column)."""
        return self.place.at(column=self.value(key).column)


@dataclass(frozen=True, slots=True)
class Decision:
    """What leaders have filled in about one record, in the master workbook."""

    record: str
    """The record's id."""
    table: str
    values: Mapping[str, Value]
    """By key of the leaders' field; empty fields are left out."""
    place: Place


@dataclass(frozen=True, slots=True)
class EditedRow:
    """A row of the former master workbook that does not say (any more) what was printed there."""

    table: str
    """The key of its table in the workbook."""
    place: Place
    """Its sheet and row."""
    texts: tuple[str, ...]
    """What stands in it, column by column as they were printed."""
    plain: tuple[str, ...]
    """The same as marks are made of it (`workbooks.row_marks.plain`)."""
    columns: tuple[int, ...]
    """The columns in which it stands."""


@dataclass(frozen=True, slots=True)
class AddedText:
    """Something written in the former master workbook where nothing was printed."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class MasterEdits:
    """What somebody has changed in the former master workbook, other than filling in leaders' columns."""

    file: str
    """What the workbook is called."""
    rows: tuple[EditedRow, ...] = ()
    added: tuple[AddedText, ...] = ()
    lost: tuple[tuple[str, frozenset[str]], ...] = ()
    """By table key the marks of rows that were printed and are not there any more as they were."""
    more: int = 0
    """How many edited rows and added texts there are beyond those."""

    @property
    def any(self) -> bool:
        """Whether there are any."""
        return bool(self.rows or self.added or any(marks for _, marks in self.lost))


@dataclass(frozen=True, slots=True)
class Attestation(PickledByPosition):
    """What stands on the form's first sheet about the manager's approval."""

    place: Place
    """The cell for the manager's name."""
    manager: str = ""
    day: date | None = None
    written_day: str = ""
    """The date as it was written."""


class Rung(StrEnum):
    """By what a column was recognised, the surest first."""

    KEY = "key"
    """The hidden key over the column."""
    HEADING = "heading"
    """The heading as printed in the form."""
    SYNONYM = "synonym"
    """Another word for the same, from the list of synonyms."""


@dataclass(frozen=True, slots=True)
class MatchedColumn(PickledByPosition):
    """A column of a returned workbook, and the field that it was read as."""

    table: str
    field: str
    """The field's key."""
    heading: str
    """As it stands in the workbook."""
    rung: Rung
    place: Place
    """File, sheet, row of the heading, and column."""


@dataclass(frozen=True, slots=True)
class Delivery(PickledByPosition):
    """How a file came that did not lie among the answers by itself."""

    container: str = ""
    """The mail or archive it lay in: path below the folder of answers; "" for a file that lay there by itself."""
    sender: str = ""
    """The address that a mail came from."""
    sent: datetime | None = None
    """When the mail was sent, by its own account (UTC)."""


BY_ITSELF = Delivery()
"""How a file came that lay among the answers itself."""


@dataclass(frozen=True, slots=True)
class Leftover(PickledByPosition):
    """Something that a unit wrote where its form has no place for it: a column of its own, a note, another sheet."""

    place: Place
    heading: str
    """What stood over or beside it, if anything did."""
    text: str
    """As written."""
    record: str = ""
    """The id of the record in whose row it stood; "" if it stood in none."""


@dataclass(frozen=True, slots=True)
class Submission(PickledByPosition):
    """One file found among the answers, as far as it could be read."""

    file: str
    """Path below the folder of answers, with forward slashes; a mail's or an archive's own name is one step of it."""
    sha256: str
    unit: str = ""
    """The unit's code; "" if it is not known."""
    saved: datetime | None = None
    """When the workbook was saved, by its own account (UTC); None if it does not say."""
    attestation: Attestation | None = None
    records: tuple[Record, ...] = ()
    findings: tuple[Finding, ...] = ()
    skipped: bool = False
    """Not an answer at all: a lock file, a system file."""
    delivery: Delivery = BY_ITSELF
    columns: tuple[MatchedColumn, ...] = ()
    """What every column was read as."""
    version: str = ""
    """The version of the plan that the form was made for; "" if it does not say."""
    round: str = ""
    """The collection that the form was made for; "" if it does not say."""
    leftovers: tuple[Leftover, ...] = ()
    """What the unit wrote that the form has no place for, in the order it stands."""
    modified: datetime | None = None
    """The file's own date (UTC)."""
    identified_by: Evidence | None = None
    """How the unit is known; None if it is not."""
