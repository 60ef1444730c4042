"""Dates and periods."""

from __future__ import annotations

from datetime import date

import pytest

from aktivplan.checking import check_submission
from aktivplan.definition.models import Field
from aktivplan.definition.terms import FieldType
from aktivplan.findings import Finding
from aktivplan.i18n import translator
from aktivplan.records import Period, PeriodKind, Value
from tests.support import activities_table, activity, make_plan, make_record, make_submission, period, value

PLAN = make_plan()


def found(time: Value) -> list[Finding]:
    return list(check_submission(PLAN, make_submission(PLAN, "BUF", activity(PLAN, "BUF", 1, tid=time))))


def codes(time: Value) -> list[str]:
    return [one.code for one in found(time)]


def understood(
    text: str, kind: PeriodKind, start: date | None, end: date | None, confidence: str = "A"
) -> Value:
    return Value(text, Period(text, kind, start, end, confidence=confidence))


@pytest.mark.parametrize("kind", [PeriodKind.UNPARSED, PeriodKind.STATUS])
def test_a_text_that_says_no_time_is_a_warning(kind: PeriodKind) -> None:
    assert codes(understood("när det passar", kind, None, None)) == ["period-unclear"]


@pytest.mark.parametrize("kind", [PeriodKind.ONGOING, PeriodKind.LONGTERM, PeriodKind.EVENT, PeriodKind.ASAP])
def test_a_time_without_dates_is_right_all_the_same(kind: PeriodKind) -> None:
    assert codes(understood("löpande", kind, None, None)) == []


def test_a_doubtful_time_is_told_how_it_was_read() -> None:
    doubtful = understood("2026/27", PeriodKind.INTERVAL, date(2027, 1, 1), date(2027, 6, 30), "C")
    (one,) = found(doubtful)
    assert one.code == "period-ambiguous"
    assert "1 januari 2027 till 30 juni 2027" in one.text(translator("sv"))


def test_a_doubtful_day_is_told_how_it_was_read() -> None:
    (one,) = found(understood("jan 27", PeriodKind.DEADLINE, None, date(2027, 1, 31), "C"))
    assert (one.code, dict(one.arguments)["day"]) == ("period-ambiguous-day", date(2027, 1, 31))


def test_a_doubtful_time_without_dates_is_unclear() -> None:
    assert codes(understood("vid behov?", PeriodKind.EVENT, None, None, "C")) == ["period-unclear"]


def test_a_time_within_the_plan_is_right() -> None:
    assert codes(period("hela året", date(2027, 1, 1), date(2027, 12, 31))) == []


def test_a_time_outside_the_plan_is_a_warning_with_the_plans_period() -> None:
    (one,) = found(period("våren 2026", date(2026, 1, 1), date(2026, 6, 30)))
    assert one.code == "outside-period"
    assert one.text(translator("sv")) == (
        "”våren 2026” i E6 ligger utanför planperioden, 1 januari 2027 till 31 december 2027. Kontrollera årtalet."
    )


@pytest.mark.parametrize(
    ("kind", "start", "end"),
    [
        (PeriodKind.INTERVAL, date(2026, 11, 1), date(2027, 2, 1)),
        (PeriodKind.INTERVAL, date(2027, 11, 1), date(2028, 2, 1)),
        (PeriodKind.INTERVAL, date(2025, 1, 1), date(2029, 1, 1)),
        (PeriodKind.FROM, date(2026, 8, 1), None),
    ],
)
def test_a_time_that_reaches_beyond_the_plan_is_a_warning(
    kind: PeriodKind, start: date, end: date | None
) -> None:
    assert codes(understood("länge", kind, start, end)) == ["beyond-period"]


@pytest.mark.parametrize("end", [date(2026, 12, 31), date(2028, 1, 1)])
def test_a_deadline_outside_the_plan_is_a_warning(end: date) -> None:
    assert codes(understood("senast då", PeriodKind.DEADLINE, None, end)) == ["outside-period"]


def test_what_begins_after_the_plan_lies_outside_it() -> None:
    assert codes(understood("från 2028", PeriodKind.FROM, date(2028, 1, 1), None)) == ["outside-period"]


def test_a_time_that_ends_before_it_begins_is_a_warning_and_nothing_else() -> None:
    assert codes(period("maj 2028 till mars 2027", date(2028, 5, 1), date(2027, 3, 1))) == ["period-reversed"]


def dates(start: date | None, end: date | None) -> list[Finding]:
    fields = tuple(Field(key=key, heading=key, type=FieldType.DATE) for key in ("start", "slut"))
    plan = make_plan(tables=(activities_table(fields=fields),))
    values = {key: value(str(day), day) for key, day in (("start", start), ("slut", end)) if day}
    return list(check_submission(plan, make_submission(plan, "BUF", make_record(plan, "BUF", 1, values))))


def test_a_start_date_after_the_end_date_is_a_warning_at_the_end_date() -> None:
    (one,) = dates(date(2027, 5, 1), date(2027, 3, 1))
    assert (one.code, one.place.cell) == ("period-reversed", "C6")
    assert dict(one.arguments)["value"] == "2027-05-01 – 2027-03-01"


def test_a_start_date_on_the_end_date_is_right() -> None:
    assert dates(date(2027, 5, 1), date(2027, 5, 1)) == []


def test_an_end_date_alone_is_right() -> None:
    assert dates(None, date(2027, 5, 1)) == []


def test_a_date_outside_the_plan_is_a_warning() -> None:
    assert [one.code for one in dates(date(2026, 5, 1), date(2027, 5, 1))] == ["outside-period"]
