"""A cell to a field's value, by the field's type. Makes no finding: what is not understood is parsed as None."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import TypeGuard
from unicodedata import is_normalized

from aktivplan.definition.models import Field, Plan
from aktivplan.definition.terms import FieldType
from aktivplan.i18n import Translator, translator
from aktivplan.reading.amounts import exactly, parse_money, parse_number, parse_percent, share_of
from aktivplan.reading.cells import clean, is_error_name, misleads, number_text, text_of
from aktivplan.reading.folding import fold
from aktivplan.reading.goals import GoalFinder
from aktivplan.reading.people import people_in
from aktivplan.reading.period import understand
from aktivplan.reading.period.notes import Note as PeriodNote
from aktivplan.records import Note, Parsed, Period, PeriodKind, Precision, Value
from aktivplan.targets import find_targets
from aktivplan.workbooks.number_formats import Shown
from aktivplan.workbooks.sheets import Cell, NoValue

Parser = Callable[[str, Cell], Parsed]
"""From the cell's text (never empty) and the cell itself."""
Maker = Callable[[Plan, Field, str], Parser]
"""Prepares a field's parser in the plan's language."""

_EMAIL = re.compile(r"(?:mailto:)?([^@\s<>,;\"]+@[^@\s<>,;\"]+\.[^@\s<>,;\"]+)", re.IGNORECASE)
_FIGURES = frozenset({FieldType.NUMBER, FieldType.MONEY, FieldType.PERCENT})
_NOTED = _FIGURES | {FieldType.DATE}
_CHOSEN = frozenset({FieldType.CHOICE, FieldType.MULTICHOICE, FieldType.GOAL})
_REPEATED = _CHOSEN | {FieldType.PERSON, FieldType.PERIOD}
_BEGINS_ERROR = "#"
_YES = frozenset({"ja", "yes", "y", "j", "x", "sant", "sand", "sann", "true", "✓", "✔"})
_NO = frozenset({"nej", "nei", "no", "n", "falskt", "falsk", "usand", "usann", "false"})
_SMALL = re.compile(r"1|[01][.,]\d+")
_UNSURE_BELOW = 2
_LONGEST_KNOWN, _MOST_KNOWN = 120, 4096
_FIRST_SERIAL, _LAST_SERIAL = 36526, 73050
"""2000-01-01 and 2099-12-31 as Excel counts days."""
_EXCEL_EPOCH = date(1899, 12, 30).toordinal()


class ValueReader:
    """Reads the cells of one field."""

    def __init__(self, plan: Plan, field: Field) -> None:
        self._t = translator(plan.settings.language)
        self._type = field.type
        self._parse = _parser(plan, field, self._t)
        self._is_plain = self._parse is _parse_text
        self._repeats = field.type in _REPEATED and not field.measurable
        self._known: dict[tuple[str, int], Value] = {}
        """What has been read of texts that are written again and again, by text and column."""

    @property
    def is_choice(self) -> bool:
        """Whether the field is chosen from a list."""
        return self._type in _CHOSEN

    def read(self, cell: Cell, column: int, shown: Shown | None = None) -> Value:
        """The cell's text and what it is, with the column it stands in.

        ``shown`` is what the cell shows its number as, where the number does not tell: percent; or month and year
        alone, so that no day is meant.
        """
        if not isinstance(cell, str):
            return self._of_other(cell, column, shown)
        if self._is_plain and cell.isprintable() and is_normalized("NFC", cell):
            # By far the most cells: plain words, and nothing to be said of them.
            text = cell.strip()
            if text and text[0] != _BEGINS_ERROR:
                return Value(text, text, column)
        if not self._repeats or len(cell) > _LONGEST_KNOWN:
            return self._of_text(cell, column)
        known = self._known.get((cell, column))
        if known is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            known = self._known[cell, column] = self._of_text(cell, column)
        return known

    def _of_text(self, cell: str, column: int) -> Value:
        if not cell:
            return Value("", None, column)
        text = clean(cell)
        if not text:
            return Value("", None, column)
        if text[0] == _BEGINS_ERROR and is_error_name(text):
            return Value(text, None, column, Note.ERROR)
        parsed = self._parse(text, cell)
        return Value(text, parsed, column, self._note(text, cell, parsed))

    def _of_other(self, cell: Cell, column: int, shown: Shown | None) -> Value:
        if isinstance(cell, NoValue):
            return Value(cell.shown, None, column, Note.ERROR if cell.is_error else Note.UNCALCULATED)
        day = _day_of(cell) if shown is Shown.MONTH else None
        if day is not None:
            return self._month(day, column)
        if shown is Shown.PERCENT and _is_number(cell):
            text = number_text(round(cell * 100, 10), self._t) + " %"
            return Value(text, cell if self._type in _FIGURES else self._parse(text, text), column)
        text = self._text(cell)
        parsed = self._parse(text, cell)
        return Value(text, parsed, column, self._note(text, cell, parsed))

    def _text(self, cell: Cell) -> str:
        if self._type is FieldType.PERCENT and _is_number(cell):
            return number_text(round(share_of(cell) * 100, 10), self._t) + " %"
        return text_of(cell, self._t)

    def _month(self, day: date, column: int) -> Value:
        text = self._t.date(day, "MMMM y")
        if self._type is not FieldType.PERIOD:
            return Value(text, self._parse(text, day), column)
        last = day.replace(day=monthrange(day.year, day.month)[1])
        period = Period(
            text,
            PeriodKind.INTERVAL,
            day.replace(day=1),
            last,
            precision=Precision.MONTH,
            confidence="C",
            note=PeriodNote.DAY_OR_YEAR,
        )
        return Value(text, period, column)

    def _note(self, text: str, cell: Cell, parsed: Parsed) -> Note:
        if isinstance(cell, str) and misleads(cell):
            return Note.CLEANED
        if parsed is None or self._type not in _NOTED:
            return Note.PLAIN
        if self._type in _FIGURES and isinstance(cell, str) and exactly(text)[1]:
            return Note.ROUGHLY
        if self._type is FieldType.PERCENT and _is_unsure_share(cell, text):
            return Note.SHARE
        return Note.SERIAL if self._type is FieldType.DATE and _is_number(cell) else Note.PLAIN


def _is_unsure_share(cell: Cell, text: str) -> bool:
    """Whether a share may have been meant a hundred times larger or smaller: "0,8", "1", or 1.5 in a cell for percent."""
    if _is_number(cell):
        return 1 < cell < _UNSURE_BELOW
    return _SMALL.fullmatch(text) is not None


def _parser(plan: Plan, field: Field, t: Translator) -> Parser:
    if field.measurable:
        return lambda text, _cell: find_targets(text)
    make = _PARSERS.get(field.type)
    return make(plan, field, t.language) if make else _parse_text


def _parse_text(text: str, _cell: Cell) -> str:
    return text


def _parse_email(text: str, _cell: Cell) -> str | None:
    address = _EMAIL.fullmatch(text)
    return address.group(1) if address else None


def _parse_yesno(text: str, cell: Cell) -> bool | None:
    if isinstance(cell, bool):
        return cell
    word = fold(text)
    if word in _YES or word in _NO:
        return word in _YES
    return None


def _choice_parser(plan: Plan, field: Field, _language: str) -> Parser:
    known = {fold(choice): choice for choice in plan.choices_for(field).values}
    return lambda text, _cell: known.get(fold(text))


def _multichoice_parser(plan: Plan, field: Field, _language: str) -> Parser:
    known = {fold(choice): choice for choice in plan.choices_for(field).values}

    def parse(text: str, _cell: Cell) -> tuple[str, ...] | None:
        for separator in ("\n", ";", r"[;\n]", r"[;,\n]"):
            parts = [fold(part) for part in re.split(separator, text) if part.strip()]
            if parts and all(part in known for part in parts):
                return tuple(dict.fromkeys(known[part] for part in parts))
        return None

    return parse


def _goal_parser(plan: Plan, field: Field, _language: str) -> Parser:
    finder = GoalFinder(plan, plan.goals_for(field))

    def parse(text: str, cell: Cell) -> str | None:
        return (finder.by_number(cell) if _is_number(cell) else finder.by_text(text)) or None

    return parse


def _person_parser(plan: Plan, _field: Field, _language: str) -> Parser:
    units = frozenset(fold(name) for unit in plan.units for name in (unit.code, unit.name))

    def parse(text: str, _cell: Cell) -> str | tuple[str, ...]:
        people = people_in(text, units)
        return people if len(people) > 1 else text

    return parse


def _number_parser(
    from_text: Callable[[str, str], float | None], from_number: Callable[[float], float]
) -> Maker:
    def make(_plan: Plan, _field: Field, language: str) -> Parser:
        def parse(text: str, cell: Cell) -> float | None:
            if _is_number(cell):
                return from_number(cell)
            return from_text(exactly(text)[0], language) if isinstance(cell, str) else None

        return parse

    return make


def _period_parser(plan: Plan, _field: Field, _language: str) -> Parser:
    def parse(text: str, cell: Cell) -> Period:
        day = _day_of(cell)
        if day is not None:
            return Period(text, PeriodKind.INTERVAL, day, day, precision=Precision.DAY)
        day = _day_of_serial(cell)
        if day is not None:
            return Period(
                text,
                PeriodKind.INTERVAL,
                day,
                day,
                precision=Precision.DAY,
                confidence="C",
                note=PeriodNote.SERIAL,
            )
        return _understood(plan, text)

    return parse


def _date_parser(plan: Plan, _field: Field, _language: str) -> Parser:
    def parse(text: str, cell: Cell) -> date | None:
        day = _day_of(cell) or _day_of_serial(cell)
        if day is not None or not isinstance(cell, str):
            return day
        period = _understood(plan, text)
        single = period.kind is PeriodKind.INTERVAL and period.start == period.end
        return period.start if single and period.confidence == "A" else None

    return parse


def _understood(plan: Plan, text: str) -> Period:
    settings = plan.settings
    return understand(
        text,
        language=settings.language,
        year=settings.period_start.year,
        plan_start=settings.period_start,
        plan_end=settings.period_end,
    )


def _day_of(cell: Cell) -> date | None:
    if isinstance(cell, datetime):
        return cell.date()
    return cell if isinstance(cell, date) else None


def _day_of_serial(cell: Cell) -> date | None:
    """The day that spreadsheets mean by a number; None for what is no such number."""
    if not _is_number(cell) or not _FIRST_SERIAL <= cell <= _LAST_SERIAL:
        return None
    return date.fromordinal(int(cell) + _EXCEL_EPOCH)


def _is_number(cell: Cell) -> TypeGuard[float]:
    return isinstance(cell, int | float) and not isinstance(cell, bool)


_PARSERS: Mapping[FieldType, Maker] = MappingProxyType(
    {
        FieldType.CHOICE: _choice_parser,
        FieldType.MULTICHOICE: _multichoice_parser,
        FieldType.GOAL: _goal_parser,
        FieldType.PERSON: _person_parser,
        FieldType.PERIOD: _period_parser,
        FieldType.DATE: _date_parser,
        FieldType.NUMBER: _number_parser(parse_number, float),
        FieldType.PERCENT: _number_parser(parse_percent, share_of),
        FieldType.MONEY: _number_parser(parse_money, float),
        FieldType.YESNO: lambda _plan, _field, _language: _parse_yesno,
        FieldType.EMAIL: lambda _plan, _field, _language: _parse_email,
    }
)
"""Every other type is text."""
