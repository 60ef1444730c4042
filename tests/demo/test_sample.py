"""Samples are read as strictly as definitions are."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from aktivplan.definition.preset import load_preset
from aktivplan.demo.sample import Sample, load_sample, sample_plan

ANSWER = {"unit": "BUF", "saved": "2026-11-02T08:30:00Z", "rows": []}


def test_a_samples_plan_is_the_preset_with_the_samples_units() -> None:
    preset, plan = load_preset("kompetence"), sample_plan("kompetence")
    assert plan.units == load_sample("kompetence").units
    assert (plan.tables, plan.goals, plan.choice_lists) == (preset.tables, preset.goals, preset.choice_lists)


def test_a_preset_without_a_sample_is_told() -> None:
    with pytest.raises(FileNotFoundError):
        load_sample("findes-ikke")


@pytest.mark.parametrize(
    "wrong",
    [
        {"answers": [ANSWER | {"saved": "2026-11-02T08:30:00"}]},
        {"answers": [ANSWER | {"sent": "igår"}]},
        {"answers": [ANSWER | {"file": "../plan.xlsx"}]},
        {"answers": [], "files": [{"kind": "locked", "name": "~$a.xlsx"}]},
    ],
    ids=["a time without zone", "an unknown key", "a file elsewhere", "an unknown kind"],
)
def test_a_sample_that_cannot_be_meant_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Sample.model_validate({"units": []} | wrong)
