"""Who is to be reminded today, and what the process leader is told. Knows no clock, no register and no mail."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from aktivplan.definition.models import Plan
from aktivplan.delivery.letters import form_not_in
from aktivplan.delivery.texts import listed
from aktivplan.edition import UnitResult, UnitStatus
from aktivplan.i18n import Translator, translator

_CAUGHT_UP = timedelta(days=4)
"""So long after its day a reminder still goes out: no machine need run on Easter's four days off."""

_MOST_THINGS = 3
"""So many things to mend are told to the process leader of each unit."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """When units are reminded."""

    deadline: date
    days: tuple[int, ...]
    """Days before (negative) and after the deadline."""
    gap: int
    """The least number of days between two mails to a unit."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How things stand with a unit."""

    unit: str
    """Its code."""
    asked: date | None
    """When its form was sent; None if it never was."""
    answered: bool
    """Whether it needs no form any more."""
    to_mend: tuple[str, ...] = ()
    """What is to be mended in its answer, a line for each."""
    last_reminded: date | None = None
    """When it last got a reminder, or its answer back with what is to be mended."""
    address_works: bool = True
    """Whether mail reaches it, as far as is known."""
    made: date | None = None
    """When its form was made."""
    reminders: int = 0
    """How many reminders and corrections it has got."""
    result: UnitResult | None = None
    """What its answer came to, as far as it was read."""

    @property
    def is_settled(self) -> bool:
        """Whether nothing is waited for."""
        return self.answered and not self.to_mend


@dataclass(frozen=True, slots=True)
class Due:
    """A unit that is waited for, and may be reminded."""

    unit: str
    missing: tuple[str, ...]
    """A line for each thing."""
    answered: bool
    """Whether it has answered, and gets its own answer back to mend; otherwise it gets its form."""


def plan_schedule(plan: Plan) -> Schedule:
    """As the plan's settings have it."""
    settings = plan.settings
    return Schedule(settings.deadline, settings.reminder_days, settings.reminder_gap)


def waited_for(plan: Plan, standings: Sequence[Standing]) -> tuple[Due, ...]:
    """The units that have not answered, or have something to mend."""
    t = translator(plan.settings.language)
    return tuple(Due(one.unit, _missing(one, t), one.answered) for one in standings if not one.is_settled)


def due(
    plan: Plan, standings: Sequence[Standing], today: date, named: Collection[str] = ()
) -> tuple[Due, ...]:
    """The units to remind today.

    That is those that were asked, have not answered or have something to mend, and can be reached, on a day of
    the schedule, or up to four days after one on which nobody was there to remind them; never within the gap after the
    last mail.

    Args:
        plan: its schedule counts, and its language.
        standings: how things stand with each unit.
        today: the day.
        named: units that somebody wants to remind now: neither schedule nor gap counts, and it does not matter
            whether they were asked. Twice on the same day they are not reminded either.
    """
    schedule = plan_schedule(plan)
    wanted = [
        one
        for one in standings
        if one.last_reminded != today and (one.unit in named if named else _is_due(schedule, one, today))
    ]
    return waited_for(plan, wanted)


def next_day(schedule: Schedule, today: date) -> date | None:
    """The next day of the schedule after today; None if there is none left."""
    return min((day for day in _days(schedule) if day > today), default=None)


def _is_due(schedule: Schedule, standing: Standing, today: date) -> bool:
    if standing.asked is None or not standing.address_works:
        return False
    last = max(standing.asked, standing.last_reminded or standing.asked)
    passed = max((day for day in _days(schedule) if day <= today), default=None)
    return (
        passed is not None
        and today - passed <= _CAUGHT_UP
        and last < passed
        and today - last >= timedelta(days=schedule.gap)
    )


def _days(schedule: Schedule) -> Iterator[date]:
    return (schedule.deadline + timedelta(days=days) for days in schedule.days)


def _missing(standing: Standing, t: Translator) -> tuple[str, ...]:
    if standing.answered:
        return standing.to_mend
    was_rejected = standing.result is not None and standing.result.status is UnitStatus.REJECTED
    return (
        t("The filled-in form. What you sent could not be read as one.") if was_rejected else form_not_in(t),
    )


def summary(plan: Plan, standings: Sequence[Standing], reminded: Collection[str] = ()) -> str:
    """How things stand, for the process leader: lists with a heading each, none for what there is nothing of.

    Args:
        plan: whose units they are.
        standings: how things stand with each unit.
        reminded: the units that were reminded today.
    """
    t = translator(plan.settings.language)
    names = {unit.code: f"{unit.name} ({unit.code})" for unit in plan.units}
    lists = (
        (t("Were reminded today:"), [names[one.unit] for one in standings if one.unit in reminded]),
        (t("Have not answered:"), [_unanswered(one, names, t) for one in standings if not one.answered]),
        (
            t("Have something to mend:"),
            [_to_mend(one, names, t) for one in standings if one.answered and one.to_mend],
        ),
        (t("No mail reaches:"), [names[one.unit] for one in standings if not one.address_works]),
    )
    told = [f"{heading}\n\n{listed(lines)}" for heading, lines in lists if lines]
    return "\n\n".join(told) or t("All units have answered, and nothing is to be mended.")


def _unanswered(standing: Standing, names: dict[str, str], t: Translator) -> str:
    name = names[standing.unit]
    if standing.last_reminded is not None:
        return t("{unit}, reminded on {day}", unit=name, day=standing.last_reminded)
    if standing.asked is None:
        return t("{unit}, has not been sent its form", unit=name)
    return name


def _to_mend(standing: Standing, names: dict[str, str], t: Translator) -> str:
    things = [" ".join(one.split()) for one in standing.to_mend]
    rest = len(things) - _MOST_THINGS
    more = [t.plural("And {count} more.", "And {count} more.", rest)] if rest > 0 else []
    return f"{names[standing.unit]}: {' '.join((*things[:_MOST_THINGS], *more))}"
