"""What a value says in the document, in the plan's language. Knows no XML."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import ClassVar

from aktivplan.definition.models import Field, Plan
from aktivplan.definition.terms import FieldType
from aktivplan.edition import values_of
from aktivplan.i18n import Translator
from aktivplan.records import Record, Value
from aktivplan.rendering.handbook.lines import INVISIBLE, in_one_line, is_simple, lines

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
BRIEF = 110
"""Characters that a record's title may take where it is only referred to."""


class Wording:
    """Values as text, for one plan. What was not understood stands as it was written."""

    def __init__(self, plan: Plan, t: Translator) -> None:
        self._plan = plan
        self.t = t
        self.not_stated = t("Not stated")
        self._titles: dict[str, dict[str, str]] = {}
        """By field and record."""
        self._days: dict[date, str] = {}
        self._short_days: dict[date, str] = {}
        self._periods: dict[str, str] = {}

    def value(self, field: Field, value: Value) -> str:
        """A field's value; the words for "not stated" where it is blank."""
        return self.values(field, (value,))[0]

    def values(self, field: Field, values: Sequence[Value]) -> list[str]:
        """The same for many values of a field."""
        write, not_stated = self._WRITERS.get(field.type), self.not_stated
        visible = [one.text[:1] not in INVISIBLE or bool(one.text.strip(INVISIBLE)) for one in values]
        both = zip(values, visible, strict=True)
        if write is None:
            return [one.text.strip() if shown else not_stated for one, shown in both]
        return [
            (one.text.strip() if one.parsed is None else write(self, one)) if shown else not_stated
            for one, shown in both
        ]

    def stated(self, words: str) -> str:
        """The words; those for "not stated" where there is nothing to see."""
        return words if words.strip(INVISIBLE) else self.not_stated

    def field(self, record: Record, field: Field | None) -> str:
        """The same for a record's field; also for a table that has no such field."""
        return self.not_stated if field is None else self.value(field, record.value(field.key))

    def time(self, record: Record, fields: Sequence[Field]) -> str:
        """When: the period as written, or from the first date to the last."""
        stated = [field for field in fields if record.value(field.key).text.strip(INVISIBLE)]
        if len(stated) < 2:
            return self.field(record, stated[0] if stated else None)
        start, end = (self.field(record, field) for field in stated[:2])
        return self.t("{start} to {end}", start=start, end=end)

    def fields(self, records: Sequence[Record], field: Field | None) -> list[str]:
        """The same for many records."""
        if field is None:
            return [self.not_stated] * len(records)
        return self.values(field, values_of(records, field.key))

    def times(self, records: Sequence[Record], fields: Sequence[Field]) -> list[str]:
        """When each of the records is."""
        if len(fields) == 1:
            return self.fields(records, fields[0])
        return [self.time(record, fields) for record in records]

    def brief(self, record: Record, field: Field) -> str:
        """A record's title in one short line, cut between words; the record's id if it has none."""
        titles = self._titles.setdefault(field.key, {})
        known = titles.get(record.id)
        if known is None:
            words = record.value(field.key).text
            first = words if is_simple(words) else next((line.text for line in lines(words)), "")
            known = titles[record.id] = self.shortened(first) or record.id
        return known

    def shortened(self, words: str) -> str:
        """The words in one short line, those of a list one after the other; "" if there are none."""
        line = words if is_simple(words) else in_one_line(words)
        full = " ".join(line.split()).strip(INVISIBLE + ":")
        if len(full) <= BRIEF:
            return full
        kept = full[:BRIEF].rsplit(" ", 1)[0].rstrip(" ,.;:–-")
        return f"{kept} …"

    def day(self, day: date) -> str:
        """A day as people write it."""
        if day not in self._days:
            self._days[day] = self.t.date(day)
        return self._days[day]

    def from_to(self, start: date, end: date) -> str:
        """From one day to another."""
        return self.t("{start} to {end}", start=self.day(start), end=self.day(end))

    def _date(self, value: Value) -> str:
        return self._short_day(value.parsed) if isinstance(value.parsed, date) else value.text

    def _period(self, value: Value) -> str:
        """As written; a bare date as dates are written in tables."""
        known = self._periods.get(value.text)
        if known is None:
            known = self._periods[value.text] = self._written_period(value.text.strip())
        return known

    def _written_period(self, written: str) -> str:
        if not _ISO_DATE.fullmatch(written):
            return written
        try:
            return self._short_day(date.fromisoformat(written))
        except ValueError:
            return written

    def _short_day(self, day: date) -> str:
        """A day with its month cut short, for narrow columns."""
        if day not in self._short_days:
            self._short_days[day] = self.t.date(day, "medium")
        return self._short_days[day]

    def _goal(self, value: Value) -> str:
        goal = self._plan.goals_by_id.get(str(value.parsed))
        return goal.label if goal else value.text

    def _chosen(self, value: Value) -> str:
        return ", ".join(map(str, value.parsed)) if isinstance(value.parsed, tuple) else str(value.parsed)

    def _number(self, value: Value) -> str:
        return self.t.number(value.parsed) if isinstance(value.parsed, float) else value.text

    def _percent(self, value: Value) -> str:
        if not isinstance(value.parsed, float):
            return value.text
        return self.t("{number}%", number=self.t.number(round(value.parsed * 100, 2)))

    def _yes_or_no(self, value: Value) -> str:
        return self.t("Yes") if value.parsed else self.t("No")

    _WRITERS: ClassVar[dict[FieldType, Callable[[Wording, Value], str]]] = {
        FieldType.DATE: _date,
        FieldType.PERIOD: _period,
        FieldType.GOAL: _goal,
        FieldType.CHOICE: _chosen,
        FieldType.MULTICHOICE: _chosen,
        FieldType.NUMBER: _number,
        FieldType.MONEY: _number,
        FieldType.PERCENT: _percent,
        FieldType.YESNO: _yes_or_no,
    }
