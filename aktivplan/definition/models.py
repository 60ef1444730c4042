"""The definition of a plan: settings, goals, units, tables of fields, choice lists.

Immutable models. What one model alone can say wrong is refused here; what needs the whole plan
(unknown parents, duplicates) is looked for in `definition.rules`, so that all of it is told at once.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import Annotated, Literal

from annotated_types import Ge, Le
from pydantic import BaseModel, ConfigDict, StringConstraints

from aktivplan.definition.terms import (
    Audience,
    Counting,
    EmptyChapters,
    FieldType,
    LateRule,
    Meaning,
    MessageKind,
    Need,
    Wheel,
)

Language = Literal["sv", "da", "nb", "en"]
UnitCode = Annotated[str, StringConstraints(pattern=r"^[^\W_]+(-[^\W_]+)*$", max_length=12)]
Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]
ServerName = Annotated[str, StringConstraints(pattern=r"^([A-Za-z0-9.-]+(:[0-9]{1,5})?)?$", max_length=255)]
MOST_DAYS = 366
"""The most days before or after the deadline that units can be reminded."""
Day = Annotated[int, Ge(-MOST_DAYS), Le(MOST_DAYS)]
Email = Annotated[str, StringConstraints(pattern=r"^([^@\s<>,;\"]+@[^@\s<>,;\"]+\.[^@\s<>,;\"]+)?$")]


class _Model(BaseModel):
    # Most processes are sent a plan that has been checked, and never build what checks one.
    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True)


class Settings(_Model):
    """What holds for the plan as a whole."""

    id: Key
    """Stands hidden in every form, so that a form of another plan is recognised."""
    title: Annotated[str, StringConstraints(min_length=1)]
    organisation: Annotated[str, StringConstraints(min_length=1)]
    language: Language
    period_start: date
    period_end: date
    deadline: date
    leader_name: Annotated[str, StringConstraints(min_length=1)]
    leader_email: Email
    wheel: Wheel = Wheel.CALENDAR
    attestation: bool = False
    """Whether a list is taken in only when the unit's manager has approved it."""
    counting: Counting = Counting.SAVED
    """Which answer counts, of several from one unit."""
    late_answers: LateRule = LateRule.TAKE
    level_names: tuple[str, ...]
    """Names of the goal tree's levels, topmost first."""
    max_active: Annotated[int, Ge(1)] | None = None
    """How many goals may be active at the same time; None: any number."""
    purpose: str = ""
    """Why the plan is made; printed on the form's first sheet and in the handbook's introduction."""
    follow_up: str = ""
    """How and when the plan is followed up; printed in the handbook."""
    empty_chapters: EmptyChapters = EmptyChapters.LEAVE_OUT
    sender: Email = ""
    """The address that mails are sent from; "" for the process leader's."""
    mail_server: ServerName = ""
    """Where mails are handed over, as "host" or "host:port"; "" if they are written as drafts."""
    mail_user: str = ""
    """Who logs in there; "" for a server that lets the machine in by its address."""
    messages_per_minute: Annotated[int, Ge(1)] = 30
    """No more mails than that are sent; Exchange Online takes 30."""
    reply_to: Email = ""
    """The address that answers to mails go to; "" for the process leader's."""
    mailbox: ServerName = ""
    """Where answers are fetched by IMAP over TLS, as "host" or "host:port"; "" if they are not fetched."""
    mailbox_user: str = ""
    mailbox_folder: str = ""
    """"" for the inbox."""
    mailbox_moved_to: str = ""
    """The folder that mails are moved to once they are taken in; "" if they stay."""
    reminder_days: tuple[Day, ...] = (-7, -1, 3)
    """When units are reminded, in days before (negative) and after the deadline."""
    reminder_gap: Annotated[int, Ge(1)] = 3
    """The least number of days between two mails of those to a unit."""

    @property
    def first_month(self) -> int:
        """The month (1 to 12) in which the plan's year begins."""
        return 8 if self.wheel is Wheel.SCHOOL else 1


class Goal(_Model):
    """A node of the goal tree."""

    id: Annotated[str, StringConstraints(min_length=1, max_length=20)]
    text: Annotated[str, StringConstraints(min_length=1)]
    parent: str = ""
    description: str = ""

    @property
    def label(self) -> str:
        """As drop-downs and tables show it: "1.1 Text"."""
        return f"{self.id} {self.text}"


class Unit(_Model):
    """Who answers."""

    code: UnitCode
    name: Annotated[str, StringConstraints(min_length=1)]
    group: str = ""
    contact: str = ""
    email: Email = ""
    manager: str = ""


class Choice(_Model):
    """One value of a choice list."""

    value: Annotated[str, StringConstraints(min_length=1)]
    meaning: Meaning = Meaning.NONE


class ChoiceList(_Model):
    """The values a choice field offers, in the order they are offered."""

    name: Key
    choices: tuple[Choice, ...]

    @property
    def values(self) -> tuple[str, ...]:
        """The values alone."""
        return tuple(choice.value for choice in self.choices)


class Field(_Model):
    """A column of a table."""

    key: Key
    heading: str
    type: FieldType = FieldType.TEXT
    required: Need = Need.OPTIONAL
    help: str = ""
    example: str = ""
    choices: str = ""
    """Name of the choice list (choice and multichoice)."""
    audience: Audience = Audience.EVERYONE
    level: int | None = None
    """Which level of the goal tree is chosen from (goal), 1 the topmost; None: the lowest goals."""
    minimum: float | None = None
    maximum: float | None = None
    measurable: bool = False
    """Whether the text must hold a number or a date that tells when it is met."""


class Table(_Model):
    """A sheet to fill in."""

    key: Key
    title: Annotated[str, StringConstraints(min_length=1, max_length=31)]
    code: Annotated[str, StringConstraints(pattern=r"^[^\W\d_]{0,3}$")] = ""
    """Letters before the running number in record ids; told apart by it when a plan has several tables."""
    help: str = ""
    numbered: bool = False
    """Whether the records get numbers under their goals in the consolidated plan (1.1.1, 1.1.2 ...)."""
    fields: tuple[Field, ...]

    def field(self, key: str) -> Field:
        """The field with that key. KeyError if there is none."""
        for field in self.fields:
            if field.key == key:
                return field
        raise KeyError(key)

    @cached_property
    def public_fields(self) -> tuple[Field, ...]:
        """The fields that everybody may see, in order; these stand in the units' forms."""
        return tuple(field for field in self.fields if field.audience is Audience.EVERYONE)

    @cached_property
    def leaders_fields(self) -> tuple[Field, ...]:
        """The fields for leaders only, in order; these stand in the master workbook."""
        return tuple(field for field in self.fields if field.audience is Audience.LEADERS)

    @cached_property
    def goal_field(self) -> Field | None:
        """The first goal field: what a record is sorted under."""
        return self._first(FieldType.GOAL)

    @cached_property
    def person_field(self) -> Field | None:
        """The first person field: who is responsible."""
        return self._first(FieldType.PERSON)

    @cached_property
    def period_fields(self) -> tuple[Field, ...]:
        """What says when: the first period field, or the first two date fields (start, end)."""
        period = self._first(FieldType.PERIOD)
        if period is not None:
            return (period,)
        return tuple(field for field in self.public_fields if field.type is FieldType.DATE)[:2]

    @cached_property
    def title_field(self) -> Field:
        """What a record is called by: its first text that is asked for, or else its first field."""
        for field in self.public_fields:
            if field.type in (FieldType.TEXT, FieldType.LONGTEXT) and field.required is not Need.OPTIONAL:
                return field
        return self.public_fields[0]

    def _first(self, kind: FieldType) -> Field | None:
        return next((field for field in self.public_fields if field.type is kind), None)


class MessageText(_Model):
    """What the mails of one kind say, with placeholders in double braces."""

    kind: MessageKind
    language: Language | Literal[""] = ""
    """"" for the plan's."""
    subject: Annotated[str, StringConstraints(min_length=1)]
    body: Annotated[str, StringConstraints(min_length=1)]


class Plan(_Model):
    """The whole definition."""

    settings: Settings
    goals: tuple[Goal, ...]
    units: tuple[Unit, ...]
    tables: tuple[Table, ...]
    choice_lists: tuple[ChoiceList, ...] = ()
    messages: tuple[MessageText, ...] = ()
    """The texts of mails that differ from those that a plan begins with."""

    @cached_property
    def goals_by_id(self) -> dict[str, Goal]:
        """Every goal by its id."""
        return {goal.id: goal for goal in self.goals}

    @cached_property
    def units_by_code(self) -> dict[str, Unit]:
        """Every unit by its code."""
        return {unit.code: unit for unit in self.units}

    @cached_property
    def tables_by_key(self) -> dict[str, Table]:
        """Every table by its key."""
        return {table.key: table for table in self.tables}

    def children(self, goal_id: str = "") -> tuple[Goal, ...]:
        """The goals directly below one, in the definition's order; "" gives the topmost."""
        return self._children.get(goal_id, ())

    def level(self, goal: Goal) -> int:
        """1 for a topmost goal, 2 for its children, and so on."""
        return len(self.path(goal))

    def path(self, goal: Goal) -> tuple[Goal, ...]:
        """The goal's ancestors, topmost first, and itself."""
        chain = [goal]
        while chain[-1].parent:
            chain.append(self.goals_by_id[chain[-1].parent])
        return tuple(reversed(chain))

    def walk(self, goal_id: str = "") -> Iterator[Goal]:
        """Every goal below one, each before its children, in the definition's order."""
        for goal in self.children(goal_id):
            yield goal
            yield from self.walk(goal.id)

    def level_name(self, level: int) -> str:
        """What the plan calls that level (1 the topmost)."""
        return self.settings.level_names[level - 1]

    def goals_for(self, field: Field) -> tuple[Goal, ...]:
        """The goals a goal field is chosen from, in tree order."""
        if field.level is None:
            return tuple(goal for goal in self.walk() if not self.children(goal.id))
        return tuple(goal for goal in self.walk() if self.level(goal) == field.level)

    def choices_for(self, field: Field) -> ChoiceList:
        """The choice list of a choice field. KeyError if the plan has none by that name."""
        return self._lists[field.choices]

    def field_meaning(self, table: Table, meaning: Meaning) -> tuple[Field, frozenset[str]] | None:
        """The field of a table whose choices carry a meaning, and the values that do; None if no field has one."""
        for field in table.fields:
            if field.type is FieldType.CHOICE:
                values = frozenset(c.value for c in self.choices_for(field).choices if c.meaning is meaning)
                if values:
                    return field, values
        return None

    @cached_property
    def version(self) -> str:
        """Eight hexadecimal digits that change when what is asked changes.

        Units, settings and leaders' fields do not count: a form stays the same when a deadline is put off.
        """
        models: list[BaseModel] = [*self.goals, *self.choice_lists]
        for table in self.tables:
            models += table.public_fields
        titles = [f"{table.key} {table.title}" for table in self.tables]
        asked = "\n".join([*titles, *(model.model_dump_json() for model in models)])
        return hashlib.sha256(asked.encode()).hexdigest()[:8]

    @cached_property
    def _children(self) -> dict[str, tuple[Goal, ...]]:
        below: dict[str, list[Goal]] = {}
        for goal in self.goals:
            below.setdefault(goal.parent, []).append(goal)
        return {parent: tuple(goals) for parent, goals in below.items()}

    @cached_property
    def _lists(self) -> dict[str, ChoiceList]:
        return {choices.name: choices for choices in self.choice_lists}
