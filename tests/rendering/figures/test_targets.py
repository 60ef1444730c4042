from __future__ import annotations

import pytest

from aktivplan.definition.models import Field, Plan
from aktivplan.rendering.figures.targets import TargetBar, TargetsFigure, plan_targets
from tests.rendering.handbook.documents import make_edition
from tests.support import activities_table, activity, make_plan, value


def measured_plan() -> Plan:
    fields = [
        Field(**(field.model_dump() | {"measurable": field.key == "indikatorer"}))
        for field in activities_table().fields
    ]
    return make_plan(tables=(activities_table(fields=tuple(fields)),))


def figure_of(*criteria: str) -> TargetsFigure | None:
    plan = measured_plan()
    records = (
        activity(plan, "BUF", number, indikatorer=value(text))
        for number, text in enumerate(criteria, start=1)
    )
    return plan_targets(make_edition(plan, *records))


def bar_of(criterion: str) -> TargetBar:
    figure = figure_of(criterion)
    assert figure is not None
    (bar,) = figure.bars
    return bar


def test_a_share_is_drawn_with_what_is_to_be_reached_later() -> None:
    bar = bar_of("Minst 80 % av barnen har svarat vid utgången av 2027. På längre sikt 95 %.")
    assert (bar.comparator, bar.value, bar.later) == ("≥", 80, 95)


def test_where_it_starts_from_is_taken_from_the_text() -> None:
    bar = bar_of("Andelen ökar från 60 % till 75 % under 2027")
    assert (bar.base, bar.value) == (60, 75)


def test_so_many_out_of_ten_is_a_share() -> None:
    assert bar_of("9 av 10 elever känner sig trygga").value == 90


@pytest.mark.parametrize(
    "criterion",
    [
        "Minst 12 möten under 2027",
        "Frånvaron har minskat med 20 % under 2027",
        "Antalet ökar med minst 150 %",
    ],
)
def test_counts_and_changes_cannot_stand_beside_shares(criterion: str) -> None:
    assert figure_of(criterion) is None


def test_the_table_beside_says_the_same() -> None:
    figure = figure_of("Minst 80 % senast i maj 2027", "Från 40 % till 50 %")
    assert figure is not None
    assert figure.listing.headings == ("Nr", "Vad", "Målvärde", "Senast", "Utgångsläge")
    assert [row[2:] for row in figure.listing.rows] == [
        ("≥ 80\N{NO-BREAK SPACE}%", "senast i maj 2027", "Ej angivet"),
        ("50\N{NO-BREAK SPACE}%", "Ej angivet", "40\N{NO-BREAK SPACE}%"),
    ]


def test_more_targets_than_a_page_holds_are_not_drawn() -> None:
    assert figure_of(*["Minst 80 %"] * 41) is None
