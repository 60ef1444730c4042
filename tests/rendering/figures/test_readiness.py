from __future__ import annotations

from datetime import date

from aktivplan.definition.models import Choice, ChoiceList, Field, Plan, Table
from aktivplan.definition.terms import FieldType
from aktivplan.edition import Edition
from aktivplan.records import Record, Value
from aktivplan.rendering.figures.readiness import Readiness, plan_readiness
from tests.rendering.handbook.documents import make_edition, small_edition
from tests.support import make_plan, make_record, value

SEPTEMBER, APRIL = date(2026, 9, 17), date(2027, 4, 8)


def score_field(key: str) -> Field:
    return Field(key=key, heading=key.title(), type=FieldType.NUMBER, minimum=1, maximum=9)


def plan_with(*fields: Field) -> Plan:
    lists = (ChoiceList(name="dim", choices=(Choice(value="A Insatser"), Choice(value="B Kännedom"))),)
    goal = Field(key="omrade", heading="Område", type=FieldType.GOAL, level=1)
    return make_plan(
        tables=(Table(key="beredskap", title="Beredskap", fields=(goal, *fields)),), choice_lists=lists
    )


DIMENSION = Field(key="dimension", heading="Dimension", type=FieldType.CHOICE, choices="dim")
DAY = Field(key="datum", heading="Datum", type=FieldType.DATE)
PLAN = plan_with(DIMENSION, score_field("bedomare"), score_field("konsensus"), DAY)


def measured(number: int, dimension: str, score: float, day: date = SEPTEMBER, *, goal: str = "1") -> Record:
    values = {
        "omrade": Value(PLAN.goals_by_id[goal].label, goal),
        "dimension": value(dimension),
        "bedomare": Value("9", 9.0),
        "konsensus": Value(str(score), float(score)),
        "datum": Value(day.isoformat(), day),
    }
    return make_record(PLAN, "BUF", number, values)


def made(edition: Edition) -> Readiness:
    readiness = plan_readiness(edition)
    assert readiness is not None
    return readiness


def test_a_plan_that_measures_no_readiness_has_no_profile() -> None:
    assert plan_readiness(small_edition()) is None


def test_the_score_agreed_on_counts_in_the_forms_order_of_dimensions() -> None:
    (area,) = made(make_edition(PLAN, measured(1, "B Kännedom", 3), measured(2, "A Insatser", 6))).areas
    assert area.label == "1 Barns levnadsvillkor"
    assert [(one.label, one.score, one.before) for one in area.dimensions] == [
        ("A Insatser", 6, None),
        ("B Kännedom", 3, None),
    ]
    assert (area.mean, area.lowest) == (4.5, 3)


def test_scores_of_one_round_are_averaged() -> None:
    (area,) = made(make_edition(PLAN, measured(1, "A Insatser", 4), measured(2, "A Insatser", 7))).areas
    assert area.dimensions[0].score == 5.5


def test_a_later_round_stands_beside_the_first() -> None:
    edition = make_edition(PLAN, measured(1, "A Insatser", 4), measured(2, "A Insatser", 6, APRIL))
    readiness = made(edition)
    assert (readiness.areas[0].dimensions[0].before, readiness.areas[0].dimensions[0].score) == (4, 6)
    assert readiness.listing.rows == (("1 Barns levnadsvillkor", "A Insatser", "4", "6"),)


def test_without_a_choice_every_limited_field_is_a_dimension() -> None:
    plan = plan_with(score_field("insatser"), score_field("ledarskap"))
    values = {"omrade": Value("1", "1"), "insatser": Value("5", 5.0), "ledarskap": Value("2", 2.0)}
    (area,) = made(make_edition(plan, make_record(plan, "BUF", 1, values))).areas
    assert [(one.label, one.score) for one in area.dimensions] == [("Insatser", 5), ("Ledarskap", 2)]
