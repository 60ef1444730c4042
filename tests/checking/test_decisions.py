"""What leaders fill in."""

from __future__ import annotations

from aktivplan.checking import check_decisions
from aktivplan.definition.models import Field
from aktivplan.definition.terms import Audience, FieldType
from aktivplan.findings import Finding, Place
from aktivplan.i18n import translator
from aktivplan.records import Decision, Value
from tests.support import activities_table, make_plan

KINDS = (FieldType.CHOICE, FieldType.YESNO, FieldType.DATE, FieldType.NUMBER, FieldType.TEXT)
FIELDS = tuple(
    Field(
        key=kind.value,
        heading=kind.value.title(),
        type=kind,
        audience=Audience.LEADERS,
        choices="beslut" if kind is FieldType.CHOICE else "",
        minimum=2020 if kind is FieldType.NUMBER else None,
        maximum=2050 if kind is FieldType.NUMBER else None,
    )
    for kind in KINDS
)
PLAN = make_plan(tables=(activities_table(fields=(Field(key="namn", heading="Namn"), *FIELDS)),))


def found(key: str, value: Value) -> list[Finding]:
    place = Place("master.xlsx", "Aktiviteter", 9)
    return list(check_decisions(PLAN, [Decision("BUF-001", "aktiviteter", {key: value}, place)]))


def test_a_choice_on_the_list_is_right() -> None:
    assert found("choice", Value("Beviljat", "Beviljat", 8)) == []


def test_a_choice_that_is_not_on_the_list_is_a_warning_with_what_there_is() -> None:
    (one,) = found("choice", Value("Tja", None, 8))
    assert (one.record, one.place.cell, one.severity) == ("BUF-001", "H9", "warning")
    assert one.text(translator("sv")) == (
        "”Tja” i H9 i den samlade arbetsboken går inte att använda som Choice. "
        "Välj något av följande: Beviljat, Avslag."
    )


def test_a_yes_or_no_that_is_neither_is_a_warning() -> None:
    assert [dict(one.arguments)["allowed"] for one in found("yesno", Value("kanske"))] == ["Ja, Nej"]


def test_a_date_that_cannot_be_read_is_a_warning_with_an_example() -> None:
    assert [one.code for one in found("date", Value("sen"))] == ["decision-unreadable"]


def test_a_number_outside_its_limits_is_a_warning() -> None:
    assert [dict(one.arguments)["allowed"] for one in found("number", Value("1999", 1999.0))] == [
        "≥ 2020 ≤ 2050"
    ]


def test_a_text_is_always_right() -> None:
    assert found("text", Value("Bra!", "Bra!")) == []


def test_a_decision_about_a_table_that_is_gone_is_passed_over() -> None:
    gone = Decision("X-1", "borta", {"choice": Value("Tja")}, Place("master.xlsx"))
    assert check_decisions(PLAN, [gone]) == ()
