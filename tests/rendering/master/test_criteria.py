from __future__ import annotations

from tests.rendering.master.support import of, rendered, rows, small_edition
from tests.support import activities_table, activity, make_plan, make_submission, value


def measurable_plan_rows(text: str) -> list[dict[str, object]]:
    table = activities_table()
    criterion = table.fields[5].model_copy(update={"measurable": True})
    plan = make_plan(tables=(table.model_copy(update={"fields": (*table.fields[:5], criterion)}),))
    answer = activity(plan, "BUF", 1, indikatorer=value(text))
    return rows(rendered(of(plan, make_submission(plan, "BUF", answer)))["Målvärden"])


def test_each_target_of_a_criterion_has_its_row() -> None:
    found = measurable_plan_rows("Minst 60 % känner till rutinen och minst 95 % använder den")

    assert [row["Värde"] for row in found] == [60, 95]
    assert {row["Mätbart"] for row in found} == {"Ja"}
    assert {row["Jämförelse"] for row in found} == {"≥"}
    assert {row["Nr"] for row in found} == {"BUF-001"}


def test_a_criterion_without_any_target_says_that_it_cannot_be_measured() -> None:
    (row,) = measurable_plan_rows("Det blir bättre")

    assert row["Mätbart"] == "Nej"
    assert row["Indikatorer"] == "Det blir bättre"


def test_a_plan_without_measurable_fields_has_no_such_sheet() -> None:
    assert "Målvärden" not in rendered(small_edition()).sheetnames
