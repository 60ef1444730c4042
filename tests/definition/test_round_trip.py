from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from aktivplan.definition.models import Plan
from aktivplan.definition.plan_reader import read_plan
from aktivplan.definition.plan_writer import write_plan
from aktivplan.definition.preset import PRESETS, load_preset
from aktivplan.i18n import LANGUAGES
from tests.definition.books import sample_plan
from tests.support import make_plan, make_settings


def in_language(plan: Plan, language: str) -> Plan:
    return plan.model_copy(update={"settings": plan.settings.model_copy(update={"language": language})})


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_written_and_read_is_the_same_plan(name: str, language: str) -> None:
    plan = in_language(load_preset(name), language)
    read = read_plan(write_plan(plan))
    assert read.findings == ()
    assert read.plan == plan
    assert read.language == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_type_of_field_survives_in_every_language(language: str) -> None:
    plan = in_language(sample_plan(), language)
    assert read_plan(write_plan(plan)).plan == plan


def test_settings_that_are_mostly_left_alone_survive() -> None:
    settings = make_settings(
        wheel="school",
        attestation=True,
        counting="mailed",
        max_active=4,
        purpose="Rad ett\n\nRad två",
        follow_up="I mars",
        sender="plan@lindesjo.example",
        mail_server="smtp.lindesjo.example:587",
        mail_user="plan",
        messages_per_minute=20,
    )
    plan = make_plan(settings=settings)
    assert read_plan(write_plan(plan)).plan == plan


def test_limits_of_numbers_survive_also_when_they_are_zero() -> None:
    plan = sample_plan()
    fields = tuple(
        field.model_copy(update={"minimum": 0.0, "maximum": 2.5}) if field.type == "number" else field
        for field in plan.tables[1].fields
    )
    tables = (plan.tables[0], plan.tables[1].model_copy(update={"fields": fields}))
    limited = plan.model_copy(update={"tables": tables})
    assert read_plan(write_plan(limited)).plan == limited


@pytest.mark.parametrize("text", ["=1+1", "+46 70", "-", "@alla", "<r>fet</r>", "1.10", "2027-01-01", "TRUE"])
def test_text_stays_text_whatever_it_looks_like(text: str) -> None:
    goals = (*make_plan().goals, make_plan().goals[0].model_copy(update={"id": "3", "text": text}))
    read = read_plan(write_plan(make_plan(goals=goals)))
    assert read.plan is not None
    assert read.plan.goals_by_id["3"].text == text


def test_characters_that_xml_cannot_hold_do_not_break_the_writer() -> None:
    read = read_plan(write_plan(make_plan(settings=make_settings(purpose="Barn\x00ens\x0b bästa"))))
    assert read.plan is not None
    assert read.plan.settings.purpose == "Barnens bästa"


def test_libreoffice_saves_the_workbook_without_changing_the_plan(tmp_path: Path) -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("soffice (LibreOffice) is not installed")
    plan = load_preset("fokus")
    (tmp_path / "plan.xlsx").write_bytes(write_plan(plan))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    convert = [soffice, profile, "--headless", "--convert-to", "xlsx", "--outdir", "saved", "plan.xlsx"]
    subprocess.run(convert, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    read = read_plan((tmp_path / "saved" / "plan.xlsx").read_bytes())
    assert read.findings == ()
    assert read.plan == plan
