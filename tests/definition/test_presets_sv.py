"""The three Swedish presets ask exactly what their systems ask."""

from __future__ import annotations

from datetime import date

import pytest

from aktivplan.definition.models import Field, Plan, Table
from aktivplan.definition.preset import load_preset
from aktivplan.definition.terms import FieldType, Meaning, Need
from aktivplan.forms.layout import offered
from aktivplan.i18n import translator

SWEDISH = ("barnratt", "fokus", "verksamhetsplan")
STEPS = (
    "1 Initiera frågeställningen och processen",
    "2 Grunda förståelsen och aktivera frågeställningen",
    "3 Bygg och skapa nytt",
    "4 Pröva, prioritera, välja",
    "5 Hålla fast, fördjupa, vara",
    "6 Sammanfatta resultat, integrera med vardagen",
    "7 Utvärdera, avsluta, fira",
)


@pytest.fixture(params=SWEDISH)
def preset(request: pytest.FixtureRequest) -> Plan:
    """Each Swedish preset in turn."""
    return load_preset(str(request.param))


def headings(plan: Plan, table: str) -> tuple[str, ...]:
    return tuple(field.heading for field in plan.tables_by_key[table].fields)


def is_reachable(plan: Plan, field: Field, text: str) -> bool:
    """Whether a person could have put the text into the field's cell without an error."""
    match field.type:
        case FieldType.GOAL | FieldType.CHOICE:
            return text in offered(plan, field, translator("sv"))
        case FieldType.NUMBER:
            return (field.minimum or 0) <= float(text) <= (field.maximum or float("inf"))
        case FieldType.DATE:
            return plan.settings.period_start <= date.fromisoformat(text) <= plan.settings.period_end
        case _:
            return bool(text)


def every_field(plan: Plan) -> tuple[tuple[Table, Field], ...]:
    return tuple((table, field) for table in plan.tables for field in table.fields)


def test_every_field_says_what_to_write_in_one_input_message(preset: Plan) -> None:
    assert [field.key for _, field in every_field(preset) if not 20 <= len(field.help) <= 240] == []


def test_every_example_is_an_answer_that_would_be_taken_in(preset: Plan) -> None:
    wrong = [
        (table.key, field.key, field.example)
        for table, field in every_field(preset)
        if not is_reachable(preset, field, field.example)
    ]

    assert wrong == []


def test_every_table_says_what_a_row_is(preset: Plan) -> None:
    assert all(table.help for table in preset.tables)


def test_the_plan_has_a_purpose_and_says_how_it_is_followed_up(preset: Plan) -> None:
    assert preset.settings.purpose
    assert preset.settings.follow_up


def test_the_two_units_are_plainly_examples(preset: Plan) -> None:
    assert len(preset.units) == 2
    assert all(unit.name.startswith("Exempel") for unit in preset.units)


def test_nobody_real_can_get_mail(preset: Plan) -> None:
    addresses = [preset.settings.leader_email, *(unit.email for unit in preset.units)]

    assert all(address.endswith(".example") for address in addresses)


def test_the_goal_tree_is_as_deep_as_its_named_levels(preset: Plan) -> None:
    depths = {preset.level(goal) for goal in preset.goals}

    assert depths == set(range(1, len(preset.settings.level_names) + 1))


def test_every_goal_is_told_from_the_others(preset: Plan) -> None:
    assert len({goal.id for goal in preset.goals}) == len(preset.goals)
    assert len({goal.text for goal in preset.goals}) == len(preset.goals)


def test_answers_are_due_in_late_2026(preset: Plan) -> None:
    assert date(2026, 9, 1) < preset.settings.deadline < date(2027, 1, 1)


def test_barnratt_has_the_five_headings_after_the_goal() -> None:
    plan = load_preset("barnratt")

    assert headings(plan, "aktiviteter") == (
        "Övergripande mål",
        "Aktivitet",
        "Ansvarig",
        "Tid",
        "Resurser",
        "Indikatorer",
    )


def test_barnratt_goes_from_areas_to_overall_goals() -> None:
    assert load_preset("barnratt").settings.level_names == ("Utvecklingsområde", "Övergripande mål")


def test_barnratt_takes_a_list_in_only_when_the_manager_has_approved_it() -> None:
    assert load_preset("barnratt").settings.attestation


def test_barnratt_offers_the_overall_goals_and_not_the_areas() -> None:
    plan = load_preset("barnratt")
    goal_field = plan.tables_by_key["aktiviteter"].goal_field

    assert goal_field is not None
    assert {plan.level(goal) for goal in plan.goals_for(goal_field)} == {2}


def test_an_indicator_of_barnratt_is_recommended_and_needs_no_figure() -> None:
    field = load_preset("barnratt").tables_by_key["aktiviteter"].field("indikatorer")

    assert field.required is Need.RECOMMENDED
    assert not field.measurable


def test_fokus_has_the_three_tables() -> None:
    plan = load_preset("fokus")

    assert [(table.title, table.code) for table in plan.tables] == [
        ("Fokusområden", "F"),
        ("Aktiviteter", "A"),
        ("Beredskap", "B"),
    ]


def test_fokus_follows_each_area_from_start_to_end() -> None:
    assert headings(load_preset("fokus"), "fokusomraden") == (
        "Fokusområde",
        "Samordnare",
        "Arbetsgrupp",
        "Start",
        "Slut",
        "Steg",
        "Status",
    )


def test_fokus_goes_from_focus_areas_to_goals() -> None:
    assert load_preset("fokus").settings.level_names == ("Fokusområde", "Mål")


def test_fokus_names_the_seven_steps() -> None:
    plan = load_preset("fokus")

    assert plan.choices_for(plan.tables_by_key["fokusomraden"].field("steg")).values == STEPS


def test_fokus_allows_four_active_areas_of_more() -> None:
    plan = load_preset("fokus")

    assert plan.settings.max_active == 4
    assert len(plan.children()) >= 5


def test_fokus_counts_an_area_as_active_while_it_is_going_on() -> None:
    plan = load_preset("fokus")
    meaning = plan.field_meaning(plan.tables_by_key["fokusomraden"], Meaning.ACTIVE)

    assert meaning is not None
    assert (meaning[0].key, set(meaning[1])) == ("status", {"Pågår"})


def test_fokus_calls_a_row_about_an_area_by_the_area() -> None:
    plan = load_preset("fokus")

    assert plan.tables_by_key["fokusomraden"].title_field.key == "omrade"
    assert plan.tables_by_key["aktiviteter"].title_field.key == "aktivitet"


def test_fokus_measures_readiness_in_six_dimensions() -> None:
    plan = load_preset("fokus")
    values = plan.choices_for(plan.tables_by_key["beredskap"].field("dimension")).values

    assert "".join(value[:2] for value in values) == "A B C D E F "


@pytest.mark.parametrize("key", ["bedomare_1", "bedomare_2", "konsensus"])
def test_fokus_scores_readiness_from_one_to_nine(key: str) -> None:
    field = load_preset("fokus").tables_by_key["beredskap"].field(key)

    assert (field.type, field.minimum, field.maximum) == (FieldType.NUMBER, 1, 9)


def test_fokus_explains_the_nine_stages_where_the_score_is_typed() -> None:
    text = load_preset("fokus").tables_by_key["beredskap"].field("konsensus").help

    assert all(f"{stage} " in text for stage in range(1, 10))


def test_verksamhetsplan_has_areas_only() -> None:
    plan = load_preset("verksamhetsplan")

    assert plan.settings.level_names == ("Område",)
    assert [table.title for table in plan.tables] == ["Insatser", "Effekter"]


def test_verksamhetsplan_describes_every_area_in_paragraphs() -> None:
    areas = load_preset("verksamhetsplan").goals

    assert all("\n\n" in area.description for area in areas)


@pytest.mark.parametrize("key", ["ansvarig", "tid"])
def test_verksamhetsplan_only_warns_when_nobody_or_no_time_is_named(key: str) -> None:
    field = load_preset("verksamhetsplan").tables_by_key["insatser"].field(key)

    assert field.required is Need.RECOMMENDED


@pytest.mark.parametrize(("table", "key"), [("insatser", "insats"), ("effekter", "effekt")])
def test_verksamhetsplan_requires_the_measure_and_the_effect(table: str, key: str) -> None:
    assert load_preset("verksamhetsplan").tables_by_key[table].field(key).required is Need.REQUIRED
