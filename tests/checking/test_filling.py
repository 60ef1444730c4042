"""What is to be filled in."""

from __future__ import annotations

import pytest

from aktivplan.checking import check_submission
from aktivplan.definition.models import Field, Plan
from aktivplan.definition.terms import FieldType, Need
from aktivplan.findings import Finding
from aktivplan.i18n import translator
from aktivplan.records import Period, PeriodKind, Record, Value
from tests.support import activities_table, activity, make_plan, make_record, make_submission, value

PLAN = make_plan()


def found(plan: Plan, *records: Record) -> list[Finding]:
    return list(check_submission(plan, make_submission(plan, "BUF", *records)))


def codes(plan: Plan, *records: Record) -> list[str]:
    return [one.code for one in found(plan, *records)]


def test_a_complete_row_has_no_findings() -> None:
    assert codes(PLAN, activity(PLAN, "BUF", 1)) == []


def test_a_row_without_responsible_is_an_error() -> None:
    (one,) = found(PLAN, activity(PLAN, "BUF", 9, ansvarig=Value("", None)))
    assert (one.code, one.record, one.unit) == ("required-empty", "BUF-009", "BUF")
    assert one.text(translator("sv")) == "Ansvarig saknas i D14. Fyll i cellen."


def test_a_required_field_whose_column_is_gone_is_told_by_its_row() -> None:
    record = activity(PLAN, "BUF", 9)
    rest = {key: one for key, one in record.values.items() if key != "ansvarig"}
    (one,) = found(PLAN, Record(record.id, "BUF", record.table, rest, record.place))
    assert one.text(translator("sv")) == "Ansvarig saknas i rad 14. Fyll i cellen."


@pytest.mark.parametrize("text", ["-", "–", "?", "...", " "])
def test_a_mark_that_says_nothing_does_not_fill_a_required_field(text: str) -> None:
    assert codes(PLAN, activity(PLAN, "BUF", 1, ansvarig=value(text))) == ["required-empty"]


@pytest.mark.parametrize("text", ["TBD", "ej bestämt", "?"])
def test_a_time_not_decided_yet_does_not_fill_a_required_field(text: str) -> None:
    undecided = Value(text, Period(text, PeriodKind.MISSING))
    assert codes(PLAN, activity(PLAN, "BUF", 1, tid=undecided)) == ["required-empty"]


def test_a_missing_goal_is_told_once() -> None:
    assert codes(PLAN, activity(PLAN, "BUF", 1, mal=Value("", None))) == ["required-empty"]


def test_a_row_without_indicators_is_a_warning() -> None:
    assert codes(PLAN, activity(PLAN, "BUF", 1, indikatorer=Value(""))) == ["recommended-empty"]


def test_an_optional_field_may_be_empty() -> None:
    assert codes(PLAN, activity(PLAN, "BUF", 1, resurser=Value(""))) == []


def test_a_number_fills_a_required_field() -> None:
    field = Field(key="antal", heading="Antal", type=FieldType.NUMBER, required=Need.REQUIRED)
    plan = make_plan(tables=(activities_table(fields=(field,)),))
    assert codes(plan, make_record(plan, "BUF", 1, {"antal": Value("-", -0.0)})) == []


def test_a_heading_left_out_for_a_goal_is_the_level_of_the_goal() -> None:
    field = Field(key="mal", heading="", type=FieldType.GOAL, required=Need.REQUIRED)
    plan = make_plan(tables=(activities_table(fields=(field,)),))
    (one,) = found(plan, make_record(plan, "BUF", 1, {"mal": Value("")}))
    assert dict(one.arguments)["heading"] == "Övergripande mål"


def measured(text: str) -> list[str]:
    field = Field(key="kriterium", heading="Kriterium", measurable=True)
    plan = make_plan(tables=(activities_table(fields=(field,)),))
    return codes(plan, make_record(plan, "BUF", 1, {"kriterium": Value(text, text)}))


def test_a_criterion_with_neither_figure_nor_date_is_a_warning() -> None:
    assert measured("Barnen mår bättre") == ["criterion-not-measurable"]


@pytest.mark.parametrize("text", ["80 % mår bra", "Rutinen finns i juni 2027", "Minst två samtal per barn"])
def test_a_criterion_with_a_figure_or_a_date_is_measurable(text: str) -> None:
    assert measured(text) == []


def test_an_empty_criterion_is_not_told_to_be_unmeasurable() -> None:
    assert measured("-") == []


def test_findings_stand_in_the_order_of_the_rows() -> None:
    records = [activity(PLAN, "BUF", n, ansvarig=Value(""), indikatorer=Value("")) for n in (1, 2)]
    assert [(one.place.row, one.code) for one in found(PLAN, *records)] == [
        (6, "required-empty"),
        (6, "recommended-empty"),
        (7, "required-empty"),
        (7, "recommended-empty"),
    ]
