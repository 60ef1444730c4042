"""The Danish samples fit their presets, and hold the mistakes that a demo is to show."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from aktivplan.definition.models import Plan, Table
from aktivplan.definition.terms import FieldType, Meaning
from aktivplan.demo.sample import Answer, Row, Sample, load_sample, sample_plan
from aktivplan.forms.layout import form_file_name, record_number

DANISH = ("handlemal", "kompetence")
UNITS_WITHOUT_ANSWER = 2


@pytest.fixture(params=DANISH)
def preset(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def sample(preset: str) -> Sample:
    return load_sample(preset)


@pytest.fixture
def plan(preset: str) -> Plan:
    return sample_plan(preset)


def test_ten_to_fourteen_units_are_asked_and_two_are_missing(sample: Sample) -> None:
    answered = {answer.unit for answer in sample.answers}
    assert 10 <= len(sample.units) <= 14
    assert len({unit.code for unit in sample.units} - answered) == UNITS_WITHOUT_ANSWER
    assert all(unit.email.endswith(".example") for unit in sample.units)


def test_every_row_fills_in_fields_that_units_see(sample: Sample, plan: Plan) -> None:
    for answer in sample.answers:
        assert answer.unit in plan.units_by_code
        for row in answer.rows:
            keys = {field.key for field in plan.tables_by_key[row.table].public_fields}
            assert set(row.values) <= keys, (answer.unit, row)


def test_every_unit_that_answers_fills_in_two_rows_or_more(sample: Sample) -> None:
    for answer in _counting(sample):
        assert 2 <= len(answer.rows) <= 10, answer.unit


def test_no_two_files_have_one_name(sample: Sample, plan: Plan) -> None:
    names = [
        *(answer.file or form_file_name(plan, plan.units_by_code[answer.unit]) for answer in sample.answers),
        *(extra.name for extra in sample.files),
    ]
    assert len({name.casefold() for name in names}) == len(names)


def test_one_unit_answers_twice(sample: Sample) -> None:
    answers = Counter(answer.unit for answer in sample.answers)
    assert sorted(answers.values())[-2:] == [1, 2]


def test_stray_files_lie_among_the_answers(preset: str, sample: Sample) -> None:
    kinds = {"handlemal": {"damaged", "lock", "picture"}, "kompetence": {"blank", "encrypted", "lock"}}
    assert {extra.kind for extra in sample.files} == kinds[preset]


def test_some_texts_begin_as_formulas_do(sample: Sample) -> None:
    texts = [text for answer in sample.answers for row in answer.rows for text in row.values.values()]
    assert {text[0] for text in texts if text} >= {"-", "=", "+"}


def test_choices_and_goals_are_on_their_lists_but_for_the_mistakes(
    preset: str, sample: Sample, plan: Plan
) -> None:
    mistakes = {
        "handlemal": ["1.4 Et velfungerene forebyggende tværfaglig samarbejde"],
        "kompetence": ["Kurssus", "Pædagoger"],
    }
    wrong = [text for table, row in _rows(sample, plan) for text in _unknown(plan, table, row)]
    assert wrong == mistakes[preset]


def test_the_required_fields_are_filled_in_but_for_one(sample: Sample, plan: Plan) -> None:
    empty = [
        (row, field.key)
        for table, row in _rows(sample, plan)
        for field in table.public_fields
        if field.required == "required" and not row.values.get(field.key)
    ]
    assert len(empty) == 1


def test_decisions_are_about_wishes_that_count_and_fill_in_leaders_fields(sample: Sample, plan: Plan) -> None:
    counting = {answer.unit: answer for answer in _counting(sample)}
    for decision in sample.decisions:
        table, unit, number = _record(plan, decision.record)
        assert number <= sum(row.table == table.key for row in counting[unit].rows)
        assert set(decision.values) <= {field.key for field in table.leaders_fields}
        for field in table.leaders_fields:
            if field.type is FieldType.CHOICE:
                assert decision.values[field.key] in plan.choices_for(field).values


def test_the_leaders_have_decided_on_most_wishes_and_granted_about_half() -> None:
    sample, plan = load_sample("kompetence"), sample_plan("kompetence")
    wishes = plan.tables_by_key["oensker"]
    sent = sum(row.table == "oensker" for answer in _counting(sample) for row in answer.rows)
    meaning = plan.field_meaning(wishes, Meaning.GRANTED)
    assert meaning is not None
    field, granting = meaning
    granted = [one for one in sample.decisions if one.values[field.key] in granting]
    assert 0.5 < len(sample.decisions) / sent < 0.8
    assert 0.3 < len(granted) / len(sample.decisions) < 0.7


def test_every_reason_is_unlike_anything_that_participants_may_read() -> None:
    sample = load_sample("kompetence")
    reasons = [decision.values["begrundelse"] for decision in sample.decisions]
    public = "\n".join(
        text for answer in sample.answers for row in answer.rows for text in row.values.values()
    )
    assert len(set(reasons)) == len(reasons)
    assert not [reason for reason in reasons if reason in public]


def test_times_are_written_in_many_ways(sample: Sample, plan: Plan) -> None:
    times = [row.values.get(table.period_fields[0].key, "") for table, row in _rows(sample, plan)]
    assert any(_is_date(text) for text in times)
    assert len(set(times)) > len(times) * 0.7


def _counting(sample: Sample) -> list[Answer]:
    latest: dict[str, Answer] = {}
    for answer in sorted(sample.answers, key=lambda one: one.saved):
        latest[answer.unit] = answer
    return list(latest.values())


def _rows(sample: Sample, plan: Plan) -> list[tuple[Table, Row]]:
    return [(plan.tables_by_key[row.table], row) for answer in sample.answers for row in answer.rows]


def _unknown(plan: Plan, table: Table, row: Row) -> list[str]:
    known = {
        field.key: set(plan.choices_for(field).values) for field in table.fields if field.type == "choice"
    }
    for field in table.fields:
        if field.type is FieldType.GOAL:
            known[field.key] = {name for goal in plan.goals_for(field) for name in (goal.id, goal.label)}
    return [text for key, text in row.values.items() if key in known and text not in known[key]]


def _record(plan: Plan, record: str) -> tuple[Table, str, int]:
    for table in plan.tables:
        for unit in plan.units:
            number = record_number(record, unit.code, table)
            if number is not None:
                return table, unit.code, number
    raise AssertionError(record)


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
