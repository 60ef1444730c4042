from __future__ import annotations

from datetime import date, datetime

import pytest

from aktivplan.definition.models import Choice, ChoiceList, Field, Goal, Plan
from aktivplan.definition.terms import FieldType
from aktivplan.reading.values import ValueReader
from aktivplan.records import Note, Parsed, Period, PeriodKind
from aktivplan.workbooks.number_formats import Shown
from aktivplan.workbooks.sheets import Cell
from tests.support import make_plan, make_settings

PLAN = make_plan()
CHOICES = {FieldType.CHOICE: "status", FieldType.MULTICHOICE: "malgrupp"}


def parsed(kind: FieldType, cell: Cell, plan: Plan = PLAN) -> Parsed:
    return reader(kind, plan).read(cell, 3).parsed


def reader(kind: FieldType, plan: Plan = PLAN) -> ValueReader:
    return ValueReader(plan, Field(key="f", heading="F", type=kind, choices=CHOICES.get(kind, "")))


@pytest.mark.parametrize("kind", list(FieldType))
def test_an_empty_cell_is_an_empty_value_in_its_column(kind: FieldType) -> None:
    value = reader(kind).read("", 3)
    assert (value.text, value.parsed, value.column) == ("", None, 3)


@pytest.mark.parametrize("kind", list(FieldType))
def test_the_text_is_kept_whatever_it_is(kind: FieldType) -> None:
    assert reader(kind).read("  =HYPERLINK(“x”) ", 3).text == "=HYPERLINK(“x”)"


@pytest.mark.parametrize("kind", [FieldType.TEXT, FieldType.LONGTEXT])
def test_text_is_text(kind: FieldType) -> None:
    assert parsed(kind, " +46 70 \n 123 ") == "+46 70\n123"


@pytest.mark.parametrize("text", ["Pågår", "PÅGÅR", " pågår.", "pa\u030aga\u030ar"])
def test_a_choice_has_the_spelling_of_its_list(text: str) -> None:
    assert parsed(FieldType.CHOICE, text) == "Pågår"


@pytest.mark.parametrize("text", ["Pågåår", "Pågår, nästan", "1"])
def test_a_choice_is_never_guessed(text: str) -> None:
    assert parsed(FieldType.CHOICE, text) is None


@pytest.mark.parametrize(
    "text", ["Förskola; Grundskola", "förskola\ngrundskola", "Förskola, Grundskola", "Förskola;Grundskola;"]
)
def test_several_choices_are_taken_apart(text: str) -> None:
    assert parsed(FieldType.MULTICHOICE, text) == ("Förskola", "Grundskola")


def test_one_unknown_among_several_choices_makes_all_unknown() -> None:
    assert parsed(FieldType.MULTICHOICE, "Förskola; Gymnasiet") is None


def test_a_choice_with_a_comma_in_it_is_one() -> None:
    lists = (ChoiceList(name="malgrupp", choices=(Choice(value="Barn, 0–5 år"), Choice(value="Alla"))),)
    plan = make_plan(choice_lists=(*PLAN.choice_lists[:1], *lists))
    assert parsed(FieldType.MULTICHOICE, "Barn, 0-5 år; alla", plan) == ("Barn, 0–5 år", "Alla")


@pytest.mark.parametrize(
    "text", ["1.1 Vi vet mer om barns levnadsvillkor", "1.1", "1.1.", "vi vet mer om  barns levnadsvillkor"]
)
def test_a_goal_is_known_by_label_id_or_text(text: str) -> None:
    assert parsed(FieldType.GOAL, text) == "1.1"


@pytest.mark.parametrize("text", ["1", "Barnets bästa", "1.3", "1.1 2.1", "Vi vet mer"])
def test_a_goal_of_another_level_or_a_near_one_is_not_guessed(text: str) -> None:
    assert parsed(FieldType.GOAL, text) is None


def test_a_goal_typed_as_a_number_is_known() -> None:
    assert parsed(FieldType.GOAL, 1.1) == "1.1"


def test_a_number_that_two_goals_could_have_become_is_nobodys() -> None:
    goals = (*PLAN.goals, Goal(id="1.10", text="Ett tionde mål", parent="1"))
    assert parsed(FieldType.GOAL, 1.1, make_plan(goals=goals)) is None


def test_two_goals_with_the_same_text_need_their_ids() -> None:
    goals = (*PLAN.goals, Goal(id="2.2", text="Vi vet mer om barns levnadsvillkor", parent="2"))
    plan = make_plan(goals=goals)
    assert parsed(FieldType.GOAL, "Vi vet mer om barns levnadsvillkor", plan) is None
    assert parsed(FieldType.GOAL, "2.2 Vi vet mer om barns levnadsvillkor", plan) == "2.2"


@pytest.mark.parametrize("cell", [date(2027, 3, 31), datetime(2027, 3, 31, 8, 0)])  # noqa: DTZ001 - as calamine
def test_a_date_cell_is_a_period_of_one_day(cell: Cell) -> None:
    period = parsed(FieldType.PERIOD, cell)
    assert isinstance(period, Period)
    assert (period.kind, period.start, period.end) == (
        PeriodKind.INTERVAL,
        date(2027, 3, 31),
        date(2027, 3, 31),
    )


def test_a_year_typed_as_a_number_is_that_year() -> None:
    period = parsed(FieldType.PERIOD, 2027.0)
    assert isinstance(period, Period)
    assert (period.text, period.start, period.end) == ("2027", date(2027, 1, 1), date(2027, 12, 31))


def test_a_day_that_lost_its_format_is_taken_with_a_warning() -> None:
    period = parsed(FieldType.PERIOD, 45747.0)
    assert isinstance(period, Period)
    assert (period.start, period.confidence) == (date(2025, 3, 31), "C")


def test_a_month_without_its_year_falls_within_the_plan() -> None:
    school = make_plan(
        settings=make_settings(period_start=date(2026, 8, 1), period_end=date(2027, 6, 30), wheel="school")
    )
    period = parsed(FieldType.PERIOD, "mars", school)
    assert isinstance(period, Period)
    assert period.start == date(2027, 3, 1)


@pytest.mark.parametrize(
    "cell",
    [date(2027, 3, 31), "2027-03-31", "31.3.2027", "31/3 2027", "31 mars 2027", "31. marts 2027", "31/3"],
)
def test_a_date_is_a_day(cell: Cell) -> None:
    assert parsed(FieldType.DATE, cell) == date(2027, 3, 31)


@pytest.mark.parametrize(
    "cell", ["mars 2027", "2027-02-30", "våren", "senast 31 mars", "31 mars-2 april", 12.0]
)
def test_more_or_less_than_a_day_is_no_date(cell: Cell) -> None:
    assert parsed(FieldType.DATE, cell) is None


def test_a_number_is_a_number_from_cell_and_text() -> None:
    assert [parsed(FieldType.NUMBER, cell) for cell in (12.0, "12", "1 234,5", "tolv", True)] == [
        12,
        12,
        1234.5,
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("cell", "text", "share"), [(0.8, "80 %", 0.8), (80.0, "80 %", 0.8), ("80 %", "80 %", 0.8)]
)
def test_percent_reads_alike_from_any_cell(cell: Cell, text: str, share: float) -> None:
    value = reader(FieldType.PERCENT).read(cell, 3)
    assert (value.text, value.parsed) == (text, pytest.approx(share))


def test_money_is_crowns() -> None:
    assert [parsed(FieldType.MONEY, cell) for cell in (25000.0, "50 tkr", "inom ram")] == [25000, 50000, None]


@pytest.mark.parametrize("cell", ["Ja", "ja", "x", "X", "yes", "sant", True])
def test_yes_in_its_spellings(cell: Cell) -> None:
    assert parsed(FieldType.YESNO, cell) is True


@pytest.mark.parametrize("cell", ["Nej", "nei", "no", "falskt", False])
def test_no_in_its_spellings(cell: Cell) -> None:
    assert parsed(FieldType.YESNO, cell) is False


def test_perhaps_is_neither_yes_nor_no() -> None:
    assert parsed(FieldType.YESNO, "kanske") is None


def test_an_address_is_told_from_other_text() -> None:
    assert parsed(FieldType.EMAIL, "mailto:eva.lind@lindesjo.example") == "eva.lind@lindesjo.example"
    assert parsed(FieldType.EMAIL, "Eva Lind") is None


@pytest.mark.parametrize(
    ("cell", "parsed", "note"),
    [
        ("0,8", 0.8, Note.SHARE),
        ("1", 1.0, Note.SHARE),
        (1.5, 0.015, Note.SHARE),
        ("80", 0.8, Note.PLAIN),
        ("0,8 %", 0.008, Note.PLAIN),
        (0.8, 0.8, Note.PLAIN),
        (1, 1, Note.PLAIN),
        (80, 0.8, Note.PLAIN),
    ],
)
def test_a_share_that_may_be_meant_otherwise_is_noted(cell: Cell, parsed: float, note: Note) -> None:
    value = reader(FieldType.PERCENT).read(cell, 3)
    assert (value.parsed, value.note) == (parsed, note)


@pytest.mark.parametrize("text", ["#REF!", "#SAKNAS!", " #VÄRDEFEL!", "#I/T", "#NAVN?"])
def test_an_error_that_was_pasted_as_text_is_an_error(text: str) -> None:
    value = reader(FieldType.LONGTEXT).read(text, 3)
    assert (value.parsed, value.note) == (None, Note.ERROR)


@pytest.mark.parametrize(
    "text", ["2,1", "2:1", "Mål nr 2.1", "Mål nr. 2.1", "2,1. Barnets bästa prövas före varje beslut"]
)
def test_a_goals_number_is_known_as_people_write_it(text: str) -> None:
    assert parsed(FieldType.GOAL, text) == "2.1"


def test_a_number_shown_as_percent_says_what_is_seen() -> None:
    value = reader(FieldType.LONGTEXT).read(0.8, 3, Shown.PERCENT)
    assert (value.text, value.parsed) == ("80 %", "80 %")


def test_a_share_above_one_is_that_share_where_the_cell_shows_percent() -> None:
    value = reader(FieldType.PERCENT).read(1.5, 3, Shown.PERCENT)
    assert (value.text, value.parsed, value.note) == ("150 %", 1.5, Note.PLAIN)


def test_a_day_shown_as_month_and_year_is_the_month() -> None:
    value = reader(FieldType.PERIOD).read(date(2025, 1, 1), 3, Shown.MONTH)
    assert value.text == "januari 2025"
    assert isinstance(value.parsed, Period)
    assert (value.parsed.start, value.parsed.end) == (date(2025, 1, 1), date(2025, 1, 31))
