"""Choices and goals."""

from __future__ import annotations

import pytest

from aktivplan.checking import check_submission
from aktivplan.definition.models import Choice, ChoiceList
from aktivplan.findings import Finding
from aktivplan.records import Value
from tests.support import activity, every_type_table, make_plan, make_record, make_submission

PLAN = make_plan(tables=(every_type_table(),))


def found(key: str, value: Value) -> list[tuple[str, dict[str, object]]]:
    record = make_record(PLAN, "BUF", 1, {key: value})
    return [_told(one) for one in check_submission(PLAN, make_submission(PLAN, "BUF", record))]


def _told(one: Finding) -> tuple[str, dict[str, object]]:
    return one.code, dict(one.arguments)


def test_a_choice_on_the_list_is_right() -> None:
    assert found("f_choice", Value("pågår", "Pågår")) == []


def test_a_misspelt_choice_is_an_error_with_a_suggestion() -> None:
    ((code, arguments),) = found("f_choice", Value("Pågårr", None))
    assert (code, arguments["suggestion"]) == ("choice-unknown-near", "Pågår")


def test_a_choice_unlike_any_is_told_what_there_is_to_choose() -> None:
    ((code, arguments),) = found("f_choice", Value("Kanske sedan", None))
    assert (code, arguments["allowed"]) == ("choice-unknown", "Planerat, Pågår, Avslutat")


def test_a_dash_is_no_choice_at_all() -> None:
    assert found("f_choice", Value("–", None)) == []


def test_of_several_choices_only_the_wrong_one_is_told() -> None:
    ((code, arguments),) = found("f_multichoice", Value("Förskola; Grundskolan", None))
    assert (code, arguments["value"], arguments["suggestion"]) == (
        "choice-unknown-near",
        "Grundskolan",
        "Grundskola",
    )


def test_several_choices_may_be_parted_by_commas() -> None:
    ((code, arguments),) = found("f_multichoice", Value("förskola, Lärare", None))
    assert (code, arguments["value"]) == ("choice-unknown", "Lärare")


def test_several_wrong_choices_are_all_told() -> None:
    assert len(found("f_multichoice", Value("Rektorer; Lärare", None))) == 2


def test_a_misspelt_goal_is_an_error_with_a_suggestion() -> None:
    ((code, arguments),) = found("f_goal", Value("Vi vet mer om barnens levnadsvilkor", None))
    assert (code, arguments["suggestion"]) == ("goal-unknown-near", "1.1 Vi vet mer om barns levnadsvillkor")


def test_a_goal_unlike_any_is_an_error() -> None:
    assert [code for code, _ in found("f_goal", Value("Bättre mat", None))] == ["goal-unknown"]


def test_a_goal_on_another_level_is_told_so() -> None:
    assert [code for code, _ in found("f_goal", Value("1 barns levnadsvillkor", None))] == [
        "goal-other-level"
    ]


@pytest.mark.parametrize("text", ["2", "Mål 2", "område 1."])
def test_the_number_of_a_goal_on_another_level_is_told_so(text: str) -> None:
    assert [code for code, _ in found("f_goal", Value(text, None))] == ["goal-other-level"]


@pytest.mark.parametrize("text", ["2.1, 1.1", "1.1 och 2.1", "1.1 Vi vet mer\n2.1 Barnets bästa"])
def test_several_goals_in_one_cell_are_told_so(text: str) -> None:
    assert [code for code, _ in found("f_goal", Value(text, None))] == ["goal-several"]


@pytest.mark.parametrize("text", ["2.1 Barnets bästa", "Vi bidrar till 2.1", "2,1 (barnets bästa)"])
def test_the_number_of_a_goal_is_a_suggestion(text: str) -> None:
    ((code, arguments),) = found("f_goal", Value(text, None))
    assert (code, arguments["suggestion"]) == (
        "goal-unknown-near",
        "2.1 Barnets bästa prövas före varje beslut",
    )


def test_the_number_of_one_goal_and_nearly_the_text_of_another_are_told() -> None:
    ((code, arguments),) = found("f_goal", Value("1.1 Barnets bästa prövas före varje beslutt", None))
    assert (code, arguments["suggestion"]) == ("goal-moved", "2.1 Barnets bästa prövas före varje beslut")


def test_a_long_text_is_quoted_in_part() -> None:
    ((_, arguments),) = found("f_goal", Value("Bättre mat\n" * 40, None))
    assert str(arguments["value"]).startswith("Bättre mat Bättre mat")
    assert len(str(arguments["value"])) == 60


def test_a_goal_that_was_understood_is_right() -> None:
    plan = make_plan()
    assert check_submission(plan, make_submission(plan, "BUF", activity(plan, "BUF", 1, goal="2.1"))) == ()


@pytest.mark.parametrize("text", ["2", "2."])
def test_the_number_that_a_choice_begins_with_is_a_suggestion(text: str) -> None:
    steps = ChoiceList(name="status", choices=(Choice(value="1 Väcka"), Choice(value="2 Förstå")))
    plan = make_plan(tables=(every_type_table(),), choice_lists=(steps, *PLAN.choice_lists[1:]))
    record = make_record(plan, "BUF", 1, {"f_choice": Value(text, None)})
    (told,) = check_submission(plan, make_submission(plan, "BUF", record))
    assert (told.code, dict(told.arguments)["suggestion"]) == ("choice-unknown-near", "2 Förstå")
