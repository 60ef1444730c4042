"""Forty units' mails, saved into the folder of answers: what becomes of each."""

from __future__ import annotations

import pytest

from aktivplan.definition.plan_writer import write_plan
from aktivplan.edition import Edition
from aktivplan.folder import PlanFolder
from aktivplan.forms.writer import write_form
from aktivplan.pipeline import Built, build
from tests.circle.units import forty_units, way_of


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    plan, folder = forty_units(), PlanFolder(tmp_path_factory.mktemp("circle"))
    folder.returned.mkdir()
    folder.plan_file.write_bytes(write_plan(plan))
    for number, unit in enumerate(plan.units):
        for count, message in enumerate(way_of(number).mails(plan, unit, write_form(plan, unit))):
            (folder.returned / f"mail {number} {count}.eml").write_bytes(message.as_bytes())
    return build(folder, plan)


@pytest.fixture(scope="module")
def edition(built: Built) -> Edition:
    return built.edition


@pytest.mark.parametrize("number", range(40))
def test_every_way_to_answer_comes_to_what_it_should(number: int, edition: Edition) -> None:
    result, way = edition.units[number], way_of(number)
    assert result.status is way.status, way.name


def test_units_with_something_to_mend_get_a_corrected_copy(built: Built) -> None:
    copied = {path.name.split()[0] for path in built.copies.written}
    expected = {unit.unit.code for number, unit in enumerate(built.edition.units) if way_of(number).to_mend}
    assert expected <= copied


def test_every_file_and_every_file_in_it_is_told_of_once(edition: Edition) -> None:
    names = [one.file for one in edition.sources]
    assert len(names) == len(set(names))
    assert len({name.split("/")[0] for name in names}) == 46


def test_the_later_answer_counts(edition: Edition) -> None:
    (twice,) = {record.value("aktivitet").text for record in edition.records if record.unit == "E12"} & {
        "Andra tanken"
    }
    assert twice
