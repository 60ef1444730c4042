"""The Danish presets ask what their sources ask, in the sources' own words."""

from __future__ import annotations

from pathlib import Path

import pytest

from aktivplan.definition.models import Plan
from aktivplan.definition.preset import load_preset
from aktivplan.definition.terms import Audience, FieldType, Meaning, Need

DANISH = ("handlemal", "kompetence")
LONGEST_HELP = 240
"""Excel shows 255 characters in an input message; the rest is kept for what the form adds."""


@pytest.fixture(params=DANISH)
def plan(request: pytest.FixtureRequest) -> Plan:
    return load_preset(request.param)


def test_the_danish_presets_are_in_danish_and_for_the_calendar_year_2027(plan: Plan) -> None:
    assert plan.settings.language == "da"
    assert (plan.settings.period_start.isoformat(), plan.settings.period_end.isoformat()) == (
        "2027-01-01",
        "2027-12-31",
    )
    assert plan.settings.first_month == 1


def test_every_field_and_table_explains_itself_within_an_input_message(plan: Plan) -> None:
    for table in plan.tables:
        assert 0 < len(table.help) <= LONGEST_HELP
        for field in table.fields:
            assert 0 < len(field.help) <= LONGEST_HELP, field.key
            assert field.example, field.key


def test_examples_in_choice_and_goal_fields_can_be_chosen(plan: Plan) -> None:
    for table in plan.tables:
        for field in table.fields:
            if field.type is FieldType.CHOICE:
                assert field.example in plan.choices_for(field).values
            if field.type is FieldType.GOAL:
                assert field.example in {goal.label for goal in plan.goals_for(field)}


def test_every_address_is_made_up(plan: Plan) -> None:
    addresses = [plan.settings.leader_email, *(unit.email for unit in plan.units)]
    assert all(address.endswith(".example") for address in addresses)


def test_no_text_in_the_presets_is_swedish_or_norwegian() -> None:
    folder = Path(__file__).parents[2] / "aktivplan"
    for name in DANISH:
        for path in (folder / f"definition/presets/{name}.toml", folder / f"demo/samples/{name}.toml"):
            text = path.read_text(encoding="utf-8")
            assert not set("äöÄÖ") & set(text), path


def test_handlemal_has_the_five_headings_word_for_word_after_the_goal() -> None:
    table = load_preset("handlemal").tables[0]
    assert [field.heading for field in table.fields] == [
        "Delmål",
        "Handlemål (det betyder, at...)",
        "Succeskriterier (målet er nået, når...)",
        "Evaluering (målemetode)",
        "Tids- og handleplan (hvad skal ske? - hvornår?)",
        "Tovholder/ ansvarlig",
    ]
    assert table.goal_field is table.fields[0]


def test_handlemal_numbers_its_records_under_their_delmaal() -> None:
    plan = load_preset("handlemal")
    assert plan.settings.level_names == ("Politisk mål", "Delmål")
    assert plan.tables[0].numbered
    assert [goal.id for goal in plan.children("1")] == ["1.1", "1.2", "1.3", "1.4", "1.5"]
    assert plan.goals_by_id["1"].text == "Den helhedsorienterede indsats"


def test_handlemal_wants_measurable_criteria_and_a_time_plan_with_dates() -> None:
    table = load_preset("handlemal").tables[0]
    assert [field.key for field in table.fields if field.measurable] == ["succeskriterier"]
    assert table.period_fields == (table.field("tidsplan"),)
    assert table.person_field == table.field("tovholder")
    assert table.title_field == table.field("handlemaal")


def test_kompetence_asks_for_wishes_and_the_year_wheel() -> None:
    wishes, wheel = load_preset("kompetence").tables
    assert [field.heading for field in wishes.public_fields] == [
        "Kompetenceområde",
        "Medarbejdergruppe",
        "Ønske",
        "Form",
        "Behov",
        "Omfang",
        "Hvornår",
    ]
    assert [field.heading for field in wheel.fields] == ["Aktivitet", "Ansvarlig", "Hvornår", "Beskrivelse"]
    assert (wishes.key, wheel.key) == ("oensker", "aarshjul")


def test_kompetence_keeps_what_leaders_decide_to_leaders() -> None:
    wishes, wheel = load_preset("kompetence").tables
    assert [field.heading for field in wishes.leaders_fields] == [
        "Prioritet",
        "Beslutning",
        "Begrundelse",
        "Budgetår",
        "Tilbagemelding givet",
    ]
    assert all(field.audience is Audience.EVERYONE for field in wheel.fields)
    assert all(field.required is Need.OPTIONAL for field in wishes.leaders_fields)


def test_kompetence_shows_a_wish_only_when_it_is_granted() -> None:
    plan = load_preset("kompetence")
    wishes, wheel = plan.tables
    assert plan.field_meaning(wishes, Meaning.GRANTED) == (
        wishes.field("beslutning"),
        frozenset({"Bevilget"}),
    )
    assert plan.field_meaning(wheel, Meaning.GRANTED) is None


def test_kompetence_neither_ranks_nor_queues_wishes() -> None:
    plan = load_preset("kompetence")
    keys_and_headings = [text for table in plan.tables for f in table.fields for text in (f.key, f.heading)]
    choices = [value for one in plan.choice_lists for value in one.values]
    for text in (*keys_and_headings, *choices):
        assert not any(
            word in text.casefold() for word in ("nummer", "rang", "kø", "venteliste", "rækkefølge")
        )


def test_kompetence_follows_the_strategys_chapters() -> None:
    plan = load_preset("kompetence")
    assert plan.settings.level_names == ("Målgruppe", "Kompetenceområde")
    assert [goal.text for goal in plan.children()] == [
        "Generelt for sagsbehandlere",
        "Administrative medarbejdere",
        "Supervision",
        "Ledergruppen",
        "Fælles",
        "Nyansatte",
        "TR og AMG",
    ]
    assert all(plan.children(goal.id) for goal in plan.children())
