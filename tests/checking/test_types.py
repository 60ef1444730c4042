"""What kind of value a field asks for."""

from __future__ import annotations

from datetime import date

import pytest

from aktivplan.checking import check_submission
from aktivplan.definition.models import Field
from aktivplan.definition.terms import FieldType
from aktivplan.i18n import translator
from aktivplan.records import Parsed, Value
from tests.support import activities_table, every_type_table, make_plan, make_record, make_submission


def told(kind: FieldType, text: str, parsed: Parsed = None) -> list[str]:
    plan = make_plan(tables=(every_type_table(),))
    record = make_record(plan, "BUF", 1, {f"f_{kind.value}": Value(text, parsed)})
    return [one.code for one in check_submission(plan, make_submission(plan, "BUF", record))]


def limited(text: str, parsed: float, kind: FieldType = FieldType.NUMBER, **limits: float) -> list[str]:
    plan = make_plan(
        tables=(activities_table(fields=(Field(key="tal", heading="Tal", type=kind, **limits),)),)
    )
    record = make_record(plan, "BUF", 1, {"tal": Value(text, parsed)})
    found = check_submission(plan, make_submission(plan, "BUF", record))
    return [one.text(translator("sv")) for one in found]


@pytest.mark.parametrize(
    ("kind", "text", "code"),
    [
        (FieldType.DATE, "snart", "date-wrong"),
        (FieldType.NUMBER, "många", "number-wrong"),
        (FieldType.PERCENT, "nästan alla", "percent-wrong"),
        (FieldType.MONEY, "en hel del", "money-wrong"),
        (FieldType.YESNO, "kanske", "yesno-wrong"),
        (FieldType.EMAIL, "eva.lind", "email-wrong"),
    ],
)
def test_a_value_that_cannot_be_read_is_an_error(kind: FieldType, text: str, code: str) -> None:
    assert told(kind, text) == [code]


@pytest.mark.parametrize(
    ("kind", "text", "parsed"),
    [
        (FieldType.DATE, "1/5 2027", date(2027, 5, 1)),
        (FieldType.NUMBER, "0", 0.0),
        (FieldType.PERCENT, "80 %", 0.8),
        (FieldType.MONEY, "50 tkr", 50000.0),
        (FieldType.YESNO, "nej", False),
        (FieldType.EMAIL, "a@b.example", "a@b.example"),
    ],
)
def test_a_value_that_was_read_is_right(kind: FieldType, text: str, parsed: Parsed) -> None:
    assert told(kind, text, parsed) == []


@pytest.mark.parametrize("kind", [FieldType.DATE, FieldType.NUMBER, FieldType.YESNO, FieldType.EMAIL])
def test_an_empty_value_is_right(kind: FieldType) -> None:
    assert told(kind, "") == []


def test_a_number_outside_its_limits_is_told_the_limits() -> None:
    assert limited("12", 12.0, minimum=1, maximum=9) == [
        "”12” i B6 ligger inte mellan 1 och 9. Skriv ett tal inom de gränserna."
    ]


def test_a_number_on_its_limit_is_right() -> None:
    assert limited("9", 9.0, minimum=1, maximum=9) == []


def test_a_number_below_the_only_limit_is_told_it() -> None:
    assert limited("0,5", 0.5, minimum=1.5) == ["”0,5” i B6 är för lågt. Skriv 1,5 eller mer."]


def test_a_share_above_its_limit_is_told_it_in_percent() -> None:
    told_text = limited("120 %", 1.2, FieldType.PERCENT, maximum=1.0)
    assert told_text == ["”120 %” i B6 är för högt. Skriv 100 % eller mindre."]
