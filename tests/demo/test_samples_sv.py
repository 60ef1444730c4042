"""The three Swedish samples are whole answers, with the mistakes they name and no others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from aktivplan.checking import check_submission
from aktivplan.definition.models import Plan
from aktivplan.definition.terms import FieldType, Meaning, Need
from aktivplan.demo.filled_form import filled_form
from aktivplan.demo.sample import Answer, Row, Sample, load_sample, sample_plan
from aktivplan.forms.layout import offered
from aktivplan.i18n import translator
from aktivplan.reading.submission import read_submission


@dataclass(frozen=True, slots=True)
class Made:
    """A sample and the plan it answers."""

    name: str
    plan: Plan
    sample: Sample

    @property
    def counting(self) -> tuple[Answer, ...]:
        """Each unit's last answer."""
        last = {answer.unit: answer for answer in sorted(self.sample.answers, key=lambda one: one.saved)}
        return tuple(last.values())

    def rows(self) -> Iterator[tuple[str, Row]]:
        """Every row that counts, with its unit's code."""
        return ((answer.unit, row) for answer in self.counting for row in answer.rows)

    def texts(self) -> Iterator[str]:
        """Every cell's text."""
        return (text for _, row in self.rows() for text in row.values.values())


def made(name: str) -> Made:
    return Made(name, sample_plan(name), load_sample(name))


@pytest.fixture(params=["barnratt", "fokus", "verksamhetsplan"])
def demo(request: pytest.FixtureRequest) -> Made:
    """Each Swedish sample in turn."""
    return made(str(request.param))


def empty_cells(demo: Made, need: Need) -> set[tuple[str, str]]:
    """(unit, field) of cells that are asked for that much and left empty."""
    return {
        (unit, field.key)
        for unit, row in demo.rows()
        for field in demo.plan.tables_by_key[row.table].fields
        if field.required is need and not row.values.get(field.key, "")
    }


def not_offered(demo: Made, kind: FieldType) -> set[tuple[str, str]]:
    """(unit, text) of cells that say what their drop-down does not offer."""
    words = translator("sv")
    return {
        (unit, row.values[field.key])
        for unit, row in demo.rows()
        for field in demo.plan.tables_by_key[row.table].fields
        if field.type is kind
        and row.values.get(field.key)
        and row.values[field.key] not in offered(demo.plan, field, words)
    }


def times(demo: Made, unit: str) -> set[str]:
    return {row.values.get("tid", "") for code, row in demo.rows() if code == unit}


def test_ten_to_fourteen_units_are_told_apart_by_their_codes(demo: Made) -> None:
    codes = {unit.code for unit in demo.sample.units}

    assert 10 <= len(demo.sample.units) <= 14
    assert len(codes) == len(demo.sample.units)


def test_two_units_are_missing_one_of_them_with_an_empty_form(demo: Made) -> None:
    missing = {unit.code for unit in demo.sample.units} - {answer.unit for answer in demo.sample.answers}
    blank = {file.unit for file in demo.sample.files if file.kind == "blank"}

    assert len(missing) == 2
    assert len(blank) == 1
    assert blank < missing


def test_every_cell_belongs_to_a_field_of_the_plan(demo: Made) -> None:
    unknown = [
        (answer.unit, row.table, key)
        for answer in demo.sample.answers
        for row in answer.rows
        for key in row.values
        if key not in {field.key for field in demo.plan.tables_by_key[row.table].public_fields}
    ]

    assert unknown == []


def test_every_answer_and_form_is_of_a_unit_of_the_sample(demo: Made) -> None:
    senders = {answer.unit for answer in demo.sample.answers}
    senders |= {file.unit for file in demo.sample.files if file.unit}

    assert senders <= demo.plan.units_by_code.keys()


def test_no_two_files_have_the_same_name(demo: Made) -> None:
    names = [answer.file or answer.unit for answer in demo.sample.answers]
    names += [file.name for file in demo.sample.files]

    assert len(set(names)) == len(names)


def test_one_unit_answers_twice(demo: Made) -> None:
    answers = Counter(answer.unit for answer in demo.sample.answers)

    assert sorted(answers.values())[-2:] == [1, 2]


def test_one_unit_has_renamed_the_form_that_counts(demo: Made) -> None:
    assert len([answer for answer in demo.counting if answer.file]) == 1


def test_a_lock_file_and_a_picture_lie_among_the_answers(demo: Made) -> None:
    kinds = {file.kind for file in demo.sample.files}

    assert {"lock", "picture"} < kinds
    assert kinds & {"damaged", "encrypted"}


def test_some_texts_begin_or_go_on_as_a_list(demo: Made) -> None:
    assert any(text.startswith("- ") for text in demo.texts())
    assert any("\n- " in text for text in demo.texts())


def test_nobody_real_can_get_mail(demo: Made) -> None:
    addresses = [unit.email for unit in demo.sample.units] + [demo.plan.settings.leader_email]

    assert all(address.endswith(".example") for address in addresses)


def test_every_answer_came_before_the_deadline_was_over(demo: Made) -> None:
    assert max(answer.saved.date() for answer in demo.sample.answers) <= demo.plan.settings.deadline


@pytest.mark.parametrize(("name", "goal"), [("barnratt", "3.2"), ("fokus", "4.2"), ("verksamhetsplan", "5")])
def test_exactly_one_goal_is_left_without_any_row(name: str, goal: str) -> None:
    demo = made(name)
    lowest = {one.label for one in demo.plan.goals if not demo.plan.children(one.id)}
    chosen = {text for text in demo.texts() if text in lowest}

    assert lowest - chosen == {demo.plan.goals_by_id[goal].label}


@pytest.mark.parametrize(
    ("name", "misspelt"),
    [
        ("barnratt", {("KUL", "Barn i familjer med knap ekonomi kan delta på samma vilkor som andra")}),
        ("fokus", {("GRU", "Uppreppad frånvaro utreds innom två veckor")}),
        ("verksamhetsplan", {("HAG", "Fulföljda studier och tryga övergångar")}),
    ],
)
def test_one_goal_is_misspelt(name: str, misspelt: set[tuple[str, str]]) -> None:
    assert not_offered(made(name), FieldType.GOAL) == misspelt


@pytest.mark.parametrize(
    ("name", "empty"),
    [
        ("barnratt", {("BJS", "ansvarig")}),
        ("fokus", {("KOF", "tid")}),
        ("verksamhetsplan", {("ALM", "insats")}),
    ],
)
def test_one_required_cell_is_empty(name: str, empty: set[tuple[str, str]]) -> None:
    assert empty_cells(made(name), Need.REQUIRED) == empty


@pytest.mark.parametrize(
    ("name", "unit", "time"),
    [
        ("barnratt", "GYM", "augusti–september 2026"),
        ("fokus", "GYF", "senast 31 januari 2026"),
        ("verksamhetsplan", "GYB", "juni 2026"),
    ],
)
def test_one_time_has_the_wrong_year(name: str, unit: str, time: str) -> None:
    assert time in times(made(name), unit)


@pytest.mark.parametrize(
    ("name", "unit", "time"),
    [
        ("barnratt", "PBT", "vi får se hur vädret blir"),
        ("fokus", "POL", "bestäms när skolorna har lagt sitt schema"),
        ("verksamhetsplan", "ÅSE", "beror på läsårstiderna"),
    ],
)
def test_one_time_says_no_date(name: str, unit: str, time: str) -> None:
    assert time in times(made(name), unit)


def test_one_list_for_the_rights_of_the_child_is_not_approved() -> None:
    assert [answer.unit for answer in made("barnratt").counting if not (answer.manager and answer.day)] == [
        "EKB"
    ]


def test_one_indicator_has_no_measure() -> None:
    indicators = [
        (unit, text)
        for unit, row in made("barnratt").rows()
        if (text := row.values.get("indikatorer", "")) and not any(letter.isdigit() for letter in text)
    ]

    assert indicators == [("FRI", "Ungdomarna känner sig lyssnade på")]


def test_one_text_looks_like_a_formula() -> None:
    assert any(text.startswith("= ") for text in made("barnratt").texts())


def test_five_focus_areas_are_active_where_four_are_allowed() -> None:
    demo = made("fokus")
    meaning = demo.plan.field_meaning(demo.plan.tables_by_key["fokusomraden"], Meaning.ACTIVE)
    assert meaning is not None
    field, active = meaning
    areas = {row.values["omrade"] for _, row in demo.rows() if row.values.get(field.key) in active}

    assert len(areas) == (demo.plan.settings.max_active or 0) + 1


def test_one_status_is_misspelt() -> None:
    assert not_offered(made("fokus"), FieldType.CHOICE) == {("BIB", "Planerad")}


def test_readiness_is_measured_in_all_six_dimensions_of_three_areas() -> None:
    measured = Counter(row.values["omrade"] for _, row in made("fokus").rows() if row.table == "beredskap")

    assert sorted(measured.values()) == [6, 6, 6]


def test_one_readiness_score_is_no_number() -> None:
    scores = {row.values["konsensus"] for _, row in made("fokus").rows() if row.table == "beredskap"}

    assert "6-7" in scores


def test_responsible_and_time_are_often_missing_in_a_plan_of_prose() -> None:
    empty = empty_cells(made("verksamhetsplan"), Need.RECOMMENDED)

    assert {("FSS", "ansvarig"), ("FSS", "tid")} <= empty


def found(demo: Made) -> set[tuple[str, str]]:
    """(unit, code) of what is found when the forms that count are filled in, read and checked."""
    submissions = (
        read_submission(demo.plan, f"{answer.unit}.xlsx", filled_form(demo.plan, answer), answer.saved)
        for answer in demo.counting
    )
    return {
        (submission.unit, finding.code)
        for submission in submissions
        for finding in (*submission.findings, *check_submission(demo.plan, submission))
    }


@pytest.mark.parametrize(
    ("name", "mistakes"),
    [
        (
            "barnratt",
            {
                ("BJS", "required-empty"),
                ("EKB", "attestation-missing"),
                ("FST", "recommended-empty"),
                ("GYM", "outside-period"),
                ("KUL", "goal-unknown-near"),
                ("PBT", "period-unclear"),
            },
        ),
        (
            "fokus",
            {
                ("BIB", "choice-unknown-near"),
                ("FHE", "number-wrong"),
                ("GRU", "goal-unknown-near"),
                ("GYF", "outside-period"),
                ("KOF", "required-empty"),
                ("POL", "period-unclear"),
            },
        ),
        (
            "verksamhetsplan",
            {
                ("ALM", "required-empty"),
                ("CBE", "recommended-empty"),
                ("FOU", "recommended-empty"),
                ("FSN", "recommended-empty"),
                ("FSS", "recommended-empty"),
                ("GYB", "outside-period"),
                ("GYB", "recommended-empty"),
                ("HAG", "goal-unknown-near"),
                ("HAG", "recommended-empty"),
                ("ÅSE", "period-unclear"),
            },
        ),
    ],
)
def test_the_mistakes_put_in_on_purpose_are_found_and_no_others(
    name: str, mistakes: set[tuple[str, str]]
) -> None:
    assert found(made(name)) == mistakes
