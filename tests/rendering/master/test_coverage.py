from __future__ import annotations

from aktivplan.definition.models import Unit
from tests.rendering.master.support import cell, headings, of, rendered, rows, small_edition
from tests.support import activities_table, activity, make_plan, make_submission


def test_goals_that_no_unit_serves_stand_first_and_the_others_in_the_plans_order() -> None:
    found = rows(rendered(small_edition())["Mål och enheter"])

    assert [row["Mål nr"] for row in found] == ["1.2", "1.1", "2.1"]
    assert [row["Enheter"] for row in found] == [0, 1, 1]
    assert [row["Rader"] for row in found] == [0, 1, 1]


def test_units_without_rows_stand_first_and_say_why() -> None:
    assert headings(rendered(small_edition())["Mål och enheter"])[4:] == [
        "SOC (svaret avvisat)",
        "KOF (saknas)",
        "BUF",
    ]


def test_nothing_is_shown_as_a_word_not_by_colour_alone() -> None:
    sheet = rendered(small_edition())["Mål och enheter"]

    assert cell(sheet, "BUF").value == 0
    assert '"lucka"' in cell(sheet, "BUF").number_format


def test_with_many_units_they_stand_below_one_another() -> None:
    units = tuple(Unit(code=f"E{number}", name=f"Enhet {number}") for number in range(1, 61))
    plan = make_plan(units=units)
    edition = of(plan, make_submission(plan, "E60", activity(plan, "E60", 1), activity(plan, "E60", 2)))

    found = rows(rendered(edition)["Mål och enheter"])

    assert len(found) == 60
    assert found[-1]["Enhetskod"] == "E60"
    assert found[-1]["1.1 Vi vet mer om barns levnadsvillkor"] == 2
    assert (found[-1]["Mål"], found[-1]["Rader"]) == (1, 2)
    assert headings(rendered(edition)["Mål och enheter"])[5:7] == [
        "1.2 Barn i utsatta hem upptäcks tidigare",
        "2.1 Barnets bästa prövas före varje beslut",
    ]


def test_a_plan_that_asks_for_no_goals_says_so() -> None:
    table = activities_table()
    plan = make_plan(tables=(table.model_copy(update={"fields": table.fields[1:]}),))

    sheet = rendered(of(plan))["Mål och enheter"]

    assert sheet["A2"].value == "Planens tabeller frågar inte efter några mål."
