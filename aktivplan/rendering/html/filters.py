"""What the page's filters offer: the units, goals, responsibles and months that some record has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from aktivplan.edition import Edition
from aktivplan.i18n import Translator
from aktivplan.rendering.figures.buckets import months_later
from aktivplan.rendering.html.records import WITHOUT_GOAL

_INDENT = "\N{NO-BREAK SPACE}" * 3
_MOST_LETTERS = 90
"""Of a choice; a longer one would make lists wider than a phone."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice in a list: what the attributes of records say, and what people see."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Filter:
    """A list to choose from."""

    key: str
    """Which attribute of records it goes by."""
    label: str
    everything: str
    """What the choice of no restriction is called."""
    choices: tuple[Choice, ...]


def filters(edition: Edition, t: Translator) -> tuple[Filter, ...]:
    """The lists that help to find records, in order; a list of fewer than two choices is left out."""
    offered = (
        Filter("unit", t("Unit"), t("All units"), tuple(_units(edition))),
        Filter("goals", t("Goal"), t("All goals"), tuple(_goals(edition, t))),
        Filter("people", t("Responsible"), t("All responsible"), tuple(_people(edition, t))),
    )
    return tuple(one for one in offered if len(one.choices) > 1)


def months(edition: Edition, t: Translator) -> tuple[Choice, ...]:
    """The months of the plan's period; none where no record has a date."""
    settings = edition.plan.settings
    day = settings.period_start.replace(day=1)
    found: list[Choice] = []
    while edition.schedule and day <= settings.period_end:
        found.append(Choice(f"{day:%Y-%m}", _month(day, t)))
        day = months_later(day, 1)
    return tuple(found)


def _units(edition: Edition) -> Iterator[Choice]:
    present = {record.unit for record in edition.records}
    for number, unit in enumerate(edition.plan.units):
        if unit.code in present:
            yield Choice(str(number), _short(unit.name))


def _goals(edition: Edition, t: Translator) -> Iterator[Choice]:
    numbers = {goal.id: str(number) for number, goal in enumerate(edition.plan.goals)}
    for result in edition.goals:
        if result.records:
            yield Choice(numbers[result.goal.id], _INDENT * (result.level - 1) + _short(result.goal.label))
    under_goals = sum(result.records for result in edition.goals if result.level == 1)
    if under_goals < len(edition.records):
        yield Choice(WITHOUT_GOAL, t("Without a goal"))


def _people(edition: Edition, t: Translator) -> Iterator[Choice]:
    for number, one in enumerate(edition.responsible):
        yield Choice(str(number), _short(one.name) or t("Not stated"))


def _short(words: str) -> str:
    """The words in one line that is not too long for a list."""
    line = " ".join(words.split())
    return line if len(line) <= _MOST_LETTERS else f"{line[:_MOST_LETTERS].rstrip()} …"


def _month(day: date, t: Translator) -> str:
    return t.date(day, "LLLL y")
