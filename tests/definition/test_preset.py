from __future__ import annotations

import pytest

from aktivplan.definition.preset import PRESETS, load_preset, plan_from_toml

TOML = """
[settings]
id = "prov"
title = "Prov"
organisation = "Lindesjö kommun"
language = "{language}"
period_start = 2027-01-01
period_end = {end}
deadline = 2026-11-13
leader_name = "Karin Öberg"
leader_email = "karin@lindesjo.example"
level_names = ["Mål"]

[[goals]]
id = "1"
text = "Barnets bästa"

[[units]]
code = "BUF"
name = "Barn och utbildning"

[[tables]]
key = "aktiviteter"
title = "Aktiviteter"

[[tables.fields]]
key = "aktivitet"
heading = "Aktivitet"
type = "{kind}"
"""


@pytest.mark.parametrize("name", PRESETS)
def test_every_preset_is_a_sound_plan(name: str) -> None:
    assert load_preset(name).tables


def test_an_unknown_preset_is_told_together_with_the_known_ones() -> None:
    with pytest.raises(KeyError, match="barnratt, fokus"):
        load_preset("finns-inte")


def test_a_sound_file_is_a_plan() -> None:
    plan = plan_from_toml(TOML.format(language="sv", end="2027-12-31", kind="text"))
    assert plan.tables[0].fields[0].key == "aktivitet"


def test_every_mistake_of_a_file_is_told_at_once_with_its_place() -> None:
    with pytest.raises(ValueError, match="mistakes") as caught:
        plan_from_toml(TOML.format(language="fi", end="2026-12-31", kind="choice"))
    text = str(caught.value)
    assert "settings.language" in text
    assert "settings.period_end: plan-period-reversed" in text
    assert "tables[0].fields[0].choices: plan-list-missing" in text


def test_a_name_that_the_models_do_not_have_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="colour"):
        plan_from_toml(TOML.format(language="sv", end="2027-12-31", kind="text") + '\ncolour = "blå"\n')
